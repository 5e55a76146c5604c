"""What the grid shows: all photos in the order of the timeline, or the results of a search."""

from __future__ import annotations

from array import array
from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from photoorg.core.conditions import Conditions
from photoorg.core.types import Hit, Photo, Query, State
from photoorg.ui.job_runner import JobRunner
from photoorg.ui.models.cluster_model import shown_name
from photoorg.ui.models.photo_model import Showing

if TYPE_CHECKING:
    from photoorg.core.clusters import ClusterPhotos
    from photoorg.services import Services
    from photoorg.services.browse import Timeline

#: Results of one search: more than anybody looks through.
LIMIT = 300
#: Results less certain than this are left out: what is shown can be selected whole, so it should not trail off
#: into everything.
DOUBTFUL = 0.03
#: Milliseconds without a search after which the process that turns words into vectors is let go.
REST = 600_000
#: Doubtful results shown where words find nothing better, and shown in any case for an example, whose order
#: says more than its certainties.
FOR_WORDS, FOR_EXAMPLE = 12, 40


@dataclass(frozen=True, slots=True)
class Wish:
    """What the person asked to see: words, photos like ``example``, both together, or (empty) everything.

    ``cluster`` is a group to look within; ``overview`` asks for the covers of all groups. ``put_away`` asks for the
    photos in the archive or in the trash.
    """

    text: str = ""
    example: Photo | None = None
    cluster: int | None = None
    overview: bool = False
    put_away: State | None = None

    @property
    def searched(self) -> bool:
        """Whether something is looked for."""
        return bool(self.text) or self.example is not None

    @property
    def everything(self) -> bool:
        """Whether everything is to be seen."""
        return not (self.searched or self.overview) and self.cluster is None and self.put_away is None


class Browsing(QObject):
    """Turns wishes into rows. ``shown`` says that ``showing`` is new, ``searching`` that an answer is awaited."""

    shown = Signal()
    searching = Signal()
    failed = Signal(str)

    def __init__(self, services: Services, runner: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner
        self._timeline = Showing()
        self.wish = Wish()
        self.showing = Showing()
        #: All photos of the open group, of which ``showing`` is the beginning, and its name.
        self.whole = Showing()
        self.name = ""
        self._hidden = 0
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self._let_go)

    def get_ready(self) -> None:
        """Prepare for words: the first query should not wait for an encoder to be loaded."""
        if not self._rest.isActive():
            self._runner.call("words", self._warm, _ignore, _ignore)
        self._rest.start()

    def _let_go(self) -> None:
        self._runner.call("words", self._cool, _ignore, _ignore)

    def _warm(self) -> None:
        self._services.search.warm()

    def _cool(self) -> None:
        self._services.search.close()

    def set_timeline(self, timeline: Showing) -> None:
        """Use a newer timeline; search results stay as they are under the person's hands."""
        self._timeline = timeline
        if self.wish.everything:
            self._show(timeline)

    def search(self, wish: Wish) -> None:
        """Show what ``wish`` asks for; an earlier search that still runs is forgotten."""
        wish = replace(wish, overview=wish.overview and not wish.searched)
        if wish.cluster != self.wish.cluster:
            self._hidden, self.name = 0, ""
        self.wish = wish
        if wish.everything or wish.overview:
            self._runner.drop("search")
            self._show(self._timeline if wish.everything else Showing())
            return
        self.searching.emit()
        if wish.cluster is not None and not wish.searched:
            cluster = wish.cluster
            self._runner.call("search", lambda: self._services.clusters.photos(cluster), self._open, self._gone)
            return
        if wish.put_away is not None and not wish.searched:
            state = wish.put_away
            self._runner.call("search", lambda: self._services.photos.put_away(state), self._put_away, self.failed.emit)
            return
        if self._rest.isActive():
            self._rest.start()
        example = wish.example.id if wish.example else None
        query = Query(text=wish.text, like=example, where=Conditions(cluster=wish.cluster), limit=LIMIT)
        self._runner.call("search", lambda: self._find(query), self._show, self.failed.emit)

    def refresh(self) -> None:
        """Read the open group, or what was put away, again; search results stay as they are."""
        if (self.wish.cluster is not None or self.wish.put_away is not None) and not self.wish.searched:
            self.search(self.wish)

    def leave_out(self, ids: Collection[int]) -> None:
        """Show no longer what has just been moved elsewhere; the library will say the same when it is read again."""
        self._timeline, self.whole = without(self._timeline, ids), without(self.whole, ids)
        self._show(without(self.showing, ids))

    def trim(self, shown: int) -> None:
        """Show only so many photos of the open group, the surest."""
        self._hidden = len(self.whole.ids) - shown
        self._cut()

    def _gone(self, message: str) -> None:
        """The open group is no more: merged into another, or undone."""
        self.search(Wish(overview=True))

    def _put_away(self, found: Timeline) -> None:
        self._show(Showing(found.ids, found.contents))

    def _open(self, found: ClusterPhotos) -> None:
        self.name = shown_name(found.name, found.own_name)
        self.whole = Showing(found.ids, found.contents, tuple(found.confidences))
        self._cut()

    def _cut(self) -> None:
        count = len(self.whole.ids)
        shown = max(count - self._hidden, min(count, 1))
        certainties = self.whole.certainties or ()
        self._show(Showing(self.whole.ids[:shown], self.whole.contents[:shown], certainties[:shown]))

    def _find(self, query: Query) -> Showing:
        hits = worthwhile(self._services.search.search(query), by_example=query.like is not None)
        contents = {photo.id: photo.content or 0 for photo in self._services.photos.many([hit.id for hit in hits])}
        here = [hit for hit in hits if hit.id in contents]
        return Showing(
            array("q", (hit.id for hit in here)),
            array("q", (contents[hit.id] for hit in here)),
            tuple(hit.certainty for hit in here),
        )

    def _show(self, showing: Showing) -> None:
        self.showing = showing
        self.shown.emit()


def without(showing: Showing, ids: Collection[int]) -> Showing:
    """``showing`` less some photos."""
    rows = [row for row, id in enumerate(showing.ids) if id not in ids]
    if len(rows) == len(showing.ids):
        return showing
    certainties = showing.certainties
    return Showing(
        array("q", (showing.ids[row] for row in rows)),
        array("q", (showing.contents[row] for row in rows)),
        None if certainties is None else tuple(certainties[row] for row in rows),
    )


def worthwhile(hits: list[Hit], *, by_example: bool) -> list[Hit]:
    """The hits (best first) without the doubtful tail."""
    certain = sum(hit.certainty >= DOUBTFUL for hit in hits)
    return hits[: max(certain, FOR_EXAMPLE) if by_example else certain or FOR_WORDS]


def _ignore(_: object) -> None:
    """What goes wrong while getting ready is told by the search itself."""

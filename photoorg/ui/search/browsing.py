"""What the grid shows: all photos in the order of the timeline, or the results of a search."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from photoorg.core.conditions import ALL, Conditions
from photoorg.core.jobs import CancelToken
from photoorg.core.types import FITS, SURE, Hit, Photo, Query, State
from photoorg.ui.job_runner import JobRunner
from photoorg.ui.library.library import read_photos
from photoorg.ui.models.cluster_model import shown_name
from photoorg.ui.models.photo_model import Section, Showing
from photoorg.ui.wording import language
from photoorg.ui.wording.spoken import spoken_number

if TYPE_CHECKING:
    from photoorg.core.clusters import ClusterPhotos
    from photoorg.services import Services
    from photoorg.services.photos.browse import Timeline

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

#: A part of a picture: x, y, width and height in fractions of it.
Crop = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Wish:
    """What the person asked to see: words, photos like an example, both together, or (empty) everything.

    The example is a photo of the library, ``example``, or a file elsewhere, ``example_path``; ``crop`` (x, y, width,
    height in fractions of the upright picture) is the part of it to go by. ``without`` names what should not be seen,
    several things apart by ``core.types.APART``. ``where`` are conditions; alone they ask for a part of the timeline.
    ``unknown`` are conditions as they were typed whose value names nothing here.

    ``cluster`` is a group to look within; ``overview`` asks for the covers of all groups. ``put_away`` asks for the
    photos in the archive or in the trash, ``page`` for a page that shows something else than photos in a grid.
    """

    text: str = ""
    example: Photo | None = None
    example_path: str = ""
    crop: Crop | None = None
    without: str = ""
    where: Conditions = ALL
    unknown: tuple[str, ...] = ()
    cluster: int | None = None
    overview: bool = False
    put_away: State | None = None
    page: str = ""

    @property
    def by_example(self) -> bool:
        """Whether an example says what is looked for."""
        return self.example is not None or bool(self.example_path)

    @property
    def searched(self) -> bool:
        """Whether something is looked for, so that photos come in the order of their likeness to it."""
        return bool(self.text or self.without) or self.by_example

    @property
    def narrowed(self) -> bool:
        """Whether conditions alone choose photos, which come in the order of the timeline."""
        return not (self.searched or self.overview or self.page or self.where.empty)

    @property
    def place(self) -> bool:
        """Whether a place of its own is to be seen: an open group, or what was put away."""
        if self.searched or self.narrowed or self.page:
            return False
        return self.cluster is not None or self.put_away is not None

    @property
    def everything(self) -> bool:
        """Whether everything is to be seen."""
        return not (self.searched or self.narrowed or self.overview or self.page or self.place)

    @property
    def conditions(self) -> Conditions:
        """``where`` together with the place that is looked within."""
        within = self.where
        if self.cluster is not None:
            within = replace(within, cluster=self.cluster)
        return within if self.put_away is None else replace(within, state=self.put_away)

    def query(self, limit: int = LIMIT) -> Query:
        """What to ask the search for."""
        like = self.example.id if self.example is not None else self.example_path or None
        return Query(self.text, like, self.crop if like is not None else None, self.without, self.conditions, limit)


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
        #: Whether ``showing`` answers ``wish``; until an answer comes, what was shown before stays.
        self.answered = True
        #: The name of the open group.
        self.name = ""
        #: How what was found is to be arranged, while it is reviewed; going elsewhere ends that.
        self.arrange: Callable[[Showing], Showing] | None = None
        self._found = Showing()
        self._searched_among = 0
        #: What finds the photos of a page that shows them in the grid, by the page's name; it calls ``present``.
        self.finders: dict[str, Callable[[], None]] = {}
        self._under_way = CancelToken()
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
        """Show what ``wish`` asks for; an earlier search that still runs is stopped and forgotten."""
        if wish.searched:
            wish = replace(wish, overview=False, page="")
        if wish.cluster != self.wish.cluster:
            self.name = ""
        if wish != self.wish:
            self.arrange = None
        self.wish, self.answered = wish, False
        self._under_way.cancel()
        if wish.page in self.finders:
            self._runner.drop("search")
            self.finders[wish.page]()
            return
        if wish.everything or wish.overview or wish.page:
            self._runner.drop("search")
            self._show(self._timeline if wish.everything else Showing())
            return
        self.searching.emit()
        if wish.place and wish.cluster is not None:
            cluster = wish.cluster
            self._runner.call("search", lambda: self._services.clusters.photos(cluster), self._open, self._gone)
        elif not wish.searched:
            where = wish.conditions
            self._runner.call("search", lambda: self._services.photos.timeline(where), self._list, self.failed.emit)
        else:
            if self._rest.isActive():
                self._rest.start()
            self._look_for(wish)

    def _look_for(self, wish: Wish) -> None:
        self._searched_among = len(self._timeline.ids)
        query, by_example = wish.query(), wish.by_example
        cancel = self._under_way = CancelToken()
        self._runner.call("search", lambda: self._find(query, cancel, by_example), self._show, self.failed.emit)

    @property
    def outdated(self) -> bool:
        """Whether the library has grown since what is shown was searched."""
        return self.wish.searched and self.answered and len(self._timeline.ids) > self._searched_among

    def renew(self) -> None:
        """Search once more for what is shown, among what has joined the library since."""
        if self.outdated:
            self._look_for(self.wish)

    def refresh(self) -> None:
        """Read what is shown again, unless it was searched: search results stay as they are."""
        if self.wish.place or self.wish.narrowed:
            self.search(self.wish)

    def leave_out(self, ids: Collection[int]) -> None:
        """Show no longer what has just been moved elsewhere; the library will say the same when it is read again."""
        self._timeline = without(self._timeline, ids)
        self._arranged(without(self._found, ids))

    @property
    def in_grid(self) -> bool:
        """Whether photos are shown, and not a page of something else."""
        return not self.wish.overview and (not self.wish.page or self.wish.page in self.finders)

    def present(self, found: Showing) -> None:
        """Show what the finder of a page has found."""
        self._show(found)

    def show_again(self) -> None:
        """Show what was found as it is to be arranged now."""
        self._arranged(self._found)

    def _gone(self, message: str) -> None:
        """The open group is no more: merged into another, or undone."""
        self.search(Wish(overview=True))

    def _list(self, found: Timeline) -> None:
        self._show(read_photos(found))

    def _open(self, found: ClusterPhotos) -> None:
        self.name = shown_name(found.name, found.own_name)
        self._show(Showing(found.ids, found.contents, tuple(found.confidences)))

    def _find(self, query: Query, cancel: CancelToken, by_example: bool) -> Showing:
        if not self._services.roots.list():
            return Showing()  # the page says where to begin
        self._services.search.language = language.current()
        hits = worthwhile(self._services.search.search(query, cancel), by_example=by_example)
        contents = {photo.id: photo.content or 0 for photo in self._services.photos.many([hit.id for hit in hits])}
        here = [hit for hit in hits if hit.id in contents]
        return Showing(
            array("q", (hit.id for hit in here)),
            array("q", (contents[hit.id] for hit in here)),
            tuple(hit.certainty for hit in here),
            understood=self._services.search.understood(query.text) if query.text else None,
        )

    def _show(self, found: Showing) -> None:
        self.answered = True
        self._arranged(found)

    def _arranged(self, found: Showing) -> None:
        self._found = found
        self.showing = self._by_certainty(found) if self.arrange is None else self.arrange(found)
        self.shown.emit()

    def _by_certainty(self, found: Showing) -> Showing:
        """Results (best first) under two headings, the sure ones and the others; as they are where all are alike."""
        certainties = found.certainties or ()
        sure = sum(certainty >= SURE for certainty in certainties)
        if not self.wish.searched or not 0 < sure < len(certainties) or (self.wish.text and certainties[0] < FITS):
            return found
        possible = len(certainties) - sure
        note = self.tr("{n}, which may show something else").format(n=spoken_number(possible))
        sections = Section(self.tr("Sure"), sure, spoken_number(sure)), Section(self.tr("Possible"), possible, note)
        return replace(found, sections=sections)


def may_review(wish: Wish) -> bool:
    """Whether the photos that ``wish`` asks for come with certainties: an open group, results, or a kind."""
    by_kind = wish.narrowed and wish.where.kind is not None
    return wish.searched or by_kind or (wish.place and wish.cluster is not None)


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
        _thinned(showing.sections, rows),
        showing.keepers - set(ids),
    )


def _thinned(sections: Sequence[Section], rows: Sequence[int]) -> tuple[Section, ...]:
    """``sections`` where only ``rows``, in order, are left."""
    left, start = [], 0
    for section in sections:
        stop = start + section.count
        count = bisect_left(rows, stop) - bisect_left(rows, start)
        left.append(replace(section, count=count))
        start = stop
    return tuple(section for section in left if section.count)


def worthwhile(hits: list[Hit], *, by_example: bool) -> list[Hit]:
    """The hits (best first) without the doubtful tail."""
    certain = sum(hit.certainty >= DOUBTFUL for hit in hits)
    return hits[: max(certain, FOR_EXAMPLE) if by_example else certain or FOR_WORDS]


def _ignore(_: object) -> None:
    """What goes wrong while getting ready is told by the search itself."""

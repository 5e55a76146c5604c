"""What the grid shows: all photos in the order of the timeline, or the results of a search."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from photoorg.core.types import Hit, Photo, Query
from photoorg.ui.job_runner import JobRunner
from photoorg.ui.models.photo_model import Showing

if TYPE_CHECKING:
    from photoorg.services import Services

#: Results of one search: more than anybody looks through.
LIMIT = 300
#: Results less certain than this are left out: what is shown can be selected whole, so it should not trail off
#: into everything.
DOUBTFUL = 0.03
#: Doubtful results shown where words find nothing better, and shown in any case for an example, whose order
#: says more than its certainties.
FOR_WORDS, FOR_EXAMPLE = 12, 40


@dataclass(frozen=True, slots=True)
class Wish:
    """What the person asked to see: words, photos like ``example``, both together, or (empty) everything."""

    text: str = ""
    example: Photo | None = None

    @property
    def everything(self) -> bool:
        """Whether nothing was searched for."""
        return not self.text and self.example is None


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

    def set_timeline(self, timeline: Showing) -> None:
        """Use a newer timeline; search results stay as they are under the person's hands."""
        self._timeline = timeline
        if self.wish.everything:
            self._show(timeline)

    def search(self, wish: Wish) -> None:
        """Show what ``wish`` asks for; an earlier search that still runs is forgotten."""
        self.wish = wish
        if wish.everything:
            self._runner.drop("search")
            self._show(self._timeline)
            return
        self.searching.emit()
        query = Query(text=wish.text, like=wish.example.id if wish.example else None, limit=LIMIT)
        self._runner.call("search", lambda: self._find(query), self._show, self.failed.emit)

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


def worthwhile(hits: list[Hit], *, by_example: bool) -> list[Hit]:
    """The hits (best first) without the doubtful tail."""
    certain = sum(hit.certainty >= DOUBTFUL for hit in hits)
    return hits[: max(certain, FOR_EXAMPLE) if by_example else certain or FOR_WORDS]

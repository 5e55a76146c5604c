"""Names, dates, states and marks of the photos in view, fetched off the window's thread and kept within bounds."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from photoorg.core.marks import Mark
    from photoorg.core.types import Photo
    from photoorg.ui.job_runner import JobRunner

#: Photos kept: a few hundred bytes each, and many more than any screen shows.
CAPACITY = 4_000


class PhotoCache(QObject):
    """The photos asked for last. ``loaded`` carries the ids of those that were wanted and arrived, or were marked."""

    loaded = Signal(object)

    def __init__(
        self,
        runner: JobRunner,
        fetch: Callable[[Sequence[int]], list[Photo]],
        parent: QObject | None = None,
        fetch_marks: Callable[[Sequence[int]], Mapping[int, Mark]] = lambda ids: {},
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self._fetch = fetch
        self._fetch_marks = fetch_marks
        self._photos: OrderedDict[int, Photo] = OrderedDict()
        self._marks: dict[int, Mark] = {}
        self._stale: set[int] = set()

    def get(self, photo_id: int) -> Photo | None:
        """The photo, or None if it has not been fetched."""
        return self._photos.get(photo_id)

    def mark(self, photo_id: int) -> Mark | None:
        """The stars and the flag of a photo; None if it has neither, or has not been fetched."""
        return self._marks.get(photo_id)

    def want(self, ids: Sequence[int]) -> None:
        """Fetch those of ``ids`` that are not here as they are now; replaces what was wanted before."""
        missing = [photo_id for photo_id in ids if photo_id not in self._photos or photo_id in self._stale]
        if missing:

            def read() -> tuple[list[Photo], Mapping[int, Mark]]:
                return self._fetch(missing), self._fetch_marks(missing)

            self._runner.call("photos", read, lambda found: self._keep(missing, *found))

    def note(self, marks: Mapping[int, Mark]) -> None:
        """Show at once how the person has just marked photos, before the library is read again."""
        self._marks.update(marks)
        self.loaded.emit(frozenset(marks))

    def forget(self) -> None:
        """The library has changed: what is here is shown until it has been fetched again."""
        self._stale.update(self._photos)

    def _keep(self, wanted: Sequence[int], photos: list[Photo], marks: Mapping[int, Mark]) -> None:
        for photo_id in wanted:
            self._drop(photo_id)
        for photo in photos:
            self._photos[photo.id] = photo
        self._marks.update(marks)
        while len(self._photos) > CAPACITY:
            self._drop(next(iter(self._photos)))
        self.loaded.emit(frozenset(wanted))

    def _drop(self, photo_id: int) -> None:
        self._photos.pop(photo_id, None)
        self._marks.pop(photo_id, None)
        self._stale.discard(photo_id)

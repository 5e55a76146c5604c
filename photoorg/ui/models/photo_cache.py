"""Names, dates and states of the photos in view, fetched off the window's thread and kept within bounds."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from photoorg.core.types import Photo
    from photoorg.ui.job_runner import JobRunner

#: Photos kept: a few hundred bytes each, and many more than any screen shows.
CAPACITY = 4_000


class PhotoCache(QObject):
    """The photos asked for last. ``loaded`` says that some that were wanted have arrived."""

    loaded = Signal()

    def __init__(
        self, runner: JobRunner, fetch: Callable[[Sequence[int]], list[Photo]], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self._fetch = fetch
        self._photos: OrderedDict[int, Photo] = OrderedDict()

    def get(self, photo_id: int) -> Photo | None:
        """The photo, or None if it has not been fetched."""
        return self._photos.get(photo_id)

    def want(self, ids: Sequence[int]) -> None:
        """Fetch those of ``ids`` that are not here; replaces what was wanted before."""
        missing = [photo_id for photo_id in ids if photo_id not in self._photos]
        if missing:
            self._runner.call("photos", lambda: self._fetch(missing), self._keep)

    def forget(self) -> None:
        """Drop everything, because the library has changed."""
        self._photos.clear()

    def _keep(self, photos: list[Photo]) -> None:
        for photo in photos:
            self._photos[photo.id] = photo
            self._photos.move_to_end(photo.id)
        while len(self._photos) > CAPACITY:
            self._photos.popitem(last=False)
        self.loaded.emit()

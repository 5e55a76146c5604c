"""Large pictures for the viewer: the thumbnail at once, the real thing from the worker process when it is decoded."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from photoorg.core.types import Photo
from photoorg.ui.job_runner import JobRunner
from photoorg.ui.models.decoding import from_rgb, whole
from photoorg.ui.models.thumbnails import LARGE

if TYPE_CHECKING:
    from photoorg.services import Services

#: Pictures kept so that going back is instant, and the most bytes that one of them may have.
_KEPT, _KEPT_BYTES = 6, 40_000_000
#: The largest side that is decoded for looking at single pixels.
FULL_SIDE = 12_000


@dataclass(frozen=True, slots=True)
class Picture:
    """A version of a photo. ``full`` is the photo's own size, of which ``image`` may be a reduction."""

    photo: Photo
    image: QImage
    full: tuple[int, int]
    final: bool


class Pictures(QObject):
    """``arrived`` carries a ``Picture``, ``failed`` a photo id and a sentence. Only the last photo wanted counts."""

    arrived = Signal(object)
    failed = Signal(int, str)

    def __init__(self, services: Services, runner: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner
        self._kept: OrderedDict[tuple[int | None, int], Picture] = OrderedDict()

    def want(self, photo_id: int, side: int) -> None:
        """Show the photo, at most ``side`` pixels long: its thumbnail first, then the picture itself."""
        self._runner.drop("preview")

        def look_up() -> tuple[Photo, Picture | None]:
            photo = self._services.photos.get(photo_id)
            return photo, self._small(photo)

        def found(answer: tuple[Photo, Picture | None]) -> None:
            photo, small = answer
            if small is not None and (photo.content, side) not in self._kept:
                self.arrived.emit(small)
            self.enlarge(photo, side)

        self._runner.call("enlarge", look_up, found, lambda message: self.failed.emit(photo_id, message))

    def enlarge(self, photo: Photo, side: int) -> None:
        """Decode the photo so that its longer side has ``side`` pixels, if it has as many."""
        kept = self._kept.get((photo.content, side))
        if kept is not None:
            self._kept.move_to_end((photo.content, side))
            self.arrived.emit(replace(kept, photo=photo))  # a copy of a photo has the same content
            return

        def arrived(picture: Picture) -> None:
            self._keep(picture, side)
            self.arrived.emit(picture)

        self._runner.call(
            "preview",
            lambda: self._decode(photo, side),
            arrived,
            lambda message: self.failed.emit(photo.id, message),
        )

    def prepare(self, photo_id: int, side: int) -> None:
        """Decode a photo that will probably be wanted next; should it fail, it will say so when it is wanted."""

        def decode() -> Picture | None:
            photo = self._services.photos.get(photo_id)
            return None if (photo.content, side) in self._kept else self._decode(photo, side)

        def prepared(picture: Picture | None) -> None:
            if picture is not None:
                self._keep(picture, side)

        self._runner.call("prepare", decode, prepared)

    def stop(self) -> None:
        """Want nothing any more."""
        for lane in ("enlarge", "preview", "prepare"):
            self._runner.drop(lane)

    def _decode(self, photo: Photo, side: int) -> Picture:
        preview = self._services.previews.load(photo.path, side)
        shown = from_rgb(preview.rgb, preview.width, preview.height)
        return Picture(photo, shown, full_size(photo, shown), True)

    def _small(self, photo: Photo) -> Picture | None:
        jpeg = self._services.photos.thumbnails([photo.content], LARGE) if photo.content else {}
        image = whole(jpeg[photo.content]) if photo.content in jpeg else None
        return None if image is None else Picture(photo, image, full_size(photo, image), False)

    def _keep(self, picture: Picture, side: int) -> None:
        if picture.image.sizeInBytes() <= _KEPT_BYTES:
            self._kept[picture.photo.content, side] = picture
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)


def full_size(photo: Photo, image: QImage) -> tuple[int, int]:
    """The photo's size in pixels, upright as ``image`` is, or that of ``image`` where it is unknown."""
    if not photo.width or not photo.height:
        return image.width(), image.height()
    turned = (photo.width > photo.height) != (image.width() > image.height())
    return (photo.height, photo.width) if turned else (photo.width, photo.height)

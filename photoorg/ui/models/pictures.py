"""Large pictures for the viewer: the thumbnail at once, the real thing from the worker process when it is decoded."""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from photoorg.core.types import Photo
from photoorg.ui.job_runner import JobRunner
from photoorg.ui.models.decoding import from_rgb, whole
from photoorg.ui.models.thumbnails import LARGE
from photoorg.ui.photos.turning import WHOLE, Part, within

if TYPE_CHECKING:
    from photoorg.services import Services

#: Pictures kept so that going on and back is instant, and the most bytes that they have together.
_KEPT, _KEPT_BYTES = 8, 100_000_000
#: A photo of at most so many pixels is decoded whole for looking at single ones; of a larger one, what is in view.
WHOLE_PIXELS = 24_000_000
#: No reader gives more pixels of a photo than this; a larger one is reduced to a half, a quarter, ...
_MOST_PIXELS = 140_000_000
#: How much of its width and height is decoded beside what is in view, so that moving a little shows nothing blurred.
_MARGIN = 0.5

#: So many photos can lie side by side.
TOGETHER = range(2, 5)
_DETAIL = "detail "

_Key = tuple[int | None, int]


@dataclass(frozen=True, slots=True)
class Picture:
    """A version of a photo. ``full`` is the photo's own size, of which ``image`` may be a reduction.

    ``companions`` are the paths of the files that belong to it.
    """

    photo: Photo
    image: QImage
    full: tuple[int, int]
    final: bool
    companions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Detail:
    """A ``part`` of a photo, as its file has it, sharper than the whole."""

    photo: Photo
    image: QImage
    part: Part


class Pictures(QObject):
    """``arrived`` carries a ``Picture``, ``detailed`` a ``Detail``, ``failed`` a photo id and a sentence.

    Only the last photo wanted counts, or the last few that were wanted together.
    """

    arrived = Signal(object)
    detailed = Signal(object)
    failed = Signal(int, str)

    def __init__(self, services: Services, runner: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner
        self._kept: OrderedDict[_Key, Picture] = OrderedDict()
        self._preparing: _Key | None = None
        self._awaited: Callable[[Picture], None] | None = None

    def want(self, photo_id: int, side: int) -> None:
        """Show the photo, at most ``side`` pixels long: its thumbnail first, then the picture itself."""
        self._drop()
        self._awaited = None

        def found(small: Picture) -> None:
            kept = self._find(small, side)
            if kept is None and not small.image.isNull():
                self.arrived.emit(small)
            if kept is not None:
                self.arrived.emit(kept)
            elif self._preparing == (small.photo.content, side):
                self._awaited = lambda picture: self.arrived.emit(_as(picture, small))
            else:
                self._load(small, side)

        self._runner.call(
            "thumbnail", lambda: self._small(photo_id), found, lambda message: self.failed.emit(photo_id, message)
        )

    def want_together(self, ids: Sequence[int], side: int) -> None:
        """Show a few photos beside each other, at most ``side`` pixels long, as they are decoded one by one."""
        self.stop()
        self._next_together(list(ids), side)

    def sharpen(self, picture: Picture, visible: Part, scale: float, place: int = 0, most: int = WHOLE_PIXELS) -> None:
        """Decode what is ``visible`` of a photo at ``scale`` screen pixels a pixel; all of one with ``most`` at most.

        ``place`` tells photos apart that lie side by side: each waits for its own.
        """
        part, side = _decoded(picture.full, visible, scale, most)

        def load() -> Detail:
            preview = self._services.previews.load(picture.photo.path, side, part)
            image = from_rgb(preview.rgb, preview.width, preview.height)
            return Detail(picture.photo, image, part)

        # Should it fail, the picture that is there already stays.
        self._runner.call(f"{_DETAIL}{place}", load, self.detailed.emit, lambda message: None)

    def prepare(self, ids: Sequence[int], side: int) -> None:
        """Decode photos that will probably be wanted next; should one fail, it will say so when it is wanted."""
        if self._awaited is not None:
            return  # what is being decoded is wanted by now; what comes next will be said when it is there
        self._preparing = None
        if not ids:
            return

        def go_on() -> None:
            self.prepare(ids[1:], side)

        def prepared(picture: Picture) -> None:
            self._keep(picture, side)
            awaited, self._awaited = self._awaited, None
            if awaited is None:
                go_on()
            else:
                self._preparing = None
                awaited(picture)

        def failed(message: str) -> None:
            awaited, self._awaited = self._awaited, None
            if awaited is None:
                go_on()
            else:
                self._preparing = None
                self.failed.emit(ids[0], message)

        def found(small: Picture) -> None:
            if self._find(small, side) is not None:
                go_on()
                return
            self._preparing = (small.photo.content, side)
            self._runner.call("prepare", lambda: self._decode(small, side), prepared, failed)

        self._runner.call("prepare", lambda: self._small(ids[0]), found, lambda message: go_on())

    def stop(self) -> None:
        """Want nothing any more."""
        for lane in ("thumbnail", "prepare"):
            self._runner.drop(lane)
        self._drop()
        self._awaited = self._preparing = None

    def _drop(self) -> None:
        for lane in ("preview", "together", *(f"{_DETAIL}{place}" for place in range(TOGETHER.stop))):
            self._runner.drop(lane)

    def _load(self, small: Picture, side: int) -> None:
        def arrived(picture: Picture) -> None:
            self._keep(picture, side)
            self.arrived.emit(picture)

        photo = small.photo.id
        self._runner.call(
            "preview", lambda: self._decode(small, side), arrived, lambda message: self.failed.emit(photo, message)
        )

    def _next_together(self, ids: list[int], side: int) -> None:
        if not ids:
            return

        def load() -> Picture:
            small = self._small(ids[0])
            return self._find(small, side) or self._decode(small, side)

        def loaded(picture: Picture) -> None:
            self._keep(picture, side)
            self.arrived.emit(picture)
            self._next_together(ids[1:], side)

        def failed(message: str) -> None:
            self.failed.emit(ids[0], message)
            self._next_together(ids[1:], side)

        self._runner.call("together", load, loaded, failed)

    def _decode(self, small: Picture, side: int) -> Picture:
        preview = self._services.previews.load(small.photo.path, side)
        shown = from_rgb(preview.rgb, preview.width, preview.height)
        return replace(small, image=shown, full=full_size(small.photo, shown), final=True)

    def _small(self, photo_id: int) -> Picture:
        """The photo with its thumbnail, or an empty picture where there is none."""
        details = self._services.photos.details(photo_id)
        photo = details.photo
        jpeg = self._services.photos.thumbnails([photo.content], LARGE) if photo.content else {}
        image = (whole(jpeg[photo.content]) if photo.content in jpeg else None) or QImage()
        return Picture(photo, image, full_size(photo, image), False, tuple(details.companions))

    def _find(self, small: Picture, side: int) -> Picture | None:
        kept = self._kept.get((small.photo.content, side))
        return None if kept is None else _as(kept, small)

    def _keep(self, picture: Picture, side: int) -> None:
        key = (picture.photo.content, side)
        self._kept[key] = picture
        self._kept.move_to_end(key)
        while len(self._kept) > 1 and (
            len(self._kept) > _KEPT or sum(each.image.sizeInBytes() for each in self._kept.values()) > _KEPT_BYTES
        ):
            self._kept.popitem(last=False)


def _as(picture: Picture, small: Picture) -> Picture:
    """A kept picture as that of another photo with the same content: a copy."""
    return replace(picture, photo=small.photo, companions=small.companions)


def _decoded(full: tuple[int, int], visible: Part, scale: float, most: int) -> tuple[Part, int]:
    """Which part of a photo of ``full`` pixels to decode for what is ``visible``, and how long its long side may be."""
    width, height = full
    if width * height <= most:
        return WHOLE, max(full)
    x, y, breadth, depth = visible
    across, down = breadth * _MARGIN, depth * _MARGIN
    part = within((x - across, y - down, breadth + 2 * across, depth + 2 * down))
    density = min(1.0, scale)
    while width * height * density * density > _MOST_PIXELS:
        density /= 2
    return part, max(1, math.floor(max(part[2] * width, part[3] * height) * density))


def full_size(photo: Photo, image: QImage) -> tuple[int, int]:
    """The photo's size in pixels, upright as ``image`` is, or that of ``image`` where it is unknown."""
    if not photo.width or not photo.height:
        return max(1, image.width()), max(1, image.height())
    turned = (photo.width > photo.height) != (image.width() > image.height())
    return (photo.height, photo.width) if turned and not image.isNull() else (photo.width, photo.height)

"""The small picture of an example photo, or of the part of it that is gone by; made in any thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage

from photoorg.core.errors import PhotoorgError
from photoorg.ui.models.decoding import from_rgb, whole
from photoorg.ui.models.thumbnails import LARGE

if TYPE_CHECKING:
    from photoorg.services import Services
    from photoorg.ui.search.browsing import Crop, Wish

#: How many times as wide as high it may become.
_WIDEST = 2


def example_picture(services: Services, wish: Wish, side: int) -> QImage | None:
    """The example of ``wish``, ``side`` device pixels high; None if there is no picture of it."""
    image = _image(services, wish)
    if image is None or image.isNull():
        return None
    part = image.copy(_part(image, wish.crop))
    wide = part.scaledToHeight(side, Qt.TransformationMode.SmoothTransformation)
    room = min(wide.width(), side * _WIDEST)
    return wide.copy((wide.width() - room) // 2, 0, room, side)


def _image(services: Services, wish: Wish) -> QImage | None:
    if wish.example is not None and wish.example.content:
        jpeg = services.photos.thumbnails([wish.example.content], LARGE).get(wish.example.content)
        if jpeg is not None:
            return whole(jpeg)
    path = wish.example.path if wish.example is not None else wish.example_path
    try:
        preview = services.previews.load(path, LARGE)
    except PhotoorgError:
        return None  # the search itself says what is wrong with the file
    return from_rgb(preview.rgb, preview.width, preview.height)


def _part(image: QImage, crop: Crop | None) -> QRect:
    """The pixels of a part of an image; all of them without a ``crop``."""
    if crop is None:
        return image.rect()
    x, y, width, height = crop
    corner = round(x * image.width()), round(y * image.height())
    size = max(1, round(width * image.width())), max(1, round(height * image.height()))
    return QRect(*corner, *size).intersected(image.rect())

"""Stored thumbnails as QImages, made in any thread.

Pillow decodes, not Qt: Qt's readers take locks of QObject while Python's lock is held, and the window's thread, which
holds those locks when it connects or disconnects, can wait for Python's. Pillow also lets Python go on meanwhile.
"""

from __future__ import annotations

import io
import math
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from PIL.Image import Image

#: Grey and opacity (0-255) of the hairline that sets a white page off from a white window.
_EDGE, _EDGE_OPACITY = (128, 128, 128), 70
#: Masks are drawn this many times larger, then reduced, which smooths their curves.
_OVERSAMPLING = 4

_Box = tuple[int, int, int, int]


def tile(jpeg: bytes, side: int, radius: float, quarters: int = 0) -> QImage | None:
    """The middle square of a picture, ``side`` device pixels wide with rounded corners; None if it is no picture.

    It is turned by ``quarters`` clockwise.
    """
    from PIL import Image

    picture = _decode(jpeg, side)
    if picture is None:
        return None
    short = min(picture.size)
    left, top = (picture.width - short) / 2, (picture.height - short) / 2
    # To reduce by, it is as sharp as cubic and takes half the time.
    filter = Image.Resampling.HAMMING if short > side else Image.Resampling.BICUBIC
    square = picture.resize((side, side), filter, (left, top, left + short, top + short))
    if quarters % 4:
        square = square.rotate(-90 * quarters)  # Pillow turns the other way; a square keeps all of itself
    shape, edges = _masks(side, radius)
    for box, edge in edges:
        square.paste(_EDGE, box, edge)
    square.putalpha(shape)
    image = QImage(square.tobytes(), side, side, 4 * side, QImage.Format.Format_RGBA8888)
    return image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)


def whole(jpeg: bytes) -> QImage | None:
    """All of a picture at its own size; None if it is no picture."""
    picture = _decode(jpeg, 0)
    return None if picture is None else from_rgb(picture.tobytes(), picture.width, picture.height)


def from_rgb(rgb: bytes, width: int, height: int) -> QImage:
    """``height`` rows of ``width`` packed 8-bit RGB pixels as an image of its own memory."""
    image = QImage(rgb, width, height, 3 * width, QImage.Format.Format_RGB888)
    return image.convertToFormat(QImage.Format.Format_RGB32)


def _decode(jpeg: bytes, side: int) -> Image | None:
    """The picture as RGB, reduced while decoding to no less than ``side`` pixels each way, if ``side`` is not 0."""
    from PIL import Image

    try:
        with Image.open(io.BytesIO(jpeg)) as opened:
            if side:
                opened.draft("RGB", (side, side))
            opened.load()
            return opened if opened.mode == "RGB" else opened.convert("RGB")
    except OSError:
        return None


@lru_cache(maxsize=8)
def _masks(side: int, radius: float) -> tuple[Image, list[tuple[_Box, Image]]]:
    """What of a tile is opaque, and where its hairline runs: in the four stripes along its sides."""
    from PIL import Image, ImageDraw

    large, size = side * _OVERSAMPLING, (side, side)
    shape, edge = Image.new("L", (large, large)), Image.new("L", (large, large))
    corners = (0, 0, large - 1, large - 1)
    ImageDraw.Draw(shape).rounded_rectangle(corners, radius * _OVERSAMPLING, fill=255)
    ImageDraw.Draw(edge).rounded_rectangle(corners, radius * _OVERSAMPLING, outline=_EDGE_OPACITY, width=_OVERSAMPLING)
    hairline = edge.resize(size, Image.Resampling.BOX)
    deep = min(math.ceil(radius) + 1, side // 2)
    far = side - deep
    boxes = (0, 0, side, deep), (0, far, side, side), (0, deep, deep, far), (far, deep, side, far)
    stripes = [(box, hairline.crop(box)) for box in boxes if box[1] < box[3]]
    return shape.resize(size, Image.Resampling.BOX), stripes

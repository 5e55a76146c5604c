"""One decode for everything: the smallest upright sRGB picture that still covers every use of it.

A JPEG is reduced while it is decoded (the inverse transform runs on 1/2, 1/4 or 1/8 of each block side), any
other format by box averaging right after. Nothing later needs more pixels than ``Target`` names.
"""

from __future__ import annotations

import math
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PIL import Image, ImageFile

from photoorg.core.errors import UnreadableError
from photoorg.media.colour import to_rgb
from photoorg.media.crop import WHOLE, Crop
from photoorg.media.formats import open_image
from photoorg.media.raw import raw_preview
from photoorg.media.salvage import load
from photoorg.media.source import Source

#: The most pixels that are ever decoded. At four bytes each this is 600 MB, one such picture at a time.
MAX_PIXELS = 150_000_000
#: The most pixels of a baseline JPEG, which is reduced while decoding and never held in full.
MAX_JPEG_PIXELS = 1_000_000_000
#: Pictures above this many decoded pixels wait for each other, so that memory stays bounded.
LARGE_PIXELS = 40_000_000

_DECODER_BLOCK = 16 << 20
_EXIF_ORIENTATION = 0x0112
_UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}

_one_large = threading.Lock()


@dataclass(frozen=True, slots=True)
class Target:
    """How small a picture may become: its sides stay at or above these, unless it was smaller to begin with.

    ``most_pixels`` keeps very long strips from staying whole for the sake of their short side. Reduction goes by
    whole numbers, so that up to twice each side, and four times the pixels, may remain.
    """

    long_side: int
    short_side: int = 1
    most_pixels: int = 4_000_000

    def factor(self, width: float, height: float) -> float:
        """By how much a picture, or the crop of it, of this size may be divided; at least 1."""
        sides = min(max(width, height) / self.long_side, min(width, height) / self.short_side)
        return max(1.0, sides, math.sqrt(width * height / self.most_pixels))


@dataclass(frozen=True, slots=True)
class Picture:
    """A decoded picture.

    ``image`` is upright RGB at reduced size; ``width`` and ``height`` are those of the full picture, upright.
    ``exif`` and ``info`` are what the file says of itself, for ``metadata``.
    """

    image: Image.Image
    width: int
    height: int
    format: str
    exif: Image.Exif
    info: dict[str | tuple[int, int], object]


def decode(source: Source, target: Target, crop: Crop = WHOLE) -> Picture:
    """Decode ``source`` so far reduced that ``crop`` still reaches ``target``.

    Raises:
        UnreadableError: it is no picture, too large, or too damaged; the message is a sentence for people.
    """
    preview = raw_preview(source)
    if preview is None:
        return _decode(source, target, crop)
    picture = _decode(preview.source, target, crop, preview.orientation)
    return Picture(picture.image, preview.width, preview.height, "RAW", picture.exif, picture.info)


def _decode(source: Source, target: Target, crop: Crop, orientation: int | None = None) -> Picture:
    with source.opened() as stream:
        image = open_image(stream)
        width, height = image.size
        fmt = "JPEG" if image.format == "MPO" else image.format or "?"
        # Whether the picture lies on its side is not known yet; for a crop, the more careful reading counts.
        factor = min(target.factor(width * crop[2], height * crop[3]), target.factor(width * crop[3], height * crop[2]))
        _reduce_while_decoding(image, factor)
        _check_size(image, width, height)
        with _turn(image):
            loaded = load(image, source)
            left = math.floor(factor * max(loaded.size) / max(width, height) + 1e-6)
            reduced = to_rgb(loaded, max(left, 1))
        exif = _exif(image)
    turn = orientation or exif.get(_EXIF_ORIENTATION)
    if turn in _UPRIGHT:
        reduced = reduced.transpose(_UPRIGHT[turn])
        if turn >= 5:
            width, height = height, width
    return Picture(reduced, width, height, fmt, exif, image.info)


def _reduce_while_decoding(image: Image.Image, factor: float) -> None:
    """Ask the reader for a smaller picture; those that cannot ignore it."""
    width, height = image.size
    image.draft(image.mode, (max(1, math.ceil(width / factor)), max(1, math.ceil(height / factor))))
    if isinstance(image, ImageFile.ImageFile):
        # The file lies in memory: in Pillow's small blocks libjpeg starts over at each one's end.
        image.decodermaxblock = _DECODER_BLOCK


def _check_size(image: Image.Image, width: int, height: int) -> None:
    baseline = image.format in ("JPEG", "MPO") and "progressive" not in image.info
    limit = MAX_JPEG_PIXELS if baseline else MAX_PIXELS
    if width * height > limit or image.width * image.height > MAX_PIXELS:
        raise UnreadableError(
            f"The picture is too large: {width} x {height} is {width * height / 1e6:,.0f} megapixels, "
            f"and photoorg opens up to {limit / 1e6:,.0f}."
        )


@contextmanager
def _turn(image: Image.Image) -> Iterator[None]:
    """Let large pictures through one by one."""
    if image.width * image.height <= LARGE_PIXELS:
        yield
        return
    with _one_large:
        yield


def _exif(image: Image.Image) -> Image.Exif:
    try:
        return image.getexif()
    except Exception:  # damaged EXIF never costs the picture
        return Image.Exif()

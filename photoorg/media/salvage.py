"""What can be saved of a damaged picture, and how much of it that is.

Half a picture is worth showing; a sliver above a black field is not, and is listed with its reason instead.
"""

from __future__ import annotations

import io

from PIL import Image, ImageChops, ImageFile

from photoorg.core.errors import UnreadableError
from photoorg.media.source import Source

#: The least share of a picture's height that is worth showing.
MIN_SHARE = 0.5

# What libjpeg writes where the data has ended: the middle of every channel.
_JPEG_NOTHING = (128, 128, 128)
_JPEG_END = b"\xff\xd9"


def load(image: Image.Image, source: Source) -> Image.Image:
    """Decode the pixels of ``image``, which was opened from ``source``; give it, or what could be saved of it.

    Raises:
        UnreadableError: less than ``MIN_SHARE`` of it is there.
    """
    try:
        image.load()
    except MemoryError:
        raise
    except Exception as error:  # readers raise almost anything over damaged data
        is_jpeg = image.format in ("JPEG", "MPO")
        saved, share = _saved_jpeg(image, source) if is_jpeg else _saved_rows(image, error)
        if saved is None or share < MIN_SHARE:
            raise UnreadableError(_damage(error, share)) from error
        return saved
    return image


def _saved_jpeg(image: Image.Image, source: Source) -> tuple[Image.Image | None, float]:
    """Decode again with an end marker put behind the data: libjpeg then keeps all it has, every scan of it.

    Returns the picture, None if even that fails, and the share (0-1) of its height that was reached.
    """
    if source.held is None:
        return None, 0.0
    try:
        saved = Image.open(io.BytesIO(source.held + _JPEG_END), formats=("JPEG",))
        saved.draft(image.mode, image.size)
        saved.load()
    except Exception:  # as in ``load``; the first error is the one that is told
        return None, 0.0
    return saved, _jpeg_share(saved)


def _jpeg_share(image: Image.Image) -> float:
    nothing = Image.new("RGB", image.size, _JPEG_NOTHING)
    reached = ImageChops.difference(image.convert("RGB"), nothing).getbbox()
    return reached[3] / image.height if reached else 0.0


def _saved_rows(image: Image.Image, error: Exception) -> tuple[Image.Image | None, float]:
    """The rows that were decoded before the data gave out; the others stay black.

    Returns the picture, None if no row was decoded, and the share (0-1) of its rows that hold anything.
    """
    if not isinstance(image, ImageFile.ImageFile):
        return None, 0.0
    behind_the_pixels = not image.tile and not isinstance(error, OSError)
    image.tile = []  # Pillow's way of saying that nothing is left to decode
    try:
        _, rows = image.getprojection()
    except Exception:  # the reader failed before it made room for pixels
        return None, 0.0
    return image, 1.0 if behind_the_pixels else sum(rows) / len(rows)


def _damage(error: Exception, share: float) -> str:
    if "truncated" in str(error).lower():
        return (
            f"The picture ends early: only {share:.0%} of it is there." if share >= 0.01 else "The picture ends early."
        )
    return f"The picture is damaged: only {share:.0%} of it is there." if share >= 0.01 else "The picture is damaged."

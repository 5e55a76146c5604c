"""Camera RAW files, shown by the preview that the camera put inside."""

from __future__ import annotations

import io
import os
from dataclasses import dataclass

from PIL import Image

from photoorg.core.errors import UnreadableError
from photoorg.core.types import RAW_SUFFIXES
from photoorg.media.source import Source

# LibRaw's "flip" as an EXIF orientation: 3 is upside down, 5 a quarter turn left, 6 a quarter turn right.
_ORIENTATION_OF_FLIP = {0: 1, 3: 3, 5: 8, 6: 6}
_QUARTER_TURNS = (5, 6)


@dataclass(frozen=True, slots=True)
class RawPreview:
    """The preview as a source of its own.

    ``orientation`` is the EXIF orientation to show it in, None where the preview says so itself; ``width`` and
    ``height`` are those of the full picture, upright.
    """

    source: Source
    orientation: int | None
    width: int
    height: int


def raw_preview(source: Source) -> RawPreview | None:
    """The camera's preview inside a RAW file; None for any other kind of file, by its name.

    Raises:
        UnreadableError: rawpy is not installed, or the file holds no preview that it finds.
    """
    if os.path.splitext(source.path)[1].lower() not in RAW_SUFFIXES:
        return None
    try:
        import rawpy
    except ImportError as error:
        raise UnreadableError(
            "Reading camera RAW files needs the raw extra.", "Install it with: pip install 'photoorg[raw]'"
        ) from error
    try:
        with source.opened() as stream, rawpy.imread(stream) as raw:
            thumb = raw.extract_thumb()
            sizes = raw.sizes
    except rawpy.LibRawError as error:
        raise UnreadableError(f"The RAW file holds no preview that can be read ({error}).") from error
    if isinstance(thumb.data, bytes):  # a JPEG; otherwise an array of pixels
        held, says_itself = thumb.data, _has_orientation(thumb.data)
    else:
        held, says_itself = _as_bitmap(Image.fromarray(thumb.data)), False
    inner = Source(source.path, len(held), source.mtime_ns, source.content, held)
    turned = sizes.flip in _QUARTER_TURNS
    return RawPreview(
        source=inner,
        orientation=None if says_itself else _ORIENTATION_OF_FLIP.get(sizes.flip, 1),
        width=sizes.height if turned else sizes.width,
        height=sizes.width if turned else sizes.height,
    )


def _has_orientation(jpeg: bytes) -> bool:
    try:
        with Image.open(io.BytesIO(jpeg), formats=("JPEG",)) as image:
            return 0x0112 in image.getexif()
    except Exception:  # ``decode`` will say what is wrong with it
        return False


def _as_bitmap(image: Image.Image) -> bytes:
    stream = io.BytesIO()
    image.save(stream, "BMP")
    return stream.getvalue()

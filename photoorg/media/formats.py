"""Opening a picture with the right reader, and saying in one sentence why a file is none."""

from __future__ import annotations

import warnings
from functools import cache
from typing import BinaryIO

from PIL import Image, UnidentifiedImageError

from photoorg.core.errors import UnreadableError

#: The readers that may see a foreign file. Everything else Pillow knows (PostScript, for one, which runs an
#: interpreter) stays out.
FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "TIFF", "BMP", "DIB", "HEIF", "AVIF")

# What a file that is no picture begins with. The first match wins.
_LOOKALIKES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"8BPS", "a Photoshop document"),
    (b"%!PS", "a PostScript document"),
    (b"gimp xcf", "a GIMP document"),
    (b"\x1f\x8b", "a compressed archive"),
    (b"Rar!", "a RAR archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"RIFF", "a video or sound file"),
    (b"\x1aE\xdf\xa3", "a video"),
    (b"\x00\x05\x16\x07", "a companion file of macOS"),
)


@cache
def load_readers() -> None:
    """Register the readers of all ``FORMATS``, which takes a moment; ``open_image`` does it when needed."""
    import pillow_heif
    from PIL import (  # noqa: F401 - each registers its reader
        AvifImagePlugin,
        BmpImagePlugin,
        GifImagePlugin,
        JpegImagePlugin,
        MpoImagePlugin,
        PngImagePlugin,
        TiffImagePlugin,
        WebPImagePlugin,
    )

    pillow_heif.register_heif_opener(depth_images=False, aux_images=False)
    # Pillow's own limit warns first and fails later, whatever the format; ``decode`` has a finer one.
    Image.MAX_IMAGE_PIXELS = None


def open_image(stream: BinaryIO) -> Image.Image:
    """Identify the picture in ``stream`` and read its header; the pixels stay undecoded.

    Raises:
        UnreadableError: no reader recognises it, or its header is damaged.
    """
    load_readers()
    try:
        return Image.open(stream, formats=FORMATS)
    except UnidentifiedImageError as error:
        stream.seek(0)
        raise UnreadableError(why_not_a_picture(stream.read(4096))) from error
    except MemoryError:
        raise
    except Exception as error:  # readers raise almost anything over a damaged header
        raise UnreadableError("The picture is damaged: its header makes no sense.") from error


def why_not_a_picture(head: bytes) -> str:
    """One sentence about a file that starts with ``head`` and that no reader recognises."""
    if not head.strip(b"\0"):
        return "The file holds nothing but zeros: its contents were lost."
    if _has_picture_signature(head):
        return "The picture is damaged: its header makes no sense."
    guess = _guess(head)
    if guess is None:
        return "This is not a picture that photoorg can read."
    return f"This is not a picture that photoorg can read (it looks like {guess})."


def quiet() -> None:
    """Silence Pillow's warnings for the whole process; what matters in them is told as a failure's reason."""
    warnings.filterwarnings("ignore", module=r"PIL(\.|$)")
    warnings.filterwarnings("ignore", category=Image.DecompressionBombWarning)


def _has_picture_signature(head: bytes) -> bool:
    return (
        head.startswith((b"\xff\xd8", b"\x89PNG", b"GIF8", b"II*\0", b"MM\0*", b"BM"))
        or (head.startswith(b"RIFF") and head[8:12] == b"WEBP")
        or (head[4:8] == b"ftyp" and head[8:12] in (b"heic", b"heix", b"mif1", b"msf1", b"avif", b"avis"))
    )


def _guess(head: bytes) -> str | None:
    for signature, name in _LOOKALIKES:
        if head.startswith(signature):
            return name
    if head[4:8] in (b"ftyp", b"moov", b"mdat"):
        return "a video"
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:512].lower()
    if start.startswith((b"<!doctype html", b"<html", b"<head", b"<body")):
        return "HTML"
    if b"<svg" in start:
        return "an SVG drawing"
    if start.startswith(b"<?xml"):
        return "XML"
    if start.startswith(b"version https://git-lfs"):
        return "a pointer to a file that was not downloaded"
    if start and all(byte in b"\t\n\r\f" or 32 <= byte < 127 or byte >= 128 for byte in start):
        return "text" if _is_utf8(head) else None
    return None


def _is_utf8(head: bytes) -> bool:
    try:
        head[:-4].decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True

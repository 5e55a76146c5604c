from __future__ import annotations

import io

import pytest
from PIL import Image

from photoorg.core.errors import UnreadableError
from photoorg.media.formats import open_image


@pytest.mark.parametrize("fmt", ["JPEG", "PNG", "WEBP", "GIF", "TIFF", "BMP", "AVIF", "HEIF"])
def test_every_promised_format_opens(fmt: str) -> None:
    stream = io.BytesIO()
    open_image(io.BytesIO(_png()))  # registers the HEIF writer as well
    Image.new("RGB", (64, 48), "red").save(stream, fmt)
    stream.seek(0)
    image = open_image(stream)
    assert image.size == (64, 48)
    red, green, blue = image.convert("RGB").getpixel((20, 20))
    assert red > 230
    assert max(green, blue) < 30


@pytest.mark.parametrize(
    ("head", "guess"),
    [
        (b"<!DOCTYPE html><html>", "HTML"),
        (b"\xef\xbb\xbf  <html lang=de>", "HTML"),
        (b"%PDF-1.7", "a PDF document"),
        (b"PK\x03\x04rest", "a ZIP archive or an office document"),
        (b"8BPS\0\1", "a Photoshop document"),
        (b"\0\0\0\x20ftypisom", "a video"),
        (b'<?xml version="1.0"?><svg xmlns=""/>', "an SVG drawing"),
        (b"hello, world, this is a note", "text"),
        (b"version https://git-lfs.github.com/spec/v1\n", "a pointer to a file that was not downloaded"),
    ],
)
def test_what_a_file_looks_like_is_said(head: bytes, guess: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        open_image(io.BytesIO(head))
    assert caught.value.message == f"This is not a picture that photoorg can read (it looks like {guess})."


def test_unknown_bytes_are_not_guessed_at() -> None:
    with pytest.raises(UnreadableError, match=r"photoorg can read\.$"):
        open_image(io.BytesIO(b"\x01\x02\x03\x04" * 20))


def test_lost_contents_are_named() -> None:
    with pytest.raises(UnreadableError, match="nothing but zeros"):
        open_image(io.BytesIO(bytes(5000)))


@pytest.mark.parametrize("head", [b"\xff\xd8\xff\xe0", b"\x89PNG\r\n\x1a\n\0\0", b"GIF89a"])
def test_a_damaged_header_is_told_from_no_picture_at_all(head: bytes) -> None:
    with pytest.raises(UnreadableError, match="damaged: its header"):
        open_image(io.BytesIO(head))


def test_postscript_is_never_run() -> None:
    with pytest.raises(UnreadableError, match="a PostScript document"):
        open_image(io.BytesIO(b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\n"))


def _png() -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (4, 4)).save(stream, "PNG")
    return stream.getvalue()

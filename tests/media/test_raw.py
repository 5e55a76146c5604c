from __future__ import annotations

import io
import struct
import sys
from pathlib import Path

import pytest
from PIL import Image

from photoorg.core.errors import UnreadableError
from photoorg.media.decode import decode
from photoorg.media.reading import INDEXING, read
from photoorg.media.source import read_source

_SHORT, _LONG, _TEXT, _BYTE, _RATIO, _SIGNED_RATIO = 3, 4, 2, 1, 5, 10
_Entry = tuple[int, int, bytes]


def test_without_the_extra_a_raw_file_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rawpy", None)
    (tmp_path / "a.NEF").write_bytes(b"whatever is in it")
    with pytest.raises(UnreadableError, match="needs the raw extra") as caught:
        decode(read_source(str(tmp_path / "a.NEF")), INDEXING)
    assert "photoorg[raw]" in caught.value.hint


def test_the_preview_inside_a_raw_file_is_shown_upright(tmp_path: Path) -> None:
    pytest.importorskip("rawpy", reason="the raw extra is not installed")
    preview = Image.new("RGB", (320, 240), "blue")
    preview.paste("red", (0, 0, 160, 120))
    path = tmp_path / "a.dng"
    path.write_bytes(_dng(preview, sensor=(640, 480), orientation=6))
    reading = read(str(path))
    assert reading.failure is None
    assert reading.image is not None
    assert reading.metadata is not None
    assert reading.image.size == (240, 320)
    assert reading.image.getpixel((230, 10)) == pytest.approx((255, 0, 0), abs=6)
    assert reading.image.getpixel((10, 10)) == pytest.approx((0, 0, 255), abs=6)
    assert (reading.metadata.width, reading.metadata.height) == (480, 640)
    assert (reading.metadata.format, reading.metadata.software) == ("RAW", None)
    assert (reading.metadata.taken, reading.metadata.camera) == ("2024-01-02T03:04:05", "Test Cam")


def test_a_damaged_raw_file_is_named(tmp_path: Path) -> None:
    pytest.importorskip("rawpy", reason="the raw extra is not installed")
    (tmp_path / "a.cr2").write_bytes(b"II*\0" + bytes(2000))
    failure = read(str(tmp_path / "a.cr2")).failure
    assert failure is not None
    assert failure.startswith("The RAW file holds no preview")


def _dng(preview: Image.Image, sensor: tuple[int, int], orientation: int) -> bytes:
    """The smallest DNG (Adobe DNG 1.4) with a preview in its first directory and a sensor's image in the second."""
    stream = io.BytesIO()
    preview.save(stream, "JPEG", quality=95)
    jpeg, pixels = stream.getvalue(), bytes(2 * sensor[0] * sensor[1])
    jpeg += bytes(len(jpeg) % 2)

    def directories(jpeg_at: int, pixels_at: int, second_at: int) -> tuple[bytes, bytes]:
        first = [
            *_longs({254: 1, 256: preview.width, 257: preview.height, 273: jpeg_at, 278: preview.height}),
            *_longs({279: len(jpeg), 330: second_at}),
            *_shorts({258: (8, 8, 8), 259: (7,), 262: (6,), 274: (orientation,), 277: (3,), 50778: (21,)}),
            *((tag, _TEXT, text) for tag, text in ((271, b"Test\0"), (272, b"Cam\0"), (50708, b"Test Cam\0"))),
            (306, _TEXT, b"2024:01:02 03:04:05\0"),
            (50706, _BYTE, bytes((1, 4, 0, 0))),
            (50721, _SIGNED_RATIO, struct.pack("<18i", *([1, 1] + [0, 1] * 3) * 2, 1, 1)),
            (50728, _RATIO, struct.pack("<6I", *[1] * 6)),
        ]
        second = [
            *_longs({254: 0, 256: sensor[0], 257: sensor[1], 273: pixels_at, 278: sensor[1], 279: len(pixels)}),
            *_shorts({258: (16,), 259: (1,), 262: (32803,), 277: (1,), 33421: (2, 2)}),
            (33422, _BYTE, bytes((0, 1, 1, 2))),
        ]
        at = 8
        packed = _directory(first, at)
        return packed, _directory(second, at + len(packed))

    lengths = [len(part) for part in directories(0, 0, 0)]
    second_at = 8 + lengths[0]
    jpeg_at = second_at + lengths[1]
    first, second = directories(jpeg_at, jpeg_at + len(jpeg), second_at)
    return b"II*\0" + struct.pack("<I", 8) + first + second + jpeg + pixels


def _longs(values: dict[int, int]) -> list[_Entry]:
    return [(tag, _LONG, struct.pack("<I", value)) for tag, value in values.items()]


def _shorts(values: dict[int, tuple[int, ...]]) -> list[_Entry]:
    return [(tag, _SHORT, struct.pack(f"<{len(value)}H", *value)) for tag, value in values.items()]


def _directory(entries: list[_Entry], at: int) -> bytes:
    """A TIFF directory that lies ``at`` this offset, with its longer values behind it."""
    sizes = {_BYTE: 1, _TEXT: 1, _SHORT: 2, _LONG: 4, _RATIO: 8, _SIGNED_RATIO: 8}
    table, behind = struct.pack("<H", len(entries)), b""
    for tag, kind, data in sorted(entries):
        value = data.ljust(4, b"\0")
        if len(data) > 4:
            value = struct.pack("<I", at + 2 + 12 * len(entries) + 4 + len(behind))
            behind += data + bytes(len(data) % 2)
        table += struct.pack("<HHI", tag, kind, len(data) // sizes[kind]) + value
    return table + bytes(4) + behind

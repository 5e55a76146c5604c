from __future__ import annotations

import io
import struct

import numpy as np
import pytest
from PIL import Image, ImageCms

from photoorg.media import colour
from photoorg.media.colour import to_rgb

_MODES = ("1", "L", "LA", "P", "PA", "RGB", "RGBA", "RGBX", "CMYK", "YCbCr", "HSV", "LAB", "I", "F", "I;16")


def _reopened(image: Image.Image, fmt: str, **options: object) -> Image.Image:
    stream = io.BytesIO()
    image.save(stream, fmt, **options)
    opened = Image.open(io.BytesIO(stream.getvalue()))
    opened.load()
    return opened


@pytest.mark.parametrize("factor", [1, 3])
@pytest.mark.parametrize("mode", _MODES)
def test_every_mode_becomes_rgb(mode: str, factor: int) -> None:
    if mode == "I;16":
        image = Image.fromarray(np.full((12, 12), 40000, np.uint16))
    elif mode == "LAB":
        image = Image.new("LAB", (12, 12), (180, 128, 128))
    elif mode == "PA":
        image = Image.new("P", (12, 12)).convert("PA")
    else:
        image = Image.new("RGB", (12, 12), (200, 200, 200)).convert(mode)
    converted = to_rgb(image, factor)
    assert converted.mode == "RGB"
    assert converted.size == (12 // factor, 12 // factor)


@pytest.mark.parametrize("mode", ["P", "RGBA", "LA", "CMYK", "I;16"])
def test_bands_make_no_difference(mode: str, monkeypatch: pytest.MonkeyPatch) -> None:
    rng = np.random.default_rng(0)
    if mode == "I;16":
        image = Image.fromarray(rng.integers(0, 65536, (103, 70), dtype=np.uint16))
    else:
        image = Image.fromarray(rng.integers(0, 256, (103, 70, 3), dtype=np.uint8)).convert(mode)
    whole = np.asarray(to_rgb(image, 5))
    monkeypatch.setattr(colour, "BAND_PIXELS", 1000)
    assert np.array_equal(np.asarray(to_rgb(image, 5)), whole)


def test_sixteen_bits_keep_their_shades() -> None:
    shades = np.linspace(0, 65535, 256).astype(np.uint16)[None, :].repeat(4, 0)
    for fmt in ("PNG", "TIFF"):
        converted = np.asarray(to_rgb(_reopened(Image.fromarray(shades), fmt), 1))
        assert np.abs(converted[0, :, 0].astype(int) - np.arange(256)).max() <= 1


def test_floats_are_stretched_and_survive_nan() -> None:
    values = np.linspace(-3, 5, 100, dtype=np.float32).reshape(10, 10)
    values[0, 0] = np.nan
    converted = np.asarray(to_rgb(_reopened(Image.fromarray(values), "TIFF"), 1))
    assert converted[9, 9].tolist() == [255, 255, 255]
    assert converted[0, 1, 0] < 5
    unit = np.full((4, 4), 0.5, np.float32)
    assert np.asarray(to_rgb(Image.fromarray(unit), 1))[0, 0].tolist() == [127, 127, 127]


def test_cmyk_is_not_inverted() -> None:
    cyan = to_rgb(_reopened(Image.new("CMYK", (16, 16), (255, 0, 0, 0)), "JPEG"), 1)
    red, green, blue = cyan.getpixel((8, 8))
    assert red < 40
    assert min(green, blue) > 150


@pytest.mark.parametrize(("ink", "ground"), [("black", (255, 255, 255)), ("white", (128, 128, 128))])
def test_transparency_lies_on_what_it_shows_up_against(ink: str, ground: tuple[int, int, int]) -> None:
    image = Image.new("RGBA", (20, 20), (0, 0, 0, 0))
    image.paste(ink, (5, 5, 15, 15))
    assert to_rgb(image, 1).getpixel((1, 1)) == ground


def test_a_transparent_palette_colour_is_ground() -> None:
    image = Image.new("P", (20, 20), 0)
    image.putpalette([255, 0, 0, 0, 0, 255])
    image.paste(1, (0, 0, 10, 20))
    reopened = _reopened(image, "GIF", transparency=0)
    assert to_rgb(reopened, 1).getpixel((15, 10)) == (255, 255, 255)
    assert to_rgb(reopened, 1).getpixel((5, 10)) == (0, 0, 255)


def test_a_hidden_colour_does_not_bleed_into_edges() -> None:
    image = Image.new("RGBA", (8, 8), (0, 255, 0, 0))
    image.paste((0, 0, 0, 255), (0, 0, 4, 8))
    edge = to_rgb(image, 8).getpixel((0, 0))
    assert edge[0] == edge[1] == edge[2]


def test_a_wide_gamut_becomes_srgb() -> None:
    for mode, shade in (("RGB", (200, 100, 100)), ("RGBA", (200, 100, 100, 255))):
        image = Image.new(mode, (4, 4), shade)
        image.info["icc_profile"] = _display_p3()
        red, green, blue = to_rgb(image, 1).getpixel((0, 0))
        # The same colour lies nearer to the edge of the smaller space.
        assert red > 205
        assert green < 97
        assert blue < 100


def test_a_broken_or_foreign_profile_is_ignored() -> None:
    of_no_picture = ImageCms.ImageCmsProfile(ImageCms.createProfile("XYZ")).tobytes()
    for profile in (of_no_picture, b"not a profile at all", _display_p3()[:200]):
        image = Image.new("RGB", (4, 4), (10, 200, 30))
        image.info["icc_profile"] = profile
        assert to_rgb(image, 1).getpixel((0, 0)) == (10, 200, 30)


def test_srgb_is_left_alone_exactly() -> None:
    image = Image.new("RGB", (4, 4), (10, 200, 30))
    image.info["icc_profile"] = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    assert to_rgb(image, 1).getpixel((0, 0)) == (10, 200, 30)


def _display_p3() -> bytes:
    """A minimal ICC profile (ICC.1:2001-04) with the primaries of Display P3 and a gamma of 2.2."""

    def xyz(*values: float) -> bytes:
        return b"XYZ \0\0\0\0" + struct.pack(">3i", *(round(value * 65536) for value in values))

    gamma = b"curv\0\0\0\0" + struct.pack(">IHxx", 1, round(2.2 * 256))
    tags = {
        b"desc": b"desc\0\0\0\0" + struct.pack(">I", 11) + b"Display P3\0" + bytes(79),
        b"cprt": b"text\0\0\0\0none\0\0\0\0",
        b"wtpt": xyz(0.9642, 1.0, 0.8249),
        b"rXYZ": xyz(0.5151, 0.2412, -0.0011),
        b"gXYZ": xyz(0.2919, 0.6922, 0.0419),
        b"bXYZ": xyz(0.1572, 0.0666, 0.7841),
        b"rTRC": gamma,
        b"gTRC": gamma,
        b"bTRC": gamma,
    }
    table, body = struct.pack(">I", len(tags)), b""
    for name, data in tags.items():
        data += bytes(-len(data) % 4)
        table += name + struct.pack(">II", 128 + 4 + 12 * len(tags) + len(body), len(data))
        body += data
    header = struct.pack(">I4sI4s4s4s", 128 + len(table) + len(body), b"lcms", 0x02100000, b"mntr", b"RGB ", b"XYZ ")
    header += struct.pack(">6H4s", 2024, 1, 1, 0, 0, 0, b"acsp") + bytes(28)
    header += struct.pack(">3i", round(0.9642 * 65536), 65536, round(0.8249 * 65536))
    return header.ljust(128, b"\0") + table + body

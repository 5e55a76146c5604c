from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image

from photoorg.core.errors import UnreadableError
from photoorg.media import decode as decoding
from photoorg.media.decode import Target, decode
from photoorg.media.reading import INDEXING
from photoorg.media.source import Source


def source_of(image: Image.Image, fmt: str, **options: object) -> Source:
    stream = io.BytesIO()
    image.save(stream, fmt, **options)
    return _source(stream.getvalue())


def _source(data: bytes, path: str = "x.jpg") -> Source:
    return Source(path, len(data), 0, b"\0" * 16, data)


def _gradient(width: int, height: int) -> Image.Image:
    across = np.linspace(0, 255, width, dtype=np.uint8)[None, :].repeat(height, 0)
    down = np.linspace(0, 255, height, dtype=np.uint8)[:, None].repeat(width, 1)
    return Image.fromarray(np.stack([across, down, np.full_like(across, 40)], -1))


def test_a_12_megapixel_jpeg_is_decoded_at_an_eighth() -> None:
    picture = decode(source_of(Image.new("RGB", (4000, 3000), "teal"), "JPEG"), INDEXING)
    assert picture.image.size == (500, 375)
    assert (picture.width, picture.height) == (4000, 3000)


@pytest.mark.parametrize("fmt", ["JPEG", "PNG"])
@pytest.mark.parametrize("size", [(3000, 2000), (2000, 3000), (1000, 1000), (6000, 700), (700, 500), (385, 257)])
def test_the_reduced_picture_covers_the_target_and_little_more(fmt: str, size: tuple[int, int]) -> None:
    image = decode(source_of(Image.new("RGB", size), fmt), INDEXING).image
    assert max(image.size) >= 384
    assert min(image.size) >= 256
    assert max(image.size) < 2 * 384 or min(image.size) < 2 * 256


@pytest.mark.parametrize("size", [(1, 60000), (60000, 1), (300, 30000), (1, 1), (3, 2)])
def test_odd_proportions(size: tuple[int, int]) -> None:
    picture = decode(source_of(Image.new("RGB", size, "red"), "PNG"), INDEXING)
    assert (picture.width, picture.height) == size
    assert picture.image.width * picture.image.height <= 4 * INDEXING.most_pixels
    assert picture.image.getpixel((0, 0)) == (255, 0, 0)


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("fmt", ["JPEG", "PNG", "TIFF", "WEBP"])
def test_every_orientation_comes_out_upright(orientation: int, fmt: str) -> None:
    upright = Image.new("RGB", (80, 48), "blue")
    upright.paste("red", (0, 0, 40, 24))
    # What a camera held that way stores: the inverse of what a viewer is told to do.
    stored = {
        1: upright,
        2: upright.transpose(Image.Transpose.FLIP_LEFT_RIGHT),
        3: upright.transpose(Image.Transpose.ROTATE_180),
        4: upright.transpose(Image.Transpose.FLIP_TOP_BOTTOM),
        5: upright.transpose(Image.Transpose.TRANSPOSE),
        6: upright.transpose(Image.Transpose.ROTATE_90),
        7: upright.transpose(Image.Transpose.TRANSVERSE),
        8: upright.transpose(Image.Transpose.ROTATE_270),
    }[orientation]
    exif = Image.Exif()
    exif[0x0112] = orientation
    picture = decode(source_of(stored, fmt, exif=exif), INDEXING)
    assert (picture.width, picture.height) == (80, 48)
    assert picture.image.size == (80, 48)
    assert picture.image.getpixel((10, 6))[0] > 200
    assert picture.image.getpixel((70, 40))[2] > 200


def test_a_crop_is_decoded_as_large_as_a_whole_picture_would_be() -> None:
    source = source_of(_gradient(4000, 3000), "JPEG")
    image = decode(source, INDEXING, (0.4, 0.4, 0.2, 0.2)).image
    assert image.width * 0.2 >= 384
    assert image.height * 0.2 >= 256


def test_a_crop_of_a_picture_on_its_side_is_not_too_small() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    image = decode(source_of(_gradient(4000, 1000), "JPEG", exif=exif), Target(400), (0.0, 0.0, 1.0, 0.1)).image
    assert image.height > image.width
    assert max(image.width, image.height * 0.1) >= 400


def test_too_many_pixels_are_refused_by_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decoding, "MAX_PIXELS", 100_000)
    with pytest.raises(UnreadableError, match=r"1000 x 500 is 0 megapixels"):
        decode(source_of(Image.new("RGB", (1000, 500)), "PNG"), INDEXING)
    # A JPEG of that size is reduced while decoding.
    assert decode(source_of(Image.new("RGB", (1600, 1200)), "JPEG"), Target(200)).image.width == 200


def test_a_decompression_bomb_is_refused_before_it_is_decoded() -> None:
    # 20,000 x 20,000 pixels in 50 KB.
    source = source_of(Image.new("1", (20000, 20000)), "PNG")
    with pytest.raises(UnreadableError, match=r"20000 x 20000 is 400 megapixels"):
        decode(source, INDEXING)


def test_a_truncated_jpeg_is_shown_if_half_is_there() -> None:
    stream = io.BytesIO()
    rng = np.random.default_rng(0)
    Image.fromarray(rng.integers(0, 255, (600, 800, 3), dtype=np.uint8)).save(stream, "JPEG")
    data = stream.getvalue()
    assert decode(_source(data[: len(data) * 3 // 4]), INDEXING).image.size == (400, 300)
    with pytest.raises(UnreadableError, match=r"ends early: only (19|20|21)% of it is there"):
        decode(_source(data[: len(data) // 5]), INDEXING)
    with pytest.raises(UnreadableError, match=r"^The picture"):
        decode(_source(data[:700]), INDEXING)


def test_a_truncated_progressive_jpeg_keeps_its_coarse_scans() -> None:
    stream = io.BytesIO()
    _gradient(800, 600).save(stream, "JPEG", progressive=True)
    data = stream.getvalue()
    image = decode(_source(data[: len(data) // 2]), INDEXING).image
    assert image.getpixel((395, 295))[0] > 200
    assert image.getpixel((5, 295))[1] > 200


@pytest.mark.parametrize("fmt", ["PNG", "TIFF", "BMP"])
def test_other_truncated_files_keep_their_rows(fmt: str) -> None:
    stream = io.BytesIO()
    rng = np.random.default_rng(1)
    Image.fromarray(rng.integers(1, 255, (300, 400, 3), dtype=np.uint8)).save(stream, fmt)
    data = stream.getvalue()
    assert decode(_source(data[: len(data) * 3 // 4]), INDEXING).image.size == (400, 300)
    with pytest.raises(UnreadableError, match="of it is there"):
        decode(_source(data[: len(data) // 4]), INDEXING)


def test_damage_behind_the_pixels_of_a_png_costs_nothing() -> None:
    stream = io.BytesIO()
    Image.new("RGB", (40, 30), "black").save(stream, "PNG")
    data = stream.getvalue()
    end = data.index(b"IEND") - 4
    broken_text = b"\0\0\0\x04zTXtk\0\x77x\0\0\0\0"
    assert decode(_source(data[:end] + broken_text + data[end:]), INDEXING).image.size == (40, 30)

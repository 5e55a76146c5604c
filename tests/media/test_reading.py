from __future__ import annotations

import hashlib
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from photoorg.core.errors import UnreadableError
from photoorg.media.reading import preview, read, read_region


@pytest.fixture
def quarters(tmp_path: Path) -> str:
    """A 2000 x 1000 picture, red, green, blue and white in its quarters."""
    image = Image.new("RGB", (2000, 1000), "white")
    for colour, corner in (("red", (0, 0)), ("lime", (1000, 0)), ("blue", (0, 500))):
        image.paste(colour, (*corner, corner[0] + 1000, corner[1] + 500))
    image.save(tmp_path / "quarters.jpg", quality=95)
    return str(tmp_path / "quarters.jpg")


def test_a_reading_has_all_that_the_catalog_needs(quarters: str) -> None:
    reading = read(quarters)
    assert reading.content == hashlib.blake2b(Path(quarters).read_bytes(), digest_size=16).digest()
    assert reading.failure is None
    assert reading.image is not None
    assert reading.image.mode == "RGB"
    assert reading.metadata is not None
    assert (reading.metadata.width, reading.metadata.height) == (2000, 1000)
    assert reading.size == Path(quarters).stat().st_size
    for side, data in reading.thumbs.items():
        thumb = Image.open(io.BytesIO(data))
        assert (thumb.format, thumb.size) == ("JPEG", (side, side // 2))
        assert thumb.getpixel((side // 4, side // 8))[0] > 220
    assert sorted(reading.thumbs) == [128, 384]


def test_small_pictures_are_not_enlarged(tmp_path: Path, draw_photo: Callable[..., Path]) -> None:
    reading = read(str(draw_photo(tmp_path / "a.png", size=(200, 100))))
    assert [Image.open(io.BytesIO(reading.thumbs[side])).size for side in (384, 128)] == [(200, 100), (128, 64)]


def test_a_known_content_is_hashed_only(quarters: str) -> None:
    content = read(quarters).content
    known = read(quarters, known=(b"x" * 16, content))
    assert known.content == content
    assert (known.image, known.metadata, known.thumbs, known.failure) == (None, None, {}, None)


def test_a_file_that_is_no_picture_still_has_a_hash(tmp_path: Path) -> None:
    path = tmp_path / "page.jpg"
    path.write_text("<html><body>not found</body></html>")
    reading = read(str(path))
    assert reading.failure == "This is not a picture that photoorg can read (it looks like HTML)."
    assert len(reading.content) == 16
    assert reading.thumbs == {}


def test_a_preview_is_packed_rgb_of_the_size_asked_for(quarters: str) -> None:
    width, height, rgb = preview(quarters, 300)
    assert (width, height, len(rgb)) == (300, 150, 300 * 150 * 3)
    assert Image.frombytes("RGB", (width, height), rgb).getpixel((290, 10)) == pytest.approx((0, 255, 0), abs=6)
    assert preview(quarters, 9000)[:2] == (2000, 1000)


def test_a_crop_shows_its_part_at_full_detail(quarters: str) -> None:
    width, height, rgb = preview(quarters, 800, (0.5, 0.0, 0.5, 0.5))
    assert (width, height) == (800, 400)
    image = Image.frombytes("RGB", (width, height), rgb)
    assert image.getpixel((400, 200)) == pytest.approx((0, 255, 0), abs=6)
    region = read_region(quarters, (0.0, 0.5, 0.5, 0.5))
    assert region.getpixel((region.width // 2, region.height // 2)) == pytest.approx((0, 0, 255), abs=6)


@pytest.mark.parametrize("crop", [(0.999, 0.999, 0.5, 0.5), (0.0, 0.0, 0.0, 0.0), (-0.1, -0.1, 2.0, 2.0)])
def test_crops_at_and_over_the_edge(quarters: str, crop: tuple[float, float, float, float]) -> None:
    region = read_region(quarters, crop)
    assert min(region.size) >= 1


def test_what_is_gone_is_raised(tmp_path: Path) -> None:
    for ask in (read, read_region, lambda path: preview(path, 100)):
        with pytest.raises(UnreadableError, match="no longer there"):
            ask(str(tmp_path / "gone.jpg"))


@pytest.mark.photos
@pytest.mark.filterwarnings("ignore")  # Pillow's, which the worker process ignores as well
@pytest.mark.parametrize(("folder", "least"), [("bad", 25), ("exif", 85), ("orientation", 9)])
def test_development_photos_are_read_or_named(development_photos: Path, folder: str, least: int) -> None:
    readings = [read(str(path)) for path in (development_photos / folder).rglob("*") if path.is_file()]
    assert sum(reading.failure is None for reading in readings) >= least
    for reading in readings:
        assert (reading.failure is None) == bool(reading.thumbs)
        assert reading.failure is None or reading.failure.endswith(".")

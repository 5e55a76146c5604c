"""What pixels say: measured on pictures whose answer is known."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFilter

from photoorg.media.kinds.evidence import NAMES, evidence, evidence_of_thumbnail
from photoorg.media.thumbnails import SIDES, thumbnails
from photoorg.training.drawn import draw


def of(image: Image.Image) -> dict[str, float]:
    return dict(zip(NAMES, evidence(image).tolist(), strict=True))


def noise(width: int = 384, height: int = 256, blur: float = 1.5) -> Image.Image:
    """As grainy everywhere as a photo."""
    pixels = np.random.default_rng(0).integers(0, 256, (height, width, 3), dtype=np.uint8)
    return Image.fromarray(pixels).filter(ImageFilter.GaussianBlur(blur))


def test_a_plain_picture_is_all_flat() -> None:
    told = of(Image.new("RGB", (384, 256), (10, 200, 30)))
    for name in ("commonest colour", "equal across", "equal down", "flat rows", "empty blocks", "flat top"):
        assert told[name] == 1, name
    for name in ("entropy of colours", "edges across", "strongest row line", "noise in the stillest blocks"):
        assert told[name] == 0, name


def test_a_grainy_picture_is_flat_nowhere() -> None:
    told = of(noise())
    assert told["flat rows"] == told["flat columns"] == told["empty blocks"] == 0
    assert told["noise in the stillest blocks"] > 0.3
    assert told["commonest colour"] < 0.05


def test_lines_are_found_where_they_run() -> None:
    image = Image.new("RGB", (384, 256), "white")
    pen = ImageDraw.Draw(image)
    pen.line((0, 100, 383, 100), "black")
    pen.line((0, 160, 190, 160), "black")
    told = of(image)
    assert told["strongest row line"] > 0.9
    assert told["row lines"] == pytest.approx(4 / 255, abs=1e-3), "both edges of both lines"
    assert told["column lines"] == 0
    turned = of(image.transpose(Image.Transpose.ROTATE_90))
    assert turned["strongest column line"] > 0.9
    assert turned["row lines"] == 0


def test_lines_of_text_have_a_rhythm_that_grain_has_not() -> None:
    image = Image.new("RGB", (384, 384), "white")
    pen = ImageDraw.Draw(image)
    for row in range(8, 380, 12):
        pen.text((4, row), "The quick brown fox jumps over the lazy dog, and again", "black")
    assert of(image)["rhythm of rows"] > 0.8 > 0.5 > of(noise())["rhythm of rows"]
    assert of(image)["blocks of text"] > 0.2


def test_a_thumbnail_says_nearly_the_same() -> None:
    """A library that was indexed before is judged by its thumbnails."""
    page = draw("editor", 3)
    fresh, kept = evidence(page), evidence_of_thumbnail(thumbnails(page)[SIDES[0]])
    assert np.abs(fresh - kept).mean() < 0.05


@pytest.mark.parametrize("size", [(1, 1), (3, 2000), (2000, 3), (47, 49), (384, 384)])
def test_any_size_is_told(size: tuple[int, int]) -> None:
    told = evidence(Image.new("RGB", size, "navy"))
    assert told.shape == (len(NAMES),)
    assert told.dtype == np.float32
    assert np.isfinite(told).all()

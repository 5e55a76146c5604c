"""Drawn pages: every kind draws, the same seed draws the same, and another seed another."""

from __future__ import annotations

import random
import subprocess
import sys

import numpy as np
import pytest
from PIL import Image

from photoorg.training import drawn
from photoorg.training.drawn.pen import Page, font
from photoorg.training.drawn.surfaces import perspective


@pytest.mark.parametrize("kind", drawn.KINDS)
def test_every_kind_draws_something_with_detail(kind: str) -> None:
    picture = drawn.draw(kind, 3)
    assert picture.mode == "RGB"
    assert min(picture.size) >= 300
    grey = np.asarray(picture.convert("L"), np.float32)
    assert grey.std() > 8
    assert np.abs(np.diff(grey, axis=1)).max() > 40


@pytest.mark.parametrize("kind", ["phone", "receipt-photo"])
def test_a_seed_names_a_picture(kind: str) -> None:
    first, again, other = (drawn.draw(kind, seed, (120, 120)) for seed in (1, 1, 2))
    assert first.tobytes() == again.tobytes()
    assert first.tobytes() != other.tobytes()


def test_a_seed_names_the_same_picture_in_another_process() -> None:
    script = (
        "import hashlib; from photoorg.training import drawn;"
        "print(hashlib.sha256(drawn.draw('chat', 5, (200, 200)).tobytes()).hexdigest())"
    )
    runs = {
        subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
        for _ in range(2)
    }
    assert len(runs) == 1


def test_size_is_a_box_that_keeps_the_aspect() -> None:
    whole, small = drawn.draw("phone", 7), drawn.draw("phone", 7, (100, 100))
    assert small.height == 100
    assert small.width == pytest.approx(100 * whole.width / whole.height, abs=1)


def test_unknown_kind_is_refused() -> None:
    with pytest.raises(KeyError):
        drawn.draw("hologram", 1)


def test_a_face_without_a_file_falls_back_to_pillows_own() -> None:
    assert font("pillow", 20).getlength("photo") > 20


def test_paragraph_wraps_and_stops_at_the_bottom() -> None:
    page = Page(random.Random(1), 300, 200)
    free = page.paragraph(0, 0, 100, "a word and another word and one more", 16, "black")
    held = page.paragraph(0, 0, 100, "a word and another word and one more", 16, "black", bottom=30)
    assert free > 3 * 16
    assert held < free


def test_perspective_puts_the_corners_where_asked() -> None:
    page = Image.new("RGB", (40, 40), "red")
    laid, mask = perspective(page, ((20, 10), (80, 10), (80, 90), (20, 90)), (100, 100))
    assert laid.getpixel((50, 50)) == (255, 0, 0)
    assert mask.getpixel((50, 50)) == 255
    assert mask.getpixel((5, 50)) == 0
    assert mask.getpixel((50, 97)) == 0

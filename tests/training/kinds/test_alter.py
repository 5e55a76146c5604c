"""What becomes of pictures, and of their kinds."""

from __future__ import annotations

import random

import numpy as np
import pytest
from PIL import Image

from photoorg.core.types import Kind
from photoorg.training.kinds import alter

TABLES = [Image.effect_noise((90, 60), 60).convert("RGB"), Image.new("RGB", (60, 90), "brown")]


@pytest.mark.parametrize("kind", list(Kind))
def test_every_change_gives_a_picture_and_the_same_chance_the_same_picture(kind: Kind) -> None:
    page = Image.linear_gradient("L").convert("RGB").resize((300, 200))
    told = set()
    for seed in range(40):
        first, became = alter.altered(page, kind, random.Random(seed), TABLES)
        again, _ = alter.altered(page, kind, random.Random(seed), TABLES)
        assert np.array_equal(np.asarray(first), np.asarray(again))
        assert first.mode == "RGB"
        assert min(first.size) >= 40
        told.add(became)
    assert told == ({Kind.SCREENSHOT, Kind.PHOTO} if kind is Kind.SCREENSHOT else {kind})


def test_a_paper_on_a_table_shows_some_of_the_table() -> None:
    paper = Image.new("RGB", (200, 300), "white")
    for seed in range(30):
        chance = random.Random(seed)
        shot = np.asarray(alter._photographed(paper, chance, [Image.new("RGB", (9, 9), (0, 0, 255))]))
        if (shot[..., 2].astype(int) - shot[..., 0] > 60).mean() > 0.02:
            return
    pytest.fail("the table is never seen")


def test_tiny_pictures_are_altered_too() -> None:
    for kind in Kind:
        for seed in range(20):
            alter.altered(Image.new("RGB", (20, 13), "red"), kind, random.Random(seed), TABLES)

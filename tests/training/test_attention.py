"""Attention on real weights and drawn pictures; subjects cut out of them."""

from __future__ import annotations

import builtins
from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageDraw

from photoorg.core.errors import CannotError
from photoorg.embed.lite0 import Lite0Encoder
from photoorg.embed.profiles import LITE0_VISUAL
from photoorg.training.attention import Attention, masked, subject


@pytest.fixture(scope="module")
def attention() -> Attention:
    return Attention()


def ball(x: int, y: int, radius: int = 34) -> np.ndarray:
    """An orange ball on grass."""
    rng = np.random.default_rng(0)
    grass = np.array([60, 130, 50]) + rng.normal(0, 14, (224, 224, 3))
    image = Image.fromarray(np.clip(grass, 0, 255).astype(np.uint8))
    pen = ImageDraw.Draw(image)
    pen.ellipse((x - radius, y - radius, x + radius, y + radius), fill=(230, 120, 30), outline=(120, 60, 10), width=3)
    pen.ellipse((x - 16, y - 20, x - 4, y - 8), fill=(255, 220, 180))
    return np.asarray(image)


def test_its_vectors_are_the_encoders(attention: Attention) -> None:
    pictures = np.stack([ball(70, 80), ball(150, 150)])
    own = attention.vectors(pictures)
    product = Lite0Encoder().encode(pictures)[LITE0_VISUAL]
    assert (own * product).sum(1).min() > 0.999
    assert attention.vectors(pictures[:0]).shape == (0, 256)


def test_it_looks_at_the_thing_and_follows_it(attention: Attention) -> None:
    pictures = np.stack([ball(60, 60), ball(160, 160)])
    for heat in (attention.heat(pictures), attention.heat(pictures, attention.vectors(pictures))):
        assert heat.shape == (2, 7, 7)
        (first_y, first_x), (second_y, second_x) = (divmod(int(each.argmax()), 7) for each in heat)
        assert first_x + first_y < second_x + second_y
    assert attention.heat(pictures[:0]).shape == (0, 7, 7)


def test_the_subject_is_cut_out() -> None:
    picture = ball(96, 128, 52)
    heat = np.zeros((7, 7), np.float32)
    heat[3:5, 2:4] = 1
    heat[2:6, 1:5] = np.maximum(heat[2:6, 1:5], 0.4)
    mask = subject(picture, heat)
    y, x = np.mgrid[0:224, 0:224]
    disc = (x - 96) ** 2 + (y - 128) ** 2 < 52**2
    assert (mask & disc).sum() / (mask | disc).sum() > 0.9
    assert np.array_equal(subject(picture, heat), mask)
    cut = masked(picture, mask)
    assert (cut[~mask] == 127).all()
    assert np.array_equal(cut[mask], picture[mask])


def test_without_a_subject_the_picture_stays_whole() -> None:
    picture = ball(90, 120)
    assert subject(picture, np.zeros((7, 7), np.float32)).all()
    assert subject(picture, np.ones((7, 7), np.float32)).all()


def test_without_opencv_a_sentence_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def missing(name: str, *rest: Any, **more: Any) -> Any:
        if name == "cv2":
            raise ImportError(name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", missing)
    with pytest.raises(CannotError, match="OpenCV"):
        subject(ball(90, 120), np.ones((7, 7), np.float32))

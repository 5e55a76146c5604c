"""Heat and outline over whole pictures, on real weights."""

from __future__ import annotations

import builtins
from typing import Any

import numpy as np
import pytest
from PIL import Image

from photoorg.training.explanation import Explainer
from tests.training.test_attention import ball


@pytest.fixture(scope="module")
def explainer() -> Explainer:
    return Explainer()


def wide(x: int) -> Image.Image:
    """A ball at ``x`` of the middle square of a picture twice as wide as high."""
    image = Image.new("RGB", (448, 224), (60, 130, 50))
    image.paste(Image.fromarray(ball(x, 112, 46).astype(np.uint8)), (112, 0))
    return image


def test_it_covers_the_whole_picture_and_is_cold_where_the_encoder_sees_nothing(explainer: Explainer) -> None:
    found = explainer.explain(wide(112))
    height, width = found.heat.shape
    assert width == 96
    assert height == 48
    assert not found.heat[:, :20].any()
    assert not found.heat[:, -20:].any()
    assert found.heat.max() > 200


def test_heat_and_outline_follow_the_subject(explainer: Explainer) -> None:
    centres = []
    for x in (60, 164):
        found = explainer.explain(wide(x))
        weights = found.heat.astype(np.float64)
        centres.append(float((weights.sum(0) * np.arange(weights.shape[1])).sum() / weights.sum()))
        assert found.lacking == ()
        assert all(0 <= value <= 1 for line in found.outline for point in line for value in point)
    assert centres[0] + 3 < centres[1]


def test_the_direction_of_a_group_counts(explainer: Explainer) -> None:
    picture = wide(60)
    itself, other = explainer.explain(picture), -np.ones(256, np.float32) / 16
    assert not np.array_equal(itself.heat, explainer.explain(picture, other).heat)
    assert np.array_equal(itself.heat, explainer.explain(picture).heat)


def test_without_opencv_there_is_heat_and_a_sentence(explainer: Explainer, monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *args: Any, **keywords: Any) -> Any:
        if name == "cv2":
            raise ImportError(name)
        return real(name, *args, **keywords)

    monkeypatch.setattr(builtins, "__import__", without)
    found = explainer.explain(wide(112))
    assert found.outline == ()
    assert "OpenCV" in found.lacking[0]
    assert found.heat.max() > 200

"""Networks fitted to made-up evidence."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from photoorg.media.kinds.classifier import KINDS, Network, load
from photoorg.training.kinds import fit


@pytest.fixture(scope="module")
def made() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Four clouds that overlap a little, 12 sources."""
    chance = np.random.default_rng(1)
    kinds = np.repeat(np.arange(4), 150)
    centres = chance.normal(0, 1.6, (4, 12))
    inputs = (centres[kinds] + chance.normal(0, 1, (600, 12))).astype(np.float32)
    inputs[:, 3] = 7  # evidence that never varies
    sources = np.array([f"{KINDS[kind]}/{chance.integers(3)}" for kind in kinds])
    return inputs, kinds, sources


def test_kinds_that_can_be_told_are_told_with_fitting_certainty(
    made: tuple[np.ndarray, np.ndarray, np.ndarray], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fit, "_STEPS", 150)
    inputs, kinds, sources = made
    network, temperature = fit.fit(inputs, kinds, sources)
    logits = network(inputs)
    sure = np.exp(logits.max(axis=1)) / np.exp(logits).sum(axis=1)
    right = logits.argmax(axis=1) == kinds
    assert right.mean() > 0.95
    assert abs(sure.mean() - right.mean()) < 0.08, "certainty is how often it is right"
    assert 0.3 <= temperature <= 6.4


def test_small_sources_and_rare_kinds_count() -> None:
    kinds = np.array([0] * 100 + [1] * 10)
    sources = np.array(["a"] * 90 + ["b"] * 10 + ["c"] * 10)
    weights = fit.balance(kinds, sources)
    assert weights[kinds == 0].sum() == pytest.approx(weights[kinds == 1].sum())
    assert weights[95] / weights[0] == pytest.approx(3)


def test_weights_are_read_as_they_were_written(made: tuple[np.ndarray, np.ndarray, np.ndarray], tmp_path: Path) -> None:
    from safetensors.numpy import save_file

    chance = np.random.default_rng(0)
    shapes = ((5,), (5,), (5, 3), (3,), (3, 4), (4,))
    network = Network(*(chance.random(shape, np.float32) + 0.5 for shape in shapes))
    save_file(fit.packed({"pixels": network}), tmp_path / "w", {"networks": '["pixels"]', "version": "7"})
    again = load(tmp_path / "w")
    assert again.version == "7"
    inputs = chance.random((6, 5), np.float32)
    assert np.array_equal(again._networks["pixels"](inputs), network(inputs))

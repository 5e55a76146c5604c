"""The fastest faithful variant wins, is remembered for this machine, and an unfaithful one never does."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import nn

from photoorg.embed import machine_file, tuning
from photoorg.embed.engine import Engine
from photoorg.embed.machine_file import Measured, of_encoder, recall
from photoorg.embed.tuning import Tuner, device_name, measure, runners
from photoorg.embed.variants import FLOAT32, build


@pytest.fixture
def engine() -> Engine:
    torch.manual_seed(0)
    network = nn.Sequential(nn.Conv2d(3, 8, 4, 4), nn.ReLU(), nn.AdaptiveAvgPool2d(2), nn.Flatten(), nn.Linear(32, 16))
    return Engine(network.eval(), [127.0] * 3, [64.0] * 3)


@pytest.fixture
def batch() -> np.ndarray:
    return np.random.default_rng(0).integers(0, 256, (8, 32, 32, 3), dtype=np.uint8)


def test_every_variant_is_timed_and_held_against_float32(engine: Engine, batch: np.ndarray) -> None:
    built = runners(engine)
    assert next(iter(built)) == FLOAT32
    found = measure(engine, batch, built, rounds=2)
    assert set(found.rates) == set(found.cosines) == set(built)
    assert found.cosines[FLOAT32] == pytest.approx(1)
    assert found.cosines[found.variant] >= tuning.FAITHFUL
    assert all(rate > 0 for rate in found.rates.values())


def test_a_fast_variant_with_other_vectors_does_not_win(engine: Engine, batch: np.ndarray) -> None:
    def random(pixels: torch.Tensor) -> torch.Tensor:
        return torch.rand(len(pixels), 16)

    def broken(pixels: torch.Tensor) -> torch.Tensor:
        raise RuntimeError("no such instruction")

    built = {FLOAT32: build(FLOAT32, engine.module, engine.device), "random": random, "broken": broken}
    found = measure(engine, batch, built, rounds=2)
    assert found.variant == FLOAT32
    assert found.cosines["random"] < tuning.FAITHFUL
    assert "broken" not in found.rates


def test_what_won_is_used_and_remembered(
    engine: Engine, batch: np.ndarray, models: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tuning, "AFTER", 16)
    fastest = Measured("float32-medium", {FLOAT32: 1.0, "float32-medium": 2.0}, {FLOAT32: 1.0, "float32-medium": 1.0})
    monkeypatch.setattr(tuning, "measure", lambda engine, batch, built, rounds: fastest)
    tuner = Tuner(engine, "some@1")
    tuner.watch(batch)
    assert engine.variant == FLOAT32
    assert of_encoder("some@1") is None
    tuner.watch(batch)
    assert engine.variant == "float32-medium"
    assert of_encoder("some@1") == fastest
    assert fastest.describe() == "float32-medium, 2 pictures/s"
    later = Engine(engine.module, [127.0] * 3, [64.0] * 3)
    Tuner(later, "some@1")
    assert later.variant == "float32-medium"
    other = Engine(engine.module, [127.0] * 3, [64.0] * 3)
    Tuner(other, "other@1")
    assert other.variant == FLOAT32


def test_a_variant_that_is_not_there_any_more_is_not_used(engine: Engine, models: Path) -> None:
    key = machine_file.machine_key("some@1", device_name(engine.device), torch.get_num_threads())
    machine_file.remember(key, Measured("abacus", {"abacus": 9.0}, {"abacus": 1.0}))
    Tuner(engine, "some@1")
    assert engine.variant == FLOAT32


def test_a_damaged_file_is_as_none(models: Path) -> None:
    models.mkdir()
    (models / "measured.json").write_text("[torn")
    assert recall("any") is None
    (models / "measured.json").write_text(json.dumps({"any": {"colour": "red"}}))
    assert recall("any") is None
    machine_file.remember("any", Measured("a", {"a": 1.0}, {"a": 1.0}))
    assert recall("any") == Measured("a", {"a": 1.0}, {"a": 1.0})

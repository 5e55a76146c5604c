from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import torch

from photoorg.clustering.configs import OFFICIAL, UNIVERSAL
from photoorg.clustering.models.refiner import Refiner
from photoorg.clustering.sequences import widths
from photoorg.core.errors import CannotError, UsageError
from photoorg.core.jobs import run
from photoorg.training.refiner import loop, make
from photoorg.training.refiner.episodes import Simulator
from photoorg.training.refiner.families import families
from photoorg.training.refiner.sources import ENCODERS, Source, split

SMALL = replace(UNIVERSAL, k=16, inputs=widths(16), width=32, feedforward=32, encoder_layers=1)


def source(name: str, sizes: list[int], seed: int, dim: int = 256) -> Source:
    generator = np.random.default_rng(seed)
    classes = np.repeat([f"class{i:02}" for i in range(len(sizes))], sizes)
    centres = generator.standard_normal((len(sizes), dim))
    rows = np.repeat(centres, sizes, axis=0) + 0.8 * generator.standard_normal((len(classes), dim))
    rows = (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)
    return Source(name, classes, dict.fromkeys(ENCODERS, rows))


@pytest.fixture(scope="module")
def simulator() -> Simulator:
    strangers = source("strangers", [1] * 60, 1)
    strangers = Source(strangers.name, np.full(60, ""), strangers.vectors)
    kinds = {f"class{i:02}": f"family{i // 3}" for i in range(12)}
    return Simulator([source("one", [40] * 12, 2), source("two", [30] * 9, 3)], [strangers], kinds)


def test_a_library_has_classes_in_families_and_strangers(simulator):
    for seed in range(12):
        library = simulator.library(np.random.default_rng(seed))
        assert 60 <= len(library.vectors) <= 3000
        assert np.linalg.norm(library.vectors, axis=1) == pytest.approx(1, abs=1e-5)
        for number in np.unique(library.classes):  # a class lies in one family
            assert len(np.unique(library.families[library.classes == number])) == 1


def test_the_same_number_gives_the_same_episode(simulator):
    first, second = (simulator.episode(np.random.default_rng([0, 3]), SMALL, 16) for _ in range(2))
    assert (first.tokens == second.tokens).all()
    assert first.tokens.shape == (16, SMALL.k, SMALL.inputs)
    assert first.same[:, 0].all()
    assert (first.same[..., 0] >= first.same[..., 1]).all()  # who is of one class is of one family


def test_training_learns(simulator, tmp_path):
    network = run(loop.train(SMALL, simulator, tmp_path / "checkpoint.pt", steps=40, rows=24))
    torch.manual_seed(0)
    untrained = Refiner(SMALL).eval()
    generator = np.random.default_rng(99)
    with torch.inference_mode():
        losses = [
            [float(loop.episode_loss(each, episode)) for each in (untrained, network)]
            for episode in (simulator.episode(generator, SMALL, 32) for _ in range(6))
        ]
    before, after = np.mean(losses, 0)
    assert after < 0.8 * before
    temperature = loop.temperatures(network, simulator, 0, rows=16)
    assert temperature.shape == (2,)
    assert (temperature > 0.2).all()


def test_an_interrupted_training_goes_on_to_the_same_end(simulator, tmp_path, monkeypatch):
    monkeypatch.setattr(loop, "_CHECKPOINT_EVERY", 4)
    whole = run(loop.train(SMALL, simulator, tmp_path / "whole.pt", steps=10, rows=8))
    job = loop.train(SMALL, simulator, tmp_path / "half.pt", steps=10, rows=8)
    for _ in range(7):
        next(job)
    job.close()
    resumed = run(loop.train(SMALL, simulator, tmp_path / "half.pt", steps=10, rows=8))
    for wanted, found in zip(whole.parameters(), resumed.parameters(), strict=True):
        assert torch.allclose(wanted, found, atol=1e-6)
    with pytest.raises(CannotError, match="10 steps"):
        run(loop.train(SMALL, simulator, tmp_path / "half.pt", steps=11, rows=8))


def test_the_published_configuration_trains(simulator, tmp_path):
    network = run(loop.train(OFFICIAL, simulator, tmp_path / "official.pt", steps=3, rows=2))
    episode = simulator.episode(np.random.default_rng(0), OFFICIAL, 3)
    assert episode.tokens.shape == (3, 80, 336)
    with torch.inference_mode():
        answers = network(torch.from_numpy(episode.tokens))
    assert answers.shape == (3, 80, 1)
    assert torch.isfinite(answers).all()


def test_gradients_reach_every_weight(simulator):
    network = Refiner(SMALL)
    loop.episode_loss(network, simulator.episode(np.random.default_rng(0), SMALL, 8)).backward()
    for name, values in network.named_parameters():
        assert values.grad is not None, name
        assert values.grad.abs().sum() > 0 or name.endswith("in_proj_bias"), name


def test_held_out_classes_are_not_learnt_from():
    whole = source("pets", [5] * 4, 0)
    learn, validate = split([whole], make.held_out_classes([whole], ["pets:3-4"]))
    assert set(learn[0].classes) == {"class00", "class01"}
    assert set(validate[0].classes) == {"class02", "class03"}
    for wrong in ("pets:9-9", "cars:1-2", "pets:x"):
        with pytest.raises(UsageError):
            make.held_out_classes([whole], [wrong])


def test_families_come_from_hypernyms_and_from_what_is_written():
    class Nouns:
        def __init__(self) -> None:
            self.synsets = {
                f"n{i}": type("Synset", (), {"lemmas": (name,)}) for i, name in enumerate(["dog"] * 4 + ["pet"])
            }

        def ancestors(self, name: str) -> dict[str, int]:
            return {name: 0, "n4": 1}

    names = ["n0", "n1", "n2", "n3", *(f"x{i}" for i in range(3)), "ferry", "schooner"]
    found = families(names, Nouns())  # type: ignore[arg-type]
    assert found["ferry"] == found["schooner"] == "boat"
    assert found["x0"] == "x0"

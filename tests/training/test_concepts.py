from __future__ import annotations

from pathlib import Path

import numpy as np

from photoorg.embed.tables import ConceptTable, VisualTable
from photoorg.training import concepts
from photoorg.training.probes import Probe

_RNG = np.random.default_rng(0)
_WEIGHTS = _RNG.normal(size=(1000, 1280)).astype(np.float32)
_FEATURES = _RNG.exponential(0.4, (400, 1280)).astype(np.float32)


def _probe(name: str) -> Probe:
    return Probe(name, _RNG.normal(size=1280).astype(np.float32), -3.0, 1.0, 0.0)


def test_the_visual_table_gives_unit_vectors_and_survives_its_file(tmp_path: Path) -> None:
    table = concepts.fit_visual(_FEATURES)
    concepts.save_visual(table, tmp_path / "visual.npz")
    before, after = table(_FEATURES), VisualTable.load(tmp_path / "visual.npz")(_FEATURES)
    assert before.shape == (400, 256)
    np.testing.assert_allclose(np.linalg.norm(before, axis=1), 1, atol=1e-5)
    assert (before * after).sum(axis=1).min() > 0.999


def test_the_concept_table_has_an_axis_for_every_probe(tmp_path: Path) -> None:
    logits = _FEATURES @ _WEIGHTS.T * 0.1
    table = concepts.fit_concepts(_WEIGHTS, logits, [_probe("person"), _probe("receipt")])
    concepts.save_concepts(table, tmp_path / "concepts.npz")
    loaded = ConceptTable.load(tmp_path / "concepts.npz")
    assert loaded.dimensions == 256
    assert loaded.probes == ("person", "receipt")
    before, after = table.pictures(_FEATURES, logits), loaded.pictures(_FEATURES, logits)
    assert (before * after).sum(axis=1).min() > 0.99


def test_a_class_and_a_picture_of_it_lie_together() -> None:
    table = concepts.fit_concepts(_WEIGHTS, np.zeros((1, 1000), np.float32), [_probe("person")])
    logits = np.full((1, 1000), -10, np.float32)
    logits[0, 7] = 10
    meanings = np.eye(1000, 1001, dtype=np.float32)
    scores = table.meanings(meanings) @ table.pictures(np.zeros((1, 1280), np.float32) + 1e-6, logits)[0]
    assert scores.argmax() == 7


def test_the_same_weights_give_the_same_basis() -> None:
    one, two = concepts.class_basis(_WEIGHTS, 64), concepts.class_basis(_WEIGHTS.copy(), 64)
    np.testing.assert_array_equal(one, two)
    np.testing.assert_allclose(one.T @ one, np.eye(64), atol=1e-4)


def test_large_folders_are_thinned_evenly() -> None:
    pictures = [(f"set/a/{i}", Path(str(i))) for i in range(100)] + [(f"set/b/{i}", Path(str(i))) for i in range(10)]
    kept = [name for name, _ in concepts.thinned(pictures, 40)]
    assert sum(name.startswith("set/a/") for name in kept) == 34
    assert kept[1] == "set/a/3"
    assert sum(name.startswith("set/b/") for name in kept) == 10


def test_scenes_are_kept_whole() -> None:
    pictures = [(f"scenes/+lake+/{i}", Path(str(i))) for i in range(100)]
    assert concepts.thinned(pictures, 40) == pictures

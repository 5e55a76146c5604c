"""What clusters are made of."""

from __future__ import annotations

import numpy as np
import pytest

from photoorg.embed.kinship import KinshipTable, for_clusters, joined, shipped, spaces_for
from photoorg.embed.specs import LITE0_CONCEPTS, LITE0_VISUAL


def unit(rng: np.random.Generator, count: int, dim: int = 256) -> np.ndarray:
    rows = rng.standard_normal((count, dim))
    return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)


def test_both_spaces_of_the_embedded_profile_are_joined_by_the_table():
    rng = np.random.default_rng(0)
    visual, concepts = unit(rng, 9000), unit(rng, 9000)  # more than are multiplied at once
    assert spaces_for(LITE0_VISUAL) == (LITE0_VISUAL, LITE0_CONCEPTS)
    found = for_clusters(LITE0_VISUAL, {LITE0_VISUAL: visual, LITE0_CONCEPTS: concepts})
    assert found.shape == (9000, 256)
    assert np.linalg.norm(found, axis=1) == pytest.approx(1, abs=1e-5)
    product = joined(visual[-1:], concepts[-1:]) @ shipped().components
    assert found[-1] == pytest.approx((product / np.linalg.norm(product))[0], abs=1e-5)
    other = for_clusters(LITE0_VISUAL, {LITE0_VISUAL: visual, LITE0_CONCEPTS: concepts[::-1]})
    assert np.abs(other - found).max() > 0.01


def test_other_encoders_and_missing_concepts_leave_likeness_as_it_is():
    rng = np.random.default_rng(0)
    visual, concepts = unit(rng, 5), unit(rng, 5)
    assert spaces_for("clip@1/joint") == ("clip@1/joint",)
    assert for_clusters("clip@1/joint", {"clip@1/joint": visual, LITE0_CONCEPTS: concepts}) is visual
    assert for_clusters(LITE0_VISUAL, {LITE0_VISUAL: visual}) is visual
    narrow = unit(rng, 5, 48)
    assert for_clusters(LITE0_VISUAL, {LITE0_VISUAL: narrow, LITE0_CONCEPTS: concepts}) is narrow


def test_a_table_is_written_and_read(tmp_path):
    table = KinshipTable(np.random.default_rng(0).standard_normal((10, 4)).astype(np.float32))
    table.save(tmp_path / "kinship.npz")
    assert KinshipTable.load(tmp_path / "kinship.npz").components == pytest.approx(table.components, abs=1e-2)

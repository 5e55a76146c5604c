"""How well photos fit a query in words: with the whole of it, and with the families that a broad word covers."""

from __future__ import annotations

import numpy as np
import pytest

from photoorg.core.arrays import Vectors
from photoorg.embed import asked
from photoorg.embed.asked import Asked


def unit(rows: int, seed: int) -> Vectors:
    vectors = np.random.default_rng(seed).standard_normal((rows, 32)).astype(np.float32)
    found: Vectors = vectors / np.linalg.norm(vectors, axis=1)[:, None]
    return found


@pytest.fixture
def broad() -> Asked:
    """Two phrases, the first with three facets, the second with one."""
    facets = unit(4, 1)
    mean = facets.sum(axis=0)
    return Asked(mean / np.linalg.norm(mean), facets / 2, (0, 3))


def test_the_best_facet_of_each_phrase_counts_a_quarter(broad: Asked) -> None:
    vectors = unit(50, 2)
    whole, cosines = vectors @ broad.mean, vectors @ broad.facets.T
    best = cosines[:, :3].max(axis=1) + cosines[:, 3]
    np.testing.assert_allclose(broad.scores(vectors), 0.75 * whole + 0.25 * best, atol=1e-6)
    np.testing.assert_allclose(Asked(broad.mean).scores(vectors), whole, atol=1e-6)


def test_in_a_large_library_the_nearest_are_scored_in_full_and_the_others_alike(
    broad: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    vectors = unit(4000, 3)
    full = broad.scores(vectors)
    monkeypatch.setattr(asked, "_NEAREST", 400)
    found, whole = broad.scores(vectors), vectors @ broad.mean
    near = np.argsort(-whole)[:400]
    np.testing.assert_allclose(found[near], full[near], atol=1e-6)
    assert abs(np.median(found) - np.median(full)) < 0.01, "what is usual stays what it is"
    rest = np.setdiff1d(np.arange(4000), near)
    np.testing.assert_array_equal(np.argsort(found[rest], kind="stable"), np.argsort(whole[rest], kind="stable"))

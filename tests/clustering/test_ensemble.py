"""Combining partitions, worked by hand; the contract is in test_baselines."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from photoorg.clustering.ensemble import Ensemble, agreement, aligned, co_association, ensembles, stacked, vote
from photoorg.clustering.metrics import score
from photoorg.core.arrays import Labels, Vectors
from photoorg.core.jobs import CancelToken


def labels(*values: int) -> Labels:
    return np.array(values, np.int32)


def test_co_association_is_the_share_of_those_who_know_both() -> None:
    members = [labels(0, 0, 1), labels(5, 5, 5), labels(-1, 0, 0)]
    pairs = (np.array([0, 0, 1], np.int32), np.array([1, 2, 2], np.int32))
    # 0-1: both of two; 0-2: one of two; 1-2: two of three.
    assert co_association(members, pairs).tolist() == pytest.approx([1, 1 / 2, 2 / 3])
    assert co_association([labels(-1, 0)], (np.array([0]), np.array([1]))).tolist() == [0]


def test_alignment_takes_the_names_of_the_reference() -> None:
    reference = labels(0, 0, 0, 1, 1, 2)
    assert aligned(labels(7, 7, 7, 3, 3, 3), reference).tolist() == [0, 0, 0, 1, 1, 1]
    # Three clusters for two names: the one with the least in common has none.
    assert aligned(labels(0, 0, 1, 2, 2, -1), labels(0, 0, 0, 1, 1, 1)).tolist() == [0, 0, -1, 1, 1, -1]


def test_the_majority_decides_and_weights_can_turn_it() -> None:
    members = [labels(0, 0, 1, 1), labels(1, 1, 0, 0), labels(0, 1, 1, 1)]
    assert vote(members).tolist() == [0, 0, 1, 1]
    assert score([0, 1, 1, 1], vote(members, [0.1, 0.1, 1.0])).ari == 1
    assert vote([labels(-1, -1)]).tolist() == [-1, -1]


def test_a_member_of_its_own_mind_has_less_say() -> None:
    members = [labels(0, 0, 1, 1, 2, 2), labels(0, 0, 1, 1, 2, 2), labels(0, 1, 2, 0, 1, 2)]
    found = agreement(members)
    assert found[0] == found[1] > found[2]
    assert agreement(members[:1]).tolist() == [1]


def test_stacking_finds_what_the_members_share() -> None:
    rng = np.random.default_rng(0)
    truth = np.repeat([0, 1, 2], 30).astype(np.int32)
    members = []
    for _ in range(7):  # each wrong about a quarter of the photos, in its own way
        wrong = rng.random(90) < 0.25
        members.append(np.where(wrong, rng.integers(0, 3, 90), (truth + rng.integers(3)) % 3).astype(np.int32))
    alone = max(score(truth, each).acc for each in members)
    assert score(truth, stacked(members, 3)).acc > alone
    assert score(truth, vote(members)).acc > alone


@pytest.mark.parametrize("name", ensembles())
def test_contract_of_an_ensemble(name: str, blobs: Callable[..., tuple[Vectors, Labels]]) -> None:
    vectors, truth = blobs([50] * 4)
    method = ensembles(k=len(np.unique(truth)))[name]
    assert method.name == name
    found = method.fit(vectors, CancelToken())
    assert found.dtype == np.int32
    assert score(truth, found).bcubed.f > 0.95
    assert np.array_equal(method.fit(vectors), found)
    for count in (0, 1, 3):
        assert method.fit(vectors[:count]).shape == (count,)


def test_members_can_be_chosen() -> None:
    class Fixed:
        name = "fixed"

        def __init__(self, *values: int) -> None:
            self.values = labels(*values)

        def fit(self, vectors: Vectors, cancel: CancelToken | None = None) -> Labels:
            return self.values

    members = [Fixed(0, 0, 1, 1), Fixed(0, 0, 1, 1), Fixed(0, 1, 1, 1)]
    found = Ensemble("majority", members=members).fit(np.eye(4, dtype=np.float32))
    assert found.tolist() == [0, 0, 1, 1]

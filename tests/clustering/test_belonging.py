from __future__ import annotations

import numpy as np
import pytest

from photoorg.clustering.belonging import Belonging, confidence, strangeness
from photoorg.clustering.grouping import Settings, group
from photoorg.clustering.neighbours import Neighbours
from photoorg.core.jobs import run

_OF_ONE_KIND = 40


def test_confidence_is_the_mean_of_the_three_best_links_into_the_own_community():
    ids = np.array([[0, 1, 2, 3, 4], [1, 0, 2, 3, 4], [2, 0, 1, 3, 4], [3, 4, 0, 1, 2], [4, 3, 0, 1, 2]], np.int32)
    scores = np.array([[1, 0.9, 0.5, 0.8, 0.1]] * 5, np.float32)
    found = confidence(Neighbours(ids, np.zeros((5, 5), np.float32)), scores, np.array([0, 0, 0, 0, 1], np.int32))
    assert found[0] == pytest.approx((0.9 + 0.5 + 0.8) / 3)
    assert found[3] == pytest.approx((0.5 + 0.8 + 0.1) / 3)
    assert found[4] == 0  # alone


def test_photos_with_hardly_a_link_mean_strangers_only_where_others_have_sure_ones():
    doubtful, sure, unsure = (np.full(size, value, np.float32) for size, value in ((10, 0.1), (90, 0.97), (90, 0.5)))
    assert strangeness(np.concatenate([doubtful, sure])) > 0.08
    assert strangeness(np.concatenate([doubtful, unsure])) < 0.01
    assert strangeness(sure) == 0
    assert strangeness(np.zeros(0, np.float32)) == 0


def test_among_strangers_the_limit_is_a_share_of_what_is_typical_of_the_community():
    labels = np.array([0, 1, 0, 1, 0, 1, 0], np.int32)
    found = np.array([0.9, 0.2, 0.7, 0.5, 0.8, 0.3, 0.1], np.float32)
    belonging = Belonging(0.2, 0.6)
    assert belonging.limits(labels, found, 0) == pytest.approx(np.full(7, 0.2))
    strict = belonging.limits(labels, found, 1)
    assert strict[0] == pytest.approx(0.6 * 0.75)  # the median of four is between the middle two
    assert strict[1] == pytest.approx(0.2)  # never below what is usual
    between = belonging.limits(labels, found, 0.045)[0]
    assert 0.2 < between < strict[0]


def test_medians_of_communities_are_numpys():
    generator = np.random.default_rng(1)
    labels = np.concatenate([np.arange(9), generator.integers(0, 9, 100)]).astype(np.int32)
    found = generator.random(109).astype(np.float32)
    limits = Belonging(0, 1).limits(labels, found, 1)
    for label in range(9):
        assert limits[labels == label] == pytest.approx(np.median(found[labels == label]))


def test_a_community_of_which_little_is_sure_has_no_core_and_is_dissolved():
    labels = np.repeat(np.arange(2, dtype=np.int32), 10)
    found = np.concatenate([np.full(6, 0.9), np.full(4, 0.1), np.full(4, 0.9), np.full(6, 0.1)]).astype(np.float32)
    assert Belonging(0.5, 0.6).members(labels, found, 0).tolist() == [0] * 6 + [-1] * 14
    assert (Belonging(0.5, 0.6).members(labels, found, 0, smallest=7) == -1).all()
    none = np.zeros(0, np.int32)
    assert len(Belonging(0.5, 0.6).members(none, none.astype(np.float32), 0)) == 0


def test_what_a_person_wants_in_stays_in_also_without_a_core():
    labels = np.zeros(10, np.int32)
    wanted = np.zeros(10, bool)
    wanted[:2] = True
    found = np.full(10, 0.1, np.float32)
    assert Belonging(0.5, 0.6).members(labels, found, 1, 3, wanted).tolist() == [0, 0] + [-1] * 8


def _library(strangers: int) -> tuple[np.ndarray, np.ndarray]:
    """Eight tight kinds, and ``strangers`` (label -1) that are half like one of them, half like nothing."""
    generator = np.random.default_rng(5)
    centres = generator.standard_normal((8, 24))
    labels = np.repeat(np.arange(8), _OF_ONE_KIND)
    vectors = centres[labels] + 0.35 * generator.standard_normal((len(labels), 24))
    alone = 0.6 * centres[generator.integers(0, 8, strangers)] + generator.standard_normal((strangers, 24))
    both = np.concatenate([vectors, alone]).astype(np.float32)
    return both / np.linalg.norm(both, axis=1, keepdims=True), np.concatenate([labels, np.full(strangers, -1)])


def test_among_strangers_a_library_is_stricter_and_without_them_it_is_as_it_was():
    same_everywhere = Settings(in_theme=Belonging(0.28, 0), in_group=Belonging(0.28, 0))
    vectors, labels = _library(36)
    stranger = labels < 0
    strict, lax = run(group(vectors)), run(group(vectors, settings=same_everywhere))
    assert (strict.groups[stranger] >= 0).mean() < 0.4 < (lax.groups[stranger] >= 0).mean()
    assert (strict.groups[~stranger] >= 0).mean() > 0.9
    vectors, _ = _library(0)
    assert (run(group(vectors)).groups == run(group(vectors, settings=same_everywhere)).groups).all()

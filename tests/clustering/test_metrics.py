"""Measures against cases worked by hand, and against scikit-learn on random partitions."""

from __future__ import annotations

import numpy as np
import pytest
import sklearn.metrics as reference
from sklearn.metrics.cluster import pair_confusion_matrix

from photoorg.clustering.metrics import Contingency, PrecisionRecall, score, without_noise

# Classes of 4 and 2 photos; clusters {0, 1, 2}, {3, 4}, {5}: n = [[3, 1, 0], [0, 1, 1]].
TRUTH = [0, 0, 0, 0, 1, 1]
LABELS = [7, 7, 7, 2, 2, -1]


def test_worked_by_hand() -> None:
    found = score(TRUTH, LABELS)
    assert (found.clusters, found.noise) == (2, pytest.approx(1 / 6))
    # Pairs: together in both 3; claimed 3 + 1; wanted 6 + 1.
    assert found.pairwise.as_list() == pytest.approx([3 / 4, 3 / 7, 6 / 11])
    # P: (9/3 + 1/2 + 1/2 + 1/1) / 6; R: (9/4 + 1/4 + 1/2 + 1/2) / 6.
    precision, recall = 5 / 6, 3.5 / 6
    assert found.bcubed.as_list() == pytest.approx([precision, recall, 2 * precision * recall / (precision + recall)])
    # Macro: class 0 has P (9/3 + 1/2) / 4, R (9/4 + 1/4) / 4; class 1 has P 1.5 / 2, R 1 / 2.
    assert found.bcubed_macro.as_list()[:2] == pytest.approx([(3.5 / 4 + 0.75) / 2, (2.5 / 4 + 0.5) / 2])
    # The best matching: class 0 with {0, 1, 2}, class 1 with either of the others.
    assert found.acc == pytest.approx(4 / 6)


def test_noise_counts_as_clusters_of_one() -> None:
    assert sorted(without_noise([-1, 5, -1, 5]).tolist()) == [0, 0, 1, 2]
    assert score([0, 0, 1], [-1, -1, -1]).bcubed.precision == 1
    assert score([0, 0, 1], [-1, -1, -1]).bcubed.recall == pytest.approx((1 / 2 + 1 / 2 + 1) / 3)
    together, apart = Contingency([0, 0, 1, 1], [0, 0, -1, -1]), Contingency([0, 0, 1, 1], [0, 0, 1, 2])
    for measure in ("nmi", "ami", "ari", "accuracy"):
        assert getattr(together, measure)() == getattr(apart, measure)()


def test_the_truth_scores_one_and_chance_nothing() -> None:
    truth = np.repeat(np.arange(10), 30)
    perfect = score(truth, truth[::-1] + 3)
    assert [perfect.nmi, perfect.ami, perfect.ari, perfect.acc] == pytest.approx([1, 1, 1, 1])
    assert [perfect.bcubed.f, perfect.bcubed_macro.f, perfect.pairwise.f] == pytest.approx([1, 1, 1])
    chance = score(truth, np.random.default_rng(0).integers(10, size=300))
    assert abs(chance.ari) < 0.02
    assert abs(chance.ami) < 0.03
    assert chance.nmi > chance.ami + 0.05  # why AMI is printed beside it


def test_degenerate_partitions_have_defined_scores() -> None:
    one = score([0, 0, 0], [4, 4, 4])
    assert (one.nmi, one.ami, one.ari, one.acc) == (1, 1, 1, 1)
    single = score([3], [-1])
    assert (single.ami, single.ari, single.acc, single.pairwise) == (1, 1, 1, PrecisionRecall(1.0, 1.0))
    lumped = score([0, 0, 1, 1], [0, 0, 0, 0])
    assert (lumped.nmi, lumped.ari) == (0, 0)
    assert lumped.ami == pytest.approx(0)
    with pytest.raises(ValueError, match="fit"):
        score([0, 1], [0])
    with pytest.raises(ValueError, match="no photos"):
        score([], [])


@pytest.mark.parametrize("seed", range(12))
def test_agrees_with_scikit_learn(seed: int) -> None:
    rng = np.random.default_rng(seed)
    photos = int(rng.integers(20, 400))
    truth = rng.integers(rng.integers(2, 30), size=photos)
    labels = np.where(rng.random(photos) < 0.6, truth, rng.integers(-1, rng.integers(2, 60), size=photos))
    full = without_noise(labels)
    found = score(truth, labels)
    assert found.nmi == pytest.approx(reference.normalized_mutual_info_score(truth, full))
    assert found.ami == pytest.approx(reference.adjusted_mutual_info_score(truth, full), abs=1e-9)
    assert found.ari == pytest.approx(reference.adjusted_rand_score(truth, full))
    (_, wrong), (missed, right) = pair_confusion_matrix(truth, full)
    assert found.pairwise.precision == pytest.approx(right / (right + wrong))
    assert found.pairwise.recall == pytest.approx(right / (right + missed))
    # BCubed by its definition, photo by photo.
    same_class, same_cluster = truth[:, None] == truth, full[:, None] == full
    correct = (same_class & same_cluster).sum(1)
    precision, recall = correct / same_cluster.sum(1), correct / same_class.sum(1)
    assert found.bcubed.as_list()[:2] == pytest.approx([precision.mean(), recall.mean()])
    classes = np.unique(truth)
    macro = [np.mean([part[truth == c].mean() for c in classes]) for part in (precision, recall)]
    assert found.bcubed_macro.as_list()[:2] == pytest.approx(macro)


@pytest.mark.parametrize("seed", range(8))
def test_accuracy_is_that_of_the_whole_table(seed: int) -> None:
    from scipy.optimize import linear_sum_assignment

    rng = np.random.default_rng(seed)
    truth = rng.integers(-1, 6, size=60)
    labels = rng.integers(-1, rng.integers(1, 40), size=60)
    rows, columns = without_noise(truth), without_noise(labels)
    table = np.zeros((rows.max() + 1, columns.max() + 1))
    np.add.at(table, (rows, columns), 1)
    best = table[linear_sum_assignment(table, maximize=True)].sum() / 60
    assert Contingency(truth, labels).accuracy() == pytest.approx(best)


def test_thousands_of_clusters_of_one_are_cheap() -> None:
    truth = np.repeat(np.arange(50), 1000)
    found = score(truth, np.full(50_000, -1))
    assert (found.acc, found.noise) == (50 / 50_000, 1)

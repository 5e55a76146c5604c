from __future__ import annotations

import numpy as np
import pytest

from photoorg.clustering.diagnostics import Sweep, ablation, cluster_counts, mean_silhouette, principal, sweep, within
from photoorg.core.arrays import Labels, Vectors
from photoorg.core.errors import Cancelled
from photoorg.core.jobs import CancelToken, run


def blobs(clusters: int = 5, size: int = 40) -> tuple[Vectors, Labels]:
    rng = np.random.default_rng(3)
    truth = np.repeat(np.arange(clusters, dtype=np.int32), size)
    vectors = np.eye(clusters, 16)[truth] + rng.normal(0, 0.05, (clusters * size, 16))
    return (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32), truth


def test_elbow_and_silhouette_find_the_number_of_clusters() -> None:
    vectors, _ = blobs()
    found = run(sweep(vectors, [2, 3, 5, 8, 12, 20]))
    assert isinstance(found, Sweep)
    assert found.best == 5
    assert found.elbow == 5
    assert found.inertia == sorted(found.inertia, reverse=True)


def test_inertia_and_silhouette_worked_by_hand() -> None:
    # Two clusters on a line: 0 and 2, 10 and 12. Inertia: each is 1 from its centre.
    vectors = np.array([[0], [2], [10], [12]], np.float32)
    labels = np.array([0, 0, 1, 1], np.int32)
    assert within(vectors, labels) == pytest.approx(4)
    # 0: own 2, other 11; 2: own 2, other 9; and mirrored.
    assert mean_silhouette(vectors, labels) == pytest.approx(((11 - 2) / 11 + (9 - 2) / 9) / 2)
    assert mean_silhouette(vectors, np.zeros(4, np.int32)) == 0
    assert mean_silhouette(vectors, np.arange(4, dtype=np.int32)) == 0


def test_the_silhouette_is_scikit_learns() -> None:
    from sklearn.metrics import silhouette_score

    rng = np.random.default_rng(1)
    vectors = rng.normal(size=(120, 6)).astype(np.float32)
    labels = rng.integers(0, 5, 120).astype(np.int32) * 3  # numbers with gaps
    labels[7] = 40  # alone
    assert mean_silhouette(vectors, labels) == pytest.approx(float(silhouette_score(vectors, labels)), abs=1e-5)


def test_few_components_hold_few_clusters() -> None:
    vectors, truth = blobs()
    scores = run(ablation(vectors, truth, [1, 4, 16]))
    assert isinstance(scores, list)
    assert scores[0].bcubed.f < 0.9
    assert scores[1].bcubed.f == pytest.approx(1)
    assert scores[2].bcubed.f == pytest.approx(1)


def test_principal_components_keep_what_varies_most() -> None:
    rng = np.random.default_rng(0)
    vectors = (rng.normal(size=(200, 3)) * [5, 0.1, 1] + 7).astype(np.float32)
    turned = principal(vectors, 2)
    assert turned.shape == (200, 2)
    assert np.linalg.norm(turned, axis=1) == pytest.approx(np.ones(200))
    plain = vectors[:, [0, 2]] - vectors[:, [0, 2]].mean(0)
    plain /= np.linalg.norm(plain, axis=1, keepdims=True)
    assert np.abs((turned * plain).sum(0)).sum() > 190  # the same directions, but for their signs and noise


def test_numbers_to_try_lie_between_two_and_the_photos() -> None:
    assert cluster_counts(1000, most=40)[0] == 2
    assert cluster_counts(1000, most=40)[-1] == 40
    assert cluster_counts(5, most=100) == [2, 3, 4]
    assert cluster_counts(2) == []


def test_a_cancelled_sweep_stops() -> None:
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        run(sweep(blobs()[0], [2, 3], cancel))

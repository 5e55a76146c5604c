from __future__ import annotations

import numpy as np
import pytest

from photoorg.clustering.constrained import ClassCount, constrained_kmeans, estimate_classes
from photoorg.clustering.metrics import score
from photoorg.core.errors import Cancelled
from photoorg.core.jobs import CancelToken, run


def blobs(clusters: int, size: int = 30, noise: float = 0.06) -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(5)
    truth = np.repeat(np.arange(clusters, dtype=np.int32), size)
    vectors = np.eye(clusters, 24)[truth] + rng.normal(0, noise, (len(truth), 24))
    return (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32), truth


def test_known_photos_keep_their_cluster_and_draw_others() -> None:
    vectors, truth = blobs(4)
    known = np.full(len(truth), -1, np.int32)
    known[:10], known[30:33] = 0, 1
    labels = constrained_kmeans(vectors, 4, known)
    assert (labels[:10] == 0).all()
    assert score(truth, labels).acc == 1
    known[40] = 0  # a person put it there, however it looks
    assert constrained_kmeans(vectors, 4, known)[40] == 0


def test_without_anything_known_it_is_k_means() -> None:
    vectors, truth = blobs(3)
    labels = constrained_kmeans(vectors, 3, np.full(len(truth), -1, np.int32))
    assert score(truth, labels).acc == 1


def test_the_number_of_new_classes_is_found() -> None:
    vectors, truth = blobs(11)
    known = np.where(truth < 6, truth, -1).astype(np.int32)
    found = run(estimate_classes(vectors, known, [2, 3, 4, 5, 6, 7, 9]))
    assert isinstance(found, ClassCount)
    assert found.by_silhouette == 5
    assert found.by_accuracy is not None
    assert 4 <= found.classes <= 6


def test_with_few_known_classes_the_silhouette_decides() -> None:
    vectors, truth = blobs(7)
    known = np.where(truth < 2, truth, -1).astype(np.int32)
    found = run(estimate_classes(vectors, known, [2, 4, 5, 6, 8]))
    assert found == ClassCount(5, 5, None)


def test_nonsense_is_refused_and_a_cancel_heard() -> None:
    vectors, truth = blobs(3)
    with pytest.raises(ValueError, match="more than 2"):
        constrained_kmeans(vectors, 2, truth)
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        constrained_kmeans(vectors, 3, np.full(len(truth), -1, np.int32), cancel=cancel)

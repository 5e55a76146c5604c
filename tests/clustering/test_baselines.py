"""One contract for every method behind the protocol, and the rules that are the baselines' own."""

from __future__ import annotations

import numpy as np
import pytest

from photoorg.clustering.baselines import DBSCAN, Agglomerative, KMeans, baselines
from photoorg.clustering.baselines.agglomerative import _MOST
from photoorg.clustering.baselines.common import rule_of_thumb, tidy
from photoorg.clustering.baselines.density import knee
from photoorg.clustering.metrics import score
from photoorg.clustering.protocol import Clusterer
from photoorg.core.arrays import Vectors
from photoorg.core.errors import Cancelled, CannotError
from photoorg.core.jobs import CancelToken

METHODS = baselines(k=4)


def blobs(clusters: int = 4, size: int = 60, dim: int = 24, noise: float = 0.08) -> tuple[Vectors, np.ndarray]:
    """Unit vectors about ``clusters`` random directions, and which one each belongs to."""
    rng = np.random.default_rng(1)
    truth = np.repeat(np.arange(clusters), size)
    vectors = np.eye(clusters, dim)[truth] + rng.normal(0, noise, (clusters * size, dim))
    order = rng.permutation(len(truth))
    return (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)[order], truth[order]


@pytest.fixture(params=METHODS.values(), ids=METHODS.keys())
def method(request: pytest.FixtureRequest) -> Clusterer:
    chosen: Clusterer = request.param
    return chosen


def test_labels_are_tidy_and_the_same_again(method: Clusterer) -> None:
    vectors, _ = blobs()
    before = vectors.copy()
    labels = method.fit(vectors, CancelToken())
    assert labels.dtype == np.int32
    assert labels.shape == (len(vectors),)
    kept = np.unique(labels[labels >= 0])
    assert kept.tolist() == list(range(len(kept)))
    assert labels.min() >= -1
    assert np.array_equal(method.fit(vectors), labels)
    assert np.array_equal(vectors, before)


def test_clear_clusters_are_found(method: Clusterer) -> None:
    vectors, truth = blobs()
    found = score(truth, method.fit(vectors))
    # A method that is made for fine detail may split a cluster, but none may mix two.
    assert found.bcubed.precision > 0.95
    # OPTICS leaves the rim of a round cluster out; a resolution of 3 is made to split.
    assert found.bcubed.recall > (0.95 if method.name not in ("optics", "dbscan", "leiden-3") else 0.2)


def test_few_photos_and_equal_ones(method: Clusterer) -> None:
    vectors, _ = blobs()
    assert method.fit(vectors[:0]).shape == (0,)
    assert method.fit(vectors[:1]).shape == (1,)
    assert method.fit(vectors[:3]).shape == (3,)
    labels = method.fit(np.repeat(vectors[:1], 30, axis=0))
    if method.name != "leiden-3":  # which parts whatever is as near to each other as to all the rest
        assert len(np.unique(labels)) == 1


def test_a_cancelled_method_stops(method: Clusterer) -> None:
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        method.fit(blobs()[0], cancel)


def test_names_are_distinct_and_plain() -> None:
    assert list(METHODS) == [
        "k-means", "k-means++", "ward", "agglomerative-1.2", "agglomerative-1.5", "agglomerative-2",
        "dbscan", "optics", "hdbscan", "leiden-0.5", "leiden-0.7", "leiden-3", "infomap",
    ]  # fmt: skip


def test_without_a_number_of_clusters_the_rule_of_thumb_decides() -> None:
    vectors, _ = blobs(clusters=8, size=25)
    assert rule_of_thumb(200) == 10
    assert KMeans(k=None).fit(vectors).max() + 1 == 10
    assert Agglomerative().fit(vectors).max() + 1 == 10
    assert rule_of_thumb(1) == 1


def test_photos_that_differ_by_rounding_alone_bring_no_warning() -> None:
    vectors, _ = blobs()
    near = np.repeat(vectors[:3], 10, axis=0)
    near[::2] *= np.float32(1 + 1e-7)
    assert len(np.unique(near, axis=0)) > 3
    labels = KMeans(k=6).fit(near)
    assert score(np.repeat([0, 1, 2], 10), labels).bcubed.precision == 1
    assert 3 <= len(np.unique(labels)) <= 6


def test_ward_distance_is_between_vectors() -> None:
    # Two pairs of photos, each pair at distance 0.1, the pairs far apart.
    angles = np.array([0, 0.1, 2, 2.1])
    vectors = np.stack([np.cos(angles), np.sin(angles)], 1).astype(np.float32)
    assert Agglomerative(distance=0.05).fit(vectors).tolist() == [0, 1, 2, 3]
    assert Agglomerative(distance=0.5).fit(vectors).tolist() == [0, 0, 1, 1]
    assert Agglomerative(distance=9).fit(vectors).tolist() == [0, 0, 0, 0]


def test_too_many_photos_are_refused_in_a_sentence() -> None:
    with pytest.raises(CannotError, match="all pairs"):
        Agglomerative(distance=1).fit(np.zeros((_MOST + 1, 2), np.float32))


def test_the_knee_is_where_the_curve_turns() -> None:
    curve = np.concatenate([np.linspace(1, 1.1, 90), np.linspace(1.1, 3, 10)])
    assert knee(curve) == pytest.approx(1.1, abs=0.01)
    assert knee(np.full(5, 2.0)) == 2


def test_dbscan_leaves_strangers_out() -> None:
    vectors, truth = blobs()
    strangers = np.eye(24, dtype=np.float32)[10:16]
    labels = DBSCAN().fit(np.concatenate([vectors, strangers]))
    assert (labels[len(truth) :] == -1).all()
    assert (labels[: len(truth)] >= 0).mean() > 0.8


def test_tidy_numbers_by_size_and_keeps_noise() -> None:
    assert tidy([9, -3, 4, 4, 9, 4, 2]).tolist() == [1, -1, 0, 0, 1, 0, 2]
    assert tidy([]).tolist() == []

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray

from photoorg.clustering.metrics import score
from photoorg.core.errors import Cancelled
from photoorg.core.jobs import CancelToken, run
from photoorg.training.deep.split import MOST_PARTS, split

Blobs = Callable[..., tuple[NDArray[np.float32], NDArray[np.int32]]]


def _split(vectors: NDArray[np.float32], parts: int | None = None) -> NDArray[np.int32]:
    labels = run(split(vectors, parts))
    assert isinstance(labels, np.ndarray)
    return labels


def test_kinds_within_a_cluster_are_found_and_counted(blobs: Blobs) -> None:
    vectors, truth = blobs(clusters=3, size=40, noise=0.06)
    labels = _split(vectors)
    assert labels.dtype == np.int32
    assert score(truth, labels).acc > 0.95
    assert np.array_equal(_split(vectors), labels)
    assert _split(vectors, 2).max() == 1


def test_parts_are_large_enough_for_groups(blobs: Blobs) -> None:
    vectors, _ = blobs(clusters=1, size=40, noise=0.3)
    sizes = np.bincount(_split(vectors, 20))
    assert sizes.min() >= 3
    assert 2 <= len(sizes) <= MOST_PARTS
    assert list(sizes) == sorted(sizes, reverse=True)
    assert _split(vectors[:5]).tolist() == [0] * 5
    assert _split(vectors[:0]).tolist() == []


def test_it_can_be_cancelled(blobs: Blobs) -> None:
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        run(split(blobs()[0], cancel=cancel))

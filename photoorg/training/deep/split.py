"""Splits one cluster of look-alikes further: how many kinds it holds, then deep transfer clustering among them."""

from __future__ import annotations

import threading
from importlib import import_module

import numpy as np

from photoorg.clustering.baselines.common import tidy
from photoorg.clustering.constrained import estimate_classes
from photoorg.core.arrays import Labels, Vectors
from photoorg.core.jobs import CancelToken, Job

#: A cluster is split into this many parts at most: more would be another page of clusters, not a choice.
MOST_PARTS = 8
#: A part of fewer photos is no group.
SMALLEST_PART = 3


def split(vectors: Vectors, parts: int | None = None, cancel: CancelToken | None = None) -> Job[Labels]:
    """The part (n,) of each of unit ``vectors`` (n, d) of one cluster, the largest part 0.

    ``parts`` None takes as many as the silhouette speaks for. Photos of a part that would be too small for a group go
    to their next best one, so there can be fewer parts than asked for; one where there are fewer than six photos.

    Raises:
        Cancelled: ``cancel`` asked for it.
    """
    most = min(MOST_PARTS, len(vectors) // SMALLEST_PART)
    if most < 2:
        return np.zeros(len(vectors), np.int32)
    loading = threading.Thread(target=import_module, args=("photoorg.training.deep.dtc",), daemon=True)
    loading.start()  # torch takes longer to load than the parts to be counted, which needs numpy alone
    if parts is None:
        unknown = np.full(len(vectors), -1, np.int32)
        parts = (yield from estimate_classes(vectors, unknown, range(2, most + 1), cancel=cancel)).classes
    from photoorg.training.deep.dtc import TransferClustering

    probabilities = yield from TransferClustering(min(parts, most), "te").train(vectors, cancel)
    return tidy(_large_enough(probabilities.copy()))


def _large_enough(probabilities: np.ndarray[tuple[int, int], np.dtype[np.float32]]) -> Labels:
    """The likeliest part of every photo when too small ones are given up, the smallest first."""
    while True:
        labels = probabilities.argmax(1)
        sizes = np.bincount(labels, minlength=probabilities.shape[1])
        alive = np.isfinite(probabilities).all(0)
        small = np.flatnonzero(alive & (sizes < SMALLEST_PART))
        if not len(small) or alive.sum() < 2:
            found: Labels = labels.astype(np.int32)
            return found
        probabilities[:, small[np.argmin(sizes[small])]] = -np.inf

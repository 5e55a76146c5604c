"""k-means in which some photos' clusters are known, and the number of classes that follows from it (DTC, section 4)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from photoorg.clustering.diagnostics import mean_silhouette, one_hot, within
from photoorg.clustering.metrics import Contingency
from photoorg.core.arrays import Labels, Vectors
from photoorg.core.jobs import CancelToken, Job, Pace

#: A cluster of less than this share of the largest one is an outlier, not a class.
_OUTLIER = 0.01
#: One in this many known classes is held back to measure with.
_HELD_BACK = 4
#: Lloyd's algorithm ends long before this.
_ITERATIONS = 100


@dataclass(frozen=True)
class ClassCount:
    """An estimate of how many classes unlabelled photos have, and what it was made from, with known classes counted."""

    classes: int
    by_silhouette: int
    by_accuracy: int | None


def constrained_kmeans(
    vectors: Vectors, k: int, known: Labels, seed: int = 0, starts: int = 5, cancel: CancelToken | None = None
) -> Labels:
    """Labels (n,) of ``vectors`` (n, d) in ``k`` clusters, in which photos with ``known`` (n,) >= 0 keep that cluster.

    The tightest of ``starts`` runs, each begun with the means of the known clusters and, for the others, greedy
    k-means++ among the photos that are not known.

    Raises:
        ValueError: more clusters are known than ``k``.
        Cancelled: ``cancel`` asked for it.
    """
    held = int(known.max(initial=-1)) + 1
    if held > k:
        raise ValueError(f"{held} clusters are known, more than {k}")
    best, found = np.inf, known.astype(np.int32)
    for start in range(starts):
        labels = _lloyd(vectors.astype(np.float64), k, known, np.random.default_rng([seed, start]), cancel)
        inertia = within(vectors, labels)
        if inertia < best:
            best, found = inertia, labels
    return found


def _lloyd(
    points: NDArray[np.float64], k: int, known: Labels, rng: np.random.Generator, cancel: CancelToken | None
) -> Labels:
    """One run to its end."""
    free = np.flatnonzero(known < 0)
    centres = _begin(points, known, free, k, rng)
    labels = known.astype(np.int32).copy()
    for _ in range(_ITERATIONS):
        if cancel is not None:
            cancel.checkpoint()
        new = ((centres**2).sum(1) - 2 * points[free] @ centres.T).argmin(1).astype(np.int32)
        if np.array_equal(new, labels[free]):
            break
        labels[free] = new
        members = one_hot(labels, k)
        sums, sizes = members.T @ points, members.sum(0)[:, None]
        centres = np.where(sizes > 0, sums / np.maximum(sizes, 1), centres)
    return labels


def estimate_classes(
    vectors: Vectors, known: Labels, counts: Sequence[int], seed: int = 0, cancel: CancelToken | None = None
) -> Job[ClassCount]:
    """How many classes the photos of ``vectors`` (n, d) without a ``known`` (n,) label (-1) have.

    Tries each number of new classes in ``counts``: a part of the known classes anchors a constrained k-means, the rest
    is held back. The estimate is the mean of the number with the best silhouette of the unlabelled photos and the one
    with the best accuracy on the classes held back, less outlying clusters. With fewer than 4 known classes the
    silhouette decides alone.

    Raises:
        ValueError: there is no count to try.
        Cancelled: ``cancel`` asked for it.
    """
    if not counts:
        raise ValueError("there is no number of classes to try")
    free = known < 0
    classes = int(known.max(initial=-1)) + 1
    held = np.arange(classes)[::_HELD_BACK] if classes >= _HELD_BACK else np.zeros(0, int)
    anchors = _renumbered(np.where(np.isin(known, held), -1, known).astype(np.int32))
    checked = np.isin(known, held)
    silhouettes, accuracies = [], []
    pace = Pace("estimating the number of classes", len(counts))
    for done, count in enumerate(counts, start=1):
        labels = constrained_kmeans(vectors, classes + count, anchors, seed, cancel=cancel)
        silhouettes.append(mean_silhouette(vectors[free], labels[free]))
        if len(held):
            accuracies.append(Contingency(known[checked], labels[checked]).accuracy())
        yield pace.at(done)
    by_silhouette = counts[int(np.argmax(silhouettes))]
    by_accuracy = counts[int(np.argmax(accuracies))] if accuracies else None
    mean = by_silhouette if by_accuracy is None else round((by_silhouette + by_accuracy) / 2)
    labels = constrained_kmeans(vectors, classes + mean, _renumbered(known), seed, cancel=cancel)
    sizes = np.bincount(labels[free], minlength=classes + mean)[classes:]
    kept = int((sizes >= max(1, _OUTLIER * sizes.max(initial=0))).sum())
    return ClassCount(max(1, kept), by_silhouette, by_accuracy)


def _begin(
    points: NDArray[np.float64], known: Labels, free: NDArray[np.intp], k: int, rng: np.random.Generator
) -> NDArray[np.float64]:
    """The means of the known clusters, then photos drawn by their squared distance to all centres so far.

    Of several that are drawn the one that brings the photos nearest to a centre is taken (greedy k-means++).
    """
    pool = points[free] if len(free) else points
    centres = [points[known == cluster].mean(0) for cluster in range(int(known.max(initial=-1)) + 1)]
    if not centres:
        centres.append(pool[rng.integers(len(pool))])
    nearest = np.min([((pool - centre) ** 2).sum(1) for centre in centres], axis=0)
    tries = 2 + int(np.log(k))
    while len(centres) < k:
        total = nearest.sum()
        drawn = rng.choice(len(pool), tries, p=nearest / total if total > 0 else None)
        closer = [np.minimum(nearest, ((pool - pool[each]) ** 2).sum(1)) for each in drawn]
        best = int(np.argmin([each.sum() for each in closer]))
        centres.append(pool[drawn[best]])
        nearest = closer[best]
    return np.stack(centres)


def _renumbered(labels: Labels) -> Labels:
    """Known labels numbered from 0 without gaps; -1 stays."""
    kept = np.unique(labels[labels >= 0])
    found = np.full(len(labels), -1, np.int32)
    found[labels >= 0] = np.searchsorted(kept, labels[labels >= 0]).astype(np.int32)
    return found

"""What the number of clusters and of dimensions do to k-means: elbow, silhouette, ablation of principal components."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from photoorg.clustering.baselines.kmeans import KMeans
from photoorg.clustering.metrics import Scores, score
from photoorg.core.arrays import Labels, Vectors
from photoorg.core.jobs import CancelToken, Job, Pace

#: The silhouette compares all pairs; a sample of this many photos tells it to about 0.01.
_SAMPLE = 2_000


@dataclass(frozen=True)
class Sweep:
    """k-means at each number of clusters ``ks``: the ``inertia`` (summed squared distance to the centres) and the mean
    ``silhouette`` (Rousseeuw 1987).
    """

    ks: list[int]
    inertia: list[float]
    silhouette: list[float]

    @property
    def elbow(self) -> int:
        """The number of clusters where the falling inertia turns: farthest below the chord, over log k."""
        if len(self.ks) < 3:
            return self.ks[0]
        x, y = np.log(self.ks), np.array(self.inertia)
        if y[0] <= y[-1]:
            return self.ks[0]
        below = (1 - (x - x[0]) / (x[-1] - x[0])) - (y - y[-1]) / (y[0] - y[-1])
        return self.ks[int(np.argmax(below))]

    @property
    def best(self) -> int:
        """The number of clusters with the greatest silhouette."""
        return self.ks[int(np.argmax(self.silhouette))]


def cluster_counts(photos: int, most: int | None = None, steps: int = 12) -> list[int]:
    """Numbers of clusters to try, spaced by ratio, from 2 to ``most`` (default: a third of the photos)."""
    top = min(most or photos // 3, photos - 1)
    if top < 2:
        return []
    return sorted({round(k) for k in np.geomspace(2, top, steps)})


def sweep(vectors: Vectors, ks: Sequence[int], cancel: CancelToken | None = None) -> Job[Sweep]:
    """k-means on unit ``vectors`` (n, d) at every number of clusters in ``ks`` (each 2 to n - 1).

    Raises:
        Cancelled: ``cancel`` asked for it.
    """
    pace = Pace("trying numbers of clusters", len(ks))
    inertia, silhouette = [], []
    for done, k in enumerate(ks, start=1):
        labels = KMeans("k-means++", k, starts=1).fit(vectors, cancel)
        inertia.append(within(vectors, labels))
        silhouette.append(mean_silhouette(vectors, labels))
        yield pace.at(done)
    return Sweep(list(ks), inertia, silhouette)


def within(vectors: Vectors, labels: Labels) -> float:
    """Summed squared distance of ``vectors`` (n, d) to the means of their clusters."""
    points = vectors.astype(np.float64)
    members = one_hot(labels)
    sizes = np.maximum(members.sum(0), 1)
    return float((points**2).sum() - (((members.T @ points) ** 2).sum(1) / sizes).sum())


def one_hot(labels: Labels, clusters: int | None = None) -> NDArray[np.float64]:
    """Which of (n, ``clusters``) each of ``labels`` (n,) names: sums over clusters are products with it."""
    found = np.zeros((len(labels), int(labels.max(initial=-1)) + 1 if clusters is None else clusters))
    found[np.arange(len(labels)), labels] = 1
    return found


def mean_silhouette(vectors: Vectors, labels: Labels, sample: int = _SAMPLE) -> float:
    """The mean silhouette (Rousseeuw 1987) of at most ``sample`` photos by Euclidean distance; those alone count 0.

    0 where they are one cluster, or all of them alone.
    """
    chosen = np.random.default_rng(0).permutation(len(vectors))[:sample]
    points = vectors[chosen].astype(np.float64)
    distinct, inverse = np.unique(labels[chosen], return_inverse=True)
    numbers = inverse.astype(np.int32)
    if not 2 <= len(distinct) < len(chosen):
        return 0.0
    lengths = (points**2).sum(1)
    distances = np.sqrt(np.maximum(lengths[:, None] - 2 * points @ points.T + lengths, 0))
    np.fill_diagonal(distances, 0)
    members = one_hot(numbers)
    sizes, rows = members.sum(0), np.arange(len(points))
    summed = distances @ members
    own = sizes[numbers]
    inside = summed[rows, numbers] / np.maximum(own - 1, 1)
    means = summed / sizes
    means[rows, numbers] = np.inf
    outside = means.min(1)
    wider = np.maximum(inside, outside)
    silhouettes = np.where((own > 1) & (wider > 0), (outside - inside) / np.where(wider > 0, wider, 1), 0)
    return float(silhouettes.mean())


def principal(vectors: Vectors, dimensions: int) -> Vectors:
    """Unit ``vectors`` (n, d) on their own first principal components, (n, dimensions), of unit length again."""
    centred = vectors.astype(np.float64) - vectors.mean(axis=0, dtype=np.float64)
    _, directions = np.linalg.eigh(centred.T @ centred)
    turned = centred @ directions[:, ::-1][:, :dimensions]
    lengths = np.linalg.norm(turned, axis=1, keepdims=True)
    found: NDArray[np.float32] = (turned / np.where(lengths > 0, lengths, 1)).astype(np.float32)
    return found


def ablation(
    vectors: Vectors, truth: Labels, dimensions: Sequence[int], cancel: CancelToken | None = None
) -> Job[list[Scores]]:
    """How k-means++, told the number of classes, agrees with ``truth`` (n,) when it sees fewer principal components.

    Raises:
        Cancelled: ``cancel`` asked for it.
    """
    pace = Pace("leaving components out", len(dimensions))
    method = KMeans("k-means++", int(truth.max()) + 1)
    found = []
    for done, count in enumerate(dimensions, start=1):
        found.append(score(truth, method.fit(principal(vectors, count), cancel)))
        yield pace.at(done)
    return found

"""Clusters as dense regions: DBSCAN (Ester et al. 1996), OPTICS (Ankerst et al. 1999), HDBSCAN (Campello et al. 2013).

Photos in thin regions are noise. In hundreds of dimensions distances are nearly equal, so that much becomes noise:
the report that these come from found half of its photos there.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from photoorg.clustering.baselines.common import refuse_above, tidy
from photoorg.core.arrays import Labels, Vectors
from photoorg.core.jobs import CancelToken

#: Beyond this OPTICS and HDBSCAN would take an hour.
_MOST = 20_000


@dataclass(frozen=True)
class DBSCAN:
    """The radius is the knee of the sorted distances to the ``samples``-th neighbour, as the paper draws it."""

    samples: int = 4
    name: str = "dbscan"

    def fit(self, vectors: Vectors, cancel: CancelToken | None = None) -> Labels:
        """Labels (n,) of ``vectors`` (n, d). ``cancel`` is looked at before the work only.

        Raises:
            CannotError: there are more than 20,000 photos.
        """
        from sklearn import cluster

        _ready(self.name, vectors, cancel)
        if len(vectors) <= self.samples:
            return np.full(len(vectors), -1, np.int32)
        radius = knee(np.sort(_distance_to_nth(vectors, self.samples)))
        # A radius of zero (all photos alike) is still a radius.
        return tidy(cluster.DBSCAN(eps=max(radius, 1e-3), min_samples=self.samples + 1).fit(vectors).labels_)


@dataclass(frozen=True)
class OPTICS:
    """Clusters by steepness xi of the reachability plot."""

    samples: int = 5
    xi: float = 0.05
    name: str = "optics"

    def fit(self, vectors: Vectors, cancel: CancelToken | None = None) -> Labels:
        """Labels (n,) of ``vectors`` (n, d). ``cancel`` is looked at before the work only.

        Raises:
            CannotError: there are more than 20,000 photos.
        """
        from sklearn import cluster

        _ready(self.name, vectors, cancel)
        if len(vectors) <= self.samples:
            return np.full(len(vectors), -1, np.int32)
        # Photos that are alike are reached at distance 0, and the plot's ratios divide by it.
        with np.errstate(divide="ignore", invalid="ignore"):
            return tidy(cluster.OPTICS(min_samples=self.samples, xi=self.xi).fit(vectors).labels_)


@dataclass(frozen=True)
class HDBSCAN:
    """The most stable clusters of at least ``smallest`` photos over all densities."""

    smallest: int = 5
    name: str = "hdbscan"

    def fit(self, vectors: Vectors, cancel: CancelToken | None = None) -> Labels:
        """Labels (n,) of ``vectors`` (n, d). ``cancel`` is looked at before the work only.

        Raises:
            CannotError: there are more than 20,000 photos.
        """
        from sklearn import cluster

        _ready(self.name, vectors, cancel)
        if len(vectors) < max(2, self.smallest):
            return np.full(len(vectors), -1, np.int32)
        return tidy(cluster.HDBSCAN(min_cluster_size=self.smallest, copy=True).fit(vectors).labels_)


def knee(curve: np.ndarray[tuple[int], np.dtype[np.floating]]) -> float:
    """The value of a rising ``curve`` (n,) where it lies farthest below the chord between its ends."""
    rise = float(curve[-1] - curve[0])
    if rise <= 0:
        return float(curve[-1])
    chord = np.linspace(0, 1, len(curve))
    return float(curve[int(np.argmax(chord - (curve - curve[0]) / rise))])


def _distance_to_nth(vectors: Vectors, nth: int) -> np.ndarray[tuple[int], np.dtype[np.floating]]:
    """The distance (n,) of every photo to its ``nth`` neighbour."""
    from sklearn.neighbors import NearestNeighbors

    distances, _ = NearestNeighbors(n_neighbors=nth + 1, algorithm="brute").fit(vectors).kneighbors(vectors)
    return np.asarray(distances[:, nth])


def _ready(method: str, vectors: Vectors, cancel: CancelToken | None) -> None:
    refuse_above(_MOST, len(vectors), method)
    if cancel is not None:
        cancel.checkpoint()

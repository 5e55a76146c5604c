"""Agglomerative clustering with Ward's criterion (1963): merge the two clusters whose variance grows least."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from photoorg.clustering.baselines.common import clusters_for, refuse_above, tidy
from photoorg.core.arrays import Labels, Vectors
from photoorg.core.jobs import CancelToken

#: All pairwise distances are held, as float64: 1.6 GB.
_MOST = 20_000


@dataclass(frozen=True)
class Agglomerative:
    """Merging ends at ``distance`` (between unit vectors), or where that is None at ``k`` or sqrt(n / 2) clusters."""

    distance: float | None = None
    k: int | None = None

    @property
    def name(self) -> str:
        """``ward`` where the number of clusters decides, else ``agglomerative-DISTANCE``."""
        return "ward" if self.distance is None else f"agglomerative-{self.distance:g}"

    def fit(self, vectors: Vectors, cancel: CancelToken | None = None) -> Labels:
        """Labels (n,) of ``vectors`` (n, d); nobody is noise. ``cancel`` is looked at before the work only.

        Raises:
            CannotError: there are more than 20,000 photos.
        """
        from sklearn.cluster import AgglomerativeClustering

        refuse_above(_MOST, len(vectors), self.name)
        if cancel is not None:
            cancel.checkpoint()
        k = clusters_for(vectors, self.k)
        if len(vectors) < 2 or (self.distance is None and k < 2):
            return np.zeros(len(vectors), np.int32)
        if self.distance is None:
            tree = AgglomerativeClustering(k)
        else:
            tree = AgglomerativeClustering(n_clusters=None, distance_threshold=self.distance)
        return tidy(tree.fit(vectors).labels_)

"""k-means (Lloyd 1982), begun from random photos or spread-out ones (k-means++, Arthur and Vassilvitskii 2007)."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from typing import Literal

import numpy as np

from photoorg.clustering.baselines.common import clusters_for, tidy
from photoorg.core.arrays import Labels, Vectors
from photoorg.core.jobs import CancelToken


@dataclass(frozen=True)
class KMeans:
    """The best of ``starts`` runs. ``k`` None takes sqrt(n / 2) clusters; k is cut to the different photos."""

    init: Literal["random", "k-means++"] = "k-means++"
    k: int | None = None
    starts: int = 5
    seed: int = 0

    @property
    def name(self) -> str:
        """``k-means`` or ``k-means++``."""
        return "k-means" if self.init == "random" else "k-means++"

    def fit(self, vectors: Vectors, cancel: CancelToken | None = None) -> Labels:
        """Labels (n,) of ``vectors`` (n, d); nobody is noise. Between two starts ``cancel`` is looked at."""
        from sklearn.cluster import KMeans as Lloyd
        from sklearn.exceptions import ConvergenceWarning

        k = clusters_for(vectors, self.k)
        if k < 2:
            return np.zeros(len(vectors), np.int32)
        best, labels = np.inf, np.zeros(len(vectors), np.int32)
        for start in range(self.starts):
            if cancel is not None:
                cancel.checkpoint()
            with warnings.catch_warnings():
                # Photos that differ by rounding alone leave clusters empty: no reason to bother anyone.
                warnings.simplefilter("ignore", ConvergenceWarning)
                run = Lloyd(k, init=self.init, n_init=1, random_state=self.seed + start).fit(vectors)
            if run.inertia_ < best:
                best, labels = run.inertia_, run.labels_
        return tidy(labels)

"""The methods that the refiner is compared with, all behind ``photoorg.clustering.protocol.Clusterer``."""

from __future__ import annotations

from photoorg.clustering.baselines.agglomerative import Agglomerative
from photoorg.clustering.baselines.communities import Infomap, Leiden
from photoorg.clustering.baselines.density import DBSCAN, HDBSCAN, OPTICS
from photoorg.clustering.baselines.kmeans import KMeans
from photoorg.clustering.protocol import Clusterer

__all__ = ["DBSCAN", "HDBSCAN", "OPTICS", "Agglomerative", "Infomap", "KMeans", "Leiden", "baselines"]

#: Ward distances of the Imantics report.
WARD_DISTANCES = (1.2, 1.5, 2.0)
#: Resolutions of modularity: METHODS names them as the best for coarse truth, over all sets, and for fine truth.
RESOLUTIONS = (0.5, 0.7, 3.0)


def baselines(k: int | None = None) -> dict[str, Clusterer]:
    """Every baseline by its name. Those that must be told the number of clusters get ``k``, or their rule's."""
    methods: list[Clusterer] = [
        KMeans("random", k),
        KMeans("k-means++", k),
        Agglomerative(k=k),
        *(Agglomerative(distance=distance) for distance in WARD_DISTANCES),
        DBSCAN(),
        OPTICS(),
        HDBSCAN(),
        *(Leiden(resolution) for resolution in RESOLUTIONS),
        Infomap(),
    ]
    return {method.name: method for method in methods}

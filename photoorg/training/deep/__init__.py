"""Clustering methods that are trained on the photos they cluster. Imports torch: services import it lazily."""

from __future__ import annotations

from photoorg.clustering.protocol import Clusterer


def trained(k: int | None = None) -> dict[str, Clusterer]:
    """Every method that learns from the vectors it clusters, by its name; ``k`` is the number of clusters if told."""
    from photoorg.training.deep.dtc import TransferClustering
    from photoorg.training.deep.scan import Scan
    from photoorg.training.deep.temi import Temi

    methods: list[Clusterer] = [
        Scan(k),
        Temi(k),
        TransferClustering(k, "baseline"),
        TransferClustering(k, "pi"),
        TransferClustering(k, "te"),
        TransferClustering(k, "tep"),
    ]
    return {method.name: method for method in methods}

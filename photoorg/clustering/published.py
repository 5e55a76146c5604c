"""The two published ways from the refiner's answers to clusters, as methods to compare with (``merges``)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from photoorg.clustering.baselines.common import tidy
from photoorg.clustering.grouping import SEQUENCE
from photoorg.clustering.merges import confidence_links, intimate_links
from photoorg.clustering.neighbours import Neighbours, nearest
from photoorg.clustering.network import shipped
from photoorg.clustering.protocol import Clusterer
from photoorg.clustering.refine import refined
from photoorg.core.arrays import Labels, Vectors
from photoorg.core.jobs import CancelToken, run


@dataclass(frozen=True)
class ConfidenceLinks:
    """Every photo joins its most probable neighbour that is surer of its surroundings than itself.

    A link needs a cosine ``cut_off`` standard deviations above the mean of all neighbours' cosines: calibrated on 45
    classes that the refiner had not learnt from, never on what is measured.
    """

    cut_off: float = -0.25
    name: str = "confidence-links"

    def fit(self, vectors: Vectors, cancel: CancelToken | None = None) -> Labels:
        """Labels (n,) of unit ``vectors`` (n, d); nobody is noise."""
        if len(vectors) < 2:
            return np.zeros(len(vectors), np.int32)
        neighbours, probabilities = _answers(vectors, cancel)
        near = neighbours.cosines[:, 1:]
        return tidy(confidence_links(neighbours, probabilities, float(near.mean() + self.cut_off * near.std())))


@dataclass(frozen=True)
class NodeIntimacy:
    """What sure edges hold together whose ends have a ``share`` of their sure neighbours in common."""

    share: float = 0.5
    name: str = "node-intimacy"

    def fit(self, vectors: Vectors, cancel: CancelToken | None = None) -> Labels:
        """Labels (n,) of unit ``vectors`` (n, d); nobody is noise."""
        if len(vectors) < 2:
            return np.zeros(len(vectors), np.int32)
        return tidy(intimate_links(*_answers(vectors, cancel), self.share))


def published() -> dict[str, Clusterer]:
    """Both by their names."""
    methods: list[Clusterer] = [ConfidenceLinks(), NodeIntimacy()]
    return {method.name: method for method in methods}


def _answers(vectors: Vectors, cancel: CancelToken | None) -> tuple[Neighbours, NDArray[np.float32]]:
    """The sequences, and the probabilities (n, k) that a position is of the kind of the first."""
    if cancel is not None:
        cancel.checkpoint()
    neighbours = run(nearest(vectors, SEQUENCE, cancel))
    assert isinstance(neighbours, Neighbours)
    scores = run(refined(vectors, neighbours, shipped(), cancel))
    assert isinstance(scores, np.ndarray)
    return neighbours, scores[..., 1]

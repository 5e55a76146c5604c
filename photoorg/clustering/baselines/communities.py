"""Communities of the plain neighbour graph: an edge to each of a photo's nearest, weighted by its cosine."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from photoorg.clustering.baselines.common import tidy
from photoorg.clustering.neighbours import Neighbours, nearest
from photoorg.clustering.partition import Edges, infomap, leiden, undirected
from photoorg.core.arrays import Labels, Vectors
from photoorg.core.jobs import CancelToken, run

#: Length of a neighbour sequence, the photo itself included, as for the refiner.
NEIGHBOURS = 40


@dataclass(frozen=True)
class Leiden:
    """Leiden on modularity with a resolution (Reichardt and Bornholdt 2006): the higher, the more clusters."""

    resolution: float = 0.7
    seed: int = 0

    @property
    def name(self) -> str:
        """``leiden-RESOLUTION``."""
        return f"leiden-{self.resolution:g}"

    def fit(self, vectors: Vectors, cancel: CancelToken | None = None) -> Labels:
        """Labels (n,) of unit ``vectors`` (n, d); nobody is noise. ``cancel`` is looked at while comparing photos."""
        return tidy(leiden(plain_edges(vectors, cancel), len(vectors), self.resolution, self.seed))


@dataclass(frozen=True)
class Infomap:
    """The communities that describe a random walk in the fewest bits (Rosvall and Bergstrom 2008)."""

    seed: int = 0
    name: str = "infomap"

    def fit(self, vectors: Vectors, cancel: CancelToken | None = None) -> Labels:
        """Labels (n,) of unit ``vectors`` (n, d); nobody is noise. ``cancel`` is looked at while comparing photos."""
        return tidy(infomap(plain_edges(vectors, cancel), len(vectors), self.seed))


def plain_edges(vectors: Vectors, cancel: CancelToken | None = None, k: int = NEIGHBOURS) -> Edges:
    """The undirected neighbour graph of unit ``vectors`` (n, d), weighted by cosine.

    Raises:
        Cancelled: ``cancel`` asked for it.
    """
    if cancel is not None:
        cancel.checkpoint()
    found = run(nearest(vectors, k, cancel))
    assert isinstance(found, Neighbours)
    return undirected(found.ids, np.maximum(found.cosines, 0))

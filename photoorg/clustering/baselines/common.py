"""What several baselines need."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import ArrayLike

from photoorg.core.arrays import Labels, Vectors
from photoorg.core.errors import CannotError


def rule_of_thumb(photos: int) -> int:
    """A number of clusters where none is told: sqrt(n / 2) (Mardia, Kent and Bibby, Multivariate Analysis, 1979)."""
    return max(1, round(math.sqrt(photos / 2)))


def clusters_for(vectors: Vectors, k: int | None) -> int:
    """``k``, or where none is told the rule's number, and never more than there are different ``vectors`` (n, d)."""
    if not len(vectors):
        return 0
    rows = np.ascontiguousarray(vectors).view(np.dtype((np.void, vectors.itemsize * vectors.shape[1])))
    return min(k or rule_of_thumb(len(vectors)), len(np.unique(rows)))


def refuse_above(most: int, photos: int, method: str) -> None:
    """Keep a method whose cost grows with the square of the photos from filling the memory.

    Raises:
        CannotError: there are more than ``most`` photos.
    """
    if photos > most:
        raise CannotError(
            f"{method} compares all pairs of photos and does for {most:,} of them, not for {photos:,}.",
            "Leave it out of --methods, or try it on a part.",
        )


def tidy(labels: ArrayLike) -> Labels:
    """``labels`` (n,) numbered from 0 without gaps by descending size (the earlier photo first); negative ones -1."""
    given = np.asarray(labels)
    kept = given >= 0
    found = np.full(len(given), -1, np.int32)
    if kept.any():
        _, first, inverse, sizes = np.unique(given[kept], return_index=True, return_inverse=True, return_counts=True)
        rank = np.empty(len(sizes), np.int32)
        rank[np.lexsort((first, -sizes))] = np.arange(len(sizes), dtype=np.int32)
        found[kept] = rank[inverse]
    return found

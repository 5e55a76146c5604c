"""How good a ranking is: average precision, and precision among the first 20."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def average_precision(relevant: NDArray[np.bool_]) -> float:
    """Average precision of a whole ranking, best first; 0 when nothing is relevant.

    A relevant photo that the ranking leaves out must be appended as if it came last.
    """
    ranks = np.flatnonzero(relevant)
    if not len(ranks):
        return 0.0
    return float(np.mean(np.arange(1, len(ranks) + 1) / (ranks + 1)))


def precision_at(relevant: NDArray[np.bool_], count: int = 20) -> float:
    """Relevant photos among the first ``count``, as a share of those that can be: of all where there are fewer."""
    possible = min(count, int(np.count_nonzero(relevant)))
    if not possible:
        return 0.0
    return float(np.count_nonzero(relevant[:count])) / possible

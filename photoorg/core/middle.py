"""The median, a tenth of whose time numpy's own takes for what a search has thousands of."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def median(values: NDArray[np.floating]) -> float:
    """The median of finite ``values`` (n,), n at least 1, as ``np.median`` gives it.

    That one also looks for what is not a number, and partitions at several places in one call, which has no fast path.
    """
    half = len(values) // 2
    parted = np.partition(values, half)
    if len(values) % 2:
        return float(parted[half])
    return float((parted[:half].max() + parted[half]) / 2)

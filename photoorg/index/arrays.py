"""The arrays that an index works on."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from photoorg.core.arrays import Vectors


def renormalised(vectors: NDArray[np.floating]) -> Vectors:
    """``vectors`` (n, d) as float32 of unit length, whatever float16 cost them; a row that is no direction is zero."""
    rows = np.ascontiguousarray(vectors, dtype="<f4")
    lengths = np.sqrt(np.einsum("ij,ij->i", rows, rows))[:, None]
    usable = np.isfinite(lengths) & (lengths > 0)
    return np.where(usable, rows / np.where(usable, lengths, 1), np.float32(0))

"""The arrays that an index works on."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

#: Vectors (n, d), and scores (q, k).
Vectors = NDArray[np.float32]
#: Content ids (n,).
Ids = NDArray[np.int64]
#: Row numbers of a matrix; they hold for one generation of it.
Rows = NDArray[np.intp]
#: One mark a row.
Mask = NDArray[np.bool_]


def unit_rows(vectors: NDArray[np.floating]) -> Vectors:
    """``vectors`` (n, d) as float32 of unit length, whatever float16 cost them; a row that is no direction is zero."""
    rows = np.ascontiguousarray(vectors, dtype="<f4")
    lengths = np.sqrt(np.einsum("ij,ij->i", rows, rows))[:, None]
    usable = np.isfinite(lengths) & (lengths > 0)
    return np.where(usable, rows / np.where(usable, lengths, 1), np.float32(0))

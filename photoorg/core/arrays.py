"""The arrays that pass between the stages, by name. It imports numpy: nothing does before the first paint."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

#: One vector (d,), or a score a row (n,).
Vector = NDArray[np.float32]
#: Vectors, one a row (n, d), or scores (q, k).
Vectors = NDArray[np.float32]
#: Ids of photos, contents or clusters (n,).
Ids = NDArray[np.int64]
#: Numbers of rows; they hold for one generation of a matrix.
Rows = NDArray[np.intp]
#: One mark a row (n,).
Mask = NDArray[np.bool_]
#: The cluster of each photo (n,), from 0 without gaps; -1 for photos that belong nowhere.
Labels = NDArray[np.int32]

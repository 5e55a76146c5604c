"""Sorter G of US 2023/0186600 A1, FIG. 3: a sequence gathered ring by ring round its centre.

The figure taken literally repeats a photo that lies on the border of two rings, and overshoots the length; here rings
are half-open and the sequence is cut. Like the figure it stops at the first empty ring: where no ring is empty it gives
the order of ``neighbours.nearest``, which is the standard. Nothing in the product takes this way: it is here so that
what was published can be run, and compared with the standard.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from photoorg.core.arrays import Vectors


def ring_sequence(vectors: Vectors, centre: int, k: int, width: float) -> NDArray[np.int32]:
    """At most ``k`` rows of ``vectors`` (N, D), unit, from ``centre`` outwards in rings of cosine distance ``width``.

    Raises:
        ValueError: ``width`` is not above zero.
    """
    if not width > 0:
        raise ValueError("Rings need a width above zero.")
    distances = np.maximum(1 - vectors @ vectors[centre], 0)
    ring = distances // width
    distances[centre] = -1  # the sequence starts with the centre, also among copies of it
    found: list[NDArray[np.intp]] = []
    gathered = 0
    for number in range(int(ring.max(initial=0)) + 1):  # lines 5 to 15
        inside = np.flatnonzero(ring == number)
        if not len(inside):
            break
        found.append(inside[np.argsort(distances[inside], kind="stable")])  # line 10
        gathered += len(inside)
        if gathered >= k:
            break
    return np.concatenate(found)[:k].astype(np.int32)

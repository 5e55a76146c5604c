"""Inner products of many vectors with one: what every search by words or by example begins with."""

from __future__ import annotations

import threading

import numpy as np

from photoorg.core.arrays import Vector, Vectors

#: From so many rows on, a second thread is worth its start.
_MANY = 20_000


def inner(vectors: Vectors, query: Vector) -> Vector:
    """Inner products (n,) of ``vectors`` (n, d) with ``query`` (d,).

    Bound by memory, of which one thread takes half: two halves are worked through side by side. Not by a matrix
    product, whose threads wait for each other by spinning: while indexing held the processors, such a query over
    10,000 vectors took 28 ms instead of 1.
    """
    if len(vectors) < _MANY:
        alone: Vector = np.vecdot(vectors, query)
        return alone
    found = np.empty(len(vectors), np.result_type(vectors, query))
    middle = len(vectors) // 2
    second = threading.Thread(target=np.vecdot, args=(vectors[middle:], query), kwargs={"out": found[middle:]})
    second.start()
    np.vecdot(vectors[:middle], query, out=found[:middle])
    second.join()
    return found

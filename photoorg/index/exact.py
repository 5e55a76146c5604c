"""Exact search: every row is compared, so recall is 1, and filters and deletions cost nothing."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from photoorg.core.arrays import Ids, Mask, Rows, Vectors
from photoorg.core.products import inner

#: Bytes of scores held at once. A block of rows is scored for all queries, then only the best so far are kept.
_BLOCK_BYTES = 16 << 20


def search(
    vectors: Vectors,
    ids: Ids,
    queries: NDArray[np.floating],
    k: int,
    allowed: Mask | None = None,
) -> tuple[Rows, Vectors]:
    """The ``k`` rows of ``vectors`` (n, d) with the greatest inner product with each of ``queries`` (q, d).

    ``allowed`` (n,) leaves rows out. Gives rows (q, m) and scores (q, m), best first and lower id first among
    equals, where m is ``k`` or the number of allowed rows if there are fewer. Memory beyond the result is bounded.

    Raises:
        ValueError: shapes do not fit, ``k`` is negative, or a query is not finite.
    """
    queries = np.ascontiguousarray(queries, dtype=np.float32)
    _check(vectors, ids, queries, k, allowed)
    count = len(vectors) if allowed is None else int(np.count_nonzero(allowed))
    k = min(k, count)
    kept = [_Best(k) for _ in queries]
    block = max(1, _BLOCK_BYTES // (4 * max(1, len(queries))))
    for start in range(0, len(vectors) if k else 0, block):
        stop = min(start + block, len(vectors))
        scores = products(vectors[start:stop], queries)
        if allowed is not None:
            scores[:, ~allowed[start:stop]] = -np.inf
        for row_scores, found in zip(scores, kept, strict=True):
            found.offer(row_scores, start, ids)
    rows = np.array([found.rows for found in kept], dtype=np.intp).reshape(len(queries), k)
    scores = np.array([found.scores for found in kept], dtype=np.float32).reshape(len(queries), k)
    return rows, scores


def best(scores: Vectors, ids: Ids, k: int) -> Rows:
    """The rows (m,) of the ``k`` greatest of ``scores`` (n,), best first and lower of ``ids`` (n,) first among equals.

    Minus infinity marks rows that take no part, so m can be less than ``k``. Sorting all of 100,000 scores would
    take longer than making them.
    """
    found = _Best(k)
    found.offer(scores, 0, ids)
    return found.rows


def products(vectors: Vectors, queries: Vectors) -> Vectors:
    """Inner products (q, n) of ``queries`` (q, d) with ``vectors`` (n, d)."""
    if len(queries) == 1:
        found: Vectors = inner(vectors, queries[0])[None]
    else:
        found = queries @ vectors.T
    return found


class _Best:
    """The best ``k`` rows that one query has met so far."""

    def __init__(self, k: int) -> None:
        self.k = k
        self.rows: Rows = np.empty(0, dtype=np.intp)
        self.scores: Vectors = np.empty(0, dtype=np.float32)

    def offer(self, scores: Vectors, start: int, ids: Ids) -> None:
        """Take what is good enough from the ``scores`` of the rows from ``start`` on."""
        rows = _candidates(scores, self.k, floor=float(self.scores[-1]) if len(self.scores) == self.k else -np.inf)
        if not len(rows):
            return
        merged_rows = np.concatenate([self.rows, rows + start])
        merged_scores = np.concatenate([self.scores, scores[rows]])
        order = np.lexsort((ids[merged_rows], -merged_scores))[: self.k]
        self.rows, self.scores = merged_rows[order], merged_scores[order]


def _candidates(scores: Vectors, k: int, floor: float) -> Rows:
    """Every position that can be among the best ``k``, those equal to the last of them included."""
    if len(scores) > k:
        floor = max(floor, float(np.partition(scores, len(scores) - k)[len(scores) - k]))
    # -inf marks rows that are not allowed
    return np.flatnonzero(scores >= floor if floor > -np.inf else scores > -np.inf)


def _check(
    vectors: Vectors,
    ids: Ids,
    queries: Vectors,
    k: int,
    allowed: Mask | None,
) -> None:
    n = len(vectors)
    if queries.ndim != 2 or vectors.ndim != 2 or queries.shape[1] != vectors.shape[1]:
        raise ValueError(f"queries {queries.shape} do not fit vectors {vectors.shape}")
    if ids.shape != (n,) or (allowed is not None and allowed.shape != (n,)):
        raise ValueError(f"there must be one id, and one mark if any, for each of {n} rows")
    if k < 0:
        raise ValueError(f"k is {k}")
    if not np.isfinite(queries).all():
        raise ValueError("a query is not finite")

"""One space's search: exact, or through the graph where the library is large enough and the graph is at hand."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from photoorg.core.arrays import Ids, Mask, Rows, Vectors
from photoorg.core.jobs import CancelToken, Job, Pace
from photoorg.index import exact, hnsw
from photoorg.index.hnsw import HnswIndex
from photoorg.index.matrix import VectorMatrix
from photoorg.index.refresh import VectorSource, current

#: Above this many vectors a graph is worth its file and the minutes to build it. One query of 256-d costs exact
#: search 14 ms at 100k and 45 ms at 300k (two busy cores), the graph about 1 ms at any size.
GRAPH_ABOVE = 200_000
#: Vectors newer than the graph are searched exactly, up to this many (3 ms); then the graph is to grow.
TAIL_ROWS = 20_000
#: A graph with a larger share of deleted nodes is built anew.
_DELETED_SHARE = 0.2
#: How many answers the graph is asked for at most when some of them will be left out.
_FETCH_AT_MOST = 1_000
#: Vectors linked in under one hold of the graph's lock: half a second's work.
_LINK_ROWS = 1_000


@dataclass(frozen=True, slots=True)
class _Covered:
    """A graph, and the first rows of a matrix that are the very nodes of it."""

    graph: HnswIndex
    generation: int
    rows: int
    #: The covered rows' ids, ascending, and their rows.
    sorted_ids: Ids
    sorted_rows: Rows


class VectorIndex:
    """Searches the vectors of one space in the catalog's ``vectors`` folder. Safe from any thread.

    Whatever is absent, old or damaged is made anew from ``source``, or done without: the answers are the same to
    within the graph's recall.
    """

    def __init__(self, folder: Path, space: str, source: VectorSource, *, graph_above: int = GRAPH_ABOVE) -> None:
        self._folder = folder
        self._space = space
        self._source = source
        self._graph_above = graph_above
        self._guard = threading.Lock()
        self._matrix: VectorMatrix | None = None
        self._covered: _Covered | None = None

    def refresh(self) -> VectorMatrix | None:
        """The vectors as the catalog has them now; None while it has none in this space.

        Searches use this state until the next call. Costs a query of the catalog where nothing changed.

        Raises:
            OSError: the folder cannot be written, or the disk is full.
        """
        dim = self._source.dim(self._space)
        if dim is None:
            return None
        with self._guard:
            if self._matrix is None or self._matrix.stamp != self._source.stamp(self._space):
                self._matrix = current(self._folder, self._space, dim, self._source)
            return self._matrix

    def search(self, queries: NDArray[np.floating], k: int, allowed: Mask | None = None) -> tuple[Ids, Vectors]:
        """The content ids (q, m) and cosines (q, m) nearest to unit ``queries`` (q, d), best first, m at most ``k``.

        ``allowed`` marks the rows of the matrix that ``refresh`` gave last which may be answers.

        Raises:
            ValueError: shapes do not fit, ``k`` is negative, or a query is not finite.
        """
        matrix, covered = self._matrix or self.refresh(), self._covered
        if matrix is None:
            return np.empty((len(queries), 0), np.int64), np.empty((len(queries), 0), np.float32)
        queries = np.ascontiguousarray(queries, dtype=np.float32)
        if covered is not None and covered.generation == matrix.generation:
            found = _through_graph(covered, matrix, queries, k, allowed)
            if found is not None:
                return found
        rows, scores = exact.search(matrix.vectors, matrix.ids, queries, k, allowed)
        return matrix.ids[rows], scores

    @property
    def graph_ready(self) -> bool:
        """Whether searches go through a graph now."""
        matrix, covered = self._matrix, self._covered
        return matrix is not None and covered is not None and covered.generation == matrix.generation

    @property
    def graph_due(self) -> bool:
        """Whether ``build_graph`` has something to do: the library is large, and the graph not at hand or old."""
        matrix, covered = self._matrix, self._covered
        if matrix is None or len(matrix) <= self._graph_above or not hnsw.available():
            return False
        fits = covered is not None and covered.generation == matrix.generation
        return covered is None or not fits or len(matrix) - covered.rows > TAIL_ROWS

    def build_graph(self, cancel: CancelToken) -> Job[bool]:
        """Bring the graph up to the newest vectors: load it, add and remove what changed, or build it.

        Searches go on meanwhile. What was linked in when the job is stopped is saved, and the next run goes on
        there. One such job at a time. Its result says whether searches use the graph now.

        Raises:
            Cancelled: the person stopped it.
            OSError: the folder cannot be written, or the disk is full.
        """
        matrix = self.refresh()
        if matrix is None or len(matrix) <= self._graph_above or not hnsw.available():
            return False
        yield (pace := Pace("search graph", len(matrix))).at(0)
        graph, changed = self._graph_for(matrix)
        missing = np.flatnonzero(~np.isin(matrix.ids, graph.ids))
        try:
            for start in range(0, len(missing), _LINK_ROWS):
                cancel.checkpoint()
                rows = missing[start : start + _LINK_ROWS]
                graph.add(matrix.ids[rows], matrix.vectors[rows])
                changed = True
                yield pace.at(len(graph.ids))
        finally:
            if changed:
                graph.save(self._folder, self._space)
        self._covered = _cover(graph, matrix)
        return self._covered is not None

    def _graph_for(self, matrix: VectorMatrix) -> tuple[HnswIndex, bool]:
        """The graph in use, the saved one, or an empty one, without what left the catalog; and whether it changed."""
        covered = self._covered
        graph = covered.graph if covered else HnswIndex.load(self._folder, self._space, matrix.dim)
        if graph is None:
            return HnswIndex(matrix.dim), False
        gone = np.setdiff1d(graph.ids, matrix.ids)
        if graph.deleted + len(gone) > _DELETED_SHARE * len(matrix):
            return HnswIndex(matrix.dim), False
        graph.remove(gone)
        return graph, len(gone) > 0


def _cover(graph: HnswIndex, matrix: VectorMatrix) -> _Covered | None:
    """``graph`` as a cover of the first rows of ``matrix``; None where its nodes are not just those."""
    ids = matrix.ids[: len(graph.ids)]
    order = np.argsort(ids)
    if not np.array_equal(ids[order], graph.ids):
        return None
    return _Covered(graph, matrix.generation, len(ids), ids[order], order)


def _through_graph(
    covered: _Covered, matrix: VectorMatrix, queries: Vectors, k: int, allowed: Mask | None
) -> tuple[Ids, Vectors] | None:
    """What ``VectorIndex.search`` gives, by the graph and the rows newer than it; None where it cannot tell.

    hnswlib's own filter calls back into Python for every node, so more is fetched instead and left out here.
    """
    count = len(matrix) if allowed is None else int(np.count_nonzero(allowed))
    k = min(k, count)
    fetch = k if allowed is None else 2 * k * len(matrix) // max(count, 1)
    if not k or fetch > _FETCH_AT_MOST:
        return None
    labels = covered.graph.search(queries, fetch)
    if labels is None:
        return None
    tail, _ = exact.search(
        matrix.vectors[covered.rows :],
        matrix.ids[covered.rows :],
        queries,
        k,
        None if allowed is None else allowed[covered.rows :],
    )
    found_ids = np.empty((len(queries), k), np.int64)
    found_scores = np.empty((len(queries), k), np.float32)
    for position, query in enumerate(queries):
        rows = np.concatenate([_rows_of(covered, labels[position]), tail[position] + covered.rows])
        if allowed is not None:
            rows = rows[allowed[rows]]
        if len(rows) < k:
            return None
        best, scores = exact.search(matrix.vectors[rows], matrix.ids[rows], query[None], k)
        found_ids[position], found_scores[position] = matrix.ids[rows[best[0]]], scores[0]
    return found_ids, found_scores


def _rows_of(covered: _Covered, ids: Ids) -> Rows:
    """The rows of those of ``ids`` that are covered; what the graph has learnt since is among the newer rows."""
    places = np.minimum(np.searchsorted(covered.sorted_ids, ids), covered.rows - 1)
    rows: Rows = covered.sorted_rows[places[covered.sorted_ids[places] == ids]]
    return rows

"""Scored edges to communities: modularity with a resolution (Reichardt, Bornholdt 2006) by Leiden (2019)."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from photoorg.core.arrays import Labels

if TYPE_CHECKING:
    from igraph import Graph


#: Leiden is repeated until it changes nothing, this often at most.
_ITERATIONS = 6


@dataclass(frozen=True, slots=True)
class Edges:
    """Undirected edges, each pair once: ``a`` < ``b`` (E,) int32 and ``weight`` (E,) float32 above zero."""

    a: NDArray[np.int32]
    b: NDArray[np.int32]
    weight: NDArray[np.float32]

    def __len__(self) -> int:
        return len(self.a)


def undirected(ids: NDArray[np.int32], scores: NDArray[np.float32]) -> Edges:
    """Sequences ``ids`` (N, k) with a score (N, k) for each position, as edges that carry the mean of both directions.

    A pair that only one of the two names has half of its score: the other did not think of it. Scores that are not
    above zero make no edge, nor does a photo with itself.
    """
    count, k = ids.shape
    tails = np.repeat(np.arange(count, dtype=np.int64), k)
    heads = ids.reshape(-1).astype(np.int64)
    values = scores.reshape(-1).astype(np.float64)
    keep = (tails != heads) & (values > 0)
    tails, heads, values = tails[keep], heads[keep], values[keep]
    keys = np.minimum(tails, heads) * count + np.maximum(tails, heads)
    order = np.argsort(keys, kind="stable")
    keys, values = keys[order], values[order]
    first = np.flatnonzero(np.diff(keys, prepend=-1))
    sums = np.add.reduceat(values, first) / 2 if len(first) else np.zeros(0)
    pairs = keys[first]
    return Edges((pairs // count).astype(np.int32), (pairs % count).astype(np.int32), sums.astype(np.float32))


def leiden(edges: Edges, count: int, resolution: float, seed: int = 0) -> Labels:
    """Communities (count,) numbered from 0 by first appearance, the same for the same edges and ``seed``."""
    graph = as_graph(edges, count)
    # igraph draws from Python's random module, which belongs to the whole process: its state is put back.
    state = random.getstate()
    random.seed(seed)
    try:
        found = graph.community_leiden(
            objective_function="modularity", weights="weight", resolution=resolution, n_iterations=_ITERATIONS
        )
    finally:
        random.setstate(state)
    return renumbered(np.asarray(found.membership, np.int32))


def infomap(edges: Edges, count: int, seed: int = 0, trials: int = 3) -> Labels:
    """Communities (count,) that compress a random walk best (Rosvall and Bergstrom 2008), the best of ``trials``."""
    graph = as_graph(edges, count)
    state = random.getstate()
    random.seed(seed)
    try:
        found = graph.community_infomap(edge_weights="weight", trials=trials)
    finally:
        random.setstate(state)
    return renumbered(np.asarray(found.membership, np.int32))


def connected(tails: NDArray[np.integer], heads: NDArray[np.integer], count: int) -> Labels:
    """The connected components (count,) of links from ``tails`` to ``heads`` (E,), numbered by first appearance."""
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    links = coo_array((np.ones(len(tails), bool), (tails, heads)), shape=(count, count))
    return renumbered(connected_components(links, directed=False)[1])


def as_graph(edges: Edges, count: int) -> Graph:
    """An igraph graph over ``count`` vertices with the attribute ``weight``."""
    from igraph import Graph

    graph = Graph(n=count, edges=np.stack([edges.a, edges.b], 1))
    graph.es["weight"] = edges.weight.tolist()
    return graph


def renumbered(labels: NDArray[np.integer]) -> Labels:
    """``labels`` (N,) numbered from 0 in the order of first appearance; -1 stays."""
    found, first, inverse = np.unique(labels, return_index=True, return_inverse=True)
    rank = np.empty(len(found), np.int32)
    named = found >= 0
    rank[~named] = -1
    rank[np.flatnonzero(named)[np.argsort(first[named])]] = np.arange(named.sum(), dtype=np.int32)
    return rank[inverse]

"""What a person said about pairs of photos, kept by every partition: these belong together, these do not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from photoorg.clustering.partition import Edges, renumbered
from photoorg.core.arrays import Labels


def _no_pairs() -> NDArray[np.int64]:
    return np.zeros((0, 2), np.int64)


@dataclass(frozen=True, slots=True)
class Constraints:
    """Pairs of rows: ``must`` (M, 2) belong together, ``cannot`` (C, 2) do not, which wins where the two disagree."""

    must: NDArray[np.int64] = field(default_factory=_no_pairs)
    cannot: NDArray[np.int64] = field(default_factory=_no_pairs)

    def __bool__(self) -> bool:
        return bool(len(self.must) or len(self.cannot))


def constrained(edges: Edges, count: int, constraints: Constraints, divide: Callable[[Edges, int], Labels]) -> Labels:
    """The communities (count,) that ``divide`` finds, with ``constraints`` kept.

    Photos that must go together go where most of them are, and take along each community that is mostly theirs. Of
    two that cannot, the one that its community wants less goes to the community that wants it most among those it may
    join, or stands alone.
    """
    labels = divide(edges, count)
    if not constraints:
        return labels
    merged = _components(count, constraints.must, constraints.cannot)
    vertices = int(merged.max()) + 1 if count else 0
    apart = np.unique(np.sort(merged[constraints.cannot.reshape(-1)].reshape(-1, 2), axis=1), axis=0)
    apart = apart[apart[:, 0] != apart[:, 1]]
    of_vertices = _gathered(labels, merged, vertices)
    return renumbered(_separate(of_vertices, _contract(edges, merged, vertices), apart)[merged])


def _gathered(labels: Labels, merged: NDArray[np.int32], vertices: int) -> Labels:
    """A label (vertices,) for each set of photos that must go together; ``merged`` (count,) are the sets."""
    found = np.empty(vertices, np.int32)
    found[merged] = labels
    several = np.flatnonzero(np.bincount(merged, minlength=vertices) > 1)
    sizes = np.bincount(labels)
    for vertex in several.tolist():
        inside = np.bincount(labels[merged == vertex], minlength=len(sizes))
        main = int(inside.argmax())
        theirs = np.flatnonzero(2 * inside > sizes)
        found[np.isin(found, theirs)] = main
        found[vertex] = main
    return found


def _components(count: int, must: NDArray[np.int64], cannot: NDArray[np.int64]) -> NDArray[np.int32]:
    """Union-find over ``must``, leaving out a link that would join two photos which cannot be together."""
    parent = list(range(count))

    def find(vertex: int) -> int:
        while parent[vertex] != vertex:
            parent[vertex] = parent[parent[vertex]]
            vertex = parent[vertex]
        return vertex

    enemies: dict[int, set[int]] = {}
    for a, b in cannot.tolist():
        enemies.setdefault(a, set()).add(b)
        enemies.setdefault(b, set()).add(a)
    for a, b in must.tolist():
        first, second = find(a), find(b)
        if first == second or any(find(enemy) == second for enemy in enemies.get(first, ())):
            continue
        parent[second] = first
        theirs = enemies.pop(second, set())
        enemies.setdefault(first, set()).update(theirs)
        for enemy in theirs:
            enemies.setdefault(find(enemy), set()).add(first)
    return renumbered(np.array([find(vertex) for vertex in range(count)], np.int64))


def _contract(edges: Edges, merged: NDArray[np.int32], vertices: int) -> Edges:
    """The edges between merged vertices; what lies within one is left out."""
    a, b = merged[edges.a].astype(np.int64), merged[edges.b].astype(np.int64)
    keep = a != b
    keys = np.minimum(a, b)[keep] * vertices + np.maximum(a, b)[keep]
    pairs, inverse = np.unique(keys, return_inverse=True)
    weight = np.bincount(inverse, weights=edges.weight[keep], minlength=len(pairs))
    return Edges(
        (pairs // max(1, vertices)).astype(np.int32),
        (pairs % max(1, vertices)).astype(np.int32),
        weight.astype(np.float32),
    )


def _separate(labels: Labels, edges: Edges, apart: NDArray[np.integer]) -> Labels:
    labels = labels.copy()
    for a, b in apart.tolist():
        if labels[a] != labels[b]:
            continue
        here = int(labels[a])
        found = []
        for vertex in (a, b):
            enemies = [other for pair in apart[(apart == vertex).any(axis=1)].tolist() for other in pair]
            enemies = [enemy for enemy in enemies if enemy != vertex]
            wanted = _affinities(vertex, labels, edges)
            quarrels = sum(int(labels[enemy]) == here for enemy in enemies)
            found.append((-quarrels, wanted.get(here, 0.0), -vertex, wanted, enemies))
        _, _, leaving, wanted, enemies = min(found, key=lambda each: each[:3])
        leaving = -leaving
        barred = {int(labels[enemy]) for enemy in enemies}
        choices = {label: weight for label, weight in wanted.items() if label not in barred}
        labels[leaving] = max(choices, key=lambda label: (choices[label], -label)) if choices else labels.max() + 1
    return labels


def _affinities(vertex: int, labels: Labels, edges: Edges) -> dict[int, float]:
    """The summed weight of a vertex's edges into each community."""
    found: dict[int, float] = {}
    for mine, theirs in ((edges.a, edges.b), (edges.b, edges.a)):
        at = np.flatnonzero(mine == vertex)
        for other, weight in zip(theirs[at].tolist(), edges.weight[at].tolist(), strict=True):
            found[int(labels[other])] = found.get(int(labels[other]), 0.0) + weight
    return found

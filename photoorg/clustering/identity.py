"""Which new group is which old one: ids that last from one run of clustering to the next.

A group that a person named or made is *held*: it keeps every photo it had, and the rest of a new group joins it only
where it is the larger part. All other ids go to the new groups that share most photos with them, the largest overlap
first (a greedy maximum-weight matching: of two groups that want one id, the one with more of its photos gets it).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

import numpy as np
from numpy.typing import NDArray

from photoorg.core.arrays import Ids, Vectors

#: Stands for no group, in what was before and in what comes.
NONE = 0


def carried_over(
    before: Ids,
    labels: NDArray[np.integer],
    held: Collection[int] = (),
    vectors: Vectors | None = None,
    smallest: int = 3,
) -> Ids:
    """The id (N,) of every photo's group after a run: an old one, -1 - g for new group g, or ``NONE``.

    ``before`` (N,) are the ids until now, ``NONE`` for photos in no group; ``labels`` (N,) is what the run gave, -1
    for none. ``held`` ids keep their photos. ``vectors`` (N, D) of unit length decide which part of a new group that
    has to be divided an unplaced photo joins; without them it joins the largest part. Parts that are left with fewer
    than ``smallest`` photos, and are not held, are dissolved.
    """
    parts = np.where(labels >= 0, labels.astype(np.int64) + 1, NONE)
    fixed = np.isin(before, np.fromiter(held, np.int64)) if held else np.zeros(len(before), np.bool_)
    after = np.where(fixed, before, NONE)
    for part in np.unique(parts[fixed & (parts > 0)]).tolist():
        _divide(part, parts, after, before, fixed, vectors)
    free = (after == NONE) & (parts > 0)
    sizes = np.bincount(parts[free], minlength=int(parts.max(initial=0)) + 1)
    free &= sizes[parts] >= smallest
    after[free] = _matched(before[free], parts[free])
    return after


def carried_themes(
    before: Ids, labels: NDArray[np.integer], weights: NDArray[np.integer], held: Collection[int] = ()
) -> Ids:
    """The theme (G,) of every group after a run, as ``carried_over``: an old id, or -1 - t for new theme t.

    ``weights`` (G,) are the groups' sizes. A held theme is served before the others.
    """
    return _matched(before, labels.astype(np.int64) + 1, weights, held)


def _divide(part: int, parts: Ids, after: Ids, before: Ids, fixed: NDArray[np.bool_], vectors: Vectors | None) -> None:
    """Let the photos of one new group that belong to no held one join one, or stay a group of their own."""
    rows = np.flatnonzero(parts == part)
    holders, counts = np.unique(before[rows[fixed[rows]]], return_counts=True)
    rest = rows[~fixed[rows]]
    if not len(rest):
        return
    others, other_counts = np.unique(before[rest], return_counts=True)
    rivals = other_counts[others != NONE]
    if len(holders) == 1 and counts[0] >= rivals.max(initial=0):
        after[rest] = holders[0]
        return
    unplaced = rest[before[rest] == NONE]
    placed = rest[before[rest] != NONE]
    if not len(unplaced):
        return
    groups = [rows[fixed[rows] & (before[rows] == holder)] for holder in holders]
    groups += [placed] if len(placed) else []
    if vectors is None:
        nearest = np.full(len(unplaced), int(np.argmax([len(group) for group in groups])))
    else:
        centres = np.stack([vectors[group].sum(axis=0) for group in groups])
        centres /= np.maximum(np.linalg.norm(centres, axis=1, keepdims=True), 1e-12)
        nearest = np.argmax(vectors[unplaced] @ centres.T, axis=1)
    for position, holder in enumerate(holders):
        after[unplaced[nearest == position]] = holder


def _matched(before: Ids, parts: Ids, weights: NDArray[np.integer] | None = None, first: Collection[int] = ()) -> Ids:
    """For every photo the old id that its new group (numbered from 1) takes over, or minus the group's number."""
    result = -parts
    known = before != NONE
    if not known.any():
        return result
    stride = int(parts.max()) + 1
    keys, position = np.unique(before[known] * stride + parts[known], return_inverse=True)
    amounts = np.bincount(position, weights=None if weights is None else weights[known])
    olds, news = keys // stride, keys % stride
    served = np.isin(olds, np.fromiter(first, np.int64)) if first else np.zeros(len(olds), np.bool_)
    taken_over = np.zeros(stride, np.int64)
    used: set[int] = set()
    for row in np.lexsort((news, olds, -amounts, ~served)).tolist():
        old, new = int(olds[row]), int(news[row])
        if old not in used and not taken_over[new]:
            used.add(old)
            taken_over[new] = old
    found = taken_over[parts]
    return np.where(found != 0, found, result)


def stars(groups: Iterable[Collection[int]]) -> NDArray[np.int64]:
    """Pairs (M, 2) that join the members of each of ``groups`` to its first: together they say 'all of these'."""
    pairs = [(members[0], other) for group in groups if (members := list(group)) for other in members[1:]]
    return np.array(pairs, np.int64).reshape(-1, 2)

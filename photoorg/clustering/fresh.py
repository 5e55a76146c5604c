"""Places for new photos, from their nearest neighbours alone: no graph of the whole library."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from photoorg.clustering.partition import connected, renumbered
from photoorg.core.arrays import Labels

#: How many of a group's members a photo is compared with.
_NEAREST = 3
#: How many members are compared with each other.
_ENOUGH = 24
#: A photo may be so much less like its group than the tenth of its members that are least like it.
_SLACK = 0.85


def fits(vector: NDArray[np.float32], members: NDArray[np.float32]) -> bool:
    """Whether a photo (D,) is about as like the ``members`` (M, D) of a group, the nearest first, as those are to
    each other; a few of them speak for all.

    Shares of neighbours say which group is nearest, not that any is near.
    """
    if len(members) <= _NEAREST:
        return True
    members = members[:_ENOUGH]
    among = members @ members.T
    np.fill_diagonal(among, -1)
    usual = np.quantile(np.sort(among, axis=1)[:, -_NEAREST:].mean(axis=1), 0.1)
    own = np.sort(members @ vector)[-_NEAREST:].mean()
    return bool(own >= _SLACK * usual)


def fresh_groups(
    ids: NDArray[np.int64], near: NDArray[np.int64], cosines: NDArray[np.float32], smallest: int, joins: float
) -> tuple[Labels, NDArray[np.float32]]:
    """Groups (N,) of the photos ``ids`` (N,), -1 for none, with the confidence (N,) float32 of each.

    ``near`` (N, k) are the ids nearest to each in the whole library, itself left out, with their ``cosines`` (N, k).
    Two photos are joined where each is among the other's; what is joined is a group if at least ``smallest`` of
    its members have a share of ``joins`` of their neighbours' weight in it.
    """
    row_of = {int(id): row for row, id in enumerate(ids)}
    listed = [set(row.tolist()) for row in near]
    links = [
        (row, at)
        for row, id in enumerate(ids.tolist())
        for other in listed[row]
        if (at := row_of.get(other)) is not None and id in listed[at]
    ]
    tails, heads = np.array(links, np.intp).reshape(-1, 2).T
    component = connected(tails, heads, len(ids))
    labels = np.full(len(ids), -1, np.int32)
    confidence = np.zeros(len(ids), np.float32)
    for root in np.unique(component):
        rows = np.flatnonzero(component == root)
        inside = np.isin(near[rows], ids[rows])
        weights = np.maximum(cosines[rows], 0)
        shares = np.where(inside, weights, 0).sum(1) / np.maximum(weights.sum(1), 1e-9)
        kept = shares >= joins
        if kept.sum() >= smallest:
            labels[rows[kept]] = root
            confidence[rows[kept]] = shares[kept]
    return renumbered(labels), confidence

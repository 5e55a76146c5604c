"""The two published ways to combine the refiner's answers into clusters (step S205), beside community detection."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from photoorg.clustering.neighbours import Neighbours
from photoorg.clustering.partition import connected
from photoorg.core.arrays import Labels

#: A neighbour this probable is one (node intimacy).
_SURE = 0.9


def confidence_links(neighbours: Neighbours, probabilities: NDArray[np.float32], cut_off: float) -> Labels:
    """Clusters (N,): every photo joins its most probable neighbour that is surer of its surroundings than itself.

    A photo's confidence is the mean of its ``probabilities`` (N, k). A link needs a cosine of at least ``cut_off``,
    to be calibrated on held-out data, never on what is measured.
    """
    confidence = probabilities[:, 1:].mean(1) if neighbours.k > 1 else np.zeros(len(neighbours))
    ids = neighbours.ids
    surer = (confidence[ids] > confidence[:, None]) | (
        (confidence[ids] == confidence[:, None]) & (ids < ids[:, :1])  # of equals the first, so that no circle closes
    )
    allowed = surer & (neighbours.cosines >= cut_off)
    best = np.where(allowed, probabilities, -1).argmax(1)
    linked = allowed.any(1)
    rows = np.flatnonzero(linked)
    return connected(rows, ids[rows, best[rows]], len(neighbours))


def intimate_links(neighbours: Neighbours, probabilities: NDArray[np.float32], share: float) -> Labels:
    """Clusters (N,) that edges hold together whose probability is above 0.9 and whose ends have enough in common.

    Common is the share, of the shorter list, of photos that both ends are sure of; it must be ``share`` or more.
    """
    sure = [set(ids[at].tolist()) for ids, at in zip(neighbours.ids, probabilities > _SURE, strict=True)]
    tails, heads = [], []
    for tail, mine in enumerate(sure):
        for head in mine:
            if head != tail and len(mine & sure[head]) >= share * min(len(mine), len(sure[head])):
                tails.append(tail)
                heads.append(head)
    return connected(np.array(tails, np.intp), np.array(heads, np.intp), len(neighbours))

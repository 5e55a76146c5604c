"""Several partitions of the same photos combined into one: co-association, votes, weighted votes, stacking.

All take labels (n,) with -1 for photos that a member leaves out; such a photo has no say in what that member thinks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from photoorg.clustering.baselines import Agglomerative, KMeans, Leiden
from photoorg.clustering.baselines.common import tidy
from photoorg.clustering.metrics import Contingency
from photoorg.clustering.neighbours import Neighbours, nearest
from photoorg.clustering.partition import Edges, leiden, undirected
from photoorg.clustering.protocol import Clusterer
from photoorg.core.arrays import Labels, Vectors
from photoorg.core.jobs import CancelToken, run

Rule = Literal["co-association", "majority", "weighted", "stacked"]

#: Neighbours whose co-association is looked at.
_NEIGHBOURS = 40


def co_association(members: Sequence[Labels], pairs: tuple[NDArray[np.int32], NDArray[np.int32]]) -> Vectors:
    """The share (e,) of members that put both photos of each of ``pairs`` into one cluster (Fred and Jain 2005).

    Members that leave either photo out do not count; where all do, the share is 0.
    """
    together = np.zeros(len(pairs[0]), np.float32)
    asked = np.zeros(len(pairs[0]), np.float32)
    for labels in members:
        first, second = labels[pairs[0]], labels[pairs[1]]
        both = (first >= 0) & (second >= 0)
        asked += both
        together += both & (first == second)
    found: Vectors = (together / np.maximum(asked, 1)).astype(np.float32)
    return found


def aligned(labels: Labels, reference: Labels) -> Labels:
    """``labels`` (n,) renamed after the clusters of ``reference`` (n,) that they share most photos with, one to one.

    Clusters without a partner (there are more of them) become -1: they have no name that others would know.
    """
    from scipy.optimize import linear_sum_assignment

    shared = np.zeros((int(labels.max(initial=-1)) + 1, int(reference.max(initial=-1)) + 1), np.int64)
    both = (labels >= 0) & (reference >= 0)
    np.add.at(shared, (labels[both], reference[both]), 1)
    name = np.full(len(shared) + 1, -1, np.int32)  # the last stands for -1
    rows, columns = linear_sum_assignment(shared, maximize=True)
    overlap = shared[rows, columns] > 0
    name[rows[overlap]] = columns[overlap]
    return name[labels]


def vote(members: Sequence[Labels], weights: Sequence[float] | None = None) -> Labels:
    """The cluster (n,) most members vote for, after their clusters are aligned with those of the most typical member.

    ``weights`` gives each member's say (default: one each). Of equal votes the lower number wins; -1 without a vote.
    """
    says = np.ones(len(members)) if weights is None else np.asarray(weights, float)
    typical = members[int(np.argmax(agreement(members)))]
    votes = np.zeros((len(typical), int(typical.max(initial=-1)) + 1))
    for labels, say in zip(members, says, strict=True):
        named = aligned(labels, typical)
        photos = np.flatnonzero(named >= 0)
        votes[photos, named[photos]] += say
    if not votes.size:
        return np.full(len(typical), -1, np.int32)
    return tidy(np.where(votes.max(1) > 0, votes.argmax(1), -1))


def agreement(members: Sequence[Labels]) -> NDArray[np.float64]:
    """The mean adjusted mutual information (m,) of every member with the others; 1 for a single one."""
    if len(members) == 1:
        return np.ones(1)
    table = np.eye(len(members))
    for i, first in enumerate(members):
        for j in range(i):
            table[i, j] = table[j, i] = Contingency(first, members[j]).ami()
    mean: NDArray[np.float64] = (table.sum(1) - 1) / (len(members) - 1)
    return mean


def stacked(members: Sequence[Labels], k: int, seed: int = 0, cancel: CancelToken | None = None) -> Labels:
    """k-means on the members' indicator columns, centred: maximises quadratic mutual information (Topchy et al. 2005).

    A photo that a member leaves out has that member's mean there.
    """
    columns = []
    for labels in members:
        count = int(labels.max(initial=-1)) + 1
        inside = labels >= 0
        indicator = np.zeros((len(labels), count), np.float32)
        indicator[np.flatnonzero(inside), labels[inside]] = 1
        mean = indicator[inside].mean(0) if inside.any() else np.zeros(count, np.float32)
        columns.append(np.where(inside[:, None], indicator - mean, 0))
    return KMeans("k-means++", k, seed=seed).fit(np.concatenate(columns, axis=1).astype(np.float32), cancel)


@dataclass(frozen=True)
class Ensemble:
    """Runs ``members`` and combines them by ``rule``; those that need it are told ``k``.

    Co-association takes the share of members that agree as the weight of each edge of the neighbour graph, and lets
    Leiden make the partition at ``resolution``. Stacking without ``k`` takes the median number of clusters.
    """

    rule: Rule = "co-association"
    k: int | None = None
    members: Sequence[Clusterer] = field(default=())
    resolution: float = 0.7

    @property
    def name(self) -> str:
        """``ensemble-RULE``."""
        return f"ensemble-{self.rule}"

    def fit(self, vectors: Vectors, cancel: CancelToken | None = None) -> Labels:
        """Labels (n,) of unit ``vectors`` (n, d).

        Raises:
            Cancelled: ``cancel`` asked for it.
            CannotError: a member does not do for this many photos.
        """
        members = [method.fit(vectors, cancel) for method in self.members or usual_members(self.k)]
        if len(vectors) < 2:
            return members[0]
        if self.rule == "co-association":
            edges = _agreed_edges(vectors, members, cancel)
            return tidy(leiden(edges, len(vectors), self.resolution))
        if self.rule == "stacked":
            k = self.k or max(1, round(float(np.median([labels.max() + 1 for labels in members]))))
            return stacked(members, k, cancel=cancel)
        return vote(members, agreement(members).tolist() if self.rule == "weighted" else None)


def usual_members(k: int | None) -> list[Clusterer]:
    """Methods that err in different ways: centres from three starts, merging, and communities."""
    return [*(KMeans("k-means++", k, 2, seed) for seed in (0, 10, 20)), Agglomerative(k=k), Leiden(0.7), Leiden(1.5)]


def _agreed_edges(vectors: Vectors, members: Sequence[Labels], cancel: CancelToken | None) -> Edges:
    """The neighbour graph, weighted by co-association."""
    found = run(nearest(vectors, _NEIGHBOURS, cancel))
    assert isinstance(found, Neighbours)
    edges = undirected(found.ids, np.ones_like(found.cosines))
    share = co_association(members, (edges.a, edges.b))
    agreed = share > 0
    return Edges(edges.a[agreed], edges.b[agreed], share[agreed])


def ensembles(k: int | None = None) -> dict[str, Clusterer]:
    """Every rule by its name, with the usual members."""
    rules: tuple[Rule, ...] = ("co-association", "majority", "weighted", "stacked")
    return {f"ensemble-{rule}": Ensemble(rule, k) for rule in rules}

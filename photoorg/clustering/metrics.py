"""How well a partition agrees with labels. Photos of no cluster (-1) count as clusters of one.

n_ij is the number of photos of class i in cluster j, a_i the size of class i, b_j of cluster j, N all photos.
Everything is computed from the n_ij that are not zero, so that thousands of clusters of one cost nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import ArrayLike, NDArray

_Counts = NDArray[np.int64]
_Floats = NDArray[np.float64]

#: The label of a photo that belongs nowhere.
NOISE = -1


@dataclass(frozen=True, slots=True)
class PrecisionRecall:
    """Precision, recall, and F, their harmonic mean."""

    precision: float
    recall: float

    @property
    def f(self) -> float:
        """2 P R / (P + R); 0 where both are 0."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def as_list(self) -> list[float]:
        """[precision, recall, F]."""
        return [self.precision, self.recall, self.f]


@dataclass(frozen=True, slots=True)
class Scores:
    """Every measure of METHODS at once. ``clusters`` leaves noise out; ``noise`` is its share of the photos."""

    clusters: int
    noise: float
    bcubed: PrecisionRecall
    bcubed_macro: PrecisionRecall
    pairwise: PrecisionRecall
    nmi: float
    ami: float
    ari: float
    acc: float


def score(truth: ArrayLike, labels: ArrayLike) -> Scores:
    """Compare ``labels`` (n,) with ``truth`` (n,), both of integers, -1 for photos that belong nowhere.

    Raises:
        ValueError: the lengths differ, or there are no photos.
    """
    table = Contingency(truth, labels)
    found = np.asarray(labels)
    return Scores(
        clusters=len(np.unique(found[found >= 0])),
        noise=float(np.mean(found < 0)),
        bcubed=table.bcubed(),
        bcubed_macro=table.bcubed(macro=True),
        pairwise=table.pairwise(),
        nmi=table.nmi(),
        ami=table.ami(),
        ari=table.ari(),
        acc=table.accuracy(),
    )


def without_noise(labels: ArrayLike) -> NDArray[np.int64]:
    """``labels`` (n,) numbered from 0 without gaps, every photo of no cluster (negative) in a cluster of its own."""
    given = np.asarray(labels)
    noise = given < 0
    _, numbered = np.unique(given, return_inverse=True)
    alone = numbered.max(initial=-1) + 1 + np.arange(np.count_nonzero(noise))
    full = numbered.astype(np.int64)
    full[noise] = alone
    return np.unique(full, return_inverse=True)[1].astype(np.int64)


class Contingency:
    """The contingency table of two partitions, sparse: the cells that are not empty."""

    def __init__(self, truth: ArrayLike, labels: ArrayLike) -> None:
        self._truth, self._found = without_noise(truth), without_noise(labels)
        if self._truth.shape != self._found.shape or self._truth.ndim != 1:
            raise ValueError(f"labels {self._found.shape} do not fit the truth {self._truth.shape}")
        if not len(self._truth):
            raise ValueError("there are no photos to compare")
        self.photos = len(self._truth)
        self.class_sizes: _Counts = np.bincount(self._truth)
        self.cluster_sizes: _Counts = np.bincount(self._found)
        cells, self.counts = np.unique(self._truth * len(self.cluster_sizes) + self._found, return_counts=True)
        self.rows: _Counts = cells // len(self.cluster_sizes)
        self.columns: _Counts = cells % len(self.cluster_sizes)

    def pairwise(self) -> PrecisionRecall:
        """Over pairs of photos: P = (sum n_ij^2 - N) / (sum b_j^2 - N), R the same over a_i^2.

        Where no pair is claimed (or none is to be found) nothing is wrong (or missed): 1.
        """
        together = int((self.counts**2).sum()) - self.photos
        claimed = int((self.cluster_sizes**2).sum()) - self.photos
        wanted = int((self.class_sizes**2).sum()) - self.photos
        return PrecisionRecall(together / claimed if claimed else 1.0, together / wanted if wanted else 1.0)

    def bcubed(self, macro: bool = False) -> PrecisionRecall:
        """Over photos: P = sum n_ij^2 / b_j / N, R = sum n_ij^2 / a_i / N.

        ``macro`` weighs every class the same: the photos' own P and R are averaged in each class first.
        """
        squares = self.counts**2
        precise: _Floats = squares / self.cluster_sizes[self.columns]
        complete: _Floats = squares / self.class_sizes[self.rows]
        if macro:
            weights = 1 / self.class_sizes[self.rows] / len(self.class_sizes)
            return PrecisionRecall(float((precise * weights).sum()), float((complete * weights).sum()))
        return PrecisionRecall(float(precise.sum()) / self.photos, float(complete.sum()) / self.photos)

    def nmi(self) -> float:
        """Normalised mutual information, by the arithmetic mean of the entropies. Inflated by many clusters."""
        mean = (self._class_entropy + self._cluster_entropy) / 2
        return min(max(self._information / mean, 0.0), 1.0) if mean else 1.0

    def ami(self) -> float:
        """Adjusted mutual information (Vinh, Epps and Bailey 2010), arithmetic mean: 0 for chance, 1 for the truth."""
        if self._identical:
            return 1.0
        expected = self._expected_information()
        spread = (self._class_entropy + self._cluster_entropy) / 2 - expected
        # Zero or nearly so only where chance alone reaches the mean entropy; the sign of rounding must not decide.
        spread = min(spread, -np.finfo(float).eps) if spread < 0 else max(spread, np.finfo(float).eps)
        return float((self._information - expected) / spread)

    def ari(self) -> float:
        """Adjusted Rand index (Hubert and Arabie 1985): pair agreement, 0 for chance, 1 for the truth."""
        if self._identical:
            return 1.0
        both = _pairs(self.counts)
        classes, clusters, every = _pairs(self.class_sizes), _pairs(self.cluster_sizes), _pairs([self.photos])
        expected = classes * clusters / every if every else 0.0
        return (both - expected) / ((classes + clusters) / 2 - expected)

    def accuracy(self) -> float:
        """Share of photos in the right place when clusters are matched with classes one to one (Hungarian method)."""
        from scipy.optimize import linear_sum_assignment

        # Clusters of one photo of the same class are interchangeable, and only one of them can be matched with that
        # class: one stands for all, and likewise for classes of one. The table stays small, the optimum the same.
        lone_cluster = self.cluster_sizes[self.columns] == 1
        lone_class = self.class_sizes[self.rows] == 1
        exact = lone_cluster & lone_class  # matched with each other in every best assignment
        spare = lone_cluster & ~_first_of_each(self.rows, lone_cluster)
        spare |= lone_class & ~_first_of_each(self.columns, lone_class)
        keep = ~exact & ~spare
        rows, row_at = np.unique(self.rows[keep], return_inverse=True)
        columns, column_at = np.unique(self.columns[keep], return_inverse=True)
        gains = np.zeros((len(rows), len(columns)), np.int64)
        gains[row_at, column_at] = self.counts[keep]
        matched = linear_sum_assignment(gains, maximize=True)
        return float(gains[matched].sum() + np.count_nonzero(exact)) / self.photos

    @cached_property
    def _identical(self) -> bool:
        """Whether both are the same partition."""
        return len(self.counts) == len(self.class_sizes) == len(self.cluster_sizes)

    @cached_property
    def _class_entropy(self) -> float:
        return _entropy(self.class_sizes, self.photos)

    @cached_property
    def _cluster_entropy(self) -> float:
        return _entropy(self.cluster_sizes, self.photos)

    @cached_property
    def _information(self) -> float:
        """Mutual information in nats."""
        expected = self.class_sizes[self.rows] / self.photos * self.cluster_sizes[self.columns]
        return float((self.counts * np.log(self.counts / expected)).sum()) / self.photos

    def _expected_information(self) -> float:
        """Mean mutual information of random partitions with the same sizes (hypergeometric).

        Depends on a class or cluster by its size alone, so that equal sizes are computed once.
        """
        from scipy.special import gammaln

        n = self.photos
        log_factorial = gammaln(np.arange(n + 1) + 1.0)
        total = 0.0
        cluster_sizes, clusters = np.unique(self.cluster_sizes, return_counts=True)
        for a, classes in zip(*np.unique(self.class_sizes, return_counts=True), strict=True):
            for b, alike in zip(cluster_sizes, clusters, strict=True):
                together = np.arange(max(1, a + b - n), min(a, b) + 1)
                log_chance = (
                    log_factorial[[a, b, n - a, n - b]].sum()
                    - log_factorial[n]
                    - log_factorial[together]
                    - log_factorial[a - together]
                    - log_factorial[b - together]
                    - log_factorial[n - a - b + together]
                )
                terms = together / n * np.log(n * together / (float(a) * float(b))) * np.exp(log_chance)
                total += classes * alike * float(terms.sum())
        return total


def _first_of_each(keys: _Counts, among: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Marks the first entry of every key among those that are marked."""
    places = np.flatnonzero(among)
    first = np.zeros(len(keys), bool)
    first[places[np.unique(keys[places], return_index=True)[1]]] = True
    return first


def _entropy(sizes: _Counts, photos: int) -> float:
    """Entropy in nats of a partition with these sizes."""
    shares = sizes / photos
    return abs(float((shares * np.log(shares)).sum()))


def _pairs(sizes: _Counts | Sequence[int]) -> float:
    counts = np.asarray(sizes, np.float64)
    return float((counts * (counts - 1)).sum()) / 2

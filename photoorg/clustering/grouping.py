"""From vectors to themes and groups: neighbours, scored edges, partition, and a confidence for every member."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from photoorg.clustering.constraints import Constraints, constrained
from photoorg.clustering.neighbours import Neighbours, Vectors, nearest, nearest_of
from photoorg.clustering.partition import Labels, leiden, renumbered, undirected
from photoorg.core.jobs import CancelToken, Job, Progress

#: The length of a neighbour sequence.
SEQUENCE = 40
#: The shortest sequence, in a small library.
_SHORTEST = 6
#: Fewer photos are no group, unless a person made it.
SMALLEST_GROUP = 3


@dataclass(frozen=True, slots=True)
class Settings:
    """One setting for all libraries: the resolutions of the two levels, and the confidence below which a photo
    stays ungrouped.
    """

    theme_resolution: float = 0.7
    group_resolution: float = 3.0
    belongs: float = 0.25


@dataclass(frozen=True, slots=True)
class Grouping:
    """``themes`` and ``groups`` (N,) int32, numbered from 0; a group lies in one theme.

    Ungrouped photos have -1 in both. ``confidence`` (N,) float32 in 0-1 says how surely a photo belongs to its group.
    """

    themes: Labels
    groups: Labels
    confidence: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Placement:
    """Where new photos go: ``groups`` (Q,) int32, -1 for nowhere, with ``confidence`` (Q,) float32."""

    groups: Labels
    confidence: NDArray[np.float32] = field(repr=False)


def group(
    vectors: Vectors,
    constraints: Constraints | None = None,
    *,
    settings: Settings | None = None,
    cancel: CancelToken | None = None,
) -> Job[Grouping]:
    """Themes and groups of ``vectors`` (N, D), unit float32, the same for the same input.

    Raises:
        ValueError: the shape does not fit.
        Cancelled: ``cancel`` asked for it.
    """
    settings = settings or Settings()
    constraints = constraints or Constraints()
    neighbours = yield from nearest(vectors, _length(len(vectors)), cancel)
    yield Progress("Finding groups", 0, 2)
    scores = np.maximum(neighbours.cosines, 0)
    edges = undirected(neighbours.ids, scores)
    count = len(vectors)
    if cancel is not None:
        cancel.checkpoint()
    groups = constrained(
        edges,
        count,
        constraints,
        lambda edges, count: leiden(edges, count, _resolution(settings.group_resolution, count)),
    )
    yield Progress("Finding groups", 1, 2)
    confidence = _confidence(neighbours, scores, groups)
    kept = _kept(groups, confidence, settings, constraints)
    themes = leiden(edges, count, settings.theme_resolution)
    yield Progress("Finding groups", 2, 2)
    return _nested(themes, kept, confidence)


def _length(count: int) -> int:
    """The length of sequences among ``count`` photos: where they hold everything, everything is a neighbour."""
    return min(SEQUENCE, max(_SHORTEST, count // 4))


def _resolution(wanted: float, count: int) -> float:
    """A resolution that ``count`` photos can bear: a few dozen have no room for as many groups as thousands."""
    return min(wanted, 1.5 + count / 60)


def place(new: Vectors, vectors: Vectors, groups: Labels, *, settings: Settings | None = None) -> Placement:
    """The groups that ``new`` (Q, D) photos join, going by the ``groups`` (N,) of the photos at ``vectors`` (N, D)."""
    settings = settings or Settings()
    found = nearest_of(new, vectors, SEQUENCE - 1)
    scores = np.maximum(found.cosines, 0)
    joined = np.full(len(new), -1, np.int32)
    confidence = np.zeros(len(new), np.float32)
    for row, (ids, weights) in enumerate(zip(found.ids, scores, strict=True)):
        labels = groups[ids]
        named = labels >= 0
        total = float(weights.sum())
        if not named.any() or total <= 0:
            continue
        sums = np.bincount(labels[named], weights=weights[named])
        best = int(sums.argmax())
        share = float(sums[best]) / total
        if share >= settings.belongs:
            joined[row], confidence[row] = best, share
    return Placement(joined, confidence)


def _confidence(neighbours: Neighbours, scores: NDArray[np.float32], groups: Labels) -> NDArray[np.float32]:
    """The share (N,) of what a photo's neighbours weigh that lies in its own group."""
    others = scores.copy()
    others[:, 0] = 0  # the photo itself
    same = groups[neighbours.ids] == groups[:, None]
    total = others.sum(1)
    share = np.where(same, others, 0).sum(1) / np.maximum(total, 1e-9)
    found: NDArray[np.float32] = share.astype(np.float32)
    return found


def _kept(groups: Labels, confidence: NDArray[np.float32], settings: Settings, constraints: Constraints) -> Labels:
    """``groups`` without doubtful members and without groups that are then too small; a person's word holds both."""
    wanted = np.zeros(len(groups), bool)
    wanted[constraints.must.reshape(-1)] = True
    kept = np.where((confidence >= settings.belongs) | wanted, groups, -1).astype(np.int32)
    sizes = np.bincount(kept[kept >= 0], minlength=int(groups.max(initial=-1)) + 1)
    small = (sizes < SMALLEST_GROUP)[groups] & ~wanted
    return np.where(small, -1, kept).astype(np.int32)


def _nested(themes: Labels, groups: Labels, confidence: NDArray[np.float32]) -> Grouping:
    """Every group put wholly into the theme that holds most of it."""
    inside = groups >= 0
    count = int(groups.max(initial=-1)) + 1
    votes = np.zeros((count, int(themes.max(initial=-1)) + 1), np.int32)
    np.add.at(votes, (groups[inside], themes[inside]), 1)
    theme_of = votes.argmax(1).astype(np.int32) if votes.size else np.zeros(0, np.int32)
    found = np.full(len(groups), -1, np.int32)
    found[inside] = theme_of[groups[inside]]
    return Grouping(renumbered(found), renumbered(groups), np.where(inside, confidence, 0).astype(np.float32))

"""From vectors to themes and groups: neighbours, scored edges, partition, and a confidence for every member."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from photoorg.clustering.belonging import Belonging, confidence, strangeness
from photoorg.clustering.constraints import Constraints, constrained
from photoorg.clustering.neighbours import nearest, nearest_of
from photoorg.clustering.network import Network, shipped
from photoorg.clustering.partition import Edges, infomap, leiden, renumbered, undirected
from photoorg.clustering.refine import refined
from photoorg.core.arrays import Labels, Vectors
from photoorg.core.jobs import CancelToken, Job, Progress

#: The length of a neighbour sequence.
SEQUENCE = 40
#: So many of a sequence make edges, for themes and for groups: the rest help the refiner to judge these, and blur what
#: is partitioned. All 40 cost themes .03 of F over 32 libraries, groups of a phone's photos .01, and time.
_THEME_EDGES, _GROUP_EDGES = 25, 30
#: In a small library a sequence is half of all there is: of so many photos one makes an edge, and at least the fewest.
#: Over 23 libraries of 64 to 412 photos groups reach .79 of F by that (.75 by 30), themes .60 (.45 by 25).
_PHOTOS_AN_EDGE, _FEWEST_EDGES = 20, 8
#: Fewer photos are no group, unless a person made it.
SMALLEST_GROUP = 3
#: Libraries beyond this size have more groups, not larger ones.
_TYPICAL = 2000
#: Up to this many photos Infomap finds the groups, which takes a minute or so for 100,000. Its groups are better than
#: those of modularity at any one resolution: F .81 against .79 on held-out classes, and no size is built into it.
_INFOMAP_UP_TO = 60_000
#: Among strangers a photo must be surer to be in a group than where all others have their like. Without that a tenth
#: of strangers cost the groups of fourteen galleries 5.4 points of precision.
_IN_THEME, _IN_GROUP = Belonging(0.28, 0.4), Belonging(0.28, 0.62)


@dataclass(frozen=True, slots=True)
class Settings:
    """One setting for all libraries, chosen over 32 labelled ones of many breadths (resources/help/refiner.md).

    The resolutions of the two levels; how sure a photo must be to be in a theme and in a group; and the share of its
    neighbours that a new photo must have in the group it joins.
    """

    theme_resolution: float = 0.2
    group_resolution: float = 1.6
    in_theme: Belonging = _IN_THEME
    in_group: Belonging = _IN_GROUP
    joins: float = 0.4


@dataclass(frozen=True, slots=True)
class Grouping:
    """``themes`` and ``groups`` (N,) int32, numbered from 0; a group lies in one theme.

    Ungrouped photos have -1 in ``groups``, and in ``themes`` as well unless they surely belong with one as a whole.
    ``confidence`` (N,) float32 in 0-1 says how surely a photo belongs to its group.
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
    network: Network | None = None,
    cancel: CancelToken | None = None,
) -> Job[Grouping]:
    """Themes and groups of ``vectors`` (N, D), unit float32, the same for the same input.

    ``network`` scores who belongs together, the shipped refiner by default.

    Raises:
        ValueError: the shape does not fit.
        Cancelled: ``cancel`` asked for it.
    """
    settings = settings or Settings()
    constraints = constraints or Constraints()
    count = len(vectors)
    neighbours = yield from nearest(vectors, SEQUENCE, cancel)
    scores = yield from refined(vectors, neighbours, network or shipped(), cancel)
    larger = max(1.0, count / _TYPICAL)
    yield Progress("Finding groups", 0, 2)
    narrow = max(_FEWEST_EDGES, count // _PHOTOS_AN_EDGE)
    in_groups, in_themes = min(_GROUP_EDGES, narrow), min(_THEME_EDGES, narrow)
    edges = undirected(neighbours.ids[:, :in_groups], scores[:, :in_groups, 1])

    def divide(edges: Edges, count: int) -> Labels:
        if count <= _INFOMAP_UP_TO:
            return infomap(edges, count, trials=1)
        return leiden(edges, count, settings.group_resolution * larger)

    groups = constrained(edges, count, constraints, divide)
    if cancel is not None:
        cancel.checkpoint()
    yield Progress("Finding groups", 1, 2)
    sure = confidence(neighbours, scores[..., 1], groups)
    strange = strangeness(sure)
    wanted = np.zeros(count, bool)  # a person's word holds a photo in its group
    wanted[constraints.must.reshape(-1)] = True
    kept = settings.in_group.members(groups, sure, strange, SMALLEST_GROUP, wanted)
    kin = undirected(neighbours.ids[:, :in_themes], scores[:, :in_themes, 0])
    themes = leiden(kin, count, settings.theme_resolution * larger**0.5)
    yield Progress("Finding groups", 2, 2)
    wide = settings.in_theme.members(themes, confidence(neighbours, scores[..., 0], themes), strange)
    return _nested(wide, kept, sure)


def place(new: Vectors, vectors: Vectors, groups: Labels, *, settings: Settings | None = None) -> Placement:
    """The groups that ``new`` (Q, D) photos join, going by the ``groups`` (N,) of the photos at ``vectors`` (N, D)."""
    settings = settings or Settings()
    found = nearest_of(new, vectors, SEQUENCE - 1)
    scores = np.maximum(found.cosines, 0)
    joined = np.full(len(new), -1, np.int32)
    shares = np.zeros(len(new), np.float32)
    for row, (ids, weights) in enumerate(zip(found.ids, scores, strict=True)):
        labels = groups[ids]
        named = labels >= 0
        total = float(weights.sum())
        if not named.any() or total <= 0:
            continue
        sums = np.bincount(labels[named], weights=weights[named])
        best = int(sums.argmax())
        share = float(sums[best]) / total
        if share >= settings.joins:
            joined[row], shares[row] = best, share
    return Placement(joined, shares)


def _nested(themes: Labels, groups: Labels, confidence: NDArray[np.float32]) -> Grouping:
    """Every group put wholly into the theme that holds most of it, or made a theme where none does."""
    inside = groups >= 0
    count, wide = int(groups.max(initial=-1)) + 1, int(themes.max(initial=-1)) + 1
    votes = np.zeros((count, wide + 1), np.int32)
    np.add.at(votes, (groups[inside], themes[inside]), 1)  # -1, in no theme, counts in the last column
    votes[:, wide] = 0
    chosen = np.where(votes.any(1), votes.argmax(1), wide + np.arange(count)).astype(np.int32)
    found = themes.copy()
    found[inside] = chosen[groups[inside]]
    return Grouping(renumbered(found), renumbered(groups), np.where(inside, confidence, 0).astype(np.float32))

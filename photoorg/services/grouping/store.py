"""Writes what a run of clustering found into the catalog, with ids, names and a person's edits carried over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from photoorg.catalog.clusters import SMALLEST_GROUP, ClusterRow, MemberRow, Members
from photoorg.catalog.store import Catalog
from photoorg.clustering.identity import NONE, carried_over, carried_themes
from photoorg.core.arrays import Ids

#: A confidence that moved less than this is not written again.
_SAME = 0.005


@dataclass(frozen=True, slots=True)
class Found:
    """What a run found for ``contents`` (N,): ``themes`` and ``groups`` (N,), -1 for none, ``confidence`` (N,)."""

    contents: Ids
    themes: NDArray[np.int32]
    groups: NDArray[np.int32]
    confidence: NDArray[np.float32]


class Store:
    """Every method is part of the caller's transaction."""

    def __init__(self, catalog: Catalog) -> None:
        self._clusters = catalog.clusters

    def take(self, found: Found, vectors: NDArray[np.float32] | None) -> None:
        """Store a full run over ``found.contents``; ``vectors`` (N, D) are needed where a person holds groups."""
        rows = self._clusters.rows()
        known = _Known.of(self._clusters.members(), found.contents)
        held = {id for id, row in rows.items() if row.level == "group" and row.held}
        after = carried_over(known.clusters, found.groups, held, vectors, SMALLEST_GROUP)
        self._heed(found.contents, after, known, held)
        ids, position = np.unique(after, return_inverse=True)
        themes = self._themes(ids, position, found.themes, rows)
        numbers = self._number(ids, position, themes, rows)
        self._write(found.contents, numbers[position], _confidences(found, position, known), known)
        self._clusters.drop_empty()

    def add(
        self,
        members: Sequence[MemberRow],
        made: Sequence[tuple[Sequence[MemberRow], int | None]],
        seen: Sequence[int],
    ) -> None:
        """Store places for new contents: ``members`` of groups, the members of groups to make, each with a group in
        whose theme it lies, and ``seen``, those that may belong nowhere.
        """
        rejected = set(self._clusters.rejections())
        rows = self._clusters.rows()
        put = {content: MemberRow(content, None) for content in seen}
        for member in members:
            refused = (member.content, member.cluster) in rejected or member.cluster not in rows
            put[member.content] = replace(member, cluster=None, confidence=0.0) if refused else member
        for group, beside in made:
            theme = rows[beside].theme if beside in rows else None
            cluster = self._clusters.add("group", theme if theme is not None else self._clusters.add("theme"))
            put |= {member.content: replace(member, cluster=cluster) for member in group}
        self._clusters.put(put.values())

    def present_places(self, contents: Sequence[int]) -> dict[int, int | None]:
        """The group, or None, of those of ``contents`` that present photos have and that were looked at."""
        return self._clusters.places(contents)

    def _heed(self, contents: Ids, after: Ids, known: _Known, held: set[int]) -> None:
        """Put what a person pinned and rejected into effect; a group that is too small then is dissolved."""
        pinned = known.pinned & (known.clusters != NONE)
        after[pinned] = known.clusters[pinned]
        rejections = np.array(self._clusters.rejections(), np.int64).reshape(-1, 2)
        rows = np.searchsorted(contents, rejections[:, 0]).clip(max=max(len(contents) - 1, 0))
        if len(contents):
            refused = (contents[rows] == rejections[:, 0]) & (after[rows] == rejections[:, 1])
            after[rows[refused]] = NONE
        ids, counts = np.unique(after, return_counts=True)
        small = ids[counts < SMALLEST_GROUP]
        after[np.isin(after, small[~np.isin(small, list(held))])] = NONE

    @staticmethod
    def _themes(ids: Ids, position: NDArray[np.intp], labels: NDArray[np.int32], rows: dict[int, ClusterRow]) -> Ids:
        """The theme of each of ``ids``: an old id, a new one (below zero), or ``NONE`` for no group."""
        inside = labels >= 0
        count = int(labels.max(initial=-1)) + 1
        keys, votes = np.unique(position[inside] * max(count, 1) + labels[inside], return_counts=True)
        chosen = np.full(len(ids), -1, np.int64)
        order = np.argsort(votes, kind="stable")  # the last write is that of the most votes
        chosen[keys[order] // max(count, 1)] = keys[order] % max(count, 1)
        # A group of which the run made nothing has a theme of its own, unless it had one.
        chosen[chosen < 0] = count + np.flatnonzero(chosen < 0)
        before = np.array([row.theme or NONE if (row := rows.get(int(id))) else NONE for id in ids], np.int64)
        held = {id for id, row in rows.items() if row.level == "theme" and row.held}
        groups = np.flatnonzero(ids != NONE)
        themes = np.zeros(len(ids), np.int64)
        sizes = np.bincount(position, minlength=len(ids))
        themes[groups] = carried_themes(before[groups], chosen[groups], sizes[groups], held)
        for at, id in enumerate(ids.tolist()):
            row = rows.get(id)
            if row is not None and row.theme_pinned and row.theme in rows:
                themes[at] = row.theme
        return themes

    def _number(self, ids: Ids, position: NDArray[np.intp], themes: Ids, rows: dict[int, ClusterRow]) -> Ids:
        """The lasting id of each of ``ids``: new themes and groups get theirs now, the largest group first."""
        sizes = np.bincount(position, minlength=len(ids))
        made: dict[int, int] = {}
        numbers = ids.copy()
        moved = []
        for at in np.argsort(-sizes, kind="stable").tolist():
            id, theme = int(ids[at]), int(themes[at])
            if id == NONE:
                continue
            if theme < 0:
                theme = made.get(theme) or made.setdefault(theme, self._clusters.add("theme"))
            if id < 0:
                numbers[at] = self._clusters.add("group", theme)
            elif rows[id].theme != theme:
                moved.append(replace(rows[id], theme=theme))
        self._clusters.save(moved)
        return numbers

    def _write(self, contents: Ids, after: Ids, confidence: NDArray[np.float64], known: _Known) -> None:
        confidence = np.where(after == NONE, 0, confidence).round(4)
        pinned = known.pinned & (known.clusters == after)
        moved = (known.clusters != after) | (np.abs(known.confidences - confidence) > _SAME)
        rows = np.flatnonzero(moved | ~known.seen | (known.pinned != pinned))
        columns = (contents, after, confidence, pinned)
        changed = zip(*(column[rows].tolist() for column in columns), strict=True)
        self._clusters.put(MemberRow(content, cluster or None, sure, pin) for content, cluster, sure, pin in changed)


@dataclass(frozen=True, slots=True)
class _Known:
    """What is kept of some contents (N,): the ``clusters`` they are in, how surely, whether ``pinned``, and whether
    they were ever ``seen``.
    """

    clusters: Ids
    confidences: NDArray[np.float64]
    pinned: NDArray[np.bool_]
    seen: NDArray[np.bool_]

    @classmethod
    def of(cls, members: Members, contents: Ids) -> _Known:
        """What ``members`` say of ``contents``."""
        kept = np.asarray(members.contents, np.int64)
        if not len(kept):
            nothing = np.zeros(len(contents))
            return cls(nothing.astype(np.int64), nothing, nothing.astype(np.bool_), nothing.astype(np.bool_))
        rows = np.searchsorted(kept, contents).clip(max=len(kept) - 1)
        seen = kept[rows] == contents
        return cls(
            np.where(seen, np.asarray(members.clusters, np.int64)[rows], NONE),
            np.where(seen, np.asarray(members.confidences)[rows], 0),
            seen & (np.asarray(members.pinned)[rows] != 0),
            seen,
        )


def _confidences(found: Found, position: NDArray[np.intp], known: _Known) -> NDArray[np.float64]:
    """How surely (N,) each photo belongs where it ended: 1 where a person put it, and as before where the run would
    have had it elsewhere.
    """
    inside = found.groups >= 0
    count = max(int(found.groups.max(initial=-1)) + 1, 1)
    keys, votes = np.unique(position[inside] * count + found.groups[inside], return_counts=True)
    main = np.full(int(position.max(initial=0)) + 1, -1, np.int64)
    order = np.argsort(votes, kind="stable")
    main[keys[order] // count] = keys[order] % count
    agreed = inside & (main[position] == found.groups)
    return np.where(known.pinned, 1.0, np.where(agreed, found.confidence.astype(np.float64), known.confidences))

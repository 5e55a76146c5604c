"""Writes what a run of clustering found into the catalog, with ids, names and a person's edits carried over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from photoorg.catalog.clusters import SMALLEST_GROUP, ClusterRow, MemberRow
from photoorg.catalog.store import Catalog
from photoorg.clustering.identity import NONE, carried_over, carried_themes

Ids = NDArray[np.int64]

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
        members = {member.content: member for member in self._clusters.members()}
        known = [members.get(content) for content in found.contents.tolist()]
        before = np.array([member.cluster or NONE if member else NONE for member in known], np.int64)
        held = {id for id, row in rows.items() if row.level == "group" and row.held}
        after = carried_over(before, found.groups, held, vectors, SMALLEST_GROUP)
        self._heed(found.contents, after, known, held)
        ids, position = np.unique(after, return_inverse=True)
        themes = self._themes(ids, position, found.themes, rows)
        numbers = self._number(ids, position, themes, rows)
        confidence = _confidences(found, position, known)
        self._write(found.contents, numbers[position], confidence, known)
        self._tidy()

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

    def _heed(self, contents: Ids, after: Ids, known: Sequence[MemberRow | None], held: set[int]) -> None:
        """Put what a person pinned and rejected into effect; a group that is too small then is dissolved."""
        for row, member in enumerate(known):
            if member is not None and member.pinned and member.cluster is not None:
                after[row] = member.cluster
        position = {content: row for row, content in enumerate(contents.tolist())}
        for content, cluster in self._clusters.rejections():
            row = position.get(content, -1)
            if row >= 0 and after[row] == cluster:
                after[row] = NONE
        ids, counts = np.unique(after, return_counts=True)
        small = [id for id, count in zip(ids.tolist(), counts.tolist(), strict=True) if count < SMALLEST_GROUP]
        after[np.isin(after, [id for id in small if id not in held])] = NONE

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

    def _write(
        self, contents: Ids, after: Ids, confidence: NDArray[np.float32], known: Sequence[MemberRow | None]
    ) -> None:
        changed = []
        for content, cluster, sure, old in zip(
            contents.tolist(), after.tolist(), confidence.tolist(), known, strict=True
        ):
            pinned = old is not None and old.pinned and old.cluster == cluster
            new = MemberRow(content, cluster or None, round(sure, 4) if cluster else 0.0, pinned)
            if old is None or old.cluster != new.cluster or abs(old.confidence - new.confidence) > _SAME:
                changed.append(new)
        self._clusters.put(changed)

    def _tidy(self) -> None:
        """Forget groups and themes that nobody is in and no person holds."""
        self._clusters.drop_empty()


def _confidences(found: Found, position: NDArray[np.intp], known: Sequence[MemberRow | None]) -> NDArray[np.float32]:
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
    earlier = np.array([member.confidence if member else 0.0 for member in known], np.float32)
    pinned = np.array([bool(member and member.pinned) for member in known], np.bool_)
    sure: NDArray[np.float32] = np.where(pinned, 1, np.where(agreed, found.confidence, earlier)).astype(np.float32)
    return sure

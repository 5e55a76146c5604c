"""Keeps the clusters in step with the library: a full run now and then, and places for new photos in between.

A full run clusters everything in a child process and carries ids, names and a person's edits over to what it found. New
photos are placed by their nearest neighbours at once; only when they have become many is everything looked at again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from photoorg.catalog.clusters import ClusterRow, Members
from photoorg.catalog.store import Catalog
from photoorg.clustering.identity import stars
from photoorg.core.arrays import Ids, Labels
from photoorg.core.clusters import BREAK
from photoorg.core.jobs import CancelToken, Job, Progress
from photoorg.core.jobs import run as finish
from photoorg.core.types import State
from photoorg.embed.kinship import spaces_for
from photoorg.index.search import VectorIndex
from photoorg.services.grouping.messages import GroupTask, MoreTask, SplitTask
from photoorg.services.grouping.naming import Namer
from photoorg.services.grouping.placing import Placer
from photoorg.services.grouping.process import clustered, more, parted, places
from photoorg.services.grouping.state import METHOD, LastRun
from photoorg.services.grouping.store import Found, Store

#: A full run is due when so large a share of the photos was only placed since the last one, and at least so many.
GROWN_SHARE, GROWN_LEAST = 0.1, 10
#: New photos placed in one step.
_BATCH = 64


class Regrouper:
    """Clusters the present photos of one catalog by ``space``, the one for likeness, and what goes with it.

    ``indexes`` are the profile's, by space.
    """

    def __init__(
        self, catalog: Catalog, space: str, indexes: Mapping[str, VectorIndex], namer: Namer, log: Path | None
    ) -> None:
        self._catalog = catalog
        self._namer = namer
        self._space = space
        self._index = indexes[space]
        self._indexes = indexes
        self._log = log
        self._store = Store(catalog)
        self._placer = Placer(catalog, self._index, self._store)

    def update(self, fresh: Sequence[int], cancel: CancelToken) -> Job[None]:
        """Place the contents ``fresh``, which were never looked at, or run in full where that is due.

        Raises:
            Cancelled: the person stopped it; what is placed stays.
            CannotError: the clustering process failed.
        """
        last = LastRun.of(self._catalog)
        known = last.fits(self._space)
        if not known:
            if not self._complete():
                return  # a profile is being changed: the groups stay as they are until all photos have its vectors
            yield from self.run(cancel)
        elif last.grown + len(fresh) >= max(GROWN_LEAST, GROWN_SHARE * last.seen):
            yield from self.run(cancel)
        else:
            yield from self._place_all(fresh, cancel)

    def run(self, cancel: CancelToken) -> Job[None]:
        """Cluster all present photos anew.

        Raises:
            Cancelled: the person stopped it; everything stays as it was.
            CannotError: the clustering process failed.
        """
        matrix = self._index.refresh()
        if matrix is None:
            return
        present = np.asarray(self._catalog.photos.searchable(states=(State.PRESENT,)), np.int64)
        contents = np.intersect1d(present, matrix.ids)
        must, cannot = self._constraints(contents)
        task = GroupTask(
            str(self._catalog.vector_files),
            self._files(),
            contents.tobytes(),
            must.tobytes(),
            cannot.tobytes(),
        )
        grouped = yield from clustered(task, self._log, cancel)
        found = Found(
            contents,
            np.frombuffer(grouped.themes, np.int32),
            np.frombuffer(grouped.groups, np.int32),
            np.frombuffer(grouped.confidence, np.float32),
        )
        held = any(row.held for row in self._catalog.clusters.rows().values())
        vectors = matrix.vectors_of(contents) if held else None
        with self._catalog.database.write():
            self._store.take(found, vectors)
            LastRun(self._space, METHOD, len(contents)).remember(self._catalog)
        yield from self._name(cancel, everything=True)

    def parts(self, contents: Sequence[int], count: int | None, cancel: CancelToken) -> Job[list[list[int]]]:
        """The different kinds among ``contents``, the largest first; contents without a vector stay with that one.

        Raises:
            Cancelled: the person stopped it.
            CannotError: the clustering process failed.
        """
        matrix = self._index.refresh()
        known = np.intersect1d(np.asarray(contents, np.int64), [] if matrix is None else matrix.ids)
        if matrix is None or not len(known):
            return [list(contents)]
        task = SplitTask(
            str(self._catalog.vector_files), self._space, matrix.dim, known.astype(np.int64).tobytes(), count
        )
        labels = np.frombuffer((yield from parted(task, self._log, cancel)).labels, np.int32)
        found = [known[labels == part].tolist() for part in range(int(labels.max()) + 1)]
        found[0] += sorted(set(contents) - set(known.tolist()))
        return found

    def more(
        self, groups: Sequence[int], held: Sequence[int], cancel: CancelToken
    ) -> Job[dict[int, tuple[int, float]]]:
        """The contents that seem to belong to one of ``groups`` and are in another or in none: that group, how surely.

        ``held`` are those that a person keeps.

        Raises:
            Cancelled: the person stopped it.
            CannotError: the clustering process failed, or there is no other group to tell these from.
        """
        matrix = self._index.refresh()
        if matrix is None:
            return {}
        present = np.asarray(self._catalog.photos.searchable(states=(State.PRESENT,)), np.int64)
        contents = np.intersect1d(present, matrix.ids)
        known = self._catalog.clusters.members()
        homes = _homes(contents, np.asarray(known.contents, np.int64), np.asarray(known.clusters, np.int64))
        task = MoreTask(
            str(self._catalog.vector_files),
            self._files(),
            contents.tobytes(),
            homes.tobytes(),
            tuple(groups),
            tuple(held),
        )
        found = yield from more(task, self._log, cancel)
        belongs, certainty = np.frombuffer(found.groups, np.int32), np.frombuffer(found.certainty, np.float32)
        rows = np.flatnonzero((belongs >= 0) & (belongs != homes))
        columns = (contents[rows].tolist(), belongs[rows].tolist(), certainty[rows].tolist())
        return {content: (group, sure) for content, group, sure in zip(*columns, strict=True)}

    def suggest(self, contents: Sequence[int]) -> str:
        """A name for a new group of ``contents``, unlike those of the others."""
        taken = {row.title for row in self._catalog.clusters.rows().values() if row.level == "group"}
        names = finish(self._namer.name({0: contents}, taken))
        assert isinstance(names, dict)
        return str(names[0])

    def _place_all(self, fresh: Sequence[int], cancel: CancelToken) -> Job[None]:
        matrix = self._index.refresh()
        if matrix is None:
            return
        contents = np.asarray(fresh, np.int64)
        contents = contents[np.isin(contents, matrix.ids)]
        made = False
        for start in range(0, len(contents), _BATCH):
            cancel.checkpoint()
            made = self._placer.place(contents[start : start + _BATCH], matrix) or made
            yield Progress("grouping", min(start + _BATCH, len(contents)), len(contents))
        if made:
            yield from self._name(cancel, everything=False)

    def _name(self, cancel: CancelToken, *, everything: bool) -> Job[None]:
        """Suggest names for ``everything``, or for what has none. A person's own name is never replaced."""
        clusters = self._catalog.clusters
        rows = clusters.rows()
        contents = _by_cluster(clusters.members(), rows)
        if not everything:
            contents = {id: listed for id, listed in contents.items() if not rows[id].suggested}
        for level in ("group", "theme"):
            same = [row for row in rows.values() if row.level == level]
            taken = {row.title for row in same if row.name is not None or row.id not in contents}
            wanted = {row.id: contents[row.id] for row in same if row.id in contents}
            before = {id: rows[id].suggested for id in wanted}
            names = yield from self._namer.name(wanted, taken, before, lambda points: places(points, self._log, cancel))
            with self._catalog.database.write():
                now = clusters.rows()
                named = (
                    replace(now[id], suggested=name or _otherwise(now[id], now))
                    for id, name in names.items()
                    if id in now
                )
                clusters.save(named)

    def _constraints(self, contents: Ids) -> tuple[Ids, Ids]:
        """Pairs (M, 2) of positions in ``contents`` (N,), ascending, that belong together and that do not.

        The members of a group that a person holds are joined. What the ids of groups are enough to keep together or
        apart is left to ``Store.take``: a pair of one photo that was moved and one that was always there would pull
        either out of its group.
        """
        clusters = self._catalog.clusters
        held = [id for id, row in clusters.rows().items() if row.held]
        members = clusters.members()
        kept, homes = np.asarray(members.contents, np.int64), np.asarray(members.clusters, np.int64)
        joined = []
        for id in held:
            mine = kept[homes == id]
            joined.append(np.searchsorted(contents, mine[np.isin(mine, contents)]).tolist())
        links = clusters.links()
        touched = sorted({content for link in links for content in (link.a, link.b)})
        home = dict(clusters.homes(touched))
        position = {int(contents[at]): int(at) for at in np.flatnonzero(np.isin(contents, touched))}
        rejected = set(clusters.rejections())
        pairs: dict[str, list[tuple[int, int]]] = {"must": [], "cannot": []}
        for link in links:
            here, there = home.get(link.a), home.get(link.b)
            # Joined photos that are at home in one group are held there, and in two groups a later word has put them.
            kept_by_id = (
                (here is not None and there is not None)
                if link.kind == "must"
                else (link.a, there) in rejected or (link.b, here) in rejected
            )
            if link.a in position and link.b in position and not kept_by_id:
                pairs[link.kind].append((position[link.a], position[link.b]))
        return np.concatenate([stars(joined), _pairs(pairs["must"])]), _pairs(pairs["cannot"])

    def _files(self) -> tuple[tuple[str, int], ...]:
        """The vector files, brought up to date, of the spaces that clusters are made of, with their dimensions."""
        found = []
        for space in spaces_for(self._space):
            matrix = self._indexes[space].refresh()
            if matrix is not None:
                found.append((space, matrix.dim))
        return tuple(found)

    def _complete(self) -> bool:
        """Whether practically all present photos have a vector in this space."""
        present = len(self._catalog.photos.searchable(states=(State.PRESENT,)))
        have = self._catalog.vectors.stamp(self._space)[1]
        return have >= 0.99 * present


def _homes(contents: Ids, known: Ids, clusters: Ids) -> Labels:
    """The group (N,) of ``contents``, -1 for none; ``known`` (K,), ascending, lie in ``clusters``, 0 for none."""
    found = np.full(len(contents), -1, np.int32)
    if len(known):
        rows = np.searchsorted(known, contents).clip(max=len(known) - 1)
        inside = (known[rows] == contents) & (clusters[rows] > 0)
        found[inside] = clusters[rows[inside]]
    return found


def _by_cluster(members: Members, rows: dict[int, ClusterRow]) -> dict[int, Ids]:
    """The contents of every group and theme of ``rows`` that has any, the surest first."""
    contents, clusters = np.asarray(members.contents, np.int64), np.asarray(members.clusters, np.int64)
    order = np.argsort(-np.asarray(members.confidences), kind="stable")
    contents, clusters = contents[order], clusters[order]
    groups = np.unique(clusters)
    themes = {int(id): (row.theme or 0) if (row := rows.get(int(id))) is not None else 0 for id in groups}
    theme_of = np.array([themes[int(id)] for id in groups], np.int64)
    found: dict[int, Ids] = {}
    for level in (clusters, theme_of[np.searchsorted(groups, clusters)] if len(groups) else clusters):
        ids, inverse = np.unique(level, return_inverse=True)
        sorted_by_id = contents[np.argsort(inverse, kind="stable")]
        parts = np.split(sorted_by_id, np.cumsum(np.bincount(inverse))[:-1]) if len(ids) else []
        found |= {int(id): part for id, part in zip(ids, parts, strict=True) if int(id) in rows}
    return found


def _otherwise(row: ClusterRow, rows: dict[int, ClusterRow]) -> str:
    """A name where no word fits: a theme's groups say what is in it."""
    groups = [each.title.partition(BREAK)[0].partition(",")[0] for each in rows.values() if each.theme == row.id]
    return ", ".join(dict.fromkeys(groups[:3])) or f"group {row.id}"


def _pairs(pairs: list[tuple[int, int]]) -> Ids:
    return np.array(pairs, np.int64).reshape(-1, 2)

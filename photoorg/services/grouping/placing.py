"""Places for new photos between two full runs: in the group of their nearest neighbours, or in one of their own."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from photoorg.catalog.clusters import SMALLEST_GROUP, MemberRow
from photoorg.catalog.store import Catalog
from photoorg.clustering.fresh import fits, fresh_groups
from photoorg.clustering.grouping import SEQUENCE, Settings, place
from photoorg.core.arrays import Ids, Vectors
from photoorg.core.errors import CannotError
from photoorg.index.matrix import VectorMatrix
from photoorg.index.search import VectorIndex
from photoorg.services.grouping.state import LastRun
from photoorg.services.grouping.store import Store

#: Neighbours that decide whether unplaced photos make a group of their own.
_CLOSE = 8


class Placer:
    """Finds places by the neighbours that ``index`` gives, and stores them."""

    def __init__(self, catalog: Catalog, index: VectorIndex, store: Store) -> None:
        self._catalog = catalog
        self._index = index
        self._store = store

    def place(self, contents: Ids, matrix: VectorMatrix) -> bool:
        """Find places for ``contents`` (Q,), new to the clusters, and store them; whether groups were made.

        Raises:
            CannotError: one of them has no vector in ``matrix``.
        """
        vectors = _vectors(matrix, contents)
        near, _ = self._index.search(vectors, SEQUENCE + len(contents))
        candidates = np.setdiff1d(near.reshape(-1), contents)
        homes = self._store.present_places(candidates.tolist())
        candidates = np.array(sorted(homes), np.int64)
        groups = sorted({cluster for cluster in homes.values() if cluster is not None})
        number = {cluster: label for label, cluster in enumerate(groups)}
        labels = np.array([number.get(homes[content] or 0, -1) for content in candidates.tolist()], np.int32)
        around = np.concatenate([_vectors(matrix, candidates), vectors])
        labels = np.concatenate([labels, np.full(len(contents), -1, np.int32)])
        placed: dict[int, MemberRow] = {}
        rows_of = {id: row for row, id in enumerate([*candidates.tolist(), *contents.tolist()])}
        for row, content in enumerate(contents.tolist()):
            others = [rows_of[id] for id in near[row].tolist() if id in rows_of and id != content]
            found = place(vectors[row : row + 1], around[others], labels[others])
            group = int(found.groups[0])
            if group >= 0 and fits(vectors[row], around[others][labels[others] == group]):
                placed[content] = MemberRow(content, groups[group], float(found.confidence[0]))
        made = []
        for members, beside in self._fresh(contents, near[:, : _CLOSE + 1], homes, matrix):
            # New photos that are nearer to each other than to any group are the first of a group of their own.
            elsewhere = sum(placed[each.content].confidence for each in members if each.content in placed)
            if sum(each.confidence for each in members) > elsewhere:
                made.append((members, beside))
                for each in members:
                    placed.pop(each.content, None)
        with self._catalog.database.write():
            self._store.add(list(placed.values()), made, contents.tolist())
            last = LastRun.of(self._catalog)
            replace(last, grown=last.grown + len(contents)).remember(self._catalog)
        return bool(made)

    def _fresh(
        self, contents: Ids, near: Ids, homes: dict[int, int | None], matrix: VectorMatrix
    ) -> list[tuple[list[MemberRow], int | None]]:
        """Groups that new ``contents`` (Q,) would make with each other and with those of the contents ``near`` each
        (Q, k) that are in none: their members, and a group in whose theme they lie.
        """
        homeless = [content for content, cluster in homes.items() if cluster is None]
        pool = np.union1d(contents, np.intersect1d(near.reshape(-1), np.array(homeless, np.int64)))
        if len(pool) < SMALLEST_GROUP:
            return []
        ids, cosines = self._index.search(_vectors(matrix, pool), _CLOSE + 1)
        # Copies can come before the photo itself, so it is looked for rather than taken to be the first.
        own = ids == pool[:, None]
        own[~own.any(axis=1), -1] = True
        width = ids.shape[1] - 1
        ids, cosines = ids[~own].reshape(-1, width), cosines[~own].reshape(-1, width)
        labels, confidence = fresh_groups(pool, ids, cosines, SMALLEST_GROUP, Settings().joins)
        made = []
        for label in range(int(labels.max(initial=-1)) + 1):
            rows = np.flatnonzero(labels == label)
            members = [MemberRow(int(pool[row]), None, float(confidence[row])) for row in rows]
            beside = [homes[int(id)] for id in ids[rows].reshape(-1) if homes.get(int(id)) is not None]
            made.append((members, max(beside, key=beside.count, default=None)))
        return made


def _vectors(matrix: VectorMatrix, contents: Ids) -> Vectors:
    found = matrix.vectors_of(contents)
    if found is None:
        raise CannotError("Some photos have no vector any more.", "Index again.")
    return found

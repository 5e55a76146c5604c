"""The library's vectors as a search needs them: the rows of two spaces side by side, and which may be found.

Made anew only when the catalog changed; searches from several threads share it. A large library is not scored
row by row: its graphs name candidates, and a fixed sample stands for the rest, so that a query's scores still have
a distribution to be compared with.
"""

from __future__ import annotations

import threading
from array import array
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from photoorg.catalog.store import Catalog
from photoorg.core.arrays import Ids, Mask, Rows, Vector, Vectors
from photoorg.core.jobs import CancelToken, Job
from photoorg.core.types import Query
from photoorg.embed.profiles import Profile
from photoorg.index.search import GRAPH_ABOVE, VectorIndex

#: How many rows stand for a library that is too large to be scored whole.
SAMPLE = 5_000
#: The most results for which the graphs are asked; a longer list scores every row.
_FEW = 200


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The contents that have vectors in both spaces: ``contents`` (n,), ``text`` (n, d), ``visual`` (n, e).

    ``searchable`` (n,) marks those of photos that a search without conditions may find.
    """

    contents: Ids
    text: Vectors
    visual: Vectors
    searchable: Mask

    def part(self, rows: Rows) -> Snapshot:
        """Some of the rows as a snapshot of their own."""
        return Snapshot(self.contents[rows], self.text[rows], self.visual[rows], self.searchable[rows])


@dataclass(frozen=True, slots=True)
class _Whole:
    """All rows, and for a library that has graphs a sample of them; ``aligned`` if the spaces agree row by row."""

    rows: Snapshot
    aligned: bool
    order: Rows
    sample: Snapshot | None


class LibraryVectors:
    """Gives what a search runs over; None while nothing is indexed. Safe from any thread."""

    def __init__(self, catalog: Catalog, profile: Profile, graph_above: int = GRAPH_ABOVE) -> None:
        self._catalog = catalog
        files, source = catalog.vector_files, catalog.vectors
        self._text = VectorIndex(files, profile.text, source, graph_above=graph_above)
        self._visual = VectorIndex(files, profile.visual, source, graph_above=graph_above)
        self._indexes = {profile.text: self._text, profile.visual: self._visual}
        self._lock = threading.Lock()
        self._version: int | None = None
        self._whole: _Whole | None = None

    def index(self, space: str) -> VectorIndex:
        """The index of one of the profile's spaces."""
        return self._indexes[space]

    def snapshot(self) -> Snapshot | None:
        """All vectors as the catalog has them now.

        Raises:
            OSError: the catalog folder cannot be written.
        """
        whole = self._current()
        return whole.rows if whole else None

    def pool(self, wanted: Mapping[str, Vector], query: Query, named: Ids | None = None) -> Snapshot | None:
        """The rows worth scoring for ``query``: all of them, or what the graphs find and a sample of the rest.

        ``wanted`` are the unit vectors (d,) to be near to, by space; ``named`` (m,) contents come in whatever they
        show.

        Raises:
            OSError: the catalog folder cannot be written.
        """
        whole = self._current()
        if whole is None or whole.sample is None or not whole.aligned or query.limit > _FEW or not wanted:
            return whole.rows if whole else None
        allowed = self.mask(whole.rows, query)
        near = [
            self._indexes[space].search(vector[None], 2 * query.limit, None if allowed.all() else allowed)[0][0]
            for space, vector in wanted.items()
        ]
        if named is not None:
            near.append(named[np.isin(named, whole.rows.contents)])
        found = np.unique(np.concatenate(near))
        rows = whole.order[np.searchsorted(whole.rows.contents, found, sorter=whole.order)]
        others = ~np.isin(whole.sample.contents, found)
        return _joined(whole.rows.part(rows), whole.sample.part(np.flatnonzero(others)))

    def build_graphs(self, cancel: CancelToken) -> Job[None]:
        """Bring the graphs of a large library up to date; a small one has none.

        Raises:
            Cancelled: the person stopped it; what is linked in stays.
            OSError: the disk is full.
        """
        self._current()
        for index in (self._text, self._visual):
            if index.graph_due:
                yield from index.build_graph(cancel)
        with self._lock:
            self._version = None

    def _current(self) -> _Whole | None:
        with self._lock:
            version = self._catalog.database.version()
            if version != self._version:
                self._whole = self._take()
                self._version = version
            return self._whole

    def mask(self, snapshot: Snapshot, query: Query) -> Mask:
        """Which rows (n,) meet the conditions of ``query``."""
        if query.where.empty:
            return snapshot.searchable
        return _marks(snapshot.contents, self._catalog.photos.searchable(where=query.where))

    def _take(self) -> _Whole | None:
        text, visual = self._text.refresh(), self._visual.refresh()
        if text is None or visual is None:
            return None
        contents, text_rows, visual_rows = text.ids, text.vectors, visual.vectors
        aligned = np.array_equal(text.ids, visual.ids)
        if not aligned:
            # While a profile is being changed one space is ahead of the other.
            contents, mine, theirs = np.intersect1d(text.ids, visual.ids, return_indices=True)
            text_rows, visual_rows = text.vectors[mine], visual.vectors[theirs]
        rows = Snapshot(contents, text_rows, visual_rows, _marks(contents, self._catalog.photos.searchable()))
        return _Whole(rows, aligned, np.argsort(contents), self._sample(rows))

    def _sample(self, rows: Snapshot) -> Snapshot | None:
        if not (self._text.graph_ready and self._visual.graph_ready):
            return None
        chosen = np.random.default_rng(0).choice(len(rows.contents), min(SAMPLE, len(rows.contents)), replace=False)
        return rows.part(np.sort(chosen))


def _joined(first: Snapshot, second: Snapshot) -> Snapshot:
    return Snapshot(
        np.concatenate([first.contents, second.contents]),
        np.concatenate([first.text, second.text]),
        np.concatenate([first.visual, second.visual]),
        np.concatenate([first.searchable, second.searchable]),
    )


def _marks(contents: Ids, wanted: array[int]) -> Mask:
    return np.isin(contents, np.asarray(wanted, dtype=np.int64))

"""The library's vectors as a search needs them: the rows of two spaces side by side, and which may be found.

Made anew only when the catalog changed; searches from several threads share it.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from photoorg.catalog.store import Catalog
from photoorg.core.types import Query
from photoorg.embed.profiles import Profile
from photoorg.index.search import VectorIndex

Ids = NDArray[np.int64]
Mask = NDArray[np.bool_]
Matrix = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The contents that have vectors in both spaces: ``contents`` (n,), ``text`` (n, d), ``visual`` (n, e).

    ``searchable`` (n,) marks those of photos that a search without conditions may find.
    """

    contents: Ids
    text: Matrix
    visual: Matrix
    searchable: Mask


class LibraryVectors:
    """Gives the newest ``Snapshot``; None while nothing is indexed."""

    def __init__(self, catalog: Catalog, profile: Profile) -> None:
        self._catalog = catalog
        self._text = VectorIndex(catalog.vector_files, profile.text, catalog.vectors)
        self._visual = VectorIndex(catalog.vector_files, profile.visual, catalog.vectors)
        self._lock = threading.Lock()
        self._version: int | None = None
        self._snapshot: Snapshot | None = None

    def snapshot(self) -> Snapshot | None:
        """The vectors as the catalog has them now.

        Raises:
            OSError: the catalog folder cannot be written.
        """
        with self._lock:
            version = self._catalog.database.version()
            if version != self._version:
                self._snapshot = self._take()
                self._version = version
            return self._snapshot

    def mask(self, snapshot: Snapshot, query: Query) -> Mask:
        """Which rows (n,) meet the conditions of ``query``."""
        if not (query.date_from or query.date_to or query.folder):
            return snapshot.searchable
        found = self._catalog.photos.searchable(
            date_from=query.date_from, date_to=query.date_to, folder=query.folder
        )
        return _marks(snapshot.contents, found)

    def _take(self) -> Snapshot | None:
        text, visual = self._text.refresh(), self._visual.refresh()
        if text is None or visual is None:
            return None
        contents, text_rows, visual_rows = text.ids, text.vectors, visual.vectors
        if not np.array_equal(text.ids, visual.ids):
            # While a profile is being changed one space is ahead of the other.
            contents, mine, theirs = np.intersect1d(text.ids, visual.ids, return_indices=True)
            text_rows, visual_rows = text.vectors[mine], visual.vectors[theirs]
        return Snapshot(contents, text_rows, visual_rows, _marks(contents, self._catalog.photos.searchable()))


def _marks(contents: Ids, wanted: object) -> Mask:
    return np.isin(contents, np.asarray(wanted, dtype=np.int64))

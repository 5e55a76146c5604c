"""Counts for whoever narrows the library down: by month, folder, camera, kind, stars and flags."""

from __future__ import annotations

import threading

from photoorg.catalog.facets import facets
from photoorg.catalog.store import Catalog
from photoorg.core.facets import Facets


class FacetService:
    """Counts anew only when the catalog changed. Safe from any thread."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._lock = threading.Lock()
        self._version: int | None = None
        self._facets: Facets | None = None

    def all(self) -> Facets:
        """Every count over the present photos."""
        with self._lock:
            version = self._catalog.database.version()
            if self._facets is None or version != self._version:
                self._facets, self._version = facets(self._catalog.database), version
            return self._facets

"""What is typed into a search, taken apart with the names that this library knows. Safe from any thread."""

from __future__ import annotations

import os
from dataclasses import replace

from photoorg.catalog.store import Catalog
from photoorg.core.conditions import Conditions
from photoorg.core.errors import CannotError, UsageError
from photoorg.core.named_places import Names
from photoorg.core.paths import display_path
from photoorg.core.typed_query import merged, read
from photoorg.core.types import APART, Query
from photoorg.services.grouping.listing import Listing
from photoorg.services.grouping.titles import Titles
from photoorg.services.search.facets import FacetService


class TypedQueries:
    """Knows the library's folders and groups by name."""

    def __init__(self, catalog: Catalog, facets: FacetService, titles: Titles) -> None:
        self._catalog = catalog
        self._facets = facets
        self._groups = Listing(catalog, titles)

    def names(self) -> Names:
        """The folders of the library, its groups and themes, the largest first, and where its photos were taken."""
        facets = self._facets.all()
        countries = [country for country, _ in facets.countries]
        places = dict.fromkeys([*countries, *(town for _, town, _ in facets.towns)])
        # Groups before themes: a group's name is the narrower one.
        groups = [*self._groups.named(), *self._groups.named_themes()]
        return Names(self._folders(), tuple(groups), tuple(places))

    def refine(self, query: Query) -> Query:
        """``query`` with what its text says of conditions and of things to leave out; the words are left.

        Raises:
            UsageError: a condition in the text names nothing that there is.
        """
        reading = read(query.text, self.names)
        if reading.unknown:
            raise UsageError(
                f"“{reading.unknown[0]}” names nothing here.", "Conditions are typed like kind:screenshot."
            )
        without = APART.join(filter(None, (query.without, reading.without)))
        return replace(query, text=reading.text, without=without, where=merged(query.where, reading.where))

    def check(self, where: Conditions) -> None:
        """Whether the folder and the group that conditions name are in the library.

        Raises:
            CannotError: there is no such folder or group.
        """
        folder = where.folder
        roots = [root.path for root in self._catalog.roots.all()]
        if folder is not None and not any(
            folder == root or _below(folder, root) or _below(root, folder) for root in roots
        ):
            raise CannotError(f"There is no folder {display_path(folder)} in this library.")
        if where.cluster is not None and self._catalog.clusters.get(where.cluster) is None:
            raise CannotError(f"There is no cluster {where.cluster}.", "photoorg clusters lists them all.")

    def _folders(self) -> tuple[str, ...]:
        roots = [root.path for root in self._catalog.roots.all()]
        found = dict.fromkeys(roots)
        for folder, _ in self._facets.all().folders:
            while folder not in found and any(_below(folder, root) for root in roots):
                found[folder] = None
                folder = os.path.dirname(folder)
        return tuple(found)


def _below(folder: str, root: str) -> bool:
    return folder.startswith(root.rstrip(os.sep) + os.sep)

"""Saved searches: albums that fill themselves. Each change is one action, and undoable."""

from __future__ import annotations

from photoorg.catalog.store import Catalog
from photoorg.core.errors import CannotError, UsageError
from photoorg.core.searches import SavedSearch
from photoorg.core.types import Query

#: The kind of these actions in the journal.
KIND = "search"


class SearchesService:
    """Keeps searches under names."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog

    def all(self) -> list[SavedSearch]:
        """All of them, the one saved first at the top."""
        return self._catalog.searches.all()

    def named(self, name: str) -> SavedSearch:
        """The search of this name.

        Raises:
            CannotError: there is none.
        """
        found = self._catalog.searches.named(_tidy(name))
        if found is None:
            raise CannotError(f"There is no saved search “{name}”.", "photoorg searches lists them all.")
        return found

    def save(self, name: str, query: Query) -> SavedSearch:
        """Keep a search; one of the same name is replaced.

        Raises:
            UsageError: it has no name, or looks for nothing.
        """
        name = _named(name)
        if not query.ranked and query.where.empty:
            raise UsageError("There is nothing to save: say what to look for.")
        with self._catalog.database.write():
            known = self._catalog.searches.named(name)
            if known is None:
                id = self._catalog.searches.add(name, query)
                self._record(f"Saved the search “{name}”", id, [id, None])
            else:
                id, image = known.id, self._catalog.searches.image(known.id)
                self._catalog.searches.change(id, name, query)
                self._record(f"Changed the search “{name}”", id, image)
        return SavedSearch(id, name, query)

    def rename(self, id: int, name: str) -> SavedSearch:
        """Give a saved search another name.

        Raises:
            UsageError: that is no name, or another search has it.
            CannotError: there is no such search.
        """
        name = _named(name)
        with self._catalog.database.write():
            known = self._get(id)
            other = self._catalog.searches.named(name)
            if other is not None and other.id != id:
                raise UsageError(f"There is a search “{name}” already.", "Choose another name.")
            if known.name != name:
                image = self._catalog.searches.image(id)
                self._catalog.searches.change(id, name, known.query)
                self._record(f"Renamed the search “{known.name}” to “{name}”", id, image)
        return SavedSearch(id, name, known.query)

    def remove(self, id: int) -> None:
        """Keep a search no longer; its photos are not touched.

        Raises:
            CannotError: there is no such search.
        """
        with self._catalog.database.write():
            known = self._get(id)
            image = self._catalog.searches.image(id)
            self._catalog.searches.remove(id)
            self._record(f"Removed the search “{known.name}”", id, image)

    def _get(self, id: int) -> SavedSearch:
        found = self._catalog.searches.get(id)
        if found is None:
            raise CannotError(f"There is no saved search {id}.", "photoorg searches lists them all.")
        return found

    def _record(self, what: str, id: int, before: list[object]) -> None:
        after = self._catalog.searches.image(id)
        self._catalog.journal.record(self._catalog.database.connection, KIND, what, undo=before, redo=after)


def _tidy(name: str) -> str:
    return " ".join(name.split())


def _named(name: str) -> str:
    tidy = _tidy(name)
    if not tidy:
        raise UsageError("A saved search needs a name.")
    return tidy

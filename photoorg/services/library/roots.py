"""The folders the person added."""

from __future__ import annotations

from typing import TYPE_CHECKING

from photoorg.catalog.store import Catalog
from photoorg.core.errors import CannotError
from photoorg.core.paths import display_path, existing_folder
from photoorg.core.types import Root

if TYPE_CHECKING:
    from collections.abc import Sequence
    from sqlite3 import Connection


class RootService:
    """Adds folders to the library, says what to leave out of them, and forgets them."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog

    def list(self) -> list[Root]:
        """Every root, in the order they were added."""
        return self._catalog.roots.all()

    def add(self, path: str) -> Root:
        """Add a folder, or give the root that already covers it. Its photos come with the next indexing.

        Raises:
            UsageError: it does not exist or is no folder.
        """
        return self._catalog.roots.add(existing_folder(path))

    def exclude(self, root: int, patterns: Sequence[str]) -> Root:
        """Leave out what these patterns name, from the next indexing on; they replace those before.

        Photos that were found below a folder now left out count as missing: nothing of them is forgotten.

        Raises:
            CannotError: there is no such root.
        """
        known = next((each for each in self._catalog.roots.all() if each.id == root), None)
        if known is None:
            raise CannotError(f"There is no folder {root} in this library.")
        tidy = list(dict.fromkeys(pattern.strip() for pattern in patterns if pattern.strip()))
        return self._catalog.roots.add(known.path, tidy)

    def counts(self) -> dict[int, int]:
        """How many photos the library knows in each root, wherever they are now: those that removing it forgets."""
        return self._catalog.roots.counts()

    def remove(self, root: int) -> int:
        """Forget a root and its photos, leaving the files alone. Returns how many photos were forgotten.

        No undo takes that back; the history tells of it.

        Raises:
            BusyError: another photoorg is at work on this catalog.
        """
        journal = self._catalog.journal
        path = display_path(self._catalog.roots.paths().get(root, ""))

        def note(connection: Connection, count: int) -> None:
            journal.record(connection, "root", f"Removed the folder {path}", photos=count, reversible=False)

        with self._catalog.lock.hold("removing a folder"):
            return self._catalog.roots.remove(root, note)

"""Turning pictures as they are shown. Their files stay as they are, and so does what searches and groups go by."""

from __future__ import annotations

from collections.abc import Sequence

from photoorg.catalog.store import Catalog
from photoorg.core.actions import Change
from photoorg.services.selection import known_contents
from photoorg.services.wording import photo_count

#: The kind of these actions in the journal.
KIND = "turn"


class TurnService:
    """Turns pictures and tells which are turned."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog

    def all(self) -> dict[int, int]:
        """Quarters clockwise (1 to 3) of every content that is turned."""
        return self._catalog.turns.all()

    def turn(self, ids: Sequence[int], quarters: int) -> Change:
        """Show photos, and copies of them, turned by so many ``quarters`` clockwise more. One action, and undoable.

        Raises:
            UsageError: no photos are named.
            CannotError: there is no such photo, or one could not be read.
        """
        with self._catalog.database.write() as connection:
            chosen, contents = known_contents(self._catalog, ids)
            before = self._catalog.turns.all()
            if quarters % 4 == 0:
                return Change(None, [])
            old = [(content, before.get(content, 0)) for content in contents]
            new = [(content, (was + quarters) % 4) for content, was in old]
            self._catalog.turns.put(new)
            action = self._catalog.journal.record(
                connection, KIND, f"Turned {photo_count(len(chosen))}", undo=old, redo=new, photos=len(chosen)
            )
        return Change(action, [photo.id for photo in chosen])

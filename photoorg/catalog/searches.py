"""The searches that a person keeps, in the order of a list of theirs."""

from __future__ import annotations

from typing import Any

from photoorg.catalog.database import Database
from photoorg.core.searches import SavedSearch, dumps, loads
from photoorg.core.types import Query


class Searches:
    """Reads and writes saved searches. What writes is part of the caller's transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[SavedSearch]:
        """All of them, in the order of the list."""
        rows = self._database.connection.execute("SELECT id, name, query FROM searches ORDER BY position, id")
        return [SavedSearch(id, name, loads(query)) for id, name, query in rows]

    def get(self, id: int) -> SavedSearch | None:
        """One of them."""
        return next((search for search in self.all() if search.id == id), None)

    def named(self, name: str) -> SavedSearch | None:
        """The one of this name."""
        return next((search for search in self.all() if search.name == name), None)

    def add(self, name: str, query: Query) -> int:
        """Keep a search at the end of the list; returns its id."""
        cursor = self._database.connection.execute(
            """INSERT INTO searches (name, query, position)
               SELECT ?, ?, ifnull(max(position), 0) + 1 FROM searches""",
            (name, dumps(query)),
        )
        return int(cursor.lastrowid or 0)

    def change(self, id: int, name: str, query: Query) -> None:
        """Give one of them another name or query."""
        self._database.connection.execute(
            "UPDATE searches SET name = ?, query = ? WHERE id = ?", (name, dumps(query), id)
        )

    def remove(self, id: int) -> None:
        """Keep one of them no longer."""
        self._database.connection.execute("DELETE FROM searches WHERE id = ?", (id,))

    def image(self, id: int) -> list[Any]:
        """All of a search as a JSON value, for ``restore``; its row is None where there is none."""
        row = self._database.connection.execute(
            "SELECT id, name, query, position FROM searches WHERE id = ?", (id,)
        ).fetchone()
        return [id, list(row) if row else None]

    def restore(self, image: list[Any]) -> None:
        """Bring what ``image`` took back to how it was."""
        connection = self._database.connection
        id, row = image
        connection.execute("DELETE FROM searches WHERE id = ?", (id,))
        if row is not None:
            connection.execute("INSERT INTO searches (id, name, query, position) VALUES (?, ?, ?, ?)", row)

"""Quarter turns by which contents are shown: copies are turned alike, and an edited file is as its editor left it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from photoorg.catalog.database import Database


class Turns:
    """Reads and writes turns. What writes is part of the caller's transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> dict[int, int]:
        """Quarters clockwise (1 to 3) of every content that is turned; they are few."""
        return dict(self._database.connection.execute("SELECT content, quarters FROM turns").fetchall())

    def put(self, turns: Iterable[tuple[int, int]]) -> None:
        """Turn contents to so many quarters (0 to 3); those that were forgotten since are passed over."""
        connection = self._database.connection
        for content, quarters in turns:
            if quarters:
                connection.execute(
                    "INSERT OR REPLACE INTO turns (content, quarters) SELECT id, ? FROM contents WHERE id = ?",
                    (quarters, content),
                )
            else:
                connection.execute("DELETE FROM turns WHERE content = ?", (content,))

    def restore(self, image: list[Any]) -> None:
        """Turn contents as ``image``, pairs of a content and its quarters, tells."""
        self.put((content, quarters) for content, quarters in image)

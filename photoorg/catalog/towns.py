"""Where contents were taken, in words."""

from __future__ import annotations

from collections.abc import Iterable

from photoorg.catalog.database import Database

#: Town, region and country; each may be empty.
Names = tuple[str, str, str]


class Towns:
    """Reads and writes the names of places. What writes is part of the caller's transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, content: int) -> Names:
        """Where a content was taken; empty names while nobody looked."""
        row = self._database.connection.execute(
            "SELECT town, region, country FROM towns WHERE content = ?", (content,)
        ).fetchone()
        return (row[0], row[1], row[2]) if row else ("", "", "")

    def unnamed(self) -> list[tuple[int, float, float]]:
        """``(content, latitude, longitude)`` of what knows where it was taken and has no names yet."""
        return list(
            self._database.connection.execute(
                """SELECT id, latitude, longitude FROM contents c WHERE latitude IS NOT NULL AND longitude IS NOT NULL
                   AND NOT EXISTS (SELECT 1 FROM towns t WHERE t.content = c.id) ORDER BY id"""
            )
        )

    def put(self, names: Iterable[tuple[int, Names]]) -> None:
        """Name where contents were taken; those that were forgotten since are passed over."""
        self._database.connection.executemany(
            """INSERT OR REPLACE INTO towns (content, town, region, country)
               SELECT id, ?, ?, ? FROM contents WHERE id = ?""",
            ((*told, content) for content, told in names),
        )

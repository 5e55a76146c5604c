"""Thumbnails as JPEG bytes in a SQLite file of their own, keyed by content."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from photoorg.catalog.database import Database

if TYPE_CHECKING:
    from sqlite_utils import Database as Tables

#: Long side in pixels of the two stored sizes.
SIZES = (128, 384)


def _first(db: Tables) -> None:
    for size in SIZES:
        db.execute(f"CREATE TABLE size_{size} (content INTEGER PRIMARY KEY, jpeg BLOB NOT NULL)")


class Thumbnails:
    """The thumbnail store. Everything in it can be made again from the originals."""

    def __init__(self, file: Path) -> None:
        self.database = Database(file, migrations=(_first,))

    def put(self, thumbnails: Mapping[int, Mapping[int, bytes]]) -> None:
        """Store ``{content: {size: JPEG bytes}}`` in one transaction, replacing what was there."""
        with self.database.write() as connection:
            for size in SIZES:
                connection.executemany(
                    f"INSERT OR REPLACE INTO size_{size} VALUES (?, ?)",
                    ((content, sizes[size]) for content, sizes in thumbnails.items() if size in sizes),
                )

    def get(self, contents: Sequence[int], size: int) -> dict[int, bytes]:
        """The JPEG bytes of those ``contents`` that have a thumbnail of ``size`` (one of ``SIZES``)."""
        sql = f"SELECT content, jpeg FROM size_{int(size)} WHERE content IN (:these)"
        return dict(self.database.among(sql, contents))

    def contents(self) -> set[int]:
        """The contents that have both sizes."""
        small, large = (f"size_{size}" for size in SIZES)
        return {
            row[0]
            for row in self.database.connection.execute(
                f"SELECT content FROM {small} INTERSECT SELECT content FROM {large}"
            )
        }

    def drop(self, contents: Sequence[int]) -> None:
        """Forget the thumbnails of ``contents``."""
        with self.database.write() as connection:
            for size in SIZES:
                connection.executemany(f"DELETE FROM size_{size} WHERE content = ?", ((c,) for c in contents))

    def close(self) -> None:
        """Close the file."""
        self.database.close()

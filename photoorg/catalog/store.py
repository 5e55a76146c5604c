"""The catalog folder as a whole: the database, the thumbnails, and where its other files lie."""

from __future__ import annotations

from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from photoorg.catalog.database import Database
from photoorg.catalog.photos import Photos
from photoorg.catalog.roots import Roots
from photoorg.catalog.thumbnails import Thumbnails

if TYPE_CHECKING:
    from photoorg.catalog.clusters import Clusters
    from photoorg.catalog.intake import Intake
    from photoorg.catalog.journal import Journal
    from photoorg.catalog.kinds import Kinds
    from photoorg.catalog.lock import WriterLock
    from photoorg.catalog.looks import Looks
    from photoorg.catalog.marks import Marks
    from photoorg.catalog.moves import Moves
    from photoorg.catalog.searches import Searches
    from photoorg.catalog.towns import Towns
    from photoorg.catalog.turns import Turns
    from photoorg.catalog.vectors import Vectors


class Catalog:
    """Everything photoorg remembers, in one folder.

    Raises:
        CatalogError: it cannot be opened.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.database = Database(folder / "catalog.db")
        self.thumbnails = Thumbnails(folder / "thumbnails.db")
        self.photos = Photos(self.database)
        self.roots = Roots(self.database)

    @cached_property
    def vectors(self) -> Vectors:
        """The vectors of contents."""
        from photoorg.catalog.vectors import Vectors

        return Vectors(self.database)

    @cached_property
    def clusters(self) -> Clusters:
        """Themes, groups and what a person said about them; made at its first use."""
        from photoorg.catalog.clusters import Clusters

        return Clusters(self.database)

    @cached_property
    def marks(self) -> Marks:
        """Stars and flags."""
        from photoorg.catalog.marks import Marks

        return Marks(self.database)

    @cached_property
    def kinds(self) -> Kinds:
        """What pictures are taken for."""
        from photoorg.catalog.kinds import Kinds

        return Kinds(self.database)

    @cached_property
    def turns(self) -> Turns:
        """Pictures that are shown turned."""
        from photoorg.catalog.turns import Turns

        return Turns(self.database)

    @cached_property
    def searches(self) -> Searches:
        """The searches that a person keeps."""
        from photoorg.catalog.searches import Searches

        return Searches(self.database)

    @cached_property
    def towns(self) -> Towns:
        """Where photos were taken, in words."""
        from photoorg.catalog.towns import Towns

        return Towns(self.database)

    @cached_property
    def intake(self) -> Intake:
        """What indexing writes; made at its first use, because the window opens without it."""
        from photoorg.catalog.intake import Intake

        return Intake(self.database, self.vectors)

    @cached_property
    def journal(self) -> Journal:
        """Everything a person did, and how it is taken back; made at its first use, as ``intake``."""
        from photoorg.catalog.journal import Journal

        journal = Journal(self.database)
        journal.handle("cluster", lambda connection, image: self._restore_clusters(image))
        journal.handle("mark", lambda connection, image: self.marks.restore(image))
        journal.handle("kind", lambda connection, image: self.kinds.restore(image))
        journal.handle("turn", lambda connection, image: self.turns.restore(image))
        journal.handle("search", lambda connection, image: self.searches.restore(image))
        return journal

    def _restore_clusters(self, image: dict[str, Any]) -> None:
        from photoorg.catalog import cluster_images

        cluster_images.restore(self.database, self.clusters, image)

    @cached_property
    def moves(self) -> Moves:
        """The files of the journal's file actions."""
        from photoorg.catalog.moves import Moves

        return Moves(self.database)

    @cached_property
    def lock(self) -> WriterLock:
        """What the one process holds that works on this catalog."""
        from photoorg.catalog.lock import WriterLock

        return WriterLock(self.folder)

    @cached_property
    def looks(self) -> Looks:
        """What tells copies and look-alikes."""
        from photoorg.catalog.looks import Looks

        return Looks(self.database)

    @property
    def vector_files(self) -> Path:
        """The folder of the indexes that are made from the vectors."""
        return self.folder / "vectors"

    def setting(self, key: str, default: str) -> str:
        """A value that belongs to this catalog, such as its profile."""
        row = self.database.connection.execute("SELECT value FROM settings WHERE key = ?", (key,)).fetchone()
        return str(row[0]) if row else default

    def set(self, key: str, value: str) -> None:
        """Remember a value with this catalog."""
        with self.database.write() as connection:
            connection.execute("INSERT OR REPLACE INTO settings VALUES (?, ?)", (key, value))

    def bytes(self) -> int:
        """The size on disk of the catalog folder."""
        total = 0
        for file in self.folder.rglob("*"):
            with suppress(OSError):  # SQLite's side files come and go
                total += file.stat().st_size
        return total

    def close(self) -> None:
        """Close every file."""
        self.thumbnails.close()
        self.database.close()

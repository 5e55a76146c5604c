"""The folders the person added."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Sequence

from photoorg.catalog.database import Database
from photoorg.core.errors import UsageError
from photoorg.core.paths import display_path
from photoorg.core.types import Root


class Roots:
    """Adds, lists and removes roots, and the folders of the archive, which are roots of another kind.

    Roots never overlap: a parent takes over the roots below it. A folder of the archive may lie below a root, which
    leaves it out, but holds no root.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[Root]:
        """Every root, in the order they were added. The folders of the archive are none."""
        rows = self._database.connection.execute(
            "SELECT id, path, exclude FROM roots WHERE kind = 'library' ORDER BY id"
        )
        return [Root(row[0], os.fsdecode(row[1]), tuple(json.loads(row[2]))) for row in rows]

    def archives(self) -> list[Root]:
        """The folders of the archive, in the order they were first used."""
        rows = self._database.connection.execute("SELECT id, path FROM roots WHERE kind = 'archive' ORDER BY id")
        return [Root(row[0], os.fsdecode(row[1]), archive=True) for row in rows]

    def paths(self) -> dict[int, str]:
        """The absolute path of every root and folder of the archive, by id."""
        rows = self._database.connection.execute("SELECT id, path FROM roots")
        return {row[0]: os.fsdecode(row[1]) for row in rows}

    def archive_at(self, path: str) -> Root | None:
        """The folder of the archive that covers the absolute ``path``; None where it could become one.

        Raises:
            UsageError: it could not, because the library has photos there.
        """
        for archive in self.archives():
            if is_within(path, archive.path):
                return archive
        for root in self.all():
            if is_within(root.path, path):
                raise UsageError(
                    f"The archive cannot be {display_path(path)}: the library's folder {display_path(root.path)} "
                    "lies there.",
                    "Choose another folder.",
                )
        held = _held_below(self._database.connection, path)
        if held:
            raise UsageError(
                f"The archive cannot be {display_path(path)}: the library has {held} photos there.",
                "Choose a folder without photos of the library.",
            )
        return None

    def add_archive(self, connection: sqlite3.Connection, path: str) -> Root:
        """The folder of the archive that covers the absolute ``path``: an existing one, or a new one.

        Part of the caller's transaction; the folder need not exist yet.

        Raises:
            UsageError: the library has photos there.
        """
        covering = self.archive_at(path)
        if covering is not None:
            return covering
        cursor = connection.execute(
            "INSERT INTO roots (path, volume, kind) VALUES (?, ?, 'archive')",
            (os.fsencode(path), os.fsencode(_mount_point(path))),
        )
        made = Root(int(cursor.lastrowid or 0), path, archive=True)
        for archive in self.archives():
            if archive.id != made.id and is_within(archive.path, path):
                _absorb(connection, archive, made)
        return made

    def add(self, path: str, exclude: Sequence[str] | None = None) -> Root:
        """The root that covers the absolute ``path``: an existing one, or a new one.

        ``exclude`` replaces the patterns of a root at exactly ``path``.

        Raises:
            UsageError: the folder belongs to the archive.
        """
        with self._database.write() as connection:
            for archive in self.archives():
                if is_within(path, archive.path):
                    raise UsageError(
                        f"{display_path(path)} belongs to the archive, whose photos are in the library already."
                    )
            roots = self.all()
            covering = next((root for root in roots if is_within(path, root.path)), None)
            if covering is None:
                cursor = connection.execute(
                    "INSERT INTO roots (path, volume) VALUES (?, ?)",
                    (os.fsencode(path), os.fsencode(_mount_point(path))),
                )
                covering = Root(int(cursor.lastrowid or 0), path)
                for root in roots:
                    if is_within(root.path, path):
                        _absorb(connection, root, covering)
            if exclude is not None and covering.path == path:
                connection.execute(
                    "UPDATE roots SET exclude = ? WHERE id = ?", (json.dumps(list(exclude)), covering.id)
                )
                covering = Root(covering.id, path, tuple(exclude))
        return covering

    def is_here(self, root: Root) -> bool:
        """Whether the root's folder and the volume it lay on are there."""
        return os.path.isdir(root.path) and self.volume_is_here(root.id)

    def volume_is_here(self, root: int) -> bool:
        """Whether the volume that a root or a folder of the archive lay on is there."""
        row = self._database.connection.execute("SELECT volume FROM roots WHERE id = ?", (root,)).fetchone()
        return row is not None and os.path.ismount(row[0])

    def remove(self, root: int) -> int:
        """Forget a root and its photos, leaving the files alone. Returns how many photos were forgotten."""
        with self._database.write() as connection:
            count = connection.execute("SELECT count(*) FROM photos WHERE root = ?", (root,)).fetchone()[0]
            # What was put away from here cannot be put back here.
            connection.execute("UPDATE steps SET place = 'gone' WHERE ? IN (source_root, target_root)", (root,))
            connection.execute("DELETE FROM roots WHERE id = ?", (root,))
        return int(count)


def is_within(path: str, folder: str) -> bool:
    """Whether the absolute ``path`` is ``folder`` or lies below it."""
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)


def _held_below(connection: sqlite3.Connection, folder: str) -> int:
    """How many photos lie below the absolute ``folder``."""
    separator = os.fsencode(os.sep)
    below = os.fsencode(folder).rstrip(separator) + separator
    row = connection.execute(
        """SELECT count(*) FROM photos p JOIN roots r ON r.id = p.root
           WHERE r.kind = 'library' AND p.state NOT IN ('missing', 'trashed')
             AND substr(CAST(r.path || ? || p.rel AS BLOB), 1, ?) = ?""",
        (separator, len(below), below),
    ).fetchone()
    return int(row[0])


def _mount_point(path: str) -> str:
    path = os.path.realpath(path)
    while not os.path.ismount(path):
        path = os.path.dirname(path)
    return path


def _absorb(connection: sqlite3.Connection, child: Root, parent: Root) -> None:
    prefix = os.fsencode(os.path.relpath(child.path, parent.path) + os.sep)
    # || gives text even of two blobs, and text would not compare equal to the blobs that later scans look up.
    for table, column, where in (
        ("companions", "rel", "photo IN (SELECT id FROM photos WHERE root = ?)"),
        ("photos", "rel", "root = ?"),
        ("steps", "source", "source_root = ?"),
        ("steps", "target", "target_root = ?"),
        ("made_folders", "rel", "root = ?"),
    ):
        connection.execute(
            f"UPDATE {table} SET {column} = CAST(? || {column} AS BLOB) WHERE {where}", (prefix, child.id)
        )
    for table, column in (
        ("photos", "root"),
        ("steps", "source_root"),
        ("steps", "target_root"),
        ("made_folders", "root"),
    ):
        connection.execute(f"UPDATE {table} SET {column} = ? WHERE {column} = ?", (parent.id, child.id))
    connection.execute("DELETE FROM roots WHERE id = ?", (child.id,))

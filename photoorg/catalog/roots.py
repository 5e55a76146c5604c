"""The folders the person added."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Sequence

from photoorg.catalog.database import Database
from photoorg.core.types import Root


class Roots:
    """Adds, lists and removes roots. Roots never overlap: a parent takes over the roots below it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[Root]:
        """Every root, in the order they were added. The folders of the archive are none."""
        rows = self._database.connection.execute(
            "SELECT id, path, exclude FROM roots WHERE kind = 'library' ORDER BY id"
        )
        return [Root(row[0], os.fsdecode(row[1]), tuple(json.loads(row[2]))) for row in rows]

    def add(self, path: str, exclude: Sequence[str] | None = None) -> Root:
        """The root that covers the absolute ``path``: an existing one, or a new one.

        ``exclude`` replaces the patterns of a root at exactly ``path``.
        """
        with self._database.write() as connection:
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
        row = self._database.connection.execute("SELECT volume FROM roots WHERE id = ?", (root.id,)).fetchone()
        return os.path.isdir(root.path) and row is not None and os.path.ismount(row[0])

    def remove(self, root: int) -> int:
        """Forget a root and its photos, leaving the files alone. Returns how many photos were forgotten."""
        with self._database.write() as connection:
            count = connection.execute("SELECT count(*) FROM photos WHERE root = ?", (root,)).fetchone()[0]
            connection.execute("DELETE FROM roots WHERE id = ?", (root,))
        return int(count)


def is_within(path: str, folder: str) -> bool:
    """Whether the absolute ``path`` is ``folder`` or lies below it."""
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)


def _mount_point(path: str) -> str:
    path = os.path.realpath(path)
    while not os.path.ismount(path):
        path = os.path.dirname(path)
    return path


def _absorb(connection: sqlite3.Connection, child: Root, parent: Root) -> None:
    prefix = os.fsencode(os.path.relpath(child.path, parent.path) + os.sep)
    # || gives text even of two blobs, and text would not compare equal to the blobs that later scans look up.
    for table, where in (
        ("companions", "photo IN (SELECT id FROM photos WHERE root = ?)"),
        ("photos", "root = ?"),
    ):
        connection.execute(f"UPDATE {table} SET rel = CAST(? || rel AS BLOB) WHERE {where}", (prefix, child.id))
    connection.execute("UPDATE photos SET root = ? WHERE root = ?", (parent.id, child.id))
    connection.execute("DELETE FROM roots WHERE id = ?", (child.id,))

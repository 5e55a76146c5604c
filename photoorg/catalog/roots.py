"""The folders the person added."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Callable, Sequence

from photoorg.catalog.database import Database
from photoorg.core.errors import UsageError
from photoorg.core.paths import display_path
from photoorg.core.types import Root

#: How many photos are looked for to know a folder again.
_SAMPLE = 50


class Roots:
    """Adds, lists and removes roots, and the folders of the archive, which are roots of another kind.

    Roots never overlap: a parent takes over the roots below it. A folder of the archive may lie below a root, which
    leaves it out, but holds no root.
    """

    # What looks at volumes imports it for itself: the window opens on this module, and looks at none.

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
        from photoorg.core import volumes

        covering = self.archive_at(path)
        if covering is not None:
            return covering
        cursor = connection.execute(
            "INSERT INTO roots (path, volume, volume_id, kind) VALUES (?, ?, ?, 'archive')",
            (os.fsencode(path), os.fsencode(volumes.mount_point(path)), volumes.identity(path)),
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
        from photoorg.core import volumes

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
                    "INSERT INTO roots (path, volume, volume_id) VALUES (?, ?, ?)",
                    (os.fsencode(path), os.fsencode(volumes.mount_point(path)), volumes.identity(path)),
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
        """Whether the root's folder and the volume it lies on are there, as ``find_again`` saw them last."""
        return os.path.isdir(root.path) and self.volume_is_here(root.id)

    def find_again(self) -> list[Root]:
        """Follow drives: to another mount point, and photos to a new drive in the old one's place.

        Returns the roots and folders of the archive that have a new path.
        """
        from photoorg.core import volumes

        moved = []
        for root in [*self.all(), *self.archives()]:
            row = self._database.connection.execute(
                "SELECT volume, volume_id FROM roots WHERE id = ?", (root.id,)
            ).fetchone()
            volume, known = os.fsdecode(row[0]), str(row[1])
            now = volumes.identity(root.path)
            mounted = volumes.mount_point(root.path) == volume
            if mounted and (now == known or not now):
                continue
            if (mounted and not known) or self._holds(root, root.path):
                self._place(root.id, root.path)
                continue
            path = self._elsewhere(root, volume, known)
            if path is not None:
                self._place(root.id, path)
                moved.append(Root(root.id, path, root.exclude, root.archive))
        return moved

    def _elsewhere(self, root: Root, volume: str, known: str) -> str | None:
        """Where the folder of a root is on its volume's present mount point; None where that is not here."""
        from photoorg.core import volumes

        inside = os.path.relpath(os.path.realpath(root.path), volume)
        taken = set(self.paths().values())
        for point in volumes.places(known):
            path = os.path.normpath(os.path.join(point, inside))
            if path not in taken and self._holds(root, path):
                return path
        return None

    def _holds(self, root: Root, path: str) -> bool:
        """Whether some photos of a root are in the folder ``path``, going by some of them."""
        rows = self._database.connection.execute(
            "SELECT rel, size FROM photos WHERE root = ? ORDER BY id DESC LIMIT ?", (root.id, _SAMPLE)
        ).fetchall()
        for rel, size in rows:
            try:
                if os.stat(os.path.join(path, os.fsdecode(rel))).st_size == size:
                    return True
            except OSError:
                continue
        return False

    def _place(self, root: int, path: str) -> None:
        """Note where a root is, and the volume it is on."""
        from photoorg.core import volumes

        point, name = volumes.mount_point(path), volumes.identity(path)
        with self._database.write() as connection:
            connection.execute(
                "UPDATE roots SET path = ?, volume = ?, volume_id = ? WHERE id = ?",
                (os.fsencode(path), os.fsencode(point), name, root),
            )

    def volume_is_here(self, root: int) -> bool:
        """Whether the volume that a root or a folder of the archive lies on is there: that one, not another drive."""
        from photoorg.core import volumes

        row = self._database.connection.execute("SELECT volume, volume_id FROM roots WHERE id = ?", (root,)).fetchone()
        if row is None or not os.path.ismount(row[0]):
            return False
        return not row[1] or volumes.identity(os.fsdecode(row[0])) in ("", row[1])

    def device(self, root: int) -> int | None:
        """The device number of what is mounted where a root's volume belongs; None where nothing is."""
        row = self._database.connection.execute("SELECT volume FROM roots WHERE id = ?", (root,)).fetchone()
        try:
            return os.stat(row[0]).st_dev if row and os.path.ismount(row[0]) else None
        except OSError:
            return None

    def counts(self) -> dict[int, int]:
        """How many photos there are in each root, in any state; roots without any are left out."""
        rows = self._database.connection.execute("SELECT root, count(*) FROM photos GROUP BY root")
        return {int(root): int(count) for root, count in rows}

    def remove(self, root: int, note: Callable[[sqlite3.Connection, int], None] | None = None) -> int:
        """Forget a root and its photos, leaving the files alone. Returns how many photos were forgotten.

        ``note`` is called with that number, as part of the transaction.
        """
        with self._database.write() as connection:
            count = connection.execute("SELECT count(*) FROM photos WHERE root = ?", (root,)).fetchone()[0]
            # What was put away from here cannot be put back here.
            connection.execute("UPDATE steps SET place = 'gone' WHERE ? IN (source_root, target_root)", (root,))
            connection.execute(
                """UPDATE actions SET reversible = 0 WHERE id IN (SELECT action FROM steps WHERE place = 'gone')
                   AND NOT EXISTS (SELECT 1 FROM steps s WHERE s.action = actions.id AND s.place <> 'gone')"""
            )
            connection.execute("DELETE FROM roots WHERE id = ?", (root,))
            if note is not None:
                note(connection, int(count))
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

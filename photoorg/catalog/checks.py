"""Whether the catalog agrees with itself: database, vectors and thumbnails."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Sequence

from photoorg.catalog.store import Catalog
from photoorg.core.types import State


def damage(catalog: Catalog) -> list[str]:
    """What SQLite finds wrong with the two database files; empty when they are sound."""
    found: list[str] = []
    for database in (catalog.database, catalog.thumbnails.database):
        try:
            rows = database.connection.execute("PRAGMA quick_check").fetchall()
        except sqlite3.DatabaseError as error:
            rows = [(str(error),)]
        found += [f"{database.file.name}: {row[0]}" for row in rows if row[0] != "ok"]
    return found


def without_vectors(catalog: Catalog, spaces: Sequence[str]) -> list[int]:
    """The contents of readable photos that lack a vector in one of ``spaces``."""
    marks = ",".join("?" * len(spaces))
    rows = catalog.database.connection.execute(
        f"""SELECT c.id FROM contents c WHERE EXISTS (SELECT 1 FROM photos p WHERE p.content = c.id)
            AND {len(spaces)} > (SELECT count(*) FROM vectors v JOIN spaces s ON s.id = v.space
                                 WHERE v.content = c.id AND s.name IN ({marks}))""",
        tuple(spaces),
    )
    return [int(row[0]) for row in rows]


def without_thumbnails(catalog: Catalog) -> list[int]:
    """The contents of readable photos that lack a thumbnail."""
    have = catalog.thumbnails.contents()
    rows = catalog.database.connection.execute("SELECT DISTINCT content FROM photos WHERE content IS NOT NULL")
    return [row[0] for row in rows if row[0] not in have]


def thumbnails_without_content(catalog: Catalog) -> list[int]:
    """The contents that have thumbnails and are no longer known."""
    known = {row[0] for row in catalog.database.connection.execute("SELECT id FROM contents")}
    return sorted(catalog.thumbnails.contents() - known)


def gone(catalog: Catalog) -> list[int]:
    """The photos that the catalog says are present and whose file is not there."""
    rows = catalog.database.connection.execute(
        "SELECT p.id, r.path, p.rel FROM photos p JOIN roots r ON r.id = p.root WHERE p.state = 'present'"
    )
    return [row[0] for row in rows if not os.path.lexists(os.path.join(row[1], row[2]))]


def put_away_and_gone(catalog: Catalog) -> list[tuple[int, str, State]]:
    """``(id, path, state)`` of archived and trashed photos whose file is not there, though their drive is."""
    found = []
    here = {root.id for root in [*catalog.roots.all(), *catalog.roots.archives()] if catalog.roots.is_here(root)}
    for id, root, base, rel, state in catalog.database.connection.execute(
        """SELECT p.id, r.id, r.path, p.rel, p.state FROM photos p JOIN roots r ON r.id = p.root
           WHERE p.state IN ('archived', 'trashed') ORDER BY p.id"""
    ):
        path = os.path.join(os.fsdecode(base), os.fsdecode(rel))
        if root in here and not os.path.lexists(path):
            found.append((id, path, State(state)))
    return found


def note_missing(catalog: Catalog, photos: Sequence[int]) -> None:
    """Note that the files of ``photos`` are not where the catalog has them."""
    with catalog.database.write():
        for id in photos:
            catalog.intake.missing(id)


def left_in_trash(catalog: Catalog, trash_folder: str) -> tuple[list[str], list[str]]:
    """What lies in the library's trash folders: files that no photo owns, and copies that a kill cut short."""
    strays, parts = [], []
    for root in [*catalog.roots.all(), *catalog.roots.archives()]:
        owned = {
            rel
            for rel, _ in catalog.database.connection.execute(
                """SELECT rel, 0 FROM photos WHERE root = ?1 UNION ALL
               SELECT c.rel, 0 FROM companions c JOIN photos p ON p.id = c.photo WHERE p.root = ?1""",
                (root.id,),
            )
        }
        for folder, _, names in os.walk(os.path.join(root.path, trash_folder)):
            for name in names:
                path = os.path.join(folder, name)
                if name.startswith(".photoorg-") and name.endswith(".part"):
                    parts.append(path)
                elif os.fsencode(os.path.relpath(path, root.path)) not in owned:
                    strays.append(path)
    return strays, parts


def read_again(catalog: Catalog, contents: Sequence[int], spaces: Sequence[str]) -> None:
    """Have the photos of ``contents`` read anew at the next indexing; vectors of other ``spaces`` are kept."""
    marks = ",".join("?" * len(spaces))
    with catalog.database.write() as connection:
        for content in contents:
            # Without its vectors a content does not count as complete, so that reading is not cut short.
            connection.execute(
                f"DELETE FROM vectors WHERE content = ? AND space IN (SELECT id FROM spaces WHERE name IN ({marks}))",
                (content, *spaces),
            )
            connection.execute("UPDATE photos SET pending = 1 WHERE content = ?", (content,))

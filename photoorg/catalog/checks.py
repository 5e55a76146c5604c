"""Whether the catalog agrees with itself: database, vectors and thumbnails."""

from __future__ import annotations

import os
from collections.abc import Sequence

from photoorg.catalog.store import Catalog


def damage(catalog: Catalog) -> list[str]:
    """What SQLite finds wrong with the two database files; empty when they are sound."""
    found: list[str] = []
    for database in (catalog.database, catalog.thumbnails.database):
        rows = database.connection.execute("PRAGMA quick_check").fetchall()
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

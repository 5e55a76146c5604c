"""The catalog's schema as an ordered list of migrations.

Migration ``n`` (counted from 1) brings a catalog from ``user_version`` n-1 to n. A migration, once released,
is never changed: a new one is added, and tests/data keeps a catalog of every version.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

Migration = Callable[["Database"], None]

_VERSION_1 = (
    "CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    # Paths are blobs: a file name may hold bytes that are no text.
    # volume: the mount point the root lay on, so that an unplugged drive is told from an emptied folder.
    """CREATE TABLE roots (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        path BLOB NOT NULL UNIQUE,
        volume BLOB NOT NULL,
        exclude TEXT NOT NULL DEFAULT '[]')""",
    """CREATE TABLE contents (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        hash BLOB NOT NULL UNIQUE,
        size INTEGER NOT NULL,
        width INTEGER NOT NULL, height INTEGER NOT NULL, format TEXT NOT NULL,
        taken TEXT, camera TEXT, lens TEXT, latitude REAL, longitude REAL, software TEXT, description TEXT)""",
    "CREATE INDEX contents_size ON contents (size)",
    # pending: the file must be (re)read. failure: why its last reading gave nothing; retried only when it changes.
    """CREATE TABLE photos (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        root INTEGER NOT NULL REFERENCES roots (id) ON DELETE CASCADE,
        rel BLOB NOT NULL,
        size INTEGER NOT NULL,
        mtime_ns INTEGER NOT NULL,
        state TEXT NOT NULL DEFAULT 'present',
        pending INTEGER NOT NULL DEFAULT 1,
        failure TEXT,
        content INTEGER REFERENCES contents (id),
        taken TEXT NOT NULL,
        UNIQUE (root, rel))""",
    "CREATE INDEX photos_content ON photos (content)",
    "CREATE INDEX photos_pending ON photos (mtime_ns, id) WHERE pending AND state = 'present'",
    # Covers the timeline, so that a window over 300,000 photos opens from the index alone.
    "CREATE INDEX photos_timeline ON photos (state, taken, id, content) WHERE failure IS NULL",
    """CREATE TABLE companions (
        photo INTEGER NOT NULL REFERENCES photos (id) ON DELETE CASCADE,
        rel BLOB NOT NULL,
        PRIMARY KEY (photo, rel)) WITHOUT ROWID""",
    # newest and count stamp the state of a space's vectors; the triggers below keep them, so that a search need
    # not count a million rows to learn that nothing changed.
    """CREATE TABLE spaces (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE,
        dim INTEGER NOT NULL,
        newest INTEGER NOT NULL DEFAULT 0,
        count INTEGER NOT NULL DEFAULT 0)""",
    # The id grows with every vector written: a reader that has seen up to n asks for what is above n.
    """CREATE TABLE vectors (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        space INTEGER NOT NULL REFERENCES spaces (id),
        content INTEGER NOT NULL REFERENCES contents (id) ON DELETE CASCADE,
        data BLOB NOT NULL,
        UNIQUE (space, content))""",
    """CREATE TRIGGER vectors_added AFTER INSERT ON vectors BEGIN
        UPDATE spaces SET newest = new.id, count = count + 1 WHERE id = new.space; END""",
    """CREATE TRIGGER vectors_removed AFTER DELETE ON vectors BEGIN
        UPDATE spaces SET count = count - 1, newest = CASE WHEN newest <> old.id THEN newest
            ELSE ifnull((SELECT max(id) FROM vectors WHERE space = old.space), 0) END
        WHERE id = old.space; END""",
)


def _first(db: Database) -> None:
    for statement in _VERSION_1:
        db.execute(statement)


MIGRATIONS: Sequence[Migration] = (_first,)

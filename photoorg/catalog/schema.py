"""The catalog's schema as an ordered list of migrations.

Migration ``n`` (counted from 1) brings a catalog from ``user_version`` n-1 to n. A migration, once released,
is never changed: a new one is added, and tests/data keeps a catalog of every version.
"""

from __future__ import annotations

import os
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


_VERSION_2 = (
    # kind: photos found below a root of the kind 'archive' are archived. volume_id: the file system's own identity,
    # by which a drive is known again under another mount point; empty where the system tells none.
    "ALTER TABLE roots ADD COLUMN kind TEXT NOT NULL DEFAULT 'library'",
    "ALTER TABLE roots ADD COLUMN volume_id TEXT NOT NULL DEFAULT ''",
    # Archived photos are read too.
    "DROP INDEX photos_pending",
    "CREATE INDEX photos_pending ON photos (mtime_ns, id) WHERE pending",
    # The journal: everything a person did, in the order it was done. undo and redo are what the handler of the
    # kind applies (JSON); file actions keep their files in steps instead.
    """CREATE TABLE actions (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        kind TEXT NOT NULL,
        what TEXT NOT NULL,
        photos INTEGER NOT NULL,
        at TEXT NOT NULL,
        state TEXT NOT NULL,
        reversible INTEGER NOT NULL,
        undo TEXT NOT NULL DEFAULT 'null',
        redo TEXT NOT NULL DEFAULT 'null')""",
    # What a kill may have left half done is looked for at every start.
    "CREATE INDEX actions_open ON actions (id) WHERE state IN ('doing', 'undoing', 'redoing')",
    # One file each: the photo's own (part 0) or a companion's. Places are relative to roots, which may be mounted
    # elsewhere tomorrow. place: where the file is: 'source', 'target', or 'gone' for good. before and after are the
    # photo's states. hash: of the content as it was moved; null for companions moved within a volume.
    """CREATE TABLE steps (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        action INTEGER NOT NULL REFERENCES actions (id) ON DELETE CASCADE,
        photo INTEGER NOT NULL,
        part INTEGER NOT NULL,
        source_root INTEGER NOT NULL, source BLOB NOT NULL,
        target_root INTEGER NOT NULL, target BLOB NOT NULL,
        before TEXT NOT NULL, after TEXT NOT NULL,
        size INTEGER NOT NULL, mtime_ns INTEGER NOT NULL, hash BLOB,
        place TEXT NOT NULL DEFAULT 'source')""",
    "CREATE INDEX steps_action ON steps (action, photo, part)",
    "CREATE INDEX steps_photo ON steps (photo, id)",
    # Folders that an action made, which undoing it removes if they are empty again.
    """CREATE TABLE made_folders (
        action INTEGER NOT NULL REFERENCES actions (id) ON DELETE CASCADE,
        root INTEGER NOT NULL,
        rel BLOB NOT NULL,
        PRIMARY KEY (action, root, rel)) WITHOUT ROWID""",
    # What finds look-alikes: a perceptual hash of 64 bits and the sharpness, made from the thumbnail when needed.
    """CREATE TABLE looks (
        content INTEGER PRIMARY KEY REFERENCES contents (id) ON DELETE CASCADE,
        phash BLOB NOT NULL,
        sharpness REAL NOT NULL)""",
)


def _second(db: Database) -> None:
    for statement in _VERSION_2:
        db.execute(statement)


_VERSION_3 = (
    # level: 'theme' or 'group'; a group's theme is a row of the same table. suggested: the name we found, name: the
    # person's own, which always wins. by_person: made, or kept in its theme, by a person.
    """CREATE TABLE clusters (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        level TEXT NOT NULL CHECK (level IN ('theme', 'group')),
        theme INTEGER REFERENCES clusters (id) ON DELETE SET NULL,
        suggested TEXT NOT NULL DEFAULT '',
        name TEXT,
        by_person INTEGER NOT NULL DEFAULT 0,
        theme_pinned INTEGER NOT NULL DEFAULT 0)""",
    "CREATE INDEX clusters_theme ON clusters (theme)",
    # Every content that was looked at has a row: cluster is NULL for what belongs nowhere. pinned: put there, or
    # taken out of every group, by a person.
    """CREATE TABLE cluster_members (
        content INTEGER PRIMARY KEY REFERENCES contents (id) ON DELETE CASCADE,
        cluster INTEGER REFERENCES clusters (id) ON DELETE SET NULL,
        confidence REAL NOT NULL DEFAULT 0,
        pinned INTEGER NOT NULL DEFAULT 0)""",
    "CREATE INDEX cluster_members_cluster ON cluster_members (cluster, content)",
    # What a person said does not belong to a cluster.
    """CREATE TABLE cluster_rejections (
        content INTEGER NOT NULL REFERENCES contents (id) ON DELETE CASCADE,
        cluster INTEGER NOT NULL REFERENCES clusters (id) ON DELETE CASCADE,
        PRIMARY KEY (content, cluster)) WITHOUT ROWID""",
    "CREATE INDEX cluster_rejections_cluster ON cluster_rejections (cluster)",
    # What a person said belongs together ('must') or does not ('cannot'); of two contents, so that it outlives ids.
    """CREATE TABLE cluster_links (
        a INTEGER NOT NULL REFERENCES contents (id) ON DELETE CASCADE,
        b INTEGER NOT NULL REFERENCES contents (id) ON DELETE CASCADE,
        kind TEXT NOT NULL CHECK (kind IN ('must', 'cannot')),
        PRIMARY KEY (a, b),
        CHECK (a < b)) WITHOUT ROWID""",
    "CREATE INDEX cluster_links_b ON cluster_links (b)",
    # A photo that is edited in place keeps what a person said of it, though its content is another one.
    """CREATE TRIGGER clusters_follow_edits AFTER UPDATE OF content ON photos
        WHEN old.content IS NOT NULL AND new.content IS NOT NULL AND old.content <> new.content BEGIN
            INSERT OR IGNORE INTO cluster_members SELECT new.content, cluster, confidence, pinned
                FROM cluster_members WHERE content = old.content AND pinned;
            INSERT OR IGNORE INTO cluster_rejections SELECT new.content, cluster
                FROM cluster_rejections WHERE content = old.content;
            INSERT OR IGNORE INTO cluster_links SELECT min(other, new.content), max(other, new.content), kind
                FROM (SELECT CASE a WHEN old.content THEN b ELSE a END AS other, kind FROM cluster_links
                      WHERE a = old.content OR b = old.content)
                WHERE other <> new.content;
        END""",
)


def _third(db: Database) -> None:
    for statement in _VERSION_3:
        db.execute(statement)


_VERSION_4 = (
    # Contents that may have to be looked at for clusters: so few that asking costs nothing, however large the library.
    """CREATE TABLE cluster_queue (
        content INTEGER PRIMARY KEY REFERENCES contents (id) ON DELETE CASCADE)""",
    """INSERT INTO cluster_queue SELECT DISTINCT content FROM vectors
        WHERE content NOT IN (SELECT content FROM cluster_members)""",
    """CREATE TRIGGER clusters_expect AFTER INSERT ON vectors
        WHEN NOT EXISTS (SELECT 1 FROM cluster_members WHERE content = new.content) BEGIN
            INSERT OR IGNORE INTO cluster_queue VALUES (new.content);
        END""",
    """CREATE TRIGGER clusters_looked AFTER INSERT ON cluster_members BEGIN
        DELETE FROM cluster_queue WHERE content = new.content; END""",
    """CREATE TRIGGER clusters_forgot AFTER DELETE ON cluster_members
        WHEN EXISTS (SELECT 1 FROM contents WHERE id = old.content) BEGIN
            INSERT OR IGNORE INTO cluster_queue VALUES (old.content);
        END""",
)


def _fourth(db: Database) -> None:
    for statement in _VERSION_4:
        db.execute(statement)


#: The folder of a photo below its root, as SQL: all of the path up to the last separator.
FOLDER = f"rtrim(rel, replace(rel, '{os.sep}', ''))"

_VERSION_5 = (
    # What a person says of a photo as they look through them; of the photo, not of its content: copies are marked
    # apart, and a photo that is moved or edited keeps its marks. rating: stars, 0 for none.
    """CREATE TABLE marks (
        photo INTEGER PRIMARY KEY REFERENCES photos (id) ON DELETE CASCADE,
        rating INTEGER NOT NULL DEFAULT 0 CHECK (rating BETWEEN 0 AND 5),
        flag TEXT CHECK (flag IN ('pick', 'reject')))""",
    "CREATE INDEX marks_rating ON marks (rating)",
    "CREATE INDEX marks_flag ON marks (flag) WHERE flag IS NOT NULL",
    # What a content is: photo, screenshot, document or drawing. by_person: a person said so, and nothing else counts.
    """CREATE TABLE kinds (
        content INTEGER PRIMARY KEY REFERENCES contents (id) ON DELETE CASCADE,
        kind TEXT NOT NULL,
        certainty REAL NOT NULL,
        by_person INTEGER NOT NULL DEFAULT 0)""",
    "CREATE INDEX kinds_kind ON kinds (kind, content)",
    # A photo that is edited in place keeps the kind that a person gave it, though its content is another one.
    """CREATE TRIGGER kinds_follow_edits AFTER UPDATE OF content ON photos
        WHEN old.content IS NOT NULL AND new.content IS NOT NULL AND old.content <> new.content BEGIN
            INSERT INTO kinds SELECT new.content, kind, certainty, 1 FROM kinds
                WHERE content = old.content AND by_person
                ON CONFLICT (content) DO UPDATE SET kind = excluded.kind, certainty = excluded.certainty, by_person = 1
                WHERE NOT by_person;
        END""",
    # Searches that a person keeps: query is JSON, position the place in the list of them.
    """CREATE TABLE searches (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL UNIQUE,
        query TEXT NOT NULL,
        position INTEGER NOT NULL)""",
    # failure is in these two, because SQLite would else look it up in the table, row by row, to see that it is NULL.
    "DROP INDEX photos_timeline",
    "CREATE INDEX photos_timeline ON photos (state, taken, id, content, failure, root) WHERE failure IS NULL",
    "DROP INDEX photos_content",
    "CREATE INDEX photos_content ON photos (content, state, failure)",
    # What the photos are counted and chosen by.
    f"CREATE INDEX photos_folder ON photos (state, root, {FOLDER}) WHERE failure IS NULL",
    "CREATE INDEX contents_camera ON contents (camera) WHERE camera IS NOT NULL",
    "CREATE INDEX contents_placed ON contents (latitude) WHERE latitude IS NOT NULL",
)


def _fifth(db: Database) -> None:
    for statement in _VERSION_5:
        db.execute(statement)


_VERSION_6 = (
    # Where a content was taken, in words; each empty where there is nothing near.
    """CREATE TABLE towns (
        content INTEGER PRIMARY KEY REFERENCES contents (id) ON DELETE CASCADE,
        town TEXT NOT NULL,
        region TEXT NOT NULL,
        country TEXT NOT NULL)""",
    "CREATE INDEX towns_town ON towns (town)",
    "CREATE INDEX towns_region ON towns (region)",
    "CREATE INDEX towns_country ON towns (country, town)",
)


def _sixth(db: Database) -> None:
    for statement in _VERSION_6:
        db.execute(statement)


_VERSION_7 = (
    # By how many quarters clockwise a content is shown turned; its file is not. An edited file is another content: it
    # is as its editor left it.
    """CREATE TABLE turns (
        content INTEGER PRIMARY KEY REFERENCES contents (id) ON DELETE CASCADE,
        quarters INTEGER NOT NULL CHECK (quarters BETWEEN 1 AND 3))""",
)


def _seventh(db: Database) -> None:
    for statement in _VERSION_7:
        db.execute(statement)


_VERSION_8 = (
    # How a content was exposed: seconds, f-number, film speed, millimetres of focal length.
    "ALTER TABLE contents ADD COLUMN exposure REAL",
    "ALTER TABLE contents ADD COLUMN aperture REAL",
    "ALTER TABLE contents ADD COLUMN iso INTEGER",
    "ALTER TABLE contents ADD COLUMN focal REAL",
)


def _eighth(db: Database) -> None:
    for statement in _VERSION_8:
        db.execute(statement)


MIGRATIONS: Sequence[Migration] = (_first, _second, _third, _fourth, _fifth, _sixth, _seventh, _eighth)

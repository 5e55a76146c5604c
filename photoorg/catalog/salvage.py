"""Saves from a damaged catalog what can still be read of it, into a new one beside it."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from photoorg.catalog.database import Database
from photoorg.core import disk
from photoorg.core.paths import display_path

#: Rows asked for at once while looking around a damaged page.
_STRIDE = 64
#: What depends on nothing first, so that triggers find what they change.
_FIRST = ("settings", "roots", "contents", "spaces", "photos")


@dataclass(frozen=True, slots=True)
class Salvaged:
    """How many rows were saved, how many of them photos, and where the damaged file is kept."""

    rows: int
    photos: int
    kept: str


def is_damaged(file: Path) -> str:
    """What SQLite finds wrong with a file, in a few words; empty when it is sound or not there."""
    if not file.exists():
        return ""
    try:
        with closing(sqlite3.connect(file)) as connection:
            found = [str(row[0]) for row in connection.execute("PRAGMA quick_check(3)")]
    except sqlite3.DatabaseError as error:
        return str(error)
    return "" if found == ["ok"] else "; ".join(found)


def set_aside(file: Path) -> Path:
    """Give a database another name, together with its log of late writes; returns the new name."""
    number = 1
    while (kept := file.with_name(f"{file.stem}-damaged-{number}{file.suffix}")).exists():
        number += 1
    for ending in ("-wal", "-shm", ""):  # the database last: a kill before leaves it to be found again
        if os.path.exists(f"{file}{ending}"):
            disk.rename(f"{file}{ending}", f"{kept}{ending}")
    return kept


def salvage(file: Path) -> Salvaged:
    """Replace the damaged catalog ``file`` by a new one with all rows that can still be read.

    The damaged one is kept under another name. Photos whose content was lost are read again at the next indexing.

    Raises:
        OSError: the folder cannot be written, or the disk is full.
    """
    kept = set_aside(file)
    fresh = Database(file)
    try:
        rows = _copy_all(kept, fresh)
        photos = int(fresh.connection.execute("SELECT count(*) FROM photos").fetchone()[0])
    finally:
        fresh.close()
    return Salvaged(rows, photos, display_path(str(kept)))


def _copy_all(kept: Path, fresh: Database) -> int:
    target = fresh.connection
    names = [
        row[0]
        for row in target.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    ]
    ordered = [*_FIRST, *sorted(set(names) - set(_FIRST))]
    target.execute("PRAGMA foreign_keys = OFF")
    copied = 0
    with closing(sqlite3.connect(kept)) as source, fresh.write() as connection:
        source.execute("PRAGMA writable_schema = ON")  # else SQLite reads nothing of a file that was cut short
        for table in ordered:
            wanted = [str(row[1]) for row in connection.execute(f"PRAGMA table_info({table})")]
            columns = [name for name in wanted if name in _columns(source, table)]
            if not columns:
                continue
            marks = ",".join("?" * len(columns))
            statement = f"INSERT OR IGNORE INTO {table} ({', '.join(columns)}) VALUES ({marks})"
            for row in _rows(source, table, columns):
                if table == "spaces":  # a trigger counts the vectors as they come
                    row = tuple(0 if name in ("newest", "count") else row[i] for i, name in enumerate(columns))
                copied += connection.execute(statement, row).rowcount
        _reconcile(connection)
    target.execute("PRAGMA foreign_keys = ON")
    return copied


def _columns(source: sqlite3.Connection, table: str) -> set[str]:
    try:
        return {str(row[1]) for row in source.execute(f"PRAGMA table_info({table})")}
    except sqlite3.DatabaseError:
        return set()


def _rows(source: sqlite3.Connection, table: str, columns: list[str]) -> Iterator[tuple[object, ...]]:
    """The rows that can be read: all of them, or around the damaged pages by their numbers."""
    listed = ", ".join(columns)
    last = 0
    try:
        for row in source.execute(f"SELECT rowid, {listed} FROM {table} ORDER BY rowid"):
            last = int(row[0])
            yield tuple(row[1:])
        return
    except sqlite3.OperationalError:  # a table without numbers
        yield from _sequential(source, f"SELECT {listed} FROM {table}")
        return
    except sqlite3.DatabaseError:
        pass
    end = _highest(source, table)
    while last < end:
        reached = min(last + _STRIDE, end)
        for number in range(last + 1, reached + 1):
            try:
                row = source.execute(f"SELECT {listed} FROM {table} WHERE rowid = ?", (number,)).fetchone()
            except sqlite3.DatabaseError:
                continue
            if row is not None:
                yield tuple(row)
        last = reached


def _sequential(source: sqlite3.Connection, statement: str) -> Iterator[tuple[object, ...]]:
    try:
        yield from source.execute(statement)
    except sqlite3.DatabaseError:
        return


def _highest(source: sqlite3.Connection, table: str) -> int:
    for statement, values in (
        (f"SELECT max(rowid) FROM {table}", ()),
        ("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)),
    ):
        try:
            row = source.execute(statement, values).fetchone()
        except sqlite3.DatabaseError:
            continue
        if row is not None and row[0] is not None:
            return int(row[0])
    return 0


def _reconcile(connection: sqlite3.Connection) -> None:
    """Let go of what refers to rows that were lost; photos whose content was, are to be read again."""
    connection.execute("UPDATE photos SET content = NULL, pending = 1 WHERE content NOT IN (SELECT id FROM contents)")
    while broken := connection.execute("PRAGMA foreign_key_check").fetchall():
        for table in {row[0] for row in broken}:
            for _, _, parent, column, key, *_ in connection.execute(f"PRAGMA foreign_key_list({table})").fetchall():
                connection.execute(
                    f"""DELETE FROM {table} WHERE {column} IS NOT NULL
                        AND {column} NOT IN (SELECT {key or "id"} FROM {parent})"""
                )

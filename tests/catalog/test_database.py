"""Opening, migrating, refusing and sharing a catalog file."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path

import pytest
from sqlite_utils import Database as Tables

from photoorg.catalog.database import Database
from photoorg.catalog.schema import MIGRATIONS
from photoorg.core.errors import CatalogError


def version(file: Path) -> int:
    connection = sqlite3.connect(file)
    try:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])
    finally:
        connection.close()


def add_colour(db: Tables) -> None:
    db.execute("ALTER TABLE photos ADD COLUMN colour TEXT")


def break_halfway(db: Tables) -> None:
    db.execute("ALTER TABLE photos ADD COLUMN half TEXT")
    raise RuntimeError("torn")


def test_a_new_file_gets_the_newest_schema(tmp_path: Path) -> None:
    Database(tmp_path / "catalog.db").close()
    assert version(tmp_path / "catalog.db") == len(MIGRATIONS)


def test_a_migration_keeps_the_rows_and_a_copy_of_the_old_catalog(tmp_path: Path) -> None:
    file = tmp_path / "catalog.db"
    old = Database(file)
    with old.write() as connection:
        connection.execute("INSERT INTO settings VALUES ('profile', 'embedded')")
    old.close()
    new = Database(file, (*MIGRATIONS, add_colour))
    assert new.connection.execute("SELECT value FROM settings").fetchone() == ("embedded",)
    new.connection.execute("SELECT colour FROM photos")
    new.close()
    before = len(MIGRATIONS)
    assert version(file) == before + 1
    assert version(tmp_path / f"catalog-v{before}-backup.db") == before


def test_a_migration_that_fails_leaves_the_old_catalog(tmp_path: Path) -> None:
    file = tmp_path / "catalog.db"
    Database(file).close()
    with pytest.raises(RuntimeError, match="torn"):
        Database(file, (*MIGRATIONS, add_colour, break_halfway))
    assert version(file) == len(MIGRATIONS)
    again = Database(file)
    with pytest.raises(sqlite3.OperationalError, match="no such column"):
        again.connection.execute("SELECT colour FROM photos")
    again.close()


def test_a_newer_catalog_is_refused_and_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "catalog.db"
    Database(file, (*MIGRATIONS, add_colour)).close()
    before = file.read_bytes()
    with pytest.raises(CatalogError, match="newer photoorg"):
        Database(file)
    assert file.read_bytes() == before


def test_a_damaged_file_is_one_sentence(tmp_path: Path) -> None:
    file = tmp_path / "catalog.db"
    file.write_bytes(b"this is no database at all" * 100)
    with pytest.raises(CatalogError, match="cannot be opened"):
        Database(file)


def test_a_failed_write_is_rolled_back(tmp_path: Path) -> None:
    database = Database(tmp_path / "catalog.db")

    def fail_halfway() -> None:
        with database.write() as connection:
            connection.execute("INSERT INTO settings VALUES ('a', 'b')")
            connection.execute("INSERT INTO settings VALUES ('a', 'twice')")

    with pytest.raises(sqlite3.IntegrityError):
        fail_halfway()
    assert database.connection.execute("SELECT count(*) FROM settings").fetchone() == (0,)
    database.close()


def test_threads_read_while_one_writes(tmp_path: Path) -> None:
    database = Database(tmp_path / "catalog.db")
    seen: list[int] = []

    def look() -> None:
        seen.append(database.connection.execute("SELECT count(*) FROM settings").fetchone()[0])

    with database.write() as connection:
        connection.execute("INSERT INTO settings VALUES ('a', 'b')")
        reader = threading.Thread(target=look)
        reader.start()
        reader.join()
    look()
    database.close()
    assert seen == [0, 1]


def test_version_changes_with_every_write(tmp_path: Path) -> None:
    database = Database(tmp_path / "catalog.db")
    other = Database(tmp_path / "catalog.db")
    versions = [database.version()]
    assert database.version() == versions[0]
    for writer, key in ((other, "a"), (database, "b")):
        with writer.write() as connection:
            connection.execute("INSERT INTO settings VALUES (?, '')", (key,))
        versions.append(database.version())
    assert len(set(versions)) == 3
    database.close()
    other.close()


def test_rows_are_asked_for_by_any_number_of_values(tmp_path: Path) -> None:
    database = Database(tmp_path / "catalog.db")
    with database.write() as connection:
        connection.executemany("INSERT INTO settings VALUES (?, ?)", ((str(n), str(n % 2)) for n in range(2_000)))
    wanted = [str(n) for n in range(1_999, -1, -1)]
    found = database.among("SELECT key FROM settings WHERE value = ? AND key IN (:these)", wanted, ("1",))
    assert {key for (key,) in found} == {str(n) for n in range(1, 2_000, 2)}
    assert list(database.among("SELECT key FROM settings WHERE key IN (:these)", [])) == []
    database.close()

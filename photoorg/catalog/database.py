"""One SQLite catalog in WAL mode: a connection per thread, one writer at a time, migrations in transactions."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from photoorg.core import disk
from photoorg.core.errors import CatalogError

if TYPE_CHECKING:
    from photoorg.catalog.schema import Migration

#: How long a write waits for another process's write before it is refused.
BUSY_SECONDS = 10.0
#: Values of one statement: SQLite's limit is far above, this keeps statements in its cache.
_AT_ONCE = 500


class Database:
    """A SQLite file, opened lazily once in each thread that uses it.

    ``migrations`` bring it to the newest schema when it is opened; a newer one than they know is refused.

    Raises:
        CatalogError: the file is damaged, no database, or was made by a newer photoorg.
    """

    def __init__(self, file: Path, migrations: Sequence[Migration] | None = None) -> None:
        self.file = file
        self._local = threading.local()
        self._connections: list[sqlite3.Connection] = []
        self._guard = threading.Lock()
        self._writing = threading.Lock()
        self._watching = threading.Lock()
        self._watcher: sqlite3.Connection | None = None
        try:
            disk.make_folders(str(file.parent))
            self._open(migrations)
        except sqlite3.DatabaseError as error:
            self.close()
            raise CatalogError(
                f"The catalog {file} cannot be opened: {error}.",
                "photoorg doctor --repair saves all that can be read of it; the photos are not affected.",
            ) from error
        except OSError as error:
            raise CatalogError(
                f"The catalog folder {file.parent} cannot be made: {error.strerror or error}.",
                "Name another one with --catalog DIR.",
            ) from error
        except CatalogError:
            self.close()
            raise

    @property
    def connection(self) -> sqlite3.Connection:
        """This thread's connection: for reading, and within ``write`` for writing."""
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            connection = self._connect()
            self._local.connection = connection
        return connection

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self.file, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
        with self._guard:
            self._connections.append(connection)
        connection.execute("PRAGMA journal_mode = WAL")
        # WAL with NORMAL survives a kill of the process; a power cut can cost the newest commits, never the file.
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA foreign_keys = ON")
        return connection

    def among(self, sql: str, values: Sequence[object], before: Sequence[object] = ()) -> Iterator[tuple[Any, ...]]:
        """The rows of ``sql`` for however many ``values``, which stand for ``:these`` at its end, after ``before``.

        They are asked for some at a time; what ``sql`` sorts or counts, it does among those.
        """
        for start in range(0, len(values), _AT_ONCE):
            part = values[start : start + _AT_ONCE]
            yield from self.connection.execute(sql.replace(":these", ",".join("?" * len(part))), (*before, *part))

    @contextmanager
    def write(self, durable: bool = False) -> Iterator[sqlite3.Connection]:
        """A transaction on this thread's connection: committed at the end, rolled back on any exception.

        A ``durable`` one is on the disk when this returns, so that not even a power cut takes it back: what must be
        known before a file is touched.

        Raises:
            CatalogError: another program has been writing for longer than ``BUSY_SECONDS``, or the disk is full.
        """
        connection = self.connection
        with self._writing:
            try:
                if durable:
                    connection.execute("PRAGMA synchronous = FULL")
                connection.execute("BEGIN IMMEDIATE")
            except sqlite3.OperationalError as error:
                raise self._unwritable(error) from error
            try:
                yield connection
                disk.reach("before commit")
                connection.execute("COMMIT")
            except BaseException as error:
                if connection.in_transaction:  # SQLite itself rolls back where the disk is full
                    connection.execute("ROLLBACK")
                if isinstance(error, sqlite3.OperationalError):
                    raise self._unwritable(error) from error
                raise
            finally:
                if durable:
                    connection.execute("PRAGMA synchronous = NORMAL")
            disk.reach("after commit")

    def _unwritable(self, error: sqlite3.OperationalError) -> CatalogError:
        return CatalogError(
            f"The catalog {self.file} cannot be written: {error}.",
            "Close the other photoorg window or command, or check that the disk is writable and not full.",
        )

    def version(self) -> int:
        """A number that changes with every commit to the file, whoever made it; the same in all threads."""
        # data_version counts the commits of other connections, so a connection that never writes sees all of them.
        with self._watching:
            if self._watcher is None:
                self._watcher = self._connect()
            return int(self._watcher.execute("PRAGMA data_version").fetchone()[0])

    def copy(self, file: str) -> Iterator[tuple[int, int]]:
        """Copy the database into a new file; yields the steps done and how many there are.

        What is written meanwhile is in the copy as well. The copy is checked before the iteration ends.

        Raises:
            OSError: the file cannot be written.
            CatalogError: the copy is not sound, because the catalog is not.
        """
        try:
            with disk.guarded("backup"), closing(sqlite3.connect(file)) as target:
                # All pages in one step: with several, every write in between would have it begin anew.
                self.connection.backup(target)
                yield 1, 2
                found = target.execute("PRAGMA quick_check(1)").fetchone()[0]
        except sqlite3.OperationalError as error:
            raise OSError(str(error)) from error
        if found != "ok":
            raise CatalogError(
                f"The catalog {self.file} is damaged: {found}.", "photoorg doctor --repair saves all that can be read."
            )
        yield 2, 2

    def close(self) -> None:
        """Close the connections of all threads."""
        with self._guard:
            for connection in self._connections:
                connection.close()
            self._connections.clear()
            self._watcher = None
        self._local = threading.local()

    def _open(self, migrations: Sequence[Migration] | None) -> None:
        if migrations is None:
            from photoorg.catalog import schema

            migrations = schema.MIGRATIONS
        have = self._schema_version()
        if have > len(migrations):
            raise CatalogError(
                f"The catalog {self.file} was made by a newer photoorg: "
                f"its schema is {have}, this one knows {len(migrations)}.",
                "Install the newer version; this catalog was left as it is.",
            )
        if have < len(migrations):
            self._migrate(have, migrations)

    def _schema_version(self) -> int:
        return int(self.connection.execute("PRAGMA user_version").fetchone()[0])

    def _migrate(self, have: int, migrations: Sequence[Migration]) -> None:
        # Imported here: it costs a third of the window's start and is needed only when the schema changes.
        from sqlite_utils import Database as Tables

        if have:
            self._back_up(have)
        with self.write() as connection:
            have = self._schema_version()  # another process may have migrated while this one waited
            for version in range(have, len(migrations)):
                migrations[version](Tables(connection))
                connection.execute(f"PRAGMA user_version = {version + 1}")

    def _back_up(self, version: int) -> None:
        copy = self.file.with_name(f"{self.file.stem}-v{version}-backup{self.file.suffix}")
        # Under another name until it is complete: a torn copy must not pass for the old catalog.
        part = f"{copy}.part"
        with suppress(FileNotFoundError):
            disk.unlink(part)  # of a migration that was killed
        with disk.guarded("backup"), closing(sqlite3.connect(part)) as target:
            self.connection.backup(target)
        disk.replace(part, str(copy))
        disk.sync_folders([str(copy.parent)])

"""A copy of the catalog's database in a file of the person's choosing, whole even while photos are being read."""

from __future__ import annotations

import os
from contextlib import suppress

from photoorg.catalog.roots import is_within
from photoorg.catalog.store import Catalog
from photoorg.core import disk
from photoorg.core.errors import CannotError, UsageError
from photoorg.core.jobs import CancelToken, Job, Progress
from photoorg.core.paths import display_path

#: How every database file begins (The SQLite Database File Format, section 1.3).
_DATABASE = b"SQLite format 3\0"


class Backup:
    """Everything a person said is in the database: groups, names, stars, the history. Thumbnails are made anew."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog

    def save(self, file: str, cancel: CancelToken | None = None) -> Job[int]:
        """Copy the database to ``file``, in place of an older backup; returns the size of the copy in bytes.

        Until the copy is whole and sound it has another name, so that a backup that is there survives a failure.
        To go back to it: put the file in the place of ``catalog.db``, with photoorg closed.

        Raises:
            UsageError: the file would lie in the catalog itself, or in the place of what is no backup.
            CannotError: it cannot be written.
            Cancelled: the person stopped it; an older backup is as it was.
        """
        target = os.path.abspath(os.path.expanduser(file))
        if is_within(os.path.dirname(target), str(self._catalog.folder.absolute())):
            raise UsageError("A backup in the catalog's own folder would be lost with it.", "Choose another folder.")
        _check(target)
        part = f"{target}.{os.getpid()}.part"
        try:
            yield Progress("backing up", 0)
            for done, total in self._catalog.database.copy(part):
                if cancel is not None:
                    cancel.checkpoint()
                yield Progress("backing up", done, total)
            disk.replace(part, target)
            disk.sync_folders([os.path.dirname(target)])
            return os.path.getsize(target)
        except OSError as error:
            raise CannotError(
                f"The backup {display_path(target)} cannot be written: {error.strerror or error}.",
                "Choose another folder.",
            ) from error
        finally:
            with suppress(OSError):
                disk.unlink(part)


def _check(target: str) -> None:
    """Whether a backup may be written to ``target``: a slip of the hand must not cost a photo.

    Raises:
        UsageError: there is something else.
        CannotError: there is no such folder.
    """
    if not os.path.isdir(os.path.dirname(target)):
        raise CannotError(f"There is no folder {display_path(os.path.dirname(target))}.", "Choose another folder.")
    if os.path.isdir(target):
        raise UsageError(f"{display_path(target)} is a folder.", "Name a file in it.")
    if os.path.lexists(target) and os.path.getsize(target) and not _is_database(target):
        raise UsageError(f"{display_path(target)} is there already, and is no backup.", "Choose another name.")


def _is_database(path: str) -> bool:
    try:
        with open(path, "rb") as file:
            return file.read(len(_DATABASE)) == _DATABASE
    except OSError:
        return False

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


class Backup:
    """Everything a person said is in the database: groups, names, stars, the history. Thumbnails are made anew."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog

    def save(self, file: str, cancel: CancelToken | None = None) -> Job[int]:
        """Copy the database to ``file``, in place of what is there; returns the size of the copy in bytes.

        Until the copy is whole and sound it has another name, so that a backup that is there survives a failure.
        To go back to it: put the file in the place of ``catalog.db``, with photoorg closed.

        Raises:
            UsageError: the file would lie in the catalog itself.
            CannotError: it cannot be written.
            Cancelled: the person stopped it; an older backup is as it was.
        """
        target = os.path.abspath(os.path.expanduser(file))
        if is_within(os.path.dirname(target), str(self._catalog.folder.absolute())):
            raise UsageError("A backup in the catalog's own folder would be lost with it.", "Choose another folder.")
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

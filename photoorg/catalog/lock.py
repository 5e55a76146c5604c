"""One writer at a time: long work on a catalog is done by one process, and others wait briefly or are refused.

The lock belongs to the process, not to a thread: the window may archive while it indexes, because its threads take
turns at the database. It is the operating system that releases it when a process dies, so a lock is never stale; what
the lock file says of its holder is only for the sentence that refuses another.
"""

from __future__ import annotations

import json
import os
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from photoorg.core.errors import BusyError, CatalogError

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

#: How long (s) another process's work is waited for.
PATIENCE = 5.0
_POLL = 0.05
#: On Windows a locked byte cannot be read by others; the holder's name stands before it.
_LOCKED_BYTE = 4096

_guard = threading.Lock()
#: By the path of the lock file: its handle, and how many threads of this process hold it.
_held: dict[str, tuple[int, int]] = {}


class WriterLock:
    """The lock of one catalog folder."""

    def __init__(self, folder: Path) -> None:
        self._path = os.path.realpath(folder / "writer.lock")

    @contextmanager
    def hold(self, work: str, patience: float = PATIENCE) -> Iterator[None]:
        """Keep other processes from working on the catalog; ``work`` tells them what is being done ("indexing").

        Raises:
            BusyError: another process has been at work for longer than ``patience`` seconds.
            CatalogError: the lock file cannot be written.
        """
        until = time.monotonic() + patience
        while not self._acquire(work):
            if time.monotonic() >= until:
                raise BusyError(
                    f"Another photoorg is {self._other()} in this catalog.",
                    "Wait until it is done, or stop it; reading and searching work meanwhile.",
                )
            time.sleep(_POLL)
        try:
            yield
        finally:
            self._release()

    def _acquire(self, work: str) -> bool:
        with _guard:
            handle, count = _held.get(self._path, (-1, 0))
            if not count:
                try:
                    handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
                except OSError as error:
                    raise CatalogError(
                        f"The catalog folder {os.path.dirname(self._path)} cannot be written: {error.strerror}."
                    ) from error
                if not _try_lock(handle):
                    os.close(handle)
                    return False
                with suppress(OSError):  # a full disk: the name is a courtesy
                    os.ftruncate(handle, 0)
                    os.write(handle, json.dumps({"process": os.getpid(), "work": work}).encode())
            _held[self._path] = (handle, count + 1)
            return True

    def _release(self) -> None:
        with _guard:
            handle, count = _held[self._path]
            if count > 1:
                _held[self._path] = (handle, count - 1)
                return
            del _held[self._path]
            os.close(handle)  # which releases it

    def _other(self) -> str:
        try:
            found = json.loads(Path(self._path).read_bytes())
            return f"{found['work']} (process {int(found['process'])})"
        except (OSError, ValueError, KeyError, TypeError):
            return "at work"


def _try_lock(handle: int) -> bool:
    try:
        if sys.platform == "win32":
            os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
            os.lseek(handle, 0, os.SEEK_SET)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True

"""The one module through which photoorg changes anything on a disk.

Every call that changes a file system is here and nowhere else (a test reads the source to make sure), and each of
them passes a *fault point* just before and just after. The database passes two at each of its commits. A test sets
``watch`` to kill the process at any of these points, or to make a call fail as a full disk would: what survives
that is safe.
"""

from __future__ import annotations

import errno
import os
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress

# Of ours nothing is imported before it is needed: the window opens on this module, and copies nothing for that.

#: Told the name of each fault point as it is passed: ``before rename``, ``after rename``, ``before commit``, ...
#: What it raises is raised in place of the call.
watch: Callable[[str], None] | None = None

_CHUNK = 1 << 20


def reach(point: str) -> None:
    """Pass a fault point."""
    if watch is not None:
        watch(point)


@contextmanager
def guarded(name: str) -> Iterator[None]:
    """The fault points before and after one call."""
    reach(f"before {name}")
    yield
    reach(f"after {name}")


def rename(source: str, target: str) -> None:
    """Give a file another name on the same volume, in one step; what lies at ``target`` is never overwritten.

    Raises:
        FileExistsError: there is something at ``target``.
        OSError: it cannot be done; with ``errno.EXDEV`` because ``target`` lies on another volume.
    """
    from photoorg.core.renaming import rename_new

    with guarded("rename"):
        rename_new(source, target)


def replace(source: str, target: str) -> None:
    """Put a file of our own in the place of another, in one step. Never for a file of the person's.

    Raises:
        OSError: it cannot be done.
    """
    with guarded("replace"):
        os.replace(source, target)


def copy(source: str, target: str) -> bytes:
    """Copy a file with its times, permissions and extended attributes, and bring the copy onto the disk.

    Returns the hash of the bytes that were read. What the target's file system cannot keep is left out.

    Raises:
        FileExistsError: there is something at ``target``.
        OSError: it cannot be read or written; nothing is left at ``target`` then.
    """
    from photoorg.core.hashing import hasher

    digest = hasher()
    with open(source, "rb", buffering=0) as reading:
        with guarded("create"):
            handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        try:
            with os.fdopen(handle, "wb", buffering=0) as writing:
                with guarded("write"):
                    while chunk := reading.read(_CHUNK):
                        digest.update(chunk)
                        _write_all(writing.fileno(), chunk)
                copy_attributes(source, target)
                _sync(writing.fileno())
        except OSError:
            unlink(target)
            raise
    return digest.digest()


def copy_attributes(source: str, target: str) -> None:
    """Give ``target`` the owner, permissions, extended attributes and times of ``source``, as far as it can be."""
    with guarded("attributes"):
        if hasattr(os, "chown"):
            status = os.stat(source)
            with suppress(OSError):  # only the system's administrator gives files away
                os.chown(target, status.st_uid, status.st_gid)
        shutil.copystat(source, target)


def read_back(path: str) -> bytes:
    """The hash of a file that was just written, from the disk itself where the system lets us ask for that.

    Raises:
        OSError: it cannot be read.
    """
    from photoorg.core.hashing import hash_file

    if hasattr(os, "posix_fadvise"):
        handle = os.open(path, os.O_RDONLY)
        try:
            os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)
        finally:
            os.close(handle)
    return hash_file(path)


def unlink(path: str) -> None:
    """Remove a file.

    Raises:
        OSError: it cannot be removed.
    """
    with guarded("unlink"):
        os.unlink(path)


def make_folder(path: str) -> None:
    """Make one folder whose parent is there; one that is there already is fine.

    Raises:
        OSError: it cannot be made.
    """
    with guarded("mkdir"):
        with suppress(FileExistsError):
            os.mkdir(path)


def make_folders(path: str) -> list[str]:
    """Make a folder and those above it. Returns the ones that were not there, the highest first.

    Raises:
        OSError: one cannot be made.
    """
    made = missing_folders(path)
    for folder in made:
        make_folder(folder)
    return made


def missing_folders(path: str) -> list[str]:
    """The folders that ``make_folders`` would make."""
    missing: list[str] = []
    while path and not os.path.isdir(path):
        missing.insert(0, path)
        parent = os.path.dirname(path)
        if parent == path:
            break
        path = parent
    return missing


def remove_folder(path: str) -> bool:
    """Remove a folder if it is empty and that is possible: tidying up is no reason to fail. Whether it went."""
    try:
        with guarded("rmdir"):
            os.rmdir(path)
    except OSError:
        return False
    return True


def sync_file(handle: int) -> None:
    """Bring what was written to an open file onto the disk.

    Raises:
        OSError: the disk is full or fails.
    """
    _sync(handle)


def sync_folders(paths: Sequence[str]) -> None:
    """Bring the names in these folders onto the disk, where the system can; folders that are gone are passed over.

    Raises:
        OSError: the disk fails.
    """
    if sys.platform == "win32":
        return  # it has no such call: its file system keeps a journal of names
    for path in paths:
        try:
            handle = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
        except (FileNotFoundError, NotADirectoryError, PermissionError):
            continue
        try:
            _sync(handle)
        finally:
            os.close(handle)


def send_to_trash(path: str) -> None:
    """Hand a file to the operating system's trash.

    Raises:
        OSError: there is no trash for its volume, or the system refuses.
    """
    # Imported here: emptying the trash is rare, and no other module of core needs a package.
    from send2trash import send2trash

    with guarded("trash"):
        send2trash(path)


def same_file(first: str, second: str) -> bool:
    """Whether two names lead to one and the same file on disk."""
    try:
        return os.path.samestat(os.stat(first, follow_symlinks=False), os.stat(second, follow_symlinks=False))
    except OSError:
        return False


def _write_all(handle: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(handle, view) :]


def _sync(handle: int) -> None:
    with guarded("fsync"):
        try:
            os.fsync(handle)
        except OSError as error:
            if error.errno not in (errno.EINVAL, errno.ENOTSUP):  # some network file systems sync no folders
                raise

"""Renaming that refuses to overwrite, in one step wherever the system offers it."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from functools import cache

#: From <linux/fs.h> and <fcntl.h>: the new name must not exist; paths are relative to the working folder.
_RENAME_NOREPLACE = 1
_AT_FDCWD = -100
#: From <sys/stdio.h> of macOS.
_RENAME_EXCL = 4

#: What a file system answers that does not know how to refuse overwriting, and one that has no hard links.
_NO_SUCH_CALL = frozenset({errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP})
_NO_LINKS = _NO_SUCH_CALL | {errno.EPERM, errno.EMLINK}

Rename = Callable[[str, str], None]


def rename_new(source: str, target: str) -> None:
    """Rename ``source`` to ``target``, which must not exist.

    Where the file system has no such call, the file gets its second name by a hard link before it loses the first.
    Where it has no hard links either, an empty file holds the place of ``target`` until the rename replaces it: a
    kill in between leaves that empty file, never a lost one.

    Raises:
        FileExistsError: there is something at ``target``.
        OSError: it cannot be done.
    """
    call = _system_call()
    if call is not None and _tried(call, source, target, _NO_SUCH_CALL):
        return
    if not _tried(_link, source, target, _NO_LINKS):
        _placeholder(source, target)


def _tried(way: Rename, source: str, target: str, unsupported: frozenset[int]) -> bool:
    """Whether ``way`` did it; False where the file system does not offer it."""
    try:
        way(source, target)
    except OSError as error:
        if error.errno in unsupported:
            return False
        raise
    return True


def _link(source: str, target: str) -> None:
    os.link(source, target, follow_symlinks=False)
    try:
        os.unlink(source)
    except OSError as error:
        os.unlink(target)
        # Not to be taken for a file system without links: the next way would fail in the same place.
        raise PermissionError(errno.EACCES, error.strerror, source) from error


def _placeholder(source: str, target: str) -> None:
    os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    try:
        os.replace(source, target)
    except OSError:
        os.unlink(target)
        raise


@cache
def _system_call() -> Rename | None:
    """The system's own call, None where there is none."""
    if sys.platform == "win32":
        return os.rename  # never overwrites there
    # Imported here: the window opens without it.
    import ctypes

    library = ctypes.CDLL(None, use_errno=True)
    name, flag = ("renamex_np", _RENAME_EXCL) if sys.platform == "darwin" else ("renameat2", _RENAME_NOREPLACE)
    function = getattr(library, name, None)
    if function is None:
        return None
    function.restype = ctypes.c_int

    def call(source: str, target: str) -> None:
        old, new = os.fsencode(source), os.fsencode(target)
        if sys.platform == "darwin":
            failed = function(old, new, ctypes.c_uint(flag))
        else:
            failed = function(_AT_FDCWD, old, _AT_FDCWD, new, ctypes.c_uint(flag))
        if failed:
            number = ctypes.get_errno()
            raise OSError(number, os.strerror(number), source, None, target)

    return call

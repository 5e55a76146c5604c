"""Moving one file of a step so that it can be done again after a kill, whatever the kill left."""

from __future__ import annotations

import errno
import os
from enum import Enum, auto

from photoorg.catalog.moves import Step
from photoorg.core import disk
from photoorg.core.hashing import hash_file
from photoorg.core.paths import display_path
from photoorg.services.filing.planner import Left

#: FAT keeps times to two seconds.
_COARSE_NS = 2_000_000_000


class Found(Enum):
    """What lies at the two ends of a move."""

    TO_MOVE = auto()
    MOVED = auto()
    #: The file and another one in its way.
    CLASH = auto()
    NOTHING = auto()


def look(step: Step, start: str, end: str, resumed: bool) -> Found:
    """How far the move of ``step`` from ``start`` to ``end`` is.

    Of a move that is ``resumed`` after a kill, an original whose copy is complete is taken away. Otherwise what lies at
    ``end`` is the person's own, even if it is the same to the last byte.

    Raises:
        OSError: the disk fails.
    """
    clear(step, end)
    here, there = os.path.lexists(start), os.path.lexists(end)
    if here and there:
        if resumed and _twice(step, start, end):
            disk.unlink(start)
            return Found.MOVED
        return Found.CLASH
    if there:
        return Found.MOVED if _is_ours(step, end) else Found.NOTHING
    return Found.TO_MOVE if here else Found.NOTHING


def clear(step: Step, end: str) -> None:
    """Remove the copy on its way to ``end`` that a kill or a failing disk cut short.

    Raises:
        OSError: the disk fails.
    """
    part = _part(step, end)
    if os.path.lexists(part):
        disk.unlink(part)


def move(step: Step, start: str, end: str) -> None:
    """Move a file: by renaming within a volume; else by a copy that is verified before the original goes.

    Raises:
        FileExistsError: something lies at ``end``.
        Left: the file was written to meanwhile, or the copy does not read back as it was written.
        OSError: it cannot be done; the file is at ``start`` still.
    """
    try:
        disk.rename(start, end)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        _carry(step, start, end)


def take_back(step: Step, start: str, end: str) -> None:
    """Have the file of a move that failed at ``start`` again, whole, and nothing of it at ``end``.

    Raises:
        Left, OSError: as ``move``.
    """
    clear(step, end)
    if not os.path.lexists(end):
        return
    if not os.path.lexists(start):
        if _is_ours(step, end):
            move(step, end, start)
    elif _twice(step, start, end):
        disk.unlink(end)


def reason(error: OSError, path: str) -> str:
    """Why a file could not be moved to ``path``, as a sentence."""
    where = display_path(os.path.dirname(path))
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return f"There is no space left in {where}."
        case errno.EROFS:
            return f"{where} can only be read."
        case errno.EACCES | errno.EPERM:
            return f"You are not allowed to write in {where}, or to take the file from its folder."
        case errno.ENOENT:
            return f"The folder {where} is not there."
        case errno.ENOTDIR:
            return f"The folder {where} cannot be made: a file is in its way."
        case errno.ENAMETOOLONG:
            return f"The name is too long for {where}."
        case _:
            return f"The file could not be moved to {where} ({error.strerror or error})."


def _carry(step: Step, start: str, end: str) -> None:
    part = _part(step, end)
    before = _signature(start)
    digest = disk.copy(start, part)
    if disk.read_back(part) != digest:
        disk.unlink(part)
        raise Left(f"The copy in {display_path(os.path.dirname(end))} does not read back as it was written.", False)
    if _signature(start) != before or (step.hash is not None and step.hash != digest):
        disk.unlink(part)
        raise Left(f"{display_path(start)} was changed meanwhile.", False)
    try:
        disk.rename(part, end)
    except OSError:
        disk.unlink(part)
        raise
    disk.sync_folders([os.path.dirname(end)])
    disk.unlink(start)


def _part(step: Step, end: str) -> str:
    """Where a copy grows; hidden, so that no walk takes it for a photo."""
    return os.path.join(os.path.dirname(end), f".photoorg-{step.id}-{step.photo}.part")


def _signature(path: str) -> tuple[int, int, int]:
    status = os.lstat(path)
    return status.st_ino, status.st_size, status.st_mtime_ns


def _is_ours(step: Step, path: str) -> bool:
    """Whether the file at ``path`` is the one of ``step``: by size and time, else by its content."""
    status = os.lstat(path)
    if (status.st_size, status.st_mtime_ns) == (step.size, step.mtime_ns):
        return True
    # Other file systems keep coarser times.
    return status.st_size == step.size and (step.hash is None or hash_file(path) == step.hash)


def _twice(step: Step, start: str, end: str) -> bool:
    """Whether a move was cut short between giving the new name or copy and taking the old one away."""
    if disk.same_file(start, end):
        return True
    first, second = os.lstat(start), os.lstat(end)
    if first.st_dev == second.st_dev or abs(first.st_mtime_ns - second.st_mtime_ns) > _COARSE_NS:
        return False  # within a volume nothing is copied, and our copies keep their times
    return first.st_size == second.st_size == step.size and hash_file(start) == hash_file(end)

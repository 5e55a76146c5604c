"""How the files of an index are named, published and guarded: a small manifest beside the data names what counts.

Data files are written first, under a name of a new generation or behind the rows that already count; only then does
the manifest replace its predecessor in one step. A kill at any moment leaves the old state or the new one.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO
from urllib.parse import quote

from photoorg.core import disk

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

#: On Windows a file cannot be replaced while another process reads it; manifests are read in microseconds.
_REPLACE_TRIES = 50


def safe_name(space: str) -> str:
    """``space`` as a file name on every system: ``lite0@1/visual`` becomes ``lite0%401%2Fvisual``."""
    return quote(space, safe="")


def read_manifest(path: Path) -> dict[str, object] | None:
    """The manifest at ``path``; None where it is absent or no JSON object."""
    try:
        found = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return None
    return found if isinstance(found, dict) else None


def write_manifest(path: Path, content: dict[str, object]) -> None:
    """Replace the manifest at ``path`` in one step that a power cut cannot tear.

    Raises:
        OSError: the folder cannot be written.
    """
    temporary = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    with temporary.open("wb") as file:
        file.write(json.dumps(content, indent=1).encode())
        flush(file)
    for left in reversed(range(_REPLACE_TRIES)):
        try:
            disk.replace(str(temporary), str(path))
            break
        except PermissionError:
            if not left:
                raise
            time.sleep(0.02)
    flush_folder(path.parent)


def flush(file: BinaryIO) -> None:
    """Bring what was written to ``file`` onto the disk."""
    with disk.guarded("flush"):
        file.flush()
    disk.sync_file(file.fileno())


def flush_folder(folder: Path) -> None:
    """Bring the names in ``folder`` onto the disk, where the system can."""
    disk.sync_folders([str(folder)])


def remove_generations(folder: Path, name: str, suffixes: tuple[str, ...], keep: int) -> None:
    """Remove the data files of ``name`` but those of the generation ``keep``.

    One that another process still maps cannot go on Windows; it goes next time.
    """
    for path in folder.iterdir():
        generation = generation_of(path.name, name, suffixes)
        if generation is not None and generation != keep:
            try:
                disk.unlink(str(path))
            except (FileNotFoundError, PermissionError):
                continue


def remove_space(folder: Path, space: str) -> None:
    """Remove all files of ``space``; they can be made again from the catalog as long as that has its vectors."""
    name = safe_name(space)
    for path in folder.glob("*") if folder.is_dir() else ():
        if path.name.startswith(f"{name}."):
            try:
                disk.unlink(str(path))
            except (FileNotFoundError, PermissionError):  # on Windows, while another process maps it
                continue


def next_generation(folder: Path, name: str, suffixes: tuple[str, ...]) -> int:
    """A generation that no data file of ``name`` carries yet."""
    found = (generation_of(path.name, name, suffixes) for path in folder.iterdir())
    return 1 + max((generation for generation in found if generation is not None), default=0)


def generation_of(file_name: str, name: str, suffixes: tuple[str, ...]) -> int | None:
    """The generation in ``<name>.<generation><suffix>``, None for any other file name."""
    for suffix in suffixes:
        if file_name.startswith(f"{name}.") and file_name.endswith(suffix):
            number = file_name[len(name) + 1 : -len(suffix)]
            if number.isdecimal():
                return int(number)
    return None


@contextmanager
def exclusive(path: Path) -> Iterator[None]:
    """Hold the lock file at ``path``: one process (and one thread of it) at a time writes what it guards.

    The system releases the lock of a process that dies.
    """
    with path.open("a+b") as file:
        if sys.platform == "win32":
            file.seek(0)
            while True:
                try:
                    msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
                    break
                except OSError:
                    continue  # LK_LOCK gives up after ten seconds; rebuilding a large library takes longer
        else:
            fcntl.flock(file, fcntl.LOCK_EX)
        try:
            yield
        finally:
            if sys.platform == "win32":
                file.seek(0)
                msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)
            else:
                fcntl.flock(file, fcntl.LOCK_UN)

"""A picture file on disk, read once: its bytes, and the hash of them that names its content."""

from __future__ import annotations

import hashlib
import io
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import BinaryIO

from photoorg.core.errors import UnreadableError
from photoorg.core.hashing import hasher

#: Files up to this many bytes are held in memory, so that hash and decode share one read.
HELD_BYTES = 128 << 20


@dataclass(frozen=True, slots=True)
class Source:
    """One file as it was when it was opened.

    ``content`` is the blake2b-128 of the whole file, ``size`` in bytes, ``mtime_ns`` as ``os.stat`` has it.
    ``held`` are the bytes themselves, or None where the file is too big to hold.
    """

    path: str
    size: int
    mtime_ns: int
    content: bytes
    held: bytes | None

    @contextmanager
    def opened(self) -> Iterator[BinaryIO]:
        """A readable, seekable stream over the whole file."""
        with io.BytesIO(self.held) if self.held is not None else open(self.path, "rb") as stream:
            yield stream

    def head(self, count: int = 4096) -> bytes:
        """The first ``count`` bytes."""
        with self.opened() as stream:
            return stream.read(count)


def read_source(path: str, held_bytes: int = HELD_BYTES) -> Source:
    """Read and hash the file at ``path``, following links.

    Raises:
        UnreadableError: it is gone, forbidden, empty, not a regular file, or the disk fails.
    """
    try:
        status = os.stat(path)
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableError("This is not a regular file.")
        with open(path, "rb", buffering=0) as file:
            status = os.fstat(file.fileno())
            if status.st_size > held_bytes:
                held = None
                digest = hashlib.file_digest(file, hasher).digest()
            else:
                held = file.readall()
                digest = hasher(held).digest()
    except OSError as error:
        raise UnreadableError(_reason(error)) from error
    if held == b"":
        raise UnreadableError("The file is empty.")
    size = status.st_size if held is None else len(held)
    return Source(path, size, status.st_mtime_ns, digest, held)


def _reason(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "The file is no longer there."
    if isinstance(error, PermissionError):
        return "You are not allowed to read this file."
    return f"The file could not be read from the disk ({error.strerror or error})."

"""The hash that names a file's content: blake2b of 128 bits over all of its bytes."""

from __future__ import annotations

import hashlib

#: Length of a content hash in bytes.
HASH_BYTES = 16


def hasher(data: bytes = b"") -> hashlib.blake2b:
    """A hash that has taken in ``data`` and takes more with ``update``."""
    return hashlib.blake2b(data, digest_size=HASH_BYTES)


def hash_file(path: str) -> bytes:
    """The hash of the file at ``path`` as it is now.

    Raises:
        OSError: it cannot be read.
    """
    with open(path, "rb", buffering=0) as file:
        return hashlib.file_digest(file, hasher).digest()

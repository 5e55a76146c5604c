"""Photos on their way from one part of the window to another: what a drag carries."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QMimeData

#: The kind of data that stands for photos of the library, by their ids. Other programs do not know it.
PHOTOS = "application/x-photoorg-photos"


def pack(ids: Sequence[int], mime: QMimeData | None = None) -> QMimeData:
    """Put photo ids into ``mime``, or into new data for a drag."""
    mime = QMimeData() if mime is None else mime
    mime.setData(PHOTOS, QByteArray(array("q", ids).tobytes()))
    return mime


def unpack(mime: QMimeData) -> array[int]:
    """The photo ids in ``mime``; none where it carries something else."""
    ids, data = array("q"), mime.data(PHOTOS).data()
    ids.frombytes(bytes(data[: len(data) // ids.itemsize * ids.itemsize]))
    return ids

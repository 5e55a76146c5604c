"""Photos on their way: what a drag carries from one part of the window to another, and out to other programs."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QByteArray, QMetaType, QMimeData, QUrl

#: The kind of data that stands for photos of the library, by their ids. Other programs do not know it.
PHOTOS = "application/x-photoorg-photos"
#: The kind of data that stands for files, as other programs know it.
_FILES = "text/uri-list"


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


class PhotoMime(QMimeData):
    """Photos ``ids``, and to other programs their files, which ``paths`` finds when they are asked for."""

    def __init__(self, ids: Sequence[int], paths: Callable[[], Sequence[str]]) -> None:
        super().__init__()
        pack(ids, self)
        self._paths = paths

    def formats(self) -> list[str]:
        return [PHOTOS, _FILES]

    def hasFormat(self, mimetype: str) -> bool:
        return mimetype in self.formats()

    def retrieveData(self, mimetype: str, preferred: QMetaType | QMetaType.Type) -> object:
        if mimetype == _FILES:
            urls = [Path(path).as_uri() for path in self._paths()]
            if isinstance(preferred, QMetaType) and preferred.id() == QMetaType.Type.QVariantList.value:
                return [QUrl(url) for url in urls]  # what QMimeData.urls() asks for
            return QByteArray("".join(f"{url}\r\n" for url in urls).encode("ascii"))
        return super().retrieveData(mimetype, preferred)

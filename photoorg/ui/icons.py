"""Icons drawn by ourselves: line art in resources/icons, given a colour when it is rendered."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QBuffer, QByteArray, QSize
from PySide6.QtGui import QIcon, QImageReader, QPixmap

from photoorg.core.paths import resource

#: Device pixels rendered for each icon: 16 to 32 px at one and at two device pixels a pixel.
_SIZES = (16, 20, 24, 32, 40, 48, 64)


def pixmap(name: str, colour: str, size: int) -> QPixmap:
    """The icon ``name`` in ``colour`` (#rrggbb), ``size`` device pixels high and wide."""
    drawing = resource(f"icons/{name}.svg").read_bytes().replace(b"currentColor", colour.encode("ascii"))
    buffer = QBuffer()
    buffer.setData(QByteArray(drawing))
    reader = QImageReader(buffer, QByteArray(b"svg"))
    reader.setScaledSize(QSize(size, size))
    return QPixmap.fromImage(reader.read())


@lru_cache(maxsize=256)
def icon(name: str, colour: str) -> QIcon:
    """The icon ``name`` in ``colour`` (#rrggbb), sharp on every display."""
    made = QIcon()
    for size in _SIZES:
        made.addPixmap(pixmap(name, colour, size))
    return made

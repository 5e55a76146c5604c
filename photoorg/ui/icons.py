"""Icons drawn by ourselves: line art in resources/icons, given a colour and a size when it is painted."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from photoorg.core.paths import resource

_FAINT = 0.4


@lru_cache(maxsize=64)
def _drawing(name: str) -> bytes:
    return resource(f"icons/{name}.svg").read_bytes()


@lru_cache(maxsize=512)
def pixmap(name: str, colour: str, size: int) -> QPixmap:
    """The icon ``name`` in ``colour`` (#rrggbb), ``size`` device pixels high and wide."""
    renderer = QSvgRenderer(QByteArray(_drawing(name).replace(b"currentColor", colour.encode("ascii"))))
    drawn = QPixmap(size, size)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return drawn


class _LineArt(QIconEngine):
    """Renders a drawing when, and at the size that, it is needed: most icons never are."""

    def __init__(self, name: str, colour: str) -> None:
        super().__init__()
        self._name = name
        self._colour = colour

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        ratio = painter.device().devicePixelRatioF()
        side = min(rect.width(), rect.height())
        drawn = QPixmap(pixmap(self._name, self._colour, round(side * ratio)))
        drawn.setDevicePixelRatio(ratio)
        painter.save()
        if mode is QIcon.Mode.Disabled:
            painter.setOpacity(_FAINT)
        painter.drawPixmap(rect.center() - QPoint((side - 1) // 2, (side - 1) // 2), drawn)
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        drawn = QPixmap(size)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        self.paint(painter, drawn.rect(), mode, state)
        painter.end()
        return drawn

    def isNull(self) -> bool:
        return False

    def clone(self) -> QIconEngine:
        return _LineArt(self._name, self._colour)


@lru_cache(maxsize=256)
def icon(name: str, colour: str) -> QIcon:
    """The icon ``name`` in ``colour`` (#rrggbb), sharp on every display."""
    return QIcon(_LineArt(name, colour))

"""What hangs at the pointer while photos are dragged: a small stack of them, and how many there are."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPainterPath, QPen, QPixmap

from photoorg.ui.theme import RADIUS, Colours
from photoorg.ui.wording.spoken import spoken_number

#: The side of a photo in the stack, how far each peeps out behind the one before, and room for the number.
_SIDE, _STEP, _ROOM = 92, 7, 14
#: The most photos that are drawn.
MOST = 3
_BADGE = 26


def drag_picture(pictures: Sequence[QImage | None], count: int, colours: Colours, ratio: float) -> QPixmap:
    """A stack of up to ``MOST`` square ``pictures``, the first on top, with ``count`` where there are several."""
    shown = list(pictures[:MOST])
    size = _SIDE + _STEP * (MOST - 1) + 2 * _ROOM
    drawn = QPixmap(round(size * ratio), round(size * ratio))
    drawn.setDevicePixelRatio(ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    for depth in reversed(range(len(shown))):
        _paint(painter, QRectF(_ROOM + depth * _STEP, _ROOM + depth * _STEP, _SIDE, _SIDE), shown[depth], colours)
    if count > 1:
        _paint_count(painter, QPointF(_ROOM + _SIDE, _ROOM), count, colours)
    painter.end()
    return drawn


def _paint(painter: QPainter, place: QRectF, picture: QImage | None, colours: Colours) -> None:
    shape = QPainterPath()
    shape.addRoundedRect(place, RADIUS, RADIUS)
    painter.setOpacity(0.94)
    painter.fillPath(shape, QColor(colours.tile))
    if picture is not None:
        painter.save()
        painter.setClipPath(shape)
        painter.drawImage(place, picture)
        painter.restore()
    painter.setOpacity(1.0)
    painter.setPen(QPen(QColor(colours.surface), 2))
    painter.drawPath(shape)


def _paint_count(painter: QPainter, corner: QPointF, count: int, colours: Colours) -> None:
    font = QFont(painter.font())
    font.setPixelSize(13)
    font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    text = spoken_number(count)
    wide = max(_BADGE, painter.fontMetrics().horizontalAdvance(text) + 16)
    badge = QRectF(corner.x() + _ROOM - wide, corner.y() - _ROOM, wide, _BADGE)
    painter.setPen(QPen(QColor(colours.surface), 2))
    painter.setBrush(QColor(colours.accent))
    painter.drawRoundedRect(badge.adjusted(1, 1, -1, -1), _BADGE / 2 - 1, _BADGE / 2 - 1)
    painter.setPen(QColor(colours.accent_text))
    painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, text)

"""Stars, flags and what was archived, in the corners of a photo's tile: small, and quiet enough to look past."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from photoorg.core.marks import Mark
from photoorg.core.types import Flag
from photoorg.ui.icons import icon

#: How faint a rejected photo is.
REJECTED = 0.35
_HEIGHT, _INSET, _ICON, _PAD, _GAP = 18, 6, 11, 6, 3
#: Where a badge has room beside the tick of a selected photo.
_BESIDE_TICK = 34
_GROUND, _STAR, _PICK, _REJECT = QColor(0, 0, 0, 150), "#ffd257", "#ffffff", "#ff8a80"


def paint_mark(painter: QPainter, rect: QRect, mark: Mark) -> None:
    """Paint ``mark`` into the upper right corner of ``rect``: the flag, then the number of stars with one star."""
    font = QFont(painter.font())
    font.setPixelSize(11)
    font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    number = str(mark.rating) if mark.rating else ""
    digits = painter.fontMetrics().horizontalAdvance(number) if number else 0
    flag = _ICON if mark.flag is not None else 0
    stars = digits + 2 + _ICON if number else 0
    width = 2 * _PAD + flag + stars + (_GAP if flag and stars else 0)
    pill = QRectF(rect.right() + 1 - _INSET - width, rect.top() + _INSET, width, _HEIGHT)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_GROUND)
    painter.drawRoundedRect(pill, _HEIGHT / 2, _HEIGHT / 2)
    x = pill.left() + _PAD
    if mark.flag is not None:
        name, colour = ("pick", _PICK) if mark.flag is Flag.PICK else ("reject", _REJECT)
        _draw(painter, x, pill, name, colour)
        x += _ICON + _GAP
    if number:
        painter.setPen(QColor(_PICK))
        painter.drawText(QRectF(x, pill.top(), digits, _HEIGHT), Qt.AlignmentFlag.AlignCenter, number)
        _draw(painter, x + digits + 2, pill, "star", _STAR)


def paint_archived(painter: QPainter, rect: QRect, selected: bool) -> None:
    """Say in the upper left corner of ``rect``, beside the tick of a selected one, that the photo was put away."""
    left = rect.left() + (_BESIDE_TICK if selected else _INSET)
    pill = QRectF(left, rect.top() + _INSET, 2 * _PAD + _ICON, _HEIGHT)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_GROUND)
    painter.drawRoundedRect(pill, _HEIGHT / 2, _HEIGHT / 2)
    _draw(painter, pill.left() + _PAD, pill, "archive", _PICK)


def _draw(painter: QPainter, x: float, pill: QRectF, name: str, colour: str) -> None:
    drawn = icon(name, colour).pixmap(QSize(_ICON, _ICON), painter.device().devicePixelRatioF())
    painter.drawPixmap(QPointF(x, pill.top() + (_HEIGHT - _ICON) / 2), drawn)

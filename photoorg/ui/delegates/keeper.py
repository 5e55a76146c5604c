"""The word "Keep" on the one of several copies that stays, and on the others under the mouse, to be clicked."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from photoorg.ui.icons import icon
from photoorg.ui.theme import Colours

_HEIGHT, _PAD, _ICON, _INSET = 22, 8, 13, 10
#: Where the tick of a selected tile ends.
_TICK = 38


def _font(font: QFont) -> QFont:
    made = QFont(font)
    made.setPixelSize(11)
    made.setWeight(QFont.Weight.DemiBold)
    return made


def _word() -> str:
    return QCoreApplication.translate("Keeper", "Keep")


def keeper_place(tile: QRect, selected: bool, font: QFont) -> QRect:
    """Where the word lies on ``tile``: at its upper left, beside the tick of a selected one."""
    wide = QFontMetrics(_font(font)).horizontalAdvance(_word()) + 2 * _PAD + _ICON + 4
    return QRect(tile.left() + (_TICK if selected else _INSET), tile.top() + 12, wide, _HEIGHT)


def paint_keeper(painter: QPainter, place: QRect, kept: bool, colours: Colours) -> None:
    """Paint the word: filled on the one that is kept, an offer on another."""
    ground, ink = (colours.accent, colours.accent_text) if kept else ("#000000", "#ffffff")
    fill = QColor(ground)
    fill.setAlpha(255 if kept else 150)
    painter.setPen(QPen(QColor(ink), 1.5) if kept else Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    painter.drawRoundedRect(QRectF(place), _HEIGHT / 2, _HEIGHT / 2)
    drawn = icon("check" if kept else "photo", ink).pixmap(QSize(_ICON, _ICON), painter.device().devicePixelRatioF())
    painter.drawPixmap(QPointF(place.left() + _PAD - 1, place.top() + (_HEIGHT - _ICON) / 2), drawn)
    painter.setFont(_font(painter.font()))
    painter.setPen(QColor(ink))
    left = place.adjusted(_PAD + _ICON + 3, 0, 0, 0)
    painter.drawText(left, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, _word())

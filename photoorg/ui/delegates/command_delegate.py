"""Paints a command: its name with the typed letters set off, and its key at the right."""

from __future__ import annotations

from enum import IntEnum
from itertools import groupby

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from photoorg.ui.theme import Colours

_HEIGHT, _SIDE, _RADIUS = 36, 12.0, 6.0


class CommandRole(IntEnum):
    """What the delegate asks a model for beside the text."""

    PLACES = Qt.ItemDataRole.UserRole
    KEYS = Qt.ItemDataRole.UserRole + 1
    CHECKED = Qt.ItemDataRole.UserRole + 2


class CommandDelegate(QStyledItemDelegate):
    """Paints rows of a ``CommandModel``."""

    def __init__(self, colours: Colours, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.colours = colours

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, _HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        rect = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.colours.accent if chosen else self.colours.hover))
            painter.drawRoundedRect(rect, _RADIUS, _RADIUS)
        plain = QColor(self.colours.accent_text if chosen else self.colours.text)
        quiet = plain if chosen else QColor(self.colours.muted)
        left = rect.left() + _SIDE
        if index.data(CommandRole.CHECKED):
            left += self._write(painter, QPointF(left, rect.center().y()), "✓ ", plain, option.font)
        places = set(index.data(CommandRole.PLACES))
        bold = QFont(option.font)
        bold.setWeight(QFont.Weight.Bold)
        letters = enumerate(str(index.data()))
        for typed, run in groupby(letters, key=lambda each: each[0] in places):
            text = "".join(letter for _, letter in run)
            left += self._write(painter, QPointF(left, rect.center().y()), text, plain, bold if typed else option.font)
        keys = str(index.data(CommandRole.KEYS))
        width = QFontMetricsF(option.font).horizontalAdvance(keys)
        self._write(painter, QPointF(rect.right() - _SIDE - width, rect.center().y()), keys, quiet, option.font)
        painter.restore()

    def _write(self, painter: QPainter, middle: QPointF, text: str, colour: QColor, font: QFont) -> float:
        """Write ``text`` from ``middle`` (its left end, half way up) on; how wide it is."""
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(QPointF(middle.x(), middle.y() + (metrics.ascent() - metrics.descent()) / 2), text)
        return metrics.horizontalAdvance(text)

"""Paints one entry of the side bar: its icon, its name, how many things are there, and how it folds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate

from photoorg.ui.icons import icon
from photoorg.ui.models.place_model import Entry, PlaceRole
from photoorg.ui.theme import RADIUS, Colours
from photoorg.ui.wording.spoken import spoken_number

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

#: Pixels at the right of a row that fold it.
FOLD = 26
_HIGH, _LOW = 34, 28
_ICON, _STEP = 18, 14
_SIDE = 8
_SPACE = 12
#: Pixels of a name that are worth more than a number beside it.
_NAME = 72


class PlaceDelegate(QStyledItemDelegate):
    """Entries whose ids are in ``spaced`` have room above them."""

    def __init__(self, spaced: frozenset[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._spaced = spaced
        self.colours: Colours | None = None

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        entry: Entry = index.data(PlaceRole.ENTRY)
        high = _LOW if index.parent().isValid() else _HIGH
        return QSize(2 * _STEP, high + (_SPACE if entry.id in self._spaced else 0))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        if self.colours is None:
            return
        from PySide6.QtWidgets import QStyle  # here: its enums cost more than a window can wait for

        entry: Entry = index.data(PlaceRole.ENTRY)
        marked = bool(index.data(PlaceRole.MARKED))
        space = _SPACE if entry.id in self._spaced else 0
        row: QRect = option.rect.adjusted(_SIDE, space + 1, -_SIDE, -1)
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        self._paint_ground(painter, row, option.state, marked, bool(index.data(PlaceRole.TARGET)))
        depth = 0
        above = index.parent()
        while above.isValid():
            depth, above = depth + 1, above.parent()
        left = row.left() + 10 + (0 if depth == 0 else _ICON + 10 + (depth - 1) * _STEP)
        ratio = painter.device().devicePixelRatioF()
        middle = row.center().y() + 0.5
        if entry.icon:
            drawn = icon(entry.icon, self.colours.text if depth == 0 else self.colours.muted)
            painter.drawPixmap(QPointF(left, middle - _ICON / 2), drawn.pixmap(QSize(_ICON, _ICON), ratio))
            left += _ICON + 10
        if entry.children:
            opened = bool(option.state & QStyle.StateFlag.State_Open)
            arrow = icon("unfolded" if opened else "folded", self.colours.muted).pixmap(QSize(14, 14), ratio)
            painter.drawPixmap(QPointF(row.right() - FOLD + 7, middle - 7), arrow)
        self._paint_texts(painter, QRect(left, row.top(), row.right() - 8 - left, row.height()), entry, depth, marked)
        painter.restore()

    def _paint_ground(self, painter: QPainter, row: QRect, state: QStyle.StateFlag, marked: bool, target: bool) -> None:
        from PySide6.QtWidgets import QStyle

        assert self.colours is not None
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.setPen(Qt.PenStyle.NoPen)
        if marked or hovered:
            painter.setBrush(QColor(self.colours.pressed if marked else self.colours.hover))
            painter.drawRoundedRect(row, RADIUS + 1, RADIUS + 1)
        if target or state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self.colours.accent), 2 if target else 1.5))
            painter.drawRoundedRect(QRectF(row).adjusted(1, 1, -1, -1), RADIUS, RADIUS)

    def _paint_texts(self, painter: QPainter, room: QRect, entry: Entry, depth: int, marked: bool) -> None:
        from PySide6.QtGui import QFont, QFontMetrics

        assert self.colours is not None
        quiet, font = QFont(painter.font()), QFont(painter.font())
        middle = Qt.AlignmentFlag.AlignVCenter
        font.setPixelSize(13)
        font.setWeight(QFont.Weight.DemiBold if marked else QFont.Weight.Normal)
        beside = room.adjusted(0, 0, 6 - FOLD, 0)  # numbers stand left of the arrows, also where there is none
        if entry.children:
            room = beside
        if entry.count:
            quiet.setPixelSize(12)
            number = spoken_number(entry.count)
            taken = QFontMetrics(quiet).horizontalAdvance(number) + 8
            # The name says more than the number: where there is no room for both, the number goes.
            if beside.width() - taken >= min(QFontMetrics(font).horizontalAdvance(entry.text), _NAME):
                painter.setFont(quiet)
                painter.setPen(QColor(self.colours.muted))
                painter.drawText(beside, middle | Qt.AlignmentFlag.AlignRight, number)
                room = beside.adjusted(0, 0, -taken, 0)
        painter.setFont(font)
        painter.setPen(QColor(self.colours.text))
        short = painter.fontMetrics().elidedText(entry.text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, middle | Qt.AlignmentFlag.AlignLeft, short)

"""Paints the headings that stand over tiles: a title, and beside it what is worth saying of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

if TYPE_CHECKING:
    from photoorg.ui.views.shelf_geometry import ShelfGeometry

#: The sizes of letters, in pixels, and the space between the title and the note.
_TITLE, _NOTE, _BETWEEN = 15, 12, 12
_FLAGS = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def heading_at(tiles: ShelfGeometry, titles: Callable[[int], str], x: int, y: int, font: QFont) -> int | None:
    """The section whose title covers a point of ``tiles``; ``titles`` tells them, ``font`` is the view's."""
    from photoorg.ui.views.shelf_geometry import HEADING

    for number in tiles.shelves_between(y, y):
        top = tiles.tops[number]
        if top <= y < top + HEADING and 0 <= x - tiles.margin < title_width(titles(number), font):
            return number
    return None


def title_width(title: str, font: QFont) -> int:
    """How wide ``title`` is painted, in pixels, in a heading of a view with ``font``."""
    return QFontMetrics(_title_font(font)).horizontalAdvance(title)


def _title_font(font: QFont) -> QFont:
    made = QFont(font)
    made.setPixelSize(_TITLE)
    made.setWeight(QFont.Weight.DemiBold)
    return made


def paint_heading(painter: QPainter, room: QRect, title: str, note: str, text: QColor, muted: QColor) -> None:
    """Paint ``title`` and ``note`` into ``room``; the title is cut short where it takes more than two thirds."""
    font = _title_font(painter.font())
    painter.setFont(font)
    painter.setPen(text)
    short = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, room.width() * 2 // 3)
    painter.drawText(room, _FLAGS, short)
    beside = room.adjusted(painter.fontMetrics().horizontalAdvance(short) + _BETWEEN, 1, 0, 1)
    font.setPixelSize(_NOTE)
    font.setWeight(QFont.Weight.Normal)
    painter.setFont(font)
    painter.setPen(muted)
    painter.drawText(
        beside, _FLAGS, painter.fontMetrics().elidedText(note, Qt.TextElideMode.ElideRight, beside.width())
    )

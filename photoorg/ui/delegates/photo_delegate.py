"""Paints one photo of the grid: its tile, and over it what is known and what is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QLinearGradient, QPainter, QPen, QPixmap

from photoorg.core.types import Flag
from photoorg.ui.delegates.badges import REJECTED, paint_archived, paint_mark
from photoorg.ui.delegates.keeper import keeper_place, paint_keeper
from photoorg.ui.delegates.tile import Tile
from photoorg.ui.icons import icon
from photoorg.ui.models.photo_model import Face, Role
from photoorg.ui.theme import RADIUS

if TYPE_CHECKING:
    from photoorg.ui.models.thumbnails import Thumbnails
    from photoorg.ui.theme import Colours

_RING = 3
_BADGE = 22
_BAR = 4
#: Tiles without a picture that are kept, of different sizes and looks.
_EMPTIES = 8
# Once: each member of an enum of Qt's that is looked up or combined costs as much as painting a tenth of a tile.
_SMOOTH = QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform


class PhotoDelegate:
    """Paints and decides nothing: what the library knows comes from the model, how it is chosen from the tile."""

    def __init__(self, thumbnails: Thumbnails, colours: Colours) -> None:
        self._thumbnails = thumbnails
        self.colours = colours
        self._empties: dict[tuple[int, int, float, str, str, str], QPixmap] = {}

    def paint(self, painter: QPainter, tile: Tile, index: QModelIndex | QPersistentModelIndex) -> None:
        """Paint a photo."""
        rect, selected = tile.rect, tile.selected
        painter.save()
        painter.setRenderHints(_SMOOTH)
        inner = rect.adjusted(2 * _RING, 2 * _RING, -2 * _RING, -2 * _RING) if selected else rect
        face: Face = index.data(Role.FACE)
        if face.mark is not None and face.mark.flag is Flag.REJECT and not selected:
            painter.setOpacity(REJECTED)
            self._paint_picture(painter, inner, face)
            painter.setOpacity(1.0)
        else:
            self._paint_picture(painter, inner, face)
        if face.mark is not None:
            paint_mark(painter, inner, face.mark)
        if face.archived:
            paint_archived(painter, inner, selected)
        if tile.hovered:
            self._paint_name(painter, inner, index)
        if face.certainty is not None:
            self._paint_certainty(painter, inner, face.certainty)
        if selected:
            self._paint_selection(painter, rect)
        kept = face.keeper  # None where no duplicates are shown
        if kept or (kept is not None and tile.hovered):
            paint_keeper(painter, keeper_place(rect, selected, painter.font()), kept, self.colours)
        if tile.focused:
            self._paint_focus(painter, rect)
        painter.restore()

    def _paint_picture(self, painter: QPainter, rect: QRect, face: Face) -> None:
        image = self._thumbnails.get(face.content)
        if image is not None:
            painter.drawImage(rect, image)
            return
        name, colour = ("warning", self.colours.warning) if face.failed else ("photo", self.colours.pressed)
        painter.drawPixmap(rect, self._empty(rect.size(), painter.device().devicePixelRatioF(), name, colour))

    def _empty(self, size: QSize, ratio: float, name: str, colour: str) -> QPixmap:
        """A tile without a picture, an icon in its middle: drawn once, for after a jump a window is full of them."""
        key = (size.width(), size.height(), ratio, name, colour, self.colours.tile)
        made = self._empties.get(key)
        if made is None:
            if len(self._empties) >= _EMPTIES:
                self._empties.clear()
            made = self._empties[key] = self._draw_empty(size, ratio, name, colour)
        return made

    def _draw_empty(self, size: QSize, ratio: float, name: str, colour: str) -> QPixmap:
        made = QPixmap(size * ratio)
        made.setDevicePixelRatio(ratio)
        made.fill(Qt.GlobalColor.transparent)
        rect = QRect(QPoint(), size)
        painter = QPainter(made)
        painter.setRenderHints(_SMOOTH)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.colours.tile))
        painter.drawRoundedRect(rect, RADIUS, RADIUS)
        side = min(28, rect.width() // 3)
        middle = QPointF(rect.center().x() - side / 2, rect.center().y() - side / 2)
        painter.drawPixmap(middle, icon(name, colour).pixmap(QSize(side, side), ratio))
        painter.end()
        return made

    def _paint_name(self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        name = index.data(Qt.ItemDataRole.DisplayRole)
        if not name:
            return
        shade = QLinearGradient(0, rect.bottom() - 44, 0, rect.bottom())
        shade.setColorAt(0, QColor(0, 0, 0, 0))
        shade.setColorAt(1, QColor(0, 0, 0, 170))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shade)
        painter.drawRoundedRect(rect, RADIUS, RADIUS)
        font = QFont(painter.font())
        font.setPixelSize(12)
        painter.setFont(font)
        painter.setPen(Qt.GlobalColor.white)
        room = rect.adjusted(8, 0, -8, -12)
        short = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignHCenter, short)

    def _paint_certainty(self, painter: QPainter, rect: QRect, certainty: float) -> None:
        track = QRectF(rect.left() + 8, rect.bottom() - 4 - _BAR, rect.width() - 16, _BAR)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, 110))
        painter.drawRoundedRect(track.adjusted(-1, -1, 1, 1), _BAR / 2 + 1, _BAR / 2 + 1)
        track.setWidth(track.width() * min(max(certainty, 0.0), 1.0))
        if track.width() < _BAR:
            return
        painter.setBrush(QColor(255, 255, 255, 235))
        painter.drawRoundedRect(track, _BAR / 2, _BAR / 2)

    def _paint_selection(self, painter: QPainter, rect: QRect) -> None:
        accent = QColor(self.colours.accent)
        painter.setPen(QPen(accent, _RING))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        half = _RING / 2
        painter.drawRoundedRect(QRectF(rect).adjusted(half, half, -half, -half), RADIUS + 2, RADIUS + 2)
        badge = QRectF(rect.left() + 12, rect.top() + 12, _BADGE, _BADGE)
        painter.setPen(QPen(QColor(self.colours.accent_text), 1.5))
        painter.setBrush(accent)
        painter.drawEllipse(badge)
        tick = icon("check", self.colours.accent_text).pixmap(QSize(14, 14), painter.device().devicePixelRatioF())
        painter.drawPixmap(badge.topLeft() + QPointF((_BADGE - 14) / 2, (_BADGE - 14) / 2), tick)

    def _paint_focus(self, painter: QPainter, rect: QRect) -> None:
        painter.setPen(QPen(QColor(self.colours.text), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(rect).adjusted(-2, -2, 2, 2), RADIUS + 4, RADIUS + 4)

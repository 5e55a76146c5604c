"""Paints the card of a group: a cover of up to three pictures, its name, size and confidence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter, QPainterPath, QPen

from photoorg.ui.delegates.tile import Tile
from photoorg.ui.models.cluster_model import ClusterModel, card_title
from photoorg.ui.models.photo_model import Role
from photoorg.ui.theme import RADIUS
from photoorg.ui.views.cluster_view import CAPTION, GAP, hero_side

if TYPE_CHECKING:
    from photoorg.core.clusters import Card
    from photoorg.ui.models.thumbnails import Thumbnails
    from photoorg.ui.theme import Colours

_BETWEEN = "  ·  "
_RING = 3
_BAR = 3


def fitting(facts: Sequence[str], metrics: QFontMetrics, width: int) -> str:
    """As many of ``facts``, the most important first, as go whole into ``width`` pixels; the first may be cut short."""
    for end in range(len(facts), 1, -1):
        text = _BETWEEN.join(facts[:end])
        if metrics.horizontalAdvance(text) <= width:
            return text
    return metrics.elidedText(facts[0], Qt.TextElideMode.ElideRight, width)


class ClusterDelegate:
    """Paints and decides nothing: what the library knows comes from the model, how it is chosen from the tile."""

    def __init__(self, covers: Thumbnails, colours: Colours) -> None:
        self._covers = covers
        self.colours = colours

    def paint(self, painter: QPainter, tile: Tile, index: QModelIndex | QPersistentModelIndex) -> None:
        """Paint a card."""
        card: Card = index.data(Role.CARD)
        model = index.model()
        assert isinstance(model, ClusterModel)
        rect = tile.rect
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        if tile.hovered or tile.selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.colours.hover))
            painter.drawRoundedRect(rect.adjusted(-7, -7, 7, 4), RADIUS + 4, RADIUS + 4)
        self._paint_cover(painter, rect.adjusted(0, 0, 0, -CAPTION), card)
        self._paint_caption(painter, rect.adjusted(2, rect.height() - CAPTION, -2, 0), card, model.facts(card))
        if tile.selected:
            self._paint_ring(painter, rect, self.colours.accent, _RING)
        elif tile.focused:
            self._paint_ring(painter, rect, self.colours.text, 1.5)
        painter.restore()

    def _paint_cover(self, painter: QPainter, rect: QRect, card: Card) -> None:
        large = hero_side(rect.width())
        small = (large - GAP) // 2
        right = rect.left() + large + GAP
        rest = rect.right() + 1 - right
        tall = QRect(right, rect.top(), rest, large)
        places = {
            1: [QRect(rect.left(), rect.top(), rect.width(), large)],
            2: [QRect(rect.left(), rect.top(), large, large), tall],
        }.get(
            len(card.covers),
            [
                QRect(rect.left(), rect.top(), large, large),
                tall.adjusted(0, 0, 0, small - large),
                tall.adjusted(0, small + GAP, 0, 0),
            ],
        )
        for place, content in zip(places, card.covers, strict=False):
            self._paint_picture(painter, place, self._covers.get(content))

    def _paint_picture(self, painter: QPainter, place: QRect, image: QImage | None) -> None:
        """Paint the middle of a square ``image`` that has the shape of ``place``."""
        if image is None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.colours.tile))
            painter.drawRoundedRect(place, RADIUS, RADIUS)
            return
        side = image.width()
        wide = min(side, round(side * place.width() / place.height()))
        high = min(side, round(side * place.height() / place.width()))
        painter.save()
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(place), RADIUS, RADIUS)
        painter.setClipPath(shape)
        painter.drawImage(place, image, QRect((side - wide) // 2, (side - high) // 2, wide, high))
        painter.restore()

    def _paint_caption(self, painter: QPainter, room: QRect, card: Card, facts: list[str]) -> None:
        font = QFont(painter.font())
        font.setPixelSize(13)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(self.colours.text))
        name, when_and_where = card_title(card)
        line = QRect(room.left(), room.top() + 7, room.width(), 20)
        short = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, short)
        font.setPixelSize(12)
        font.setWeight(QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QColor(self.colours.muted))
        line.translate(0, 19)
        short = fitting([*filter(None, [when_and_where]), *facts], painter.fontMetrics(), line.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, short)
        track = QRectF(room.left(), line.bottom() + 3, room.width(), _BAR)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.colours.border))
        painter.drawRoundedRect(track, _BAR / 2, _BAR / 2)
        track.setWidth(max(track.width() * min(max(card.confidence, 0.0), 1.0), _BAR))
        painter.setBrush(QColor(self.colours.muted))
        painter.drawRoundedRect(track, _BAR / 2, _BAR / 2)

    def _paint_ring(self, painter: QPainter, rect: QRect, colour: str, width: float) -> None:
        painter.setPen(QPen(QColor(colour), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(rect).adjusted(-6, -6, 6, 3), RADIUS + 3, RADIUS + 3)

"""The photos before and after the one that is shown large, in a line below it."""

from __future__ import annotations

import math
from collections.abc import Collection

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from photoorg.core.marks import Mark
from photoorg.core.types import Flag
from photoorg.ui.delegates.badges import REJECTED, paint_mark
from photoorg.ui.models.photo_model import PhotoModel, Role
from photoorg.ui.models.thumbnails import Thumbnails
from photoorg.ui.theme import Colours

_TILE, _GAP, _MARGIN = 64, 6, 10
_PITCH = _TILE + _GAP
_RADIUS = 5.0
#: How faint the photos are that are neither shown nor under the mouse.
_QUIET = 0.62


class Filmstrip(QWidget):
    """Paints what is in sight and nothing else, however many rows there are. ``chosen`` carries a row."""

    chosen = Signal(int)

    def __init__(self, model: PhotoModel, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("filmstrip")
        self.setAccessibleName(self.tr("Filmstrip"))
        self.setFixedHeight(_TILE + 2 * _MARGIN)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self._model = model
        self._thumbnails = thumbnails
        self._background = QColor(Qt.GlobalColor.black)
        self._tile = QColor(Qt.GlobalColor.darkGray)
        self._row = 0
        self._hovered = -1
        self._scrolled = 0
        thumbnails.loaded.connect(self._show_loaded)
        model.modelReset.connect(self.update)
        model.dataChanged.connect(self.update)

    def colour(self, colours: Colours) -> None:
        """Use the colours of a theme."""
        self._background = QColor(colours.viewer)
        self._tile = QColor(255, 255, 255, 24)
        self.update()

    def go_to(self, row: int) -> None:
        """Mark ``row`` as the one that is shown, and bring it into the middle."""
        self._row, self._scrolled = row, 0
        self.update()

    def rows_in_sight(self) -> range:
        """The rows of which anything can be seen."""
        left = self._left()
        first = max(0, math.floor(left / _PITCH))
        return range(first, min(self._model.rowCount(), math.ceil((left + self.width()) / _PITCH)))

    def row_at(self, x: float) -> int | None:
        """The row whose photo lies at ``x``."""
        row, inside = divmod(x + self._left(), _PITCH)
        return int(row) if 0 <= row < self._model.rowCount() and inside < _TILE else None

    def place(self, row: int) -> QRect:
        """Where the photo of ``row`` lies."""
        return QRect(round(row * _PITCH - self._left()), _MARGIN, _TILE, _TILE)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._background)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        rows = self.rows_in_sight()
        contents = self._model.showing.contents
        ratio = self.devicePixelRatioF()
        self._thumbnails.want([contents[row] for row in rows], round(_TILE * ratio), _RADIUS * ratio)
        for row in rows:
            place = self.place(row)
            mark: Mark | None = self._model.index(row).data(Role.MARK)
            rejected = mark is not None and mark.flag is Flag.REJECT
            painter.setOpacity(1.0 if row in (self._row, self._hovered) else REJECTED if rejected else _QUIET)
            image = self._thumbnails.get(contents[row])
            if image is not None:
                painter.drawImage(place, image)
            else:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self._tile)
                painter.drawRoundedRect(place, _RADIUS, _RADIUS)
            if mark is not None:
                paint_mark(painter, place, mark)
            if row == self._row:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(QColor(255, 255, 255), 2))
                painter.drawRoundedRect(QRectF(place).adjusted(-2.5, -2.5, 2.5, 2.5), _RADIUS + 2, _RADIUS + 2)
        painter.end()

    def _show_loaded(self, contents: Collection[int]) -> None:
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().x() or event.angleDelta().y()
        before = self._left()
        self._scrolled -= turned
        self._scrolled += round(self._left() - self._unclamped())
        if self._left() != before:
            self.update()
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.row_at(event.position().x()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self.row_at(event.position().x())
        if row is not None and event.button() is Qt.MouseButton.LeftButton:
            self.chosen.emit(row)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(None)

    def sizeHint(self) -> QSize:
        return QSize(10 * _PITCH, _TILE + 2 * _MARGIN)

    def _hover(self, row: int | None) -> None:
        self._hovered = -1 if row is None else row
        self.setCursor(Qt.CursorShape.ArrowCursor if row is None else Qt.CursorShape.PointingHandCursor)
        self.update()

    def _unclamped(self) -> float:
        return self._row * _PITCH + _TILE / 2 - self.width() / 2 + self._scrolled

    def _left(self) -> float:
        """How far the line is moved to the left: the photo that is shown in the middle, where there are enough."""
        length = self._model.rowCount() * _PITCH - _GAP
        if length + 2 * _MARGIN <= self.width():
            return (length - self.width()) / 2
        return min(max(self._unclamped(), -_MARGIN), length + _MARGIN - self.width())

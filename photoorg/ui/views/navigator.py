"""A small picture of the whole photo that says which part of it is in view, while it is magnified."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen, QTransform
from PySide6.QtWidgets import QWidget

from photoorg.ui.views.image_canvas import ImageCanvas

#: The longer side in pixels, and how far it keeps from the corner.
_SIDE, _MARGIN = 168, 16
#: A view smaller than this has no room for it.
_ROOM = 360
#: The share of the photo from which all of it counts as in view.
_ALL = 0.999


class Navigator(QWidget):
    """Lies in the lower right corner of ``canvas``; a click or a drag in it moves the photo."""

    def __init__(self, canvas: ImageCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._made_of: tuple[int, int] | None = None
        self._small = QImage()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("The whole photo; the frame shows the part in view"))

    def refresh(self) -> None:
        """Follow the canvas: another place, another photo, or nothing to show."""
        canvas = self._canvas
        _, _, width, height = canvas.placement.visible
        whole = canvas.fitted or width * height > _ALL
        if whole or canvas.image.isNull() or min(canvas.width(), canvas.height()) < _ROOM:
            self.hide()
            return
        size = QSizeF(*canvas.placement.size).scaled(_SIDE, _SIDE, Qt.AspectRatioMode.KeepAspectRatio).toSize()
        self.resize(max(size.width(), 8), max(size.height(), 8))
        self.move(canvas.width() - self.width() - _MARGIN, canvas.height() - self.height() - _MARGIN)
        made_of = canvas.image.cacheKey(), canvas.turns
        if made_of != self._made_of:
            self._made_of, self._small = made_of, self._reduced()
        self.show()
        self.raise_()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self.rect(), self._small)
        x, y, width, height = self._canvas.placement.visible
        seen = QRectF(x * self.width(), y * self.height(), width * self.width(), height * self.height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, 120))
        for shade in (
            QRectF(0, 0, self.width(), seen.top()),
            QRectF(0, seen.bottom(), self.width(), self.height() - seen.bottom()),
            QRectF(0, seen.top(), seen.left(), seen.height()),
            QRectF(seen.right(), seen.top(), self.width() - seen.right(), seen.height()),
        ):
            painter.drawRect(shade)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(255, 255, 255), 1.5))
        painter.drawRect(seen.adjusted(0.75, 0.75, -0.75, -0.75))
        painter.setPen(QPen(QColor(255, 255, 255, 90), 1))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._go(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go(event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Two clicks in a row are two moves, not the canvas's own double click."""
        self._go(event.position())

    def _go(self, point: QPointF) -> None:
        self._canvas.show_part(point.x() / self.width(), point.y() / self.height())

    def _reduced(self) -> QImage:
        ratio = self.devicePixelRatioF()
        side = round(_SIDE * ratio)
        small = self._canvas.image.scaled(
            side, side, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        return small.transformed(QTransform().rotate(90 * self._canvas.turns))

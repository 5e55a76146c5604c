"""One picture, fitted to the window or magnified, moved with the mouse."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

_MOST = 8.0
#: How far a photo smaller than the window is enlarged to fit.
_ENLARGED = 2.0
_STEP = 1.25


class ImageCanvas(QWidget):
    """Paints a picture of ``full`` pixels from whatever version of it has arrived, small or large.

    The scale is screen pixels per pixel of the photo: 1 is 100 %. ``scaled`` is emitted when it changes.
    """

    scaled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.background = QColor(Qt.GlobalColor.black)
        self._image = QImage()
        self._full = (1, 1)
        self._scale: float | None = None  # None: fitted
        self._centre = QPointF(0.5, 0.5)
        self._dragged: QPointF | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_image(self, image: QImage, full: tuple[int, int], *, fit: bool) -> None:
        """Show ``image`` of a photo of ``full`` pixels; ``fit`` forgets the zoom, for another photo."""
        self._image = image
        self._full = (max(1, full[0]), max(1, full[1]))
        if fit:
            self._scale = None
            self._centre = QPointF(0.5, 0.5)
        self.update()
        self.scaled.emit()

    def clear(self) -> None:
        """Show nothing."""
        self.show_image(QImage(), (1, 1), fit=True)

    @property
    def scale(self) -> float:
        """Screen pixels per pixel of the photo."""
        return self._fitting() if self._scale is None else self._scale

    @property
    def fitted(self) -> bool:
        """Whether the whole photo is in view."""
        return self._scale is None

    @property
    def image(self) -> QImage:
        """The version of the photo that is shown."""
        return self._image

    def fit(self) -> None:
        """Show the whole photo."""
        self._scale = None
        self._centre = QPointF(0.5, 0.5)
        self.update()
        self.scaled.emit()

    def zoom(self, scale: float, around: QPointF | None = None) -> None:
        """Magnify to ``scale``, holding the point of the widget ``around`` (its middle) where it is."""
        point = QPointF(self.rect().center()) if around is None else around
        before = self._placed()
        scale = min(max(scale, min(self._fitting(), 1.0)), _MOST)
        if before.isEmpty():
            return
        across = (point.x() - before.left()) / before.width()
        down = (point.y() - before.top()) / before.height()
        self._scale = scale
        size = self._size()
        middle = QPointF(self.rect().center())
        self._move_to(across - (point.x() - middle.x()) / size.x(), down - (point.y() - middle.y()) / size.y())

    def zoom_in(self) -> None:
        """Magnify by a step."""
        self.zoom(self.scale * _STEP)

    def zoom_out(self) -> None:
        """Shrink by a step, until the whole photo is in view."""
        if self.scale / _STEP <= self._fitting():
            self.fit()
        else:
            self.zoom(self.scale / _STEP)

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y()
        if turned and not self._image.isNull():
            scale = self.scale * _STEP ** (turned / 120)
            if scale <= self._fitting():
                self.fit()
            else:
                self.zoom(scale, event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and not self.fitted:
            self._dragged = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragged is not None:
            moved, size = event.position() - self._dragged, self._size()
            self._dragged = event.position()
            self._move_to(self._centre.x() - moved.x() / size.x(), self._centre.y() - moved.y() / size.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._dragged = None
        self.unsetCursor()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.fitted:
            self.zoom(1.0, event.position())
        else:
            self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scaled.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.background)
        if not self._image.isNull():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self.scale < 3)
            painter.drawImage(self._placed(), self._image)
        painter.end()

    def _fitting(self) -> float:
        """The scale at which the photo just fits; a very small one stays smaller than the window."""
        ratio = self.devicePixelRatioF()
        width, height = self._full
        return min(self.width() * ratio / width, self.height() * ratio / height, _ENLARGED)

    def _size(self) -> QPointF:
        """Width and height of the photo on the screen, in widget coordinates."""
        factor = self.scale / self.devicePixelRatioF()
        return QPointF(self._full[0] * factor, self._full[1] * factor)

    def _placed(self) -> QRectF:
        size = self._size()
        left = self.width() / 2 - self._centre.x() * size.x()
        top = self.height() / 2 - self._centre.y() * size.y()
        return QRectF(left, top, size.x(), size.y())

    def _move_to(self, across: float, down: float) -> None:
        """Put the point (in fractions of the photo) in the middle, as far as the photo still fills the widget."""
        size = self._size()

        def within(value: float, whole: float, view: float) -> float:
            half = min(0.5, view / 2 / whole)
            return min(max(value, half), 1 - half)

        self._centre = QPointF(within(across, size.x(), self.width()), within(down, size.y(), self.height()))
        self.update()
        self.scaled.emit()

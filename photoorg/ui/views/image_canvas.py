"""One picture, fitted to the window or magnified, moved with the mouse, turned without touching its file."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from photoorg.ui.photos.turning import Part, turned_size, unturned, within
from photoorg.ui.views.placement import Placement

_STEP = 1.25
_MOVING = Qt.MouseButton.LeftButton | Qt.MouseButton.MiddleButton
#: Magnified further than this, single pixels are shown as what they are.
_PIXELS = 3


class ImageCanvas(QWidget):
    """Paints a picture of ``full`` pixels from whatever version of it has arrived, small or large.

    Over the whole picture a sharper version of a part of it can lie. ``scaled`` says that another part is in view or
    another scale is used, ``navigated`` that the person did it.
    """

    scaled = Signal()
    navigated = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.background = QColor(Qt.GlobalColor.black)
        self.placement = Placement()
        self._image = QImage()
        self._full = (1, 1)
        self._detail: tuple[QImage, Part] | None = None
        self._veil = QImage()
        self._outline = QPainterPath()
        self._turns = 0
        self._dragged: QPointF | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    # What is shown

    def show_image(self, image: QImage, full: tuple[int, int], *, fit: bool) -> None:
        """Show ``image`` of a photo of ``full`` pixels; ``fit`` forgets the zoom, for another photo."""
        self._image = image
        self._full = (max(1, full[0]), max(1, full[1]))
        if fit:
            self._detail = None
            self.placement.fit()
        self._place()

    def show_detail(self, image: QImage, part: Part) -> None:
        """Lay a sharper version of ``part`` of the photo, as its file has it, over the picture."""
        self._detail = image, part
        self.update()

    def veil(self, image: QImage, outline: QPainterPath | None = None) -> None:
        """Lay a (transparent) picture over the photo, and lines whose coordinates are fractions of it."""
        self._veil = image
        self._outline = QPainterPath() if outline is None else outline
        self.update()

    def clear(self) -> None:
        """Show nothing."""
        self.veil(QImage())
        self.show_image(QImage(), (1, 1), fit=True)

    @property
    def image(self) -> QImage:
        """The version of the whole photo that is shown."""
        return self._image

    @property
    def detail(self) -> tuple[QImage, Part] | None:
        """The sharper version of a part that lies over it."""
        return self._detail

    @property
    def veiled(self) -> bool:
        """Whether a transparent picture lies over the photo."""
        return not self._veil.isNull()

    @property
    def turns(self) -> int:
        """Quarters clockwise by which the photo is shown turned."""
        return self._turns

    def turn(self, quarters: int) -> None:
        """Show the photo turned by ``quarters``, whole."""
        if quarters % 4 != self._turns:
            self._turns = quarters % 4
            self.placement.fit()
            self._place()

    # How it is shown

    @property
    def scale(self) -> float:
        """Screen pixels per pixel of the photo."""
        return self.placement.scale

    @property
    def fitted(self) -> bool:
        """Whether the whole photo is in view."""
        return self.placement.fitted

    @property
    def visible(self) -> Part:
        """The part of the photo in view, as its file has it."""
        return within(unturned(self.placement.visible, self._turns))

    @property
    def wanting(self) -> bool:
        """Whether what is in view could be sharper."""
        if self._image.isNull() or self.scale <= self._image.width() / self._full[0] * 1.05:
            return False
        return self._detail is None or not self._sharp(*self._detail)

    def fit(self) -> None:
        """Show the whole photo."""
        self.placement.fit()
        self._moved()

    def zoom(self, scale: float, around: QPointF | None = None) -> None:
        """Magnify to ``scale``, holding the point of the widget ``around`` (its middle) where it is."""
        if not self._image.isNull():
            self.placement.zoom(scale, QRectF(self.rect()).center() if around is None else around)
            self._moved()

    def zoom_in(self) -> None:
        """Magnify by a step."""
        self.zoom(self.scale * _STEP)

    def zoom_out(self) -> None:
        """Shrink by a step, until the whole photo is in view."""
        self._zoom_or_fit(self.scale / _STEP, None)

    def toggle_size(self, around: QPointF | None = None) -> None:
        """Show single pixels at 100 %, or the whole photo again."""
        if self.fitted:
            self.zoom(1.0, around)
        else:
            self.fit()

    def show_part(self, across: float, down: float) -> None:
        """Put a point of the photo as it is shown, in fractions, into the middle."""
        self.placement.go_to(across, down)
        self._moved()

    def follow(self, other: ImageCanvas) -> None:
        """Show the same part of this photo as ``other`` shows of its own."""
        self.placement.follow(other.placement)
        self.update()
        self.scaled.emit()

    # Events

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent) and event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
            self._zoom_or_fit(self.scale * (1 + event.value()), event.position())
            return True
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned_by = event.angleDelta().y()
        if turned_by and not self._image.isNull():
            self._zoom_or_fit(self.scale * _STEP ** (turned_by / 120), event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() & _MOVING and not self.fitted:
            self._dragged = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        else:
            super().mousePressEvent(event)  # which hands it to whoever holds this canvas

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragged is not None:
            self.placement.drag(event.position() - self._dragged)
            self._dragged = event.position()
            self._moved()
        else:
            super().mouseMoveEvent(event)  # which hands it to whoever holds this canvas

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._dragged = None
        self.unsetCursor()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.toggle_size(event.position())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.background)
        if not self._image.isNull():
            rect = QRectF(self.placement.rect.toRect())  # whole pixels: what lies over it ends where it ends
            width, height = turned_size((rect.width(), rect.height()), self._turns)
            painter.translate(rect.center())
            painter.rotate(90 * self._turns)
            self._paint_upright(painter, QRectF(-width / 2, -height / 2, width, height))
        painter.end()

    def _paint_upright(self, painter: QPainter, rect: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self.scale < _PIXELS)
        painter.drawImage(rect, self._image)
        if self._detail is not None and self.scale > self._image.width() / self._full[0]:
            image, (x, y, width, height) = self._detail
            left, top = rect.left() + x * rect.width(), rect.top() + y * rect.height()
            painter.drawImage(QRectF(left, top, width * rect.width(), height * rect.height()), image)
        painter.setRenderHints(QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.Antialiasing)
        if not self._veil.isNull():
            painter.drawImage(rect, self._veil)
        if not self._outline.isEmpty():
            painter.translate(rect.topLeft())
            painter.scale(rect.width(), rect.height())
            for colour, breadth in ((QColor(0, 0, 0, 170), 4.0), (QColor(255, 255, 255), 2.0)):
                pen = QPen(colour, breadth)
                pen.setCosmetic(True)  # so many pixels, however the photo is magnified
                painter.strokePath(self._outline, pen)

    # Helpers

    def _sharp(self, image: QImage, part: Part) -> bool:
        """Whether ``image`` shows all that is in view, as sharply as the screen or the photo itself allows."""
        x, y, width, height = self.visible
        left, top, breadth, depth = part
        slack = 1e-6
        covered = (
            left <= x + slack
            and top <= y + slack
            and left + breadth >= x + width - slack
            and top + depth >= y + height - slack
        )
        return covered and image.width() / (breadth * self._full[0]) >= 0.9 * min(self.scale, 1.0)

    def _zoom_or_fit(self, scale: float, around: QPointF | None) -> None:
        if scale <= self.placement.fitting:
            self.fit()
        else:
            self.zoom(scale, around)

    def _place(self) -> None:
        """Take note of another photo, another turn or another size of the view."""
        placement = self.placement
        placement.size = turned_size(self._full, self._turns)
        placement.view, placement.ratio = QSizeF(self.size()), self.devicePixelRatioF()
        if not placement.fitted:
            placement.go_to(placement.centre.x(), placement.centre.y())
        self.update()
        self.scaled.emit()

    def _moved(self) -> None:
        self.update()
        self.scaled.emit()
        self.navigated.emit()

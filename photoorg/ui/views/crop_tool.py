"""A part of a photo, drawn with the mouse or the keys, to look for more like it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from photoorg.ui.photos.turning import Part, unturned, within
from photoorg.ui.views.image_canvas import ImageCanvas
from photoorg.ui.views.styled import styled

#: How near (pixels) to a handle the mouse takes it, and the least side of a part on the screen.
_REACH, _LEAST = 11, 12
#: The least part in fractions of the photo, and the step of a key.
_SMALLEST, _STEP = 0.02, 0.02
#: Where keys begin: the middle of the photo.
_MIDDLE: Part = (0.25, 0.25, 0.5, 0.5)
#: Which sides each handle moves: left, top, right, bottom.
_HANDLES = {
    (0.0, 0.0): (True, True, False, False),
    (0.5, 0.0): (False, True, False, False),
    (1.0, 0.0): (False, True, True, False),
    (1.0, 0.5): (False, False, True, False),
    (1.0, 1.0): (False, False, True, True),
    (0.5, 1.0): (False, False, False, True),
    (0.0, 1.0): (True, False, False, True),
    (0.0, 0.5): (True, False, False, False),
}
_KEYS = {
    Qt.Key.Key_Left: (-_STEP, 0.0),
    Qt.Key.Key_Right: (_STEP, 0.0),
    Qt.Key.Key_Up: (0.0, -_STEP),
    Qt.Key.Key_Down: (0.0, _STEP),
}
_LEAVE, _TAKE = (Qt.Key.Key_Escape,), (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CropTool(QWidget):
    """Lies over ``canvas``. ``chosen`` carries the part of the photo as its file has it; ``left`` says that none is.

    What is drawn is kept in fractions of the photo as it is shown, so that it stays where it is while one zooms.
    """

    chosen = Signal(object)
    left = Signal()

    def __init__(self, canvas: ImageCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._part: Part | None = None
        self._sides: tuple[bool, bool, bool, bool] | None = None
        self._start: QPointF | None = None
        self._grip: QPointF | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Part of the photo to look for"))
        self._hint = styled(QLabel(self), "flash")
        self._hint.setText(
            self.tr("Draw around what to look for. Arrows move it, Shift and arrows size it, Esc leaves.")
        )
        self._hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.button = styled(QPushButton(self.tr("Find more like this part"), self), "primary")
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.button.setCursor(Qt.CursorShape.PointingHandCursor)
        self.button.clicked.connect(self._take)
        canvas.installEventFilter(self)
        canvas.scaled.connect(self._arrange)
        self._arrange()
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def part(self) -> Part | None:
        """What is drawn, in fractions of the photo as its file has it."""
        return None if self._part is None else within(unturned(self._part, self._canvas.turns))

    # Events

    def event(self, event: QEvent) -> bool:
        # Keys that are commands of the view it lies on are its own here.
        overriding = event.type() == QEvent.Type.ShortcutOverride
        if overriding and isinstance(event, QKeyEvent) and event.key() in (*_KEYS, *_LEAVE, *_TAKE):
            event.accept()
            return True
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._arrange()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _LEAVE:
            self.left.emit()
        elif key in _TAKE:
            self._take()
        elif key in _KEYS and self._part is None:
            self._set(_MIDDLE)
        elif key in _KEYS and self._part is not None:
            x, y, width, height = self._part
            across, down = _KEYS[key]
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self._set((x, y, max(width + across, _SMALLEST), max(height + down, _SMALLEST)))
            else:
                self._move(x + across, y + down)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            event.ignore()  # the canvas moves the photo with the middle button
            return
        point = event.position()
        self._sides = self._handle_at(point)
        if self._sides is None and self._part is not None and self._area().contains(point):
            self._grip = point - self._area().topLeft()
        elif self._sides is None:
            self._start = self._canvas.placement.fraction(point)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = self._canvas.placement.fraction(event.position())
        if not event.buttons() & Qt.MouseButton.LeftButton:
            self._show_cursor(event.position())
            if event.buttons():
                event.ignore()
        elif self._start is not None:
            self._set(_between(self._start, at))
        elif self._grip is not None:
            corner = self._canvas.placement.fraction(event.position() - self._grip)
            self._move(corner.x(), corner.y())
        elif self._sides is not None and self._part is not None:
            self._resize(self._sides, at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            event.ignore()
            return
        drawn, self._start, self._grip, self._sides = self._start is not None, None, None, None
        area = self._area()
        if drawn and (area.width() < _LEAST or area.height() < _LEAST):
            self._part = None  # a click is no part
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        photo = self._canvas.placement.rect.intersected(QRectF(self.rect()))
        shade, hole = QPainterPath(), QPainterPath()
        shade.addRect(photo)
        if self._part is not None:
            hole.addRect(self._area())
        painter.fillPath(shade.subtracted(hole), QColor(0, 0, 0, 130 if self._part is not None else 60))
        if self._part is not None:
            area = self._area()
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(0, 0, 0, 120), 3))
            painter.drawRect(area)
            painter.setPen(QPen(QColor(255, 255, 255), 1.5))
            painter.drawRect(area)
            painter.setBrush(QColor(255, 255, 255))
            painter.setPen(QPen(QColor(0, 0, 0, 120), 1))
            for at in _HANDLES:
                painter.drawEllipse(self._handle(at), 5, 5)
        painter.end()

    # Helpers

    def _area(self) -> QRectF:
        """Where what is drawn lies in the widget."""
        return QRectF() if self._part is None else self._canvas.placement.area(self._part)

    def _handle(self, at: tuple[float, float]) -> QPointF:
        area = self._area()
        return QPointF(area.left() + at[0] * area.width(), area.top() + at[1] * area.height())

    def _handle_at(self, point: QPointF) -> tuple[bool, bool, bool, bool] | None:
        """Which sides the handle at ``point`` moves; None where there is none."""
        if self._part is None:
            return None
        for at, sides in _HANDLES.items():
            if (self._handle(at) - point).manhattanLength() <= _REACH:
                return sides
        return None

    def _set(self, part: Part) -> None:
        self._part = within(part)
        self._arrange()

    def _move(self, x: float, y: float) -> None:
        """Put the upper left corner there, as far as all of it stays in the photo."""
        assert self._part is not None
        _, _, width, height = self._part
        self._set((min(max(x, 0.0), 1 - width), min(max(y, 0.0), 1 - height), width, height))

    def _resize(self, sides: tuple[bool, bool, bool, bool], at: QPointF) -> None:
        assert self._part is not None
        x, y, width, height = self._part
        left, top, right, bottom = x, y, x + width, y + height
        if sides[0]:
            left = min(at.x(), right - _SMALLEST)
        if sides[1]:
            top = min(at.y(), bottom - _SMALLEST)
        if sides[2]:
            right = max(at.x(), left + _SMALLEST)
        if sides[3]:
            bottom = max(at.y(), top + _SMALLEST)
        self._set((left, top, right - left, bottom - top))

    def _show_cursor(self, point: QPointF) -> None:
        sides = self._handle_at(point)
        shape = Qt.CursorShape.CrossCursor
        if sides is not None:
            across, down = sides[0] or sides[2], sides[1] or sides[3]
            falling = (sides[0] and sides[1]) or (sides[2] and sides[3])
            diagonal = Qt.CursorShape.SizeFDiagCursor if falling else Qt.CursorShape.SizeBDiagCursor
            straight = Qt.CursorShape.SizeHorCursor if across else Qt.CursorShape.SizeVerCursor
            shape = diagonal if across and down else straight
        elif self._area().contains(point):
            shape = Qt.CursorShape.SizeAllCursor
        self.setCursor(shape)

    def _arrange(self) -> None:
        """Place what lies on it."""
        self.resize(self._canvas.size())
        self._hint.setVisible(self._part is None)
        self._hint.adjustSize()
        self._hint.move((self.width() - self._hint.width()) // 2, 24)
        drawing = self._start is not None or self._sides is not None or self._grip is not None
        self.button.setVisible(self._part is not None and not drawing)
        area, size = self._area(), self.button.sizeHint()
        below = min(area.bottom() + 12, self.height() - size.height() - 12.0)
        across = min(max(area.center().x() - size.width() / 2, 12.0), self.width() - size.width() - 12.0)
        self.button.setGeometry(round(across), round(max(below, 12.0)), size.width(), size.height())
        self.update()

    def _take(self) -> None:
        part = self.part
        if part is not None and part[2] >= _SMALLEST / 2 and part[3] >= _SMALLEST / 2:
            self.chosen.emit(part)


def _between(first: QPointF, second: QPointF) -> Part:
    left, right = sorted((first.x(), second.x()))
    top, bottom = sorted((first.y(), second.y()))
    return left, top, right - left, bottom - top

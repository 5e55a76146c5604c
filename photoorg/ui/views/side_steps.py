"""Two quiet buttons at the sides of a large photo that lead to its neighbours, there while the mouse moves."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolButton, QWidget

from photoorg.ui.views.styled import styled

#: Milliseconds after the last movement, pixels from the edge, and the size of a button.
_REST, _MARGIN, _SIDE = 1_800, 14, 44


class SideSteps(QObject):
    """Lays the buttons over ``canvas``. ``canvas`` must have mouse tracking."""

    def __init__(self, canvas: QWidget, previous: QAction, following: QAction) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self.buttons = [self._button(previous), self._button(following)]
        self._timer = QTimer(self, singleShot=True, interval=_REST)
        self._timer.timeout.connect(self._hide)
        canvas.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseMove:
            self._show()
        elif event.type() in (QEvent.Type.Leave, QEvent.Type.Hide) and not self._under_mouse():
            self._hide()
        elif event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _button(self, action: QAction) -> QToolButton:
        button = styled(QToolButton(self._canvas), "side_step")
        button.setDefaultAction(action)
        button.setAccessibleName(action.text())
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.setIconSize(QSize(24, 24))
        button.resize(_SIDE, _SIDE)
        button.hide()
        return button

    def _place(self) -> None:
        down = (self._canvas.height() - _SIDE) // 2
        left, right = self.buttons
        left.move(_MARGIN, down)
        right.move(self._canvas.width() - _SIDE - _MARGIN, down)

    def _show(self) -> None:
        self._place()
        for button in self.buttons:
            button.setVisible(button.isEnabled())
        self._timer.start()

    def _hide(self) -> None:
        if self._under_mouse():
            self._timer.start()
            return
        for button in self.buttons:
            button.hide()

    def _under_mouse(self) -> bool:
        return any(button.underMouse() for button in self.buttons)

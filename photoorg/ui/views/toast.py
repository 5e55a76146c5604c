"""A short message over the window's lower edge, with a button that takes back what it tells of."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from photoorg.ui.views.styled import styled

_MILLISECONDS = 10_000
#: Pixels between the toast and the lower edge: the status line stays in sight.
_ABOVE = 52


class Toast(QFrame):
    """Shows one message at a time over ``window``; ``undo_wanted`` says that its button was pressed.

    It never takes the keyboard: a person who goes on working presses Ctrl+Z.
    """

    undo_wanted = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setObjectName("toast")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._label = QLabel()
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self.button = styled(QPushButton(self.tr("Undo")), "toast_undo")
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.button.setCursor(Qt.CursorShape.PointingHandCursor)
        self.button.clicked.connect(self._undo)
        line = QHBoxLayout(self)
        line.setContentsMargins(18, 8, 10, 8)
        line.setSpacing(14)
        line.addWidget(self._label)
        line.addWidget(self.button)
        self._timer = QTimer(self, singleShot=True, interval=_MILLISECONDS)
        self._timer.timeout.connect(self.hide)
        window.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        """What it says; empty while it is hidden."""
        return "" if self.isHidden() else self._label.text()

    def tell(self, text: str, undoable: bool) -> None:
        """Show a message for some seconds, with the button if it can be taken back."""
        self._label.setText(text)
        self.button.setVisible(undoable)
        self.setAccessibleName(text)
        self.adjustSize()
        self._place()
        self.show()
        self.raise_()
        self._timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        self.move((self._window.width() - self.width()) // 2, self._window.height() - self.height() - _ABOVE)

    def _undo(self) -> None:
        self.hide()
        self.undo_wanted.emit()

"""A word beside the pointer that says what letting go will do."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QWidget

#: Pixels below the pointer, or above it where there is no room below: clear of the picture that is dragged.
_BELOW, _ABOVE = 98, 34


class PointerHint(QLabel):
    """Follows the pointer over ``window``."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setObjectName("pointer_hint")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def say(self, text: str, pointer: QPoint) -> None:
        """Show ``text`` beside ``pointer`` (in the window's coordinates), within the window; nothing hides it."""
        if not text:
            self.hide()
            return
        self.setText(text)
        self.adjustSize()
        room = self._window.rect().adjusted(8, 8, -8 - self.width(), -8 - self.height())
        below = pointer.y() + _BELOW
        top = below if below <= room.bottom() else pointer.y() - _ABOVE - self.height()
        self.move(max(room.left(), min(pointer.x() - 8, room.right())), max(room.top(), top))
        self.show()
        self.raise_()

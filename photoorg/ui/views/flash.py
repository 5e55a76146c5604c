"""A few words over a large photo that say what a key has just done, and go by themselves."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLabel, QWidget

#: Milliseconds, and pixels from the lower edge.
_TIME, _ABOVE = 1_100, 36


class Flash(QLabel):
    """Lies over ``over``, in the middle above its lower edge; the mouse goes through it."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setObjectName("flash")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._over = over
        self._timer = QTimer(self, singleShot=True, interval=_TIME)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def tell(self, text: str) -> None:
        """Show ``text`` for a moment."""
        self.setText(text)
        self.adjustSize()
        self.move((self._over.width() - self.width()) // 2, self._over.height() - self.height() - _ABOVE)
        self.show()
        self.raise_()
        self._timer.start()

"""What is shown over the window while folders are dragged across it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

_INSET = 24


class DropHint(QLabel):
    """Covers ``window`` with a sentence that says what dropping does."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setObjectName("drop_hint")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setText(self.tr("Drop to add the photos in here. The files stay where they are."))
        self.hide()

    def cover(self) -> None:
        """Show it over the whole window."""
        self.setGeometry(self._window.rect().adjusted(_INSET, _INSET, -_INSET, -_INSET))
        self.raise_()
        self.show()

"""A line of text that ends in dots where there is no room for all of it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


class ElidedLabel(QLabel):
    """Takes what width there is; the whole text is its tool tip while it is cut short.

    A text of several lines is shown as one: bars have room for no more.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def setText(self, text: str) -> None:
        self._line = " ".join(text.split()) if "\n" in text else text
        super().setText(text)
        self._tell()

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return hint if self._line == self.text() else QSize(hint.width(), self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, min(super().minimumSizeHint().height(), self.sizeHint().height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        painter.drawText(self.contentsRect(), self.alignment(), self._short())

    def _short(self) -> str:
        return self.fontMetrics().elidedText(self._line, Qt.TextElideMode.ElideRight, self.contentsRect().width())

    def _tell(self) -> None:
        self.setToolTip("" if self._short() == self.text() else self.text())

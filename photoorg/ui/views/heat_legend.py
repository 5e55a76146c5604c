"""What the colours over a large photo mean, in a corner of it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from photoorg.ui.models.heat import colour_table
from photoorg.ui.views.styled import styled

_WIDTH, _MARGIN = 340, 16


class _Scale(QWidget):
    """The colours from cold to warm."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(96, 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shades = QLinearGradient(0, 0, self.width(), 0)
        table = colour_table()
        for place in range(0, 256, 51):
            colour = QColor.fromRgba(table[place])
            colour.setAlpha(255)
            shades.setColorAt(place / 255, colour)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shades)
        painter.drawRoundedRect(self.rect(), 4, 4)
        painter.end()


class HeatLegend(QFrame):
    """Lies in the lower left corner of ``over``; the mouse goes through it."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setObjectName("legend")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._over = over
        self._text = QLabel(wordWrap=True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._scale = QWidget()
        scale = QHBoxLayout(self._scale)
        scale.setContentsMargins(0, 0, 0, 0)
        for part in (QLabel(self.tr("little")), _Scale(), QLabel(self.tr("much"))):
            scale.addWidget(styled(part, "quiet") if isinstance(part, QLabel) else part)
        scale.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(6)
        column.addWidget(self._text)
        column.addWidget(self._scale)
        over.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        """What it says; empty while it is hidden."""
        return "" if self.isHidden() else self._text.text()

    def tell(self, text: str, scale: bool = True) -> None:
        """Say ``text``, and explain the colours if there are any."""
        self._text.setText(text)
        self._scale.setVisible(scale)
        self.setFixedWidth(min(_WIDTH, max(self._over.width() - 2 * _MARGIN, 1)))
        self.setFixedHeight(self.heightForWidth(self.width()) if self.hasHeightForWidth() else self.sizeHint().height())
        self.show()
        self.raise_()
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        self.move(_MARGIN, self._over.height() - self.height() - _MARGIN)

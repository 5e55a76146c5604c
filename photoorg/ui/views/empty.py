"""What is shown where photos would be: one sentence that says what is the case, one that says what to do next."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from photoorg.ui.icons import pixmap
from photoorg.ui.theme import Colours
from photoorg.ui.views.styled import styled

_PICTURE = 64
_ADVICE_WIDTH = 420


class EmptyPage(QWidget):
    """A picture, a headline, a piece of advice and one button; ``chosen`` when it is pressed."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("empty")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._icon = "photo"
        self._colours: Colours | None = None
        self._picture = QLabel()
        self._headline = styled(QLabel(), "headline")
        self._advice = styled(QLabel(wordWrap=True), "advice")
        self._advice.setFixedWidth(_ADVICE_WIDTH)
        self._button = styled(QPushButton(), "primary")
        self._button.setAutoDefault(True)  # outside of dialogs Enter would not press it
        self._button.clicked.connect(self.chosen)
        self._button.hide()
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch(3)
        for part in (self._picture, self._headline, self._advice):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(12)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(4)

    def explain(self, icon: str, headline: str, advice: str, button: str) -> None:
        """Say what is the case and what to do; an empty ``button`` shows none."""
        self._icon = icon
        self._headline.setText(headline)
        self._advice.setText(advice)
        self._advice.setMinimumHeight(self._advice.heightForWidth(_ADVICE_WIDTH))
        self._button.setText(button)
        self._button.setVisible(bool(button))
        self.setFocusProxy(self._button)
        self._draw()

    @property
    def headline(self) -> str:
        """What it says is the case."""
        return self._headline.text()

    @property
    def advice(self) -> str:
        """What it says to do next."""
        return self._advice.text()

    def colour(self, colours: Colours) -> None:
        """Use the colours of a theme."""
        self._colours = colours
        self._draw()

    def _draw(self) -> None:
        if self._colours is None:
            return
        if self._icon == "photoorg":
            drawn = self._sharp("photoorg", self._colours.text, 96)
        else:
            drawn = self._sharp(self._icon, self._colours.muted, _PICTURE)
        self._picture.setPixmap(drawn)

    def _sharp(self, name: str, colour: str, size: int) -> QPixmap:
        ratio = self.devicePixelRatioF()
        drawn = pixmap(name, colour, round(size * ratio))
        drawn.setDevicePixelRatio(ratio)
        return drawn

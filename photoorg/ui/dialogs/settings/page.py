"""What the pages of settings are made of."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from photoorg.ui.library.settings import SettingsState
from photoorg.ui.views.styled import styled


class Page(QWidget):
    """A column of blocks, each a heading, a sentence that says what it is about, and its controls."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = title
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(4, 4, 12, 4)
        self.column.setSpacing(8)

    def show_state(self, state: SettingsState) -> None:
        """Show what is set now."""
        raise NotImplementedError

    def block(self, heading: str, says: str = "") -> None:
        """Begin a block."""
        if self.column.count():
            self.column.addSpacing(14)
        self.column.addWidget(styled(QLabel(heading), "settings_heading"))
        if says:
            self.column.addWidget(styled(QLabel(says, wordWrap=True), "subtitle"))

    def row(self, *parts: QWidget) -> None:
        """Put controls beside each other; the first takes what room there is."""
        line = QHBoxLayout()
        line.setSpacing(8)
        for place, part in enumerate(parts):
            line.addWidget(part, 0 if place else 1)
        self.column.addLayout(line)


def button(text: str, pressed: Callable[[], object], *, means: str = "") -> QPushButton:
    """A button; ``means`` names it for those who do not see what it stands beside."""
    made = QPushButton(text)
    made.setAutoDefault(False)  # else Enter in a field would press it
    made.setAccessibleName(means or text)
    made.clicked.connect(lambda _: pressed())  # which is not told whether the button is down
    return made


def card() -> tuple[QFrame, QVBoxLayout]:
    """A frame for one thing of a list, and the column in it."""
    frame = styled(QFrame(), "profile_card")
    column = QVBoxLayout(frame)
    column.setContentsMargins(14, 10, 14, 10)
    column.setSpacing(6)
    return frame, column

"""The bar at the left: the places one can be in. Whoever adds a place adds an entry."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from photoorg.ui.icons import icon
from photoorg.ui.theme import Colours
from photoorg.ui.views.styled import styled

_WIDTH = 184
_ICON = QSize(18, 18)


@dataclass(frozen=True, slots=True)
class Entry:
    """A place: ``id`` is what ``Sidebar.chosen`` carries."""

    id: str
    text: str
    icon: str


class Sidebar(QFrame):
    """Entries under each other, one of them marked as where one is. ``chosen`` carries an entry's id."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self.setFixedWidth(_WIDTH)
        self.setAccessibleName(self.tr("Places"))
        self._entries: dict[str, tuple[Entry, QToolButton, QLabel]] = {}
        self._group = QButtonGroup(self)
        self._colours: Colours | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(10, 14, 10, 14)
        self._column.setSpacing(2)
        self._column.addStretch(1)

    def add(self, entry: Entry) -> None:
        """Add a place below the others."""
        button = QToolButton()
        button.setCheckable(True)
        button.setText(entry.text)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setIconSize(_ICON)
        button.setFixedWidth(_WIDTH - 20)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(lambda: self.chosen.emit(entry.id))
        count = styled(QLabel(), "count")
        count.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        inside = QHBoxLayout(button)
        inside.setContentsMargins(0, 0, 10, 0)
        inside.addStretch(1)
        inside.addWidget(count)
        self._group.addButton(button)
        self._column.insertWidget(len(self._entries), button)
        self._entries[entry.id] = entry, button, count
        if self._colours is not None:
            self.colour(self._colours)

    def mark(self, entry_id: str) -> None:
        """Show where one is; an id that is no entry's marks none."""
        self._group.setExclusive(False)
        for known, (_, button, _) in self._entries.items():
            button.setChecked(known == entry_id)
        self._group.setExclusive(entry_id in self._entries)

    def show_count(self, entry_id: str, count: int) -> None:
        """Say how many things are there; 0 says nothing."""
        entry, button, label = self._entries[entry_id]
        label.setText(f"{count:,}" if count else "")
        button.setAccessibleName(f"{entry.text}, {count:,}" if count else entry.text)

    def colour(self, colours: Colours) -> None:
        """Use the colours of a theme."""
        self._colours = colours
        for entry, button, _ in self._entries.values():
            button.setIcon(icon(entry.icon, colours.text))

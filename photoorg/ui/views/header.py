"""The bar at the top: where one is, the search field, the size of tiles, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QSizePolicy,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from photoorg.ui.icons import icon
from photoorg.ui.theme import Colours
from photoorg.ui.views.elided import ElidedLabel
from photoorg.ui.views.search_bar import SearchBar
from photoorg.ui.views.styled import styled
from photoorg.ui.views.tile_view import LARGEST, SMALLEST, USUAL

_SEARCH_WIDTH = 520
#: A header narrower than this leaves the size of tiles to the wheel and the keys.
_ROOM = 700
#: One narrower than this leaves what the menu has too to the menu: where one is must stay readable.
_LITTLE = 560


class Header(QFrame):
    """``zoomed`` carries the width of tiles that the person chose."""

    zoomed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self._title = styled(ElidedLabel(), "title")
        self._subtitle = styled(ElidedLabel(), "subtitle")
        self.search = SearchBar()
        self.search.setMaximumWidth(_SEARCH_WIDTH)
        self.search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.sidebar = self._button()
        self.sidebar.hide()
        self.add_folder = self._button()
        self.info = self._button()
        self._menu = self._button()
        self._menu.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu.setAccessibleName(self.tr("Menu"))
        self._menu.setToolTip(self.tr("Menu"))
        self._size = QSlider(Qt.Orientation.Horizontal)
        self._size.setRange(SMALLEST, LARGEST)
        self._size.setValue(USUAL)
        self._size.setFixedWidth(96)
        self._size.setAccessibleName(self.tr("Size of the pictures"))
        self._size.setToolTip(self.tr("Size of the pictures (Ctrl and wheel)"))
        self._size.valueChanged.connect(self.zoomed)
        self._small, self._large = QLabel(), QLabel()

        self._line = line = QHBoxLayout(self)
        line.setContentsMargins(12, 10, 12, 10)
        line.setSpacing(8)
        # There from the first, as the other buttons are: nothing moves when they get their actions.
        self._back, self._forward = self._button(), self._button()
        travel = QHBoxLayout()
        travel.setSpacing(0)
        for button in (self._back, self._forward):
            travel.addWidget(button)
        titles = QHBoxLayout()
        titles.setSpacing(6)
        titles.addWidget(self.sidebar)
        titles.addLayout(travel)
        titles.addLayout(self._titles(), 1)
        line.addLayout(titles, 4)  # it also says what was searched instead of a misspelt word
        line.addWidget(self.search, 4)
        self._right = right = QHBoxLayout()
        right.setSpacing(6)
        right.addStretch(1)
        for part in (self._small, self._size, self._large):
            right.addWidget(part)
        right.addSpacing(8)
        right.addWidget(self.add_folder)
        right.addWidget(self.info)
        right.addWidget(self._menu)
        line.addLayout(right, 3)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = event.size().width() >= _ROOM
        for part in (self._small, self._size, self._large):
            part.setVisible(room)
        for button in (self.add_folder, self.info):
            button.setVisible(event.size().width() >= _LITTLE)
        self._line.setStretchFactor(self._right, 3 if room else 0)

    def show_title(self, title: str, subtitle: str) -> None:
        """Say what the grid shows."""
        self._title.setText(title)
        self._subtitle.setText(subtitle)
        self._subtitle.setVisible(bool(subtitle))

    @property
    def subtitle(self) -> str:
        """What stands below the title."""
        return self._subtitle.text()

    @property
    def title(self) -> str:
        """What it says the grid shows."""
        return self._title.text()

    def show_tile_width(self, width: int) -> None:
        """Move the slider to ``width``, chosen elsewhere."""
        self._size.setValue(width)

    def set_menu(self, menu: QMenu) -> None:
        """Open ``menu`` from the button at the right."""
        self._menu.setMenu(menu)

    def set_travel(self, back: QAction, forward: QAction) -> None:
        """Offer two actions left of the title."""
        self._back.setDefaultAction(back)
        self._forward.setDefaultAction(forward)

    def colour(self, colours: Colours) -> None:
        """Use the colours of a theme."""
        self.search.colour(colours)
        self._menu.setIcon(icon("menu", colours.text))
        ratio = self.devicePixelRatioF()
        for label, name in ((self._small, "small-tiles"), (self._large, "large-tiles")):
            label.setPixmap(icon(name, colours.muted).pixmap(label.fontMetrics().boundingRect("MM").size(), ratio))

    def _titles(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(1)
        column.addStretch(1)
        for label in (self._title, self._subtitle):
            column.addWidget(label)
        column.addStretch(1)
        return column

    def _button(self) -> QToolButton:
        button = QToolButton()
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

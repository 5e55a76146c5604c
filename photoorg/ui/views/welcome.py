"""The first thing a person sees: where their photos may be, what happens next, and what never happens."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from photoorg.core.paths import display_path
from photoorg.ui.icons import icon
from photoorg.ui.theme import Colours
from photoorg.ui.views.styled import styled

_WIDTH = 520
_LOGO, _ICON = 84, 22


class WelcomePage(QFrame):
    """``started`` carries the folders that the person chose; ``folder_wanted`` asks for one more to choose from.

    ``models_wanted`` asks for the page of models.
    """

    started = Signal(list)
    folder_wanted = Signal()
    models_wanted = Signal()

    def __init__(self, suggested: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("empty")
        self._folders: dict[str, QCheckBox] = {}
        self._logo = QLabel()
        self._icons: list[tuple[QLabel, str]] = []
        headline = styled(QLabel(self.tr("Where are your photos?")), "headline")
        self._card = styled(QFrame(), "profile_card")
        self._list = QVBoxLayout(self._card)
        self._list.setContentsMargins(16, 12, 16, 12)
        self._list.setSpacing(8)
        self._another = QPushButton()
        self._another.clicked.connect(self.folder_wanted)
        self._start = styled(QPushButton(), "primary")
        self._start.clicked.connect(self._press)
        works, link = (
            self.tr("Search works at once, in English and German."),
            self.tr("A better model, also for other languages…"),
        )
        for button in (self._another, self._start):
            button.setAutoDefault(True)  # outside of dialogs Enter would not press them
        better = QLabel(f'{works} <a href="models" style="text-decoration: none">{link}</a>', wordWrap=True)
        better.setObjectName("subtitle")
        better.linkActivated.connect(lambda _: self.models_wanted.emit())
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._start)
        buttons.addWidget(self._another)
        buttons.addStretch(1)
        inside = QWidget()
        inside.setMaximumWidth(_WIDTH)
        column = QVBoxLayout(inside)
        column.setSpacing(12)
        column.addWidget(self._logo)
        column.addWidget(headline)
        column.addWidget(self._card)
        column.addLayout(buttons)
        column.addSpacing(10)
        for drawing, text in self._promises():
            column.addLayout(self._promise(drawing, text))
        column.addWidget(better)
        self._lay_out(inside)
        for folder in suggested:
            self.add_folder(folder)
        self._refresh()

    def add_folder(self, folder: str) -> None:
        """List one more folder, chosen."""
        if folder not in self._folders:
            box = QCheckBox(display_path(folder))
            box.toggled.connect(self._refresh)
            self._folders[folder] = box
            self._list.addWidget(box)
        self._folders[folder].setChecked(True)
        self._refresh()

    @property
    def chosen(self) -> list[str]:
        """The folders that are ticked."""
        return [folder for folder, box in self._folders.items() if box.isChecked()]

    def colour(self, colours: Colours) -> None:
        """Use the colours of a theme."""
        ratio = self.devicePixelRatioF()
        self._logo.setPixmap(icon("photoorg", colours.text).pixmap(QSize(_LOGO, _LOGO), ratio))
        for label, name in self._icons:
            label.setPixmap(icon(name, colours.accent).pixmap(QSize(_ICON, _ICON), ratio))

    def _promises(self) -> list[tuple[str, str]]:
        return [
            ("folder", self.tr("Your photos stay where they are. They are read, and nothing is changed unasked.")),
            ("lock", self.tr("Nothing leaves this computer: there is no account, and nothing is uploaded.")),
            (
                "photos",
                self.tr(
                    "They appear as they are read; search and groups follow in the background. "
                    "You can look around meanwhile, and close the window at any time."
                ),
            ),
        ]

    def _promise(self, drawing: str, text: str) -> QHBoxLayout:
        picture, said = QLabel(), styled(QLabel(text, wordWrap=True), "promise")
        self._icons.append((picture, drawing))
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(said, 1)
        return line

    def _lay_out(self, inside: QWidget) -> None:
        """In the middle where there is room, and to be scrolled where there is none."""
        middle = styled(QWidget(), "empty")
        line, column = QHBoxLayout(middle), QVBoxLayout()
        column.addStretch(2)
        column.addWidget(inside)
        column.addStretch(3)
        line.addStretch(1)
        line.addLayout(column, 12)
        line.addStretch(1)
        inside.setMinimumWidth(280)
        area = QScrollArea(widgetResizable=True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(middle)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        self.setFocusProxy(self._start)

    def _refresh(self) -> None:
        self._card.setVisible(bool(self._folders))
        self._another.setVisible(bool(self._folders))
        self._another.setText(self.tr("Another folder…"))
        self._start.setText(self.tr("Start") if self._folders else self.tr("Choose a folder…"))
        self._start.setEnabled(bool(self.chosen) or not self._folders)

    def _press(self) -> None:
        if self._folders:
            self.started.emit(self.chosen)
        else:
            self.folder_wanted.emit()

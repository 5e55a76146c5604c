"""Where archived photos go, and how they are laid out there."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from photoorg.ui.dialogs.settings.page import Page, button
from photoorg.ui.library.settings import ARCHIVE, PATTERN, Settings, SettingsState
from photoorg.ui.views.styled import styled

#: A photo that the pattern is shown with.
_EXAMPLE = {"year": "2024", "month": "05", "day": "17", "folder": "Lisbon"}


def example(pattern: str) -> str:
    """The folder that a pattern makes for a photo of 17 May 2024 in a folder ``Lisbon``."""
    return re.sub(r"\{(\w*)\}", lambda field: _EXAMPLE.get(field[1], field[0]), pattern)


class ArchivePage(Page):
    """Two fields; each takes effect when it is left."""

    def __init__(self, settings: Settings, choose_folder: Callable[[QWidget], str]) -> None:
        super().__init__("")
        self.title = self.tr("Archive")
        self._settings = settings
        self._choose_folder = choose_folder
        self.block(
            self.tr("Where archived photos go"),
            self.tr("Archived photos leave the timeline and stay searchable. What is archived already stays there."),
        )
        self._folder = QLineEdit()
        self._folder.setPlaceholderText(self.tr("A folder Archive beside the folder you added"))
        self._folder.setAccessibleName(self.tr("Folder of the archive"))
        self._folder.editingFinished.connect(self._set_folder)
        self.row(self._folder, button(self.tr("Choose…"), self._choose))
        self.block(
            self.tr("How they are laid out there"),
            self.tr("Folders below the archive, of {year}, {month}, {day} and {folder}, where the photo was."),
        )
        self._pattern = QLineEdit()
        self._pattern.setAccessibleName(self.tr("Pattern of the archive's folders"))
        self._pattern.textChanged.connect(self._show_example)
        self._pattern.editingFinished.connect(self._set_pattern)
        self._example = styled(QLabel(), "subtitle")
        self.row(self._pattern)
        self.column.addWidget(self._example)
        self.column.addStretch(1)
        self._state: SettingsState | None = None

    def show_state(self, state: SettingsState) -> None:
        """Show what is set; a field that the person is in keeps what they typed."""
        self._state = state
        for field, value in ((self._folder, state.archive), (self._pattern, state.pattern)):
            if not field.hasFocus():
                field.setText(value)

    def _choose(self) -> None:
        folder = self._choose_folder(self)
        if folder:
            self._folder.setText(folder)
            self._set_folder()

    def _set_folder(self) -> None:
        value = self._folder.text().strip()
        if self._state is not None and value != self._state.archive:
            self._settings.set(ARCHIVE, value)

    def _set_pattern(self) -> None:
        value = self._pattern.text().strip()
        if self._state is not None and value != self._state.pattern:
            self._settings.set(PATTERN, value)

    def _show_example(self, pattern: str) -> None:
        self._example.setText(self.tr("For example {folder}").format(folder=f"Archive/{example(pattern)}/IMG_1.jpg"))

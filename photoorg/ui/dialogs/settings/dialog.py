"""The settings: pages beside a list of them. Every change takes effect at once, so there is nothing to confirm."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from photoorg.ui.dialogs.settings.archive_page import ArchivePage
from photoorg.ui.dialogs.settings.catalog_page import CatalogPage
from photoorg.ui.dialogs.settings.folders_page import FoldersPage
from photoorg.ui.dialogs.settings.page import Page
from photoorg.ui.dialogs.settings.window_page import WindowPage
from photoorg.ui.library.settings import Settings, SettingsState
from photoorg.ui.views.styled import styled

if TYPE_CHECKING:
    from photoorg.ui.library.battery import Battery
    from photoorg.ui.remembered import Remembered
    from photoorg.ui.theme import Theme

_SIZE = (760, 540)
_LIST, _ROW = 150, 34


class SettingsDialog(QDialog):
    """Shows ``settings``, and hands on what the person wants; ``models_wanted`` asks for the page of models."""

    models_wanted = Signal()

    def __init__(
        self,
        settings: Settings,
        theme: Theme,
        remembered: Remembered,
        battery: Battery,
        choose_folder: Callable[[QWidget], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Settings"))
        self.resize(*_SIZE)
        window = WindowPage(theme, remembered, battery)
        window.models_wanted.connect(self.models_wanted)
        self.pages: list[Page] = [
            FoldersPage(settings, choose_folder),
            ArchivePage(settings, choose_folder),
            window,
            CatalogPage(settings),
        ]
        self._problem = styled(QLabel(wordWrap=True), "problem")
        self._problem.hide()
        self._lay_out()
        settings.told.connect(self._show)
        settings.failed.connect(self._fail)
        settings.look()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()  # it ends the typing in a field, and is no wish to close
        else:
            super().keyPressEvent(event)

    @property
    def problem(self) -> str:
        """What it says went wrong."""
        return "" if self._problem.isHidden() else self._problem.text()

    def _lay_out(self) -> None:
        names, stack = styled(QListWidget(), "settings_list"), QStackedWidget()
        names.setAccessibleName(self.tr("Pages"))
        names.setFixedWidth(_LIST)
        for page in self.pages:
            item = QListWidgetItem(page.title, names)
            item.setSizeHint(QSize(_LIST, _ROW))
            area = QScrollArea(widgetResizable=True)
            area.setFrameShape(QFrame.Shape.NoFrame)
            area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            area.setWidget(styled(page, "settings_page"))
            stack.addWidget(area)
        names.currentRowChanged.connect(stack.setCurrentIndex)
        names.setCurrentRow(0)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        line, column = QHBoxLayout(), QVBoxLayout(self)
        line.setSpacing(16)
        line.addWidget(names)
        line.addWidget(stack, 1)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(12)
        column.addLayout(line, 1)
        column.addWidget(self._problem)
        column.addWidget(buttons)

    def _show(self, state: SettingsState) -> None:
        for page in self.pages:
            page.show_state(state)

    def _fail(self, message: str) -> None:
        self._problem.setText(message)
        self._problem.show()

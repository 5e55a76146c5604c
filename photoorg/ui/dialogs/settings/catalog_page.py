"""Where the catalog lies and how large it is, a copy of it, and what was logged."""

from __future__ import annotations

import os
from collections.abc import Callable

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget

from photoorg.core.paths import display_path
from photoorg.ui.dialogs.settings.page import Page, button
from photoorg.ui.library.settings import Settings, SettingsState
from photoorg.ui.log_file import NAME
from photoorg.ui.views.fact_label import FactLabel
from photoorg.ui.views.styled import styled
from photoorg.ui.wording.spoken import spoken_size


def ask_for_file(parent: QWidget) -> str:
    """Let the person choose where the backup goes; empty when they chose nothing."""
    name, _ = QFileDialog.getSaveFileName(
        parent, parent.tr("Where should the backup go?"), "photoorg-backup.db", "photoorg (*.db)"
    )
    return name


class CatalogPage(Page):
    """Places to look at, and a button that copies the database."""

    def __init__(self, settings: Settings, choose_file: Callable[[QWidget], str] = ask_for_file) -> None:
        super().__init__("")
        self.title = self.tr("Catalog")
        self._settings = settings
        self._choose_file = choose_file
        self._catalog = ""
        self._place, self._size, self._log = FactLabel(), styled(QLabel(), "subtitle"), FactLabel()
        self.block(
            self.tr("What photoorg knows"),
            self.tr("Everything about your photos, and small pictures of them, is in one folder. Your photos are not."),
        )
        self.row(
            self._place, button(self.tr("Open"), lambda: self._open(""), means=self.tr("Open the catalog's folder"))
        )
        self.column.addWidget(self._size)
        self.block(
            self.tr("Backup"),
            self.tr(
                "A copy of groups, names, stars, history and all that was found in the photos, in one file. To go "
                "back to it, close photoorg and put it in the place of catalog.db in the folder above."
            ),
        )
        self._told = styled(QLabel(wordWrap=True), "subtitle")
        self.row(self._told, button(self.tr("Back up…"), self._back_up))
        self.block(
            self.tr("Log"), self.tr("What went on, for when something goes wrong. It never leaves this computer.")
        )
        self.row(self._log, button(self.tr("Open"), lambda: self._open(NAME), means=self.tr("Open the log")))
        self.column.addStretch(1)
        settings.done.connect(self._told.setText)

    def show_state(self, state: SettingsState) -> None:
        """Show where the catalog is, and how large."""
        self._catalog = state.catalog
        self._place.show_fact(display_path(state.catalog))
        self._size.setText(spoken_size(state.bytes))
        self._log.show_fact(display_path(os.path.join(state.catalog, NAME)))

    def _open(self, name: str) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(os.path.join(self._catalog, name)))

    def _back_up(self) -> None:
        file = self._choose_file(self)
        if file:
            self._told.setText(self.tr("Writing the backup…"))
            self._settings.back_up(file)

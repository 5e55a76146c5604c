"""The first run and the settings: what a person decides about the library as a whole."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Qt

from photoorg.ui.library.battery import Battery
from photoorg.ui.library.folder_menu import FolderMenu
from photoorg.ui.library.settings import Settings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from photoorg.services import Services
    from photoorg.ui.job_runner import JobRunner
    from photoorg.ui.views.main_window import MainWindow


class SettingUp(QObject):
    """Opens what it is asked for; nothing is made before."""

    def __init__(self, window: MainWindow, services: Services, runner: JobRunner) -> None:
        super().__init__(window)
        self._window = window
        self.settings = Settings(services, runner, window.indexing, self)
        self.battery = Battery(window)
        FolderMenu(window)
        window.page.add_page("welcome", self.tr("Welcome"), self._welcome)

    def show_settings(self) -> None:
        """Show everything that can be set."""
        from photoorg.ui.dialogs.settings.dialog import SettingsDialog

        window = self._window
        dialog = SettingsDialog(
            self.settings, window.theme, window.remembered, self.battery, window.choose_folder, window
        )
        dialog.models_wanted.connect(self.show_encoders)
        dialog.finished.connect(window.library.look)
        dialog.finished.connect(window.remembered.save)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def show_encoders(self) -> None:
        """List the models to choose from."""
        from photoorg.ui.dialogs.encoders import EncodersDialog

        dialog = EncodersDialog(self._window.encoders, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _welcome(self) -> QWidget:
        from photoorg.ui.views.welcome import WelcomePage

        window = self._window
        page = WelcomePage(suggestions())
        page.colour(window.theme.colours)
        window.theme.changed.connect(page.colour)
        page.started.connect(window.add_folders)
        page.models_wanted.connect(self.show_encoders)

        def choose() -> None:
            folder = window.choose_folder(window)
            if folder:
                page.add_folder(folder)

        page.folder_wanted.connect(choose)
        return page


def suggestions() -> list[str]:
    """The folder of pictures that this system has for a person, if it is there and holds anything."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
    home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.HomeLocation)
    try:
        with os.scandir(folder) as entries:
            any_inside = next(entries, None) is not None
    except OSError:
        return []
    return [folder] if any_inside and folder != home else []

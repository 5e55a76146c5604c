"""Where the file of a photo is: shown in the file manager, or copied as a path."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from photoorg.core.paths import display_path
from photoorg.ui.photos.file_manager import show_in_file_manager

if TYPE_CHECKING:
    from photoorg.ui.views.main_window import MainWindow


class Locating(QObject):
    """Acts on the photo that commands are about."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def show_file(self) -> None:
        """Open the folder of the photo."""
        photo = self._window.subject()
        if photo is not None and not show_in_file_manager(photo.path):
            self._window.page.status_line.show_message(display_path(photo.path))

    def copy_path(self) -> None:
        """Put the path of the photo on the clipboard."""
        photo = self._window.subject()
        if photo is not None:
            QGuiApplication.clipboard().setText(display_path(photo.path))
            self._window.page.status_line.show_message(self.tr("The path is on the clipboard."))

"""The file of a photo: shown in the file manager, opened in another program, or copied as a path."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from photoorg.core.paths import display_path
from photoorg.ui.photos.file_manager import open_in_other_program, show_in_file_manager

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

    def open_outside(self) -> None:
        """Open the photo in the system's program for pictures."""
        photo = self._window.subject()
        if photo is not None and not open_in_other_program(photo.path):
            self._window.page.status_line.show_message(self.tr("No other program opens this file."))

    def copy_path(self) -> None:
        """Put the path of the photo on the clipboard."""
        photo = self._window.subject()
        if photo is not None:
            QGuiApplication.clipboard().setText(display_path(photo.path))
            self._window.page.status_line.show_message(self.tr("The path is on the clipboard."))

"""Hands a file to the system: to its file manager, or to the program for files of its kind."""

from __future__ import annotations

import os

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def show_in_file_manager(path: str) -> bool:
    """Open the folder that holds ``path`` in the system's file manager; whether there was one to ask."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(os.path.dirname(path)))


def open_in_other_program(path: str) -> bool:
    """Open ``path`` in the system's program for such files; whether there was one to ask."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(path))

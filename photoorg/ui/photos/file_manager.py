"""Hands a file to the system's file manager."""

from __future__ import annotations

import os

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def show_in_file_manager(path: str) -> bool:
    """Open the folder that holds ``path`` in the system's file manager; whether there was one to ask."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(os.path.dirname(path)))

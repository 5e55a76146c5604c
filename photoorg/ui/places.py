"""Fills the side bar with what the library holds, and goes where the person wants to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from photoorg.ui.views.main_window import MainWindow


class Places(QObject):
    """Goes between the side bar and what the window shows."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.page.sidebar.chosen.connect(self.go)

    def go(self, entry_id: str) -> None:
        """Show the place of an entry of the side bar; the keyboard goes there too."""
        entry = self._window.page.sidebar.entry(entry_id)
        if entry is not None and entry.wish is not None:
            self._window.search(entry.wish)
            self._window.page.focus_shown()

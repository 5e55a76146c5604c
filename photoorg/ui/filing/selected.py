"""What can be done with several selected photos, as buttons in the status line: nobody need know the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from photoorg.ui.command_sets.menus import SELECTED

if TYPE_CHECKING:
    from photoorg.ui.views.main_window import MainWindow


class SelectedPhotos(QObject):
    """Keeps the buttons up to date. The bars of a review, of duplicates, of the archive and of the trash have their
    own."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._shown: list[str] = []
        self._timer = QTimer(self, singleShot=True, interval=0)  # once for all that changes together
        self._timer.timeout.connect(self._look)
        window.grid.selection_changed.connect(self._timer.start)
        window.browsing.shown.connect(self._timer.start)

    def _look(self) -> None:
        window = self._window
        several = window.browsing.in_grid and window.grid.selected_count() > 1
        elsewhere = window.page.cluster_bar.tells or window.browsing.wish.put_away is not None
        offered = several and not elsewhere
        names = [name for name in SELECTED if offered and window.commands[name].enabled()]
        if names != self._shown:
            self._shown = names
            window.page.status_line.offer([window.command_actions[name] for name in names])

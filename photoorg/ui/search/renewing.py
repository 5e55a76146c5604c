"""Results of a search that was made while photos are being read: they fill as long as nobody has laid hands on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from photoorg.ui.views.main_window import MainWindow

#: Milliseconds between two searches for the same thing.
_REST = 3_000


class Renewing(QObject):
    """Searches again when the library has grown. What is scrolled, selected, reviewed or looked at stays as it is."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._timer = QTimer(self, singleShot=True, interval=_REST)
        self._timer.timeout.connect(self._look)
        window.library.changed.connect(self._changed)

    def _changed(self) -> None:
        if self._window.browsing.outdated and not self._timer.isActive():
            self._timer.start()

    def _look(self) -> None:
        window = self._window
        untouched = not window.grid.verticalScrollBar().value() and not window.grid.selected_count()
        if untouched and not window.viewing and not window.reviewing.active:
            window.browsing.renew()

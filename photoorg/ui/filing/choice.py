"""Says all the while what is chosen, where many photos are chosen at once: how many, how large, how many unseen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from photoorg.ui.wording.spoken import spoken_number, spoken_size

if TYPE_CHECKING:
    from photoorg.ui.views.main_window import MainWindow

#: Milliseconds after which what is chosen is counted anew, however often it changes.
_REST = 60


class Choice(QObject):
    """Keeps the bar over the photos up to date while it shows what is chosen."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._size = 0
        self._timer = QTimer(self, singleShot=True, interval=_REST)
        self._timer.timeout.connect(self._measure)
        window.grid.selection_changed.connect(self.look)
        window.browsing.shown.connect(self.look)  # where nothing is chosen, nothing changes
        window.grid.verticalScrollBar().valueChanged.connect(self.look)

    @property
    def told(self) -> bool:
        """Whether the person is told all the while what is chosen, and need not be asked."""
        return self._window.page.cluster_bar.tells

    def look(self) -> None:
        """Count again soon, if it is told."""
        if self.told and not self._timer.isActive():
            self._timer.start()

    def _measure(self) -> None:
        if not self.told:
            return
        ids = list(self._window.grid.selected_ids())
        self._say(len(ids))
        self._window.file_actions.foretelling.measure(ids, self._measured, lane="choice")

    def _measured(self, size: int) -> None:
        self._size = size
        if self.told:
            self._say(self._window.grid.selected_count())

    def _say(self, count: int) -> None:
        if not count:
            self._window.page.cluster_bar.show_chosen(self.tr("nothing chosen"))
            return
        foretelling = self._window.file_actions.foretelling
        parts = [self.tr("{photos} chosen").format(photos=foretelling.photos(count)), spoken_size(self._size)]
        hidden = foretelling.out_of_sight()
        if hidden:
            parts.append(self.tr("{n} out of sight").format(n=spoken_number(hidden)))
        self._window.page.cluster_bar.show_chosen("  ·  ".join(parts))

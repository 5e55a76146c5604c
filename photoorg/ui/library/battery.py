"""Holds the background work while this computer runs on its battery, if the person wants that."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from photoorg.core.power import on_battery

if TYPE_CHECKING:
    from photoorg.ui.views.main_window import MainWindow

#: Milliseconds between two looks at the battery, while work goes on or is held.
_LOOK = 20_000
#: The name under which it is remembered.
_PAUSE = "pause_on_battery"


class Battery(QObject):
    """Looks only while photos are being read. Work that a person lets go on is not held again until mains came."""

    def __init__(self, window: MainWindow, feeds: Callable[[], bool | None] = on_battery) -> None:
        super().__init__(window)
        self._window = window
        self._feeds = feeds
        self._held = self._overruled = False
        self._timer = QTimer(self, interval=_LOOK)
        self._timer.timeout.connect(self.look)
        window.indexing.started.connect(self._started)
        window.indexing.ended.connect(self._timer.stop)
        window.indexing.held.connect(lambda held: None if held else self._overrule())

    @property
    def present(self) -> bool:
        """Whether there is a battery that could feed this computer."""
        return self._feeds() is not None

    @property
    def pausing(self) -> bool:
        """Whether the person wants work held on the battery."""
        return self._window.remembered.get(_PAUSE, False)

    def set_pausing(self, pausing: bool) -> None:
        """Hold work on the battery from now on, or never."""
        self._window.remembered.put(_PAUSE, pausing)
        self._overruled = False
        self.look()

    def look(self) -> None:
        """Hold the work, or let it go on, as it should be now."""
        drained = bool(self._feeds())
        if not drained:
            self._overruled = False
        wanted = drained and self.pausing and not self._overruled
        indexing = self._window.indexing
        if wanted and indexing.running and not indexing.paused:
            self._held = True
            indexing.pause()
            self._window.page.status_line.show_message(self.tr("Paused while this computer runs on its battery."))
        elif not wanted and self._held:
            self._held = False
            indexing.resume()

    def _started(self) -> None:
        self._held = False
        self._timer.start()
        if self.pausing:
            self.look()

    def _overrule(self) -> None:
        self._overruled, self._held = True, False

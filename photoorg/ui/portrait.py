"""Draws the window into a file once it has come to rest: for the README, and for machines without a display."""

from __future__ import annotations

import time
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from photoorg.ui.job_runner import JobRunner
from photoorg.ui.search.browsing import Wish
from photoorg.ui.views.main_window import SIZE, MainWindow

_LOOK = 100
_PATIENCE = 900.0


class Portrait(QObject):
    """Waits until nothing moves, searches ``wish`` if it asks for something, waits again, draws, closes.

    ``code`` is 0 when the picture was written, 1 when it could not be, or the window never came to rest.
    """

    def __init__(self, window: MainWindow, runner: JobRunner, file: Path, wish: Wish) -> None:
        super().__init__(window)
        window.resize(SIZE)
        self.code = 1
        self._window = window
        self._runner = runner
        self._file = file
        self._wish = wish
        self._began = time.monotonic()
        self._calm = 0
        self._timer = QTimer(self, interval=_LOOK)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        resting = self._window.known and not self._runner.busy and not self._window.thumbnails.loading
        self._calm = self._calm + 1 if resting else 0
        if time.monotonic() - self._began > _PATIENCE:
            self._finish(False)
        elif self._calm >= 3 and not self._wish.everything:
            self._window.search(self._wish)
            self._wish, self._calm = Wish(), 0
        elif self._calm >= 3:
            self._finish(self._window.grab().save(str(self._file)))

    def _finish(self, written: bool) -> None:
        self._timer.stop()
        self.code = 0 if written else 1
        self._window.close()

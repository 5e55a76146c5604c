"""Drives the real window as a person would, and measures it: what `photoorg bench window` runs in a process of its own.

Qt is imported in the functions: a ``Watch`` is there before the window, whose start it measures.
"""

from __future__ import annotations

import logging
import random
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from photoorg.ui.views.main_window import MainWindow

#: Far jumps, and steps of the wheel, of which the figures are taken.
JUMPS, STEPS = 30, 300
_PATIENCE = 60.0
#: Seconds without anything to do before a jump, as between two of a person's.
_REST = 0.15


class Measuring:
    """Measures an open window; times are milliseconds."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def measure(self) -> dict[str, object]:
        """Everything, in the order in which a person would meet it.

        Raises:
            TimeoutError: the window did not get there.
        """
        stopped: list[bool] = []
        self._window.indexing.stop(lambda: stopped.append(True))  # the background is another measurement
        self._until(lambda: bool(stopped))
        self._settle()
        jumps = self.jumps()
        steps = self.steps()
        self._find_similar()
        return {"jumps_ms": jumps, "steps_ms": steps, "bytes": _resident()}

    def jumps(self) -> list[float]:
        """From a far jump of the scroll bar until all thumbnails in sight are painted."""
        chance = random.Random(0)
        bar, measured = self._window.grid.verticalScrollBar(), []
        for _ in range(JUMPS):
            self._pass(_REST)
            began = time.perf_counter()
            bar.setValue(chance.randrange(bar.maximum()))
            self._until(self._shows_all)
            self._window.grid.viewport().repaint()
            measured.append((time.perf_counter() - began) * 1000)
        return measured

    def steps(self) -> list[float]:
        """What a step of the wheel keeps the event loop from: scrolling, painting, and thumbnails that arrived."""
        from PySide6.QtWidgets import QApplication

        bar, measured = self._window.grid.verticalScrollBar(), []
        bar.setValue(bar.maximum() // 3)
        self._settle()
        for _ in range(STEPS):
            began = time.perf_counter()
            bar.setValue(bar.value() + bar.singleStep())
            QApplication.processEvents()  # which paints what came into sight
            measured.append((time.perf_counter() - began) * 1000)
            time.sleep(0.016)  # as far apart as the frames of a display
        return measured

    def _find_similar(self) -> None:
        """Search once, so that the vectors are in use."""
        window = self._window
        window.grid.setCurrentIndex(window.model.index(window.model.rowCount() // 2))
        self._until(lambda: window.subject() is not None)
        window.commands.run("similar")
        self._until(lambda: window.browsing.wish.searched and window.browsing.showing.certainties is not None)
        self._settle()

    def _shows_all(self) -> bool:
        window = self._window
        contents = window.model.showing.contents
        return all(window.thumbnails.get(contents[row]) is not None for row in window.grid.visible_rows())

    def _settle(self) -> None:
        self._until(lambda: not self._window.thumbnails.loading and self._shows_all())

    def _pass(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        self._until(lambda: time.monotonic() >= end)

    def _until(self, reached: Callable[[], bool]) -> None:
        from PySide6.QtCore import QEventLoop
        from PySide6.QtWidgets import QApplication

        end = time.monotonic() + _PATIENCE
        while not reached():
            if time.monotonic() > end:
                raise TimeoutError("The window did not get there.")
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 2)


def _resident() -> int:
    """Bytes of memory that this process holds, shared pages and mapped files included; 0 where it cannot be read."""
    try:
        with open("/proc/self/statm", encoding="ascii") as file:
            import resource

            return int(file.read().split()[1]) * resource.getpagesize()
    except OSError:
        return 0


#: What the log says of a start, and as what it is told.
_MOMENTS = {"First paint": "paint_ms", "First rows": "usable_ms", "First photos": "photos_ms"}


class Watch(logging.Handler):
    """Hears from the log when the window was painted and when it showed photos; then measures, and closes it.

    ``began`` is the moment (``time.monotonic()``) at which the process was started.
    """

    def __init__(self, began: float) -> None:
        super().__init__()
        self._began = began
        log = logging.getLogger("photoorg.ui.app")
        log.setLevel(logging.INFO)
        log.addHandler(self)
        self.found: dict[str, object] = {}

    def emit(self, record: logging.LogRecord) -> None:
        key = _MOMENTS.get(record.getMessage())
        if key is not None:
            self.found[key] = (time.monotonic() - self._began) * 1000
        if key == "photos_ms":
            from PySide6.QtCore import QTimer

            QTimer.singleShot(0, self._measure)

    def _measure(self) -> None:
        from PySide6.QtWidgets import QApplication

        from photoorg.ui.views.main_window import MainWindow

        try:
            window = next(each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow))
            self.found.update(Measuring(window).measure())
        finally:
            QApplication.closeAllWindows()

"""Watches the real window come up, drives it as a person would, and measures it: for `photoorg bench`.

Qt is imported in the functions: a ``Watch`` is there before the window, whose start it measures.
"""

from __future__ import annotations

import logging
import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from photoorg.ui.views.main_window import MainWindow

#: Far jumps, and steps of the wheel, of which the figures are taken.
JUMPS, STEPS = 30, 300
_PATIENCE = 60.0
#: Seconds without anything to do before a jump, as between two of a person's.
_REST = 0.15
#: Milliseconds between two looks whether something is reached that nothing tells of.
_LOOK = 20


class Measuring:
    """Measures an open window; times are milliseconds."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def measure(self) -> dict[str, object]:
        """Everything, in the order in which a person would meet it.

        Raises:
            TimeoutError: the window did not get there.
        """
        from photoorg.ui.views.main_window import SIZE

        self._window.resize(SIZE)  # whatever the screen: there may be none
        stopped: list[bool] = []
        self._until(lambda: self._window.known)  # indexing begins then
        self._window.indexing.stop(lambda: stopped.append(True))  # the background is another measurement
        self._until(lambda: bool(stopped))
        self._settle()
        jumps, sharp = self.jumps()
        steps = self.steps()
        self._find_similar()
        return {"jumps_ms": jumps, "sharp_ms": sharp, "steps_ms": steps, "bytes": _resident()}

    def jumps(self) -> tuple[list[float], list[float]]:
        """From a far jump of the scroll bar until all thumbnails in sight are painted, and until all are sharp."""
        import random  # here: the start is measured without it

        chance = random.Random(0)
        bar = self._window.grid.verticalScrollBar()
        shown: list[float] = []
        sharp: list[float] = []
        for _ in range(JUMPS):
            self._pass(_REST)
            began = time.perf_counter()
            bar.setValue(chance.randrange(bar.maximum()))
            for reached, measured in ((self._shows_all, shown), (self._all_sharp, sharp)):
                self._until(reached)
                self._window.grid.viewport().repaint()
                measured.append((time.perf_counter() - began) * 1000)
        return shown, sharp

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

    def _in_sight(self) -> list[int]:
        contents = self._window.model.showing.contents
        return [contents[row] for row in self._window.grid.visible_rows()]

    def _shows_all(self) -> bool:
        return all(self._window.thumbnails.get(content) is not None for content in self._in_sight())

    def _all_sharp(self) -> bool:
        return self._shows_all() and all(map(self._window.thumbnails.proper, self._in_sight()))

    def _settle(self) -> None:
        self._until(lambda: not self._window.thumbnails.loading and self._shows_all())

    def _pass(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        self._until(lambda: time.monotonic() >= end)

    def _until(self, reached: Callable[[], bool]) -> None:
        """Let the window be until ``reached``: it sleeps between events, as while a person looks at it."""
        from PySide6.QtCore import QEventLoop, QTimer

        if reached():
            return
        end, loop, timer = time.monotonic() + _PATIENCE, QEventLoop(), QTimer(interval=_LOOK)

        def look() -> None:
            if reached() or time.monotonic() > end:
                loop.quit()

        timer.timeout.connect(look)
        loaded = self._window.thumbnails.loaded.connect(look)
        timer.start()
        loop.exec()
        timer.stop()
        self._window.thumbnails.loaded.disconnect(loaded)
        if not reached():
            raise TimeoutError("The window did not get there.")


def _resident() -> int:
    """Bytes of memory that this process holds, shared pages and mapped files included; 0 where it cannot be read."""
    try:
        with open("/proc/self/statm", encoding="ascii") as file:
            import resource

            return int(file.read().split()[1]) * resource.getpagesize()
    except OSError:
        return 0


#: What is done with a window that was opened: it is watched until it shows photos, or driven after that; or a key is
#: pressed as soon as photos lie in its grid.
Mode = Literal["look", "drive", "key"]

#: What the log says of a start, and as what it is told.
_MOMENTS = {
    "First paint": "paint_ms",
    "First rows": "usable_ms",
    "First photos": "photos_ms",
    "Complete": "complete_ms",
}


class Watch(logging.Handler):
    """Hears from the log when the window was painted and when it showed photos; then goes on as ``mode`` says.

    ``began`` is the moment (``time.monotonic()``) at which the process was started.
    """

    def __init__(self, began: float, mode: Mode = "look") -> None:
        super().__init__()
        self._began = began
        self._mode = mode
        #: Whether everything was found.
        self.done = False
        log = logging.getLogger("photoorg.ui.app")
        log.setLevel(logging.INFO)
        log.addHandler(self)
        self.found: dict[str, Any] = {}
        self._turned = 0.0

    def emit(self, record: logging.LogRecord) -> None:
        key = _MOMENTS.get(record.getMessage())
        if key is None:
            return
        self.found[key] = (time.monotonic() - self._began) * 1000
        if key == "usable_ms":
            self._later(self._press if self._mode == "key" else self._turn)
        if self._mode != "key" and {"photos_ms", "complete_ms"} <= self.found.keys():
            self._later(self._finish)

    def _later(self, then: Callable[[], None]) -> None:
        from PySide6.QtCore import QTimer

        QTimer.singleShot(0, then)

    def _turn(self) -> None:
        """Note how long the event loop has been away since it came here last, until the window is complete."""
        now = time.monotonic() * 1000
        self.found["pause_ms"] = max(self.found.get("pause_ms", 0.0), now - self._turned) if self._turned else 0.0
        self._turned = now
        if "complete_ms" not in self.found:
            self._later(self._turn)

    def _press(self) -> None:
        """Press the keys that lead to the search field, and see when they have done so."""
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        window, pressed = _window(), time.monotonic()
        answered: list[float] = []
        window.page.header.search.entered.connect(lambda: answered.append(time.monotonic()))
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        if answered:
            self.found["key_ms"] = (answered[0] - pressed) * 1000
        self._close(bool(answered) and window.page.header.search.typing)

    def _finish(self) -> None:
        self.found["torch"] = "torch" in sys.modules
        try:
            if self._mode == "drive":
                self.found.update(Measuring(_window()).measure())
        except Exception:
            self._close(False)
            raise
        self._close(True)

    def _close(self, done: bool) -> None:
        from PySide6.QtWidgets import QApplication

        self.done = done
        QApplication.closeAllWindows()


def _window() -> MainWindow:
    from PySide6.QtWidgets import QApplication

    from photoorg.ui.views.main_window import MainWindow

    return next(each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow))

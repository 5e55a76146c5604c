"""The composition root of the window: makes the parts, shows the window, and ends everything in order.

Nothing that this module imports may import torch, numpy or a database: the window is painted first.
"""

from __future__ import annotations

import gc
import logging
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

# isort: off
import photoorg.services  # before Qt, which makes imports slower until the next line has run
import photoorg.ui.qt_import

# isort: on
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from photoorg.core.errors import CannotError
from photoorg.core.paths import resource
from photoorg.ui import log_file, memory, qt_log
from photoorg.ui.job_runner import JobRunner
from photoorg.ui.library.last_seen import LastSeen
from photoorg.ui.remembered import Remembered
from photoorg.ui.search.browsing import Wish
from photoorg.ui.theme import STYLE, STYLED, Appearance, Theme
from photoorg.ui.views.main_window import MainWindow
from photoorg.ui.wording import language

if TYPE_CHECKING:
    from photoorg.ui.library.watching import Watching

_log = logging.getLogger(__name__)

#: Seconds after which a thread that works in the background lets the window's thread go on; Python's own is 5 ms, and
#: a turn of the event loop may have to ask ten times.
_SWITCH = 0.001
#: Any of these variables says where Qt can show a window on Linux.
_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def application(*, offscreen: bool) -> QApplication:
    """The one application object, named and with its icon; ``offscreen`` paints without any display.

    Raises:
        CannotError: a display is needed, and there is none.
    """
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    if offscreen:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    elif sys.platform == "linux" and not any(map(os.environ.get, _DISPLAYS)):
        raise CannotError(
            "There is no display to show the window on.",
            "With --picture FILE the window is painted into a file instead.",
        )
    qt_log.install()
    # The style as an argument: ``setStyle`` gives a QStyle back, whose 600 enum members PySide6 would make for that.
    made = QApplication([*sys.argv[:1], "-style", STYLE])
    made.setProperty(STYLED, True)
    made.setApplicationName("photoorg")
    made.setApplicationDisplayName("photoorg")
    made.setDesktopFileName("photoorg")
    made.setWindowIcon(QIcon(str(resource("icons/photoorg.svg"))))
    return made


@contextmanager
def _closed_by_signals(window: MainWindow) -> Iterator[None]:
    """Let Ctrl+C in a terminal, and the end of a session, close the window as a person would.

    Python hears a signal when it runs next: at the library's next look, two seconds later at most. That may be in the
    middle of a paint, so the window is closed afterwards.
    """

    def close(*_: object) -> None:
        QTimer.singleShot(0, window.close)

    before = {number: signal.signal(number, close) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def remembered_appearance(remembered: Remembered) -> Appearance:
    """Light or dark as the person left it."""
    try:
        return Appearance(remembered.get("appearance", Appearance.SYSTEM.value))
    except ValueError:
        return Appearance.SYSTEM


def main(
    catalog: Path,
    *,
    add: Sequence[str] = (),
    search: str = "",
    picture: Path | None = None,
    appearance: Appearance = Appearance.SYSTEM,
) -> int:
    """Show the window over ``catalog`` until it is closed; the exit code.

    ``add`` folders are indexed, ``search`` is searched. With ``picture`` the window is drawn into that PNG file
    once it has come to rest, and closed; under ``QT_QPA_PLATFORM=offscreen`` that needs no display.
    The log tells of the first paint, of the first rows that are painted in the grid, of their first thumbnails, and of
    the window's completion.

    Raises:
        CatalogError: the catalog cannot be opened.
        CannotError: there is no display, or the picture could not be written.
    """
    app = application(offscreen=picture is not None)
    sys.setswitchinterval(_SWITCH)
    gc.disable()  # nothing made before the first paint is garbage yet
    services = photoorg.services.open(catalog, finish=False)
    # A picture shows the window as it is at first, and remembers nothing.
    remembered = Remembered(catalog / "window.json" if picture is None else None)
    last_seen = LastSeen(catalog / "window.photos" if picture is None else None)
    language.use(remembered.get("language", ""))
    runner = JobRunner()
    wanted = remembered_appearance(remembered) if appearance is Appearance.SYSTEM else appearance
    theme = Theme(appearance=wanted, applied=False)
    window = MainWindow(services, runner, theme, remembered=remembered, last_seen=last_seen)
    watching: Watching | None = None

    def follow() -> None:
        """Go on when the window is complete. What nobody waits for comes after the photos."""
        nonlocal watching
        from photoorg.ui.library.watching import Watching

        watching = Watching(services, runner, window.library, window.indexing)
        window.indexing.ended.connect(memory.give_back)
        if add:
            window.add_folders(add)
        if picture is None and search:
            window.search(Wish(text=search))
        QTimer.singleShot(0, window, rest)

    def rest() -> None:
        if picture is None:
            log_file.keep(catalog)
        gc.freeze()  # what is there now stays: the collector need not look through it again and again
        gc.enable()

    window.painted.connect(lambda: _log.info("First paint"))
    window.painted.connect(memory.share)  # before photos are shown, whose thumbnails come from threads
    window.completed.connect(follow)
    window.grid.lying.connect(lambda: _log.info("First rows"))
    window.thumbnails.loaded.connect(lambda: _log.info("First photos"), Qt.ConnectionType.SingleShotConnection)
    window.completed.connect(lambda: _log.info("Complete"))
    portrait = None
    if picture is not None:
        from photoorg.ui.portrait import Portrait

        portrait = Portrait(window, runner, picture, Wish(text=search))
    theme.apply()
    window.show()
    with _closed_by_signals(window):
        code = app.exec()
    if not runner.close():
        _log.error("A background job did not end in time")
    if watching is not None:
        watching.close()
    services.close()
    if portrait is not None and portrait.code:
        raise CannotError(f"The picture {picture} could not be written.", "Name a .png file in a folder that is there.")
    return code

"""The composition root of the window: makes the parts, shows the window, and ends everything in order.

Nothing that this module imports may import torch, numpy or a database: the window is painted first.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

import photoorg.services
from photoorg.core.paths import resource
from photoorg.ui import qt_log
from photoorg.ui.browsing import Wish
from photoorg.ui.job_runner import JobRunner
from photoorg.ui.portrait import Portrait
from photoorg.ui.theme import Appearance, Theme
from photoorg.ui.views.main_window import MainWindow

_log = logging.getLogger(__name__)


def application() -> QApplication:
    """The one application object, named and with its icon."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    qt_log.install()
    made = QApplication(sys.argv[:1])
    made.setApplicationName("photoorg")
    made.setApplicationDisplayName("photoorg")
    made.setDesktopFileName("photoorg")
    made.setWindowIcon(QIcon(str(resource("icons/photoorg.svg"))))
    return made


def main(
    catalog: Path,
    *,
    add: Sequence[str] = (),
    search: str = "",
    picture: Path | None = None,
    appearance: Appearance = Appearance.SYSTEM,
    on_painted: Callable[[], None] | None = None,
) -> int:
    """Show the window over ``catalog`` until it is closed; the exit code.

    ``add`` folders are indexed, ``search`` is searched. With ``picture`` the window is drawn into that PNG file
    once it has come to rest, and closed; under ``QT_QPA_PLATFORM=offscreen`` that needs no display.
    ``on_painted`` is called after the first paint.

    Raises:
        CatalogError: the catalog cannot be opened.
    """
    app = application()
    services = photoorg.services.open(catalog)
    runner = JobRunner()
    theme = Theme()
    theme.choose(appearance)
    window = MainWindow(services, runner, theme)
    if on_painted is not None:
        window.painted.connect(on_painted)
    if add:
        window.painted.connect(lambda: window.add_folders(add))
    portrait = Portrait(window, runner, picture, Wish(text=search)) if picture is not None else None
    if portrait is None and search:
        window.painted.connect(lambda: window.search(Wish(text=search)))
    window.show()
    code = app.exec()
    if not runner.close():
        _log.error("A background job did not end in time")
    services.close()
    return portrait.code if portrait is not None else code

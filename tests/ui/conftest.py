"""What the tests of the window share."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import photoorg.ui.qt_import  # noqa: F401  # isort: skip  # first, as in the window
import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from photoorg.ui.job_runner import JobRunner
from photoorg.ui.theme import Appearance, Theme
from photoorg.ui.views.main_window import MainWindow
from tests.ui.fake_services import FakeServices


@pytest.fixture(autouse=True)
def plain_locale() -> None:
    """Dates and numbers as the tests expect them, wherever they run."""
    QLocale.setDefault(QLocale.c())


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[JobRunner]:
    """A job runner whose threads have ended when the test has."""
    made = JobRunner()
    yield made
    assert made.close()
    # Here: a window that is no more may still refer to it, and Python would end both in any thread.
    Shiboken.delete(made)


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    """A theme that the application keeps, so that it ends in no other thread."""
    return Theme(qapp)


@pytest.fixture
def open_window(qtbot: QtBot, runner: JobRunner, theme: Theme) -> Callable[[FakeServices], MainWindow]:
    """Opens the window over services and waits until it shows what there is."""
    theme.choose(Appearance.LIGHT)
    windows = []

    def show(services: FakeServices, folder: str = "") -> MainWindow:
        window = MainWindow(services, runner, theme, choose_folder=lambda parent: folder)
        qtbot.addWidget(window)
        windows.append(window)
        with qtbot.waitExposed(window):
            window.show()
        qtbot.waitUntil(lambda: window.known)
        return window

    return show

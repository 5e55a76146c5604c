"""What the tests of the window share."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

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


@pytest.fixture
def open_window(qtbot: QtBot, runner: JobRunner) -> Callable[[FakeServices], MainWindow]:
    """Opens the window over services and waits until it shows what there is."""
    theme = Theme()
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

"""The panel of jobs: what goes on, how far it is, pausing and stopping it, and the files that failed."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from photoorg.core.jobs import CancelToken, Job, Progress
from photoorg.core.types import Failure
from photoorg.ui.dialogs.failed import FailedDialog
from photoorg.ui.job_runner import JobHandle, JobRunner
from photoorg.ui.views.main_window import MainWindow
from tests.ui.fake_services import FakeServices

CONTROL = Qt.KeyboardModifier.ControlModifier


class Work:
    """A job that stands at what it was told to report until it is let go on."""

    def __init__(self, progress: Progress) -> None:
        self.progress = progress
        self.go_on = threading.Event()

    def job(self, cancel: CancelToken) -> Job[str]:
        yield self.progress
        while not self.go_on.wait(0.005):
            cancel.checkpoint()
            yield self.progress
        return "done"


@pytest.fixture
def services() -> FakeServices:
    return FakeServices(10)


@pytest.fixture
def window(services: FakeServices, open_window: Callable[..., MainWindow], qtbot: QtBot) -> MainWindow:
    shown = open_window(services)
    qtbot.waitUntil(lambda: len(shown.model.ids) == 10 and not shown.indexing.running)
    return shown


@pytest.fixture
def work(window: MainWindow, runner: JobRunner, qtbot: QtBot) -> tuple[Work, JobHandle]:
    """A job that moves photos, seen in the status line."""
    made = Work(Progress("moving", 12, 300, "IMG_12.jpg", 250.0))
    handle = runner.start(made.job, "Archiving")
    qtbot.waitUntil(lambda: line(window) == "Moving photos  ·  12 of 300  ·  about 4 min left")
    return made, handle


def line(window: MainWindow) -> str:
    label = window.page.status_line._work
    return label.text() if label.isVisible() else ""


def test_the_panel_shows_each_job(
    window: MainWindow, work: tuple[Work, JobHandle], runner: JobRunner, qtbot: QtBot
) -> None:
    other = Work(Progress("comparing", 7))
    runner.start(other.job, "Looking for look-alikes")
    qtbot.keyClick(window, Qt.Key.Key_J, CONTROL)
    panel = window.jobs.panel
    assert panel.isVisible()
    qtbot.waitUntil(lambda: [row.title.text() for row in panel.rows] == ["Archiving", "Looking for look-alikes"])
    qtbot.waitUntil(lambda: panel.rows[1].detail.text() == "Comparing photos  ·  7")
    assert panel.rows[0].detail.text() == "Moving photos  ·  12 of 300  ·  about 4 min left"
    bars = [row.findChild(QProgressBar) for row in panel.rows]
    assert (bars[0].value(), bars[0].maximum()) == (12, 300)
    assert bars[1].maximum() == 0, "nobody knows how long that takes"
    qtbot.waitUntil(lambda: line(window).endswith("and 1 more"))
    other.go_on.set()
    qtbot.waitUntil(lambda: [row.title.text() for row in panel.rows] == ["Archiving"])
    work[0].go_on.set()
    qtbot.waitUntil(lambda: not panel.rows and line(window) == "")
    assert "Nothing goes on" in " ".join(label.text() for label in panel.findChildren(QLabel) if label.isVisible())
    qtbot.keyClick(panel, Qt.Key.Key_Escape)
    assert not panel.isVisible()


def test_a_job_is_paused_and_goes_on_from_the_panel_and_the_line(
    window: MainWindow, work: tuple[Work, JobHandle], qtbot: QtBot
) -> None:
    window.commands.run("jobs")
    (row,) = window.jobs.panel.rows
    qtbot.mouseClick(row.pause, Qt.MouseButton.LeftButton)
    assert work[1].paused
    assert row.detail.text() == "Paused  ·  12 of 300"
    assert row.pause.accessibleName() == "Go on: Archiving"
    assert line(window) == "Paused"
    window.page.status_line.resume_wanted.emit()
    assert not work[1].paused
    assert row.detail.text() == "Moving photos  ·  12 of 300  ·  about 4 min left"


def test_a_job_is_stopped(window: MainWindow, work: tuple[Work, JobHandle], qtbot: QtBot) -> None:
    window.commands.run("jobs")
    (row,) = window.jobs.panel.rows
    with qtbot.waitSignal(work[1].cancelled):
        qtbot.mouseClick(row.stop, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not window.jobs.panel.rows)
    assert line(window) == ""


def test_what_is_over_in_a_moment_is_not_shown(window: MainWindow, runner: JobRunner, qtbot: QtBot) -> None:
    seen = []
    quick = Work(Progress("moving", 1, 1))
    quick.go_on.set()
    for title in ("Undoing", ""):
        handle = runner.start(quick.job, title)
        handle.progressed.connect(lambda progress: seen.append(line(window)))
        with qtbot.waitSignal(handle.finished):
            pass
    assert set(seen) <= {""}
    assert line(window) == ""


def test_files_that_failed_are_a_click_away(window: MainWindow, services: FakeServices, qtbot: QtBot) -> None:
    services.photos.failed = [Failure("/photos/broken.jpg", "The file is damaged.")]
    services.photos.commits += 1
    window.library.look()
    qtbot.waitUntil(lambda: len(window.failures) == 1)
    window.commands.run("jobs")
    panel = window.jobs.panel
    assert "1 file could not be read." in [label.text() for label in panel.findChildren(QLabel)]
    qtbot.mouseClick(panel.which, Qt.MouseButton.LeftButton)
    dialog = window.findChild(FailedDialog)
    assert dialog is not None
    assert dialog.model.failures[0].reason == "The file is damaged."
    assert not panel.isVisible()
    dialog.reject()


def test_every_button_of_the_panel_has_a_name(window: MainWindow, work: tuple[Work, JobHandle]) -> None:
    window.commands.run("jobs")
    (row,) = window.jobs.panel.rows
    assert [button.accessibleName() for button in (row.pause, row.stop)] == ["Pause: Archiving", "Stop: Archiving"]
    assert all(button.text() for button in window.jobs.panel.findChildren(QPushButton))


def test_a_move_that_is_stopped_says_how_to_take_it_back(window: MainWindow, services: FakeServices) -> None:
    window.file_actions.filing.stopped.emit()
    assert "Ctrl+Z" in window.page.status_line.info

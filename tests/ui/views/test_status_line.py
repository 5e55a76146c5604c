from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from photoorg.core.jobs import Progress
from photoorg.ui.theme import colours
from photoorg.ui.views.status_line import StatusLine
from photoorg.ui.wording.job_words import JobWords


@pytest.fixture
def line(qtbot: QtBot) -> StatusLine:
    made = StatusLine()
    made.colour(colours("dark"))
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def told(line: StatusLine) -> str:
    return " | ".join(label.text() for label in line.findChildren(QLabel) if label.isVisible() and label.text())


def test_progress_says_phase_number_and_time_left(line: StatusLine) -> None:
    line.show_progress(Progress("reading", 1203, 10_000, "IMG.jpg", 250))
    assert told(line) == "Reading photos  ·  1,203 of 10,000  ·  about 4 min left"
    bar = line.findChild(QProgressBar)
    assert (bar.value(), bar.maximum()) == (1203, 10_000)


def test_several_jobs_are_counted(line: StatusLine) -> None:
    line.show_progress(Progress("moving", 3, 9), others=2)
    assert told(line) == "Moving photos  ·  3 of 9  ·  and 2 more"


def test_downloads_are_measured_in_bytes() -> None:
    words = JobWords()
    assert words.all(Progress("downloading", 1_500_000, 605_000_000, "", 700)) == (
        "Downloading  ·  1.5 MB of 605.0 MB  ·  about 12 min left"
    )
    assert words.all(Progress("Finding groups", 0)) == "Finding groups"


def test_an_unknown_total_shows_a_number_and_a_moving_bar(line: StatusLine) -> None:
    line.show_progress(Progress("scanning", 812))
    assert told(line) == "Looking for photos  ·  812"
    assert line.findChild(QProgressBar).maximum() == 0


def test_one_button_pauses_and_goes_on(qtbot: QtBot, line: StatusLine) -> None:
    line.show_progress(Progress("reading", 1, 2))
    button = line.findChild(QToolButton)
    with qtbot.waitSignal(line.pause_wanted):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    line.show_paused(True)
    assert told(line) == "Paused"
    assert button.accessibleName() == "Go on"
    with qtbot.waitSignal(line.resume_wanted):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_idle_shows_no_work(line: StatusLine) -> None:
    line.show_progress(Progress("reading", 1, 2))
    line.show_idle()
    assert told(line) == ""
    assert not line.findChild(QProgressBar).isVisible()


def test_failures_are_a_link_that_says_how_many(qtbot: QtBot, line: StatusLine) -> None:
    link = line.findChild(QPushButton, "failed")
    assert not link.isVisible()
    line.show_failures(1)
    assert link.text() == "1 file could not be read"
    line.show_failures(1500)
    assert link.text() == "1,500 files could not be read"
    with qtbot.waitSignal(line.failed_wanted):
        qtbot.mouseClick(link, Qt.MouseButton.LeftButton)


def test_a_message_is_not_overwritten_by_the_selection(line: StatusLine) -> None:
    line.show_message("The disk is full.")
    line.show_info("IMG_1.jpg")
    assert told(line) == "The disk is full."


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (3, "less than a minute left"),
        (61, "about 1 min left"),
        (3000, "about 50 min left"),
        (7500, "about 2 h 5 min left"),
    ],
)
def test_durations_are_said_as_people_do(seconds: float, said: str) -> None:
    assert JobWords().duration(seconds) == said


def test_an_error_of_several_lines_is_told_in_one(line: StatusLine) -> None:
    high = line.sizeHint().height()
    line.show_message("Something went wrong:\n\tit broke\nand stopped")
    label = next(each for each in line.findChildren(QLabel) if each.text() == line.info)
    assert label.sizeHint().height() <= label.fontMetrics().height()
    assert line.sizeHint().height() == high
    assert label.toolTip() == line.info, "what it does not show"

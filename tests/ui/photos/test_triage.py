"""Stars and flags by keys: in the grid, in the large view, side by side, and on to the next photo."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from photoorg.core.errors import CannotError
from photoorg.core.marks import Mark
from photoorg.core.types import Flag
from photoorg.ui.delegates.badges import paint_mark
from photoorg.ui.job_runner import JobRunner
from photoorg.ui.models.photo_model import Role
from photoorg.ui.views.main_window import MainWindow
from tests.ui.fake_services import FakeServices

OpenWindow = Callable[[FakeServices], MainWindow]


@pytest.fixture
def services() -> FakeServices:
    return FakeServices(40)


@pytest.fixture
def window(qtbot: QtBot, open_window: OpenWindow, services: FakeServices) -> MainWindow:
    made = open_window(services)
    qtbot.waitUntil(lambda: made.model.rowCount() == 40)
    return made


def test_keys_mark_the_current_photo_and_its_badge_is_there_at_once(
    qtbot: QtBot, window: MainWindow, services: FakeServices, runner: JobRunner
) -> None:
    window.grid.go_to(3)
    qtbot.keyClick(window.grid, Qt.Key.Key_4)
    assert window.model.index(3).data(Role.MARK) == Mark(4)
    qtbot.keyClick(window.grid, Qt.Key.Key_P)
    qtbot.waitUntil(lambda: services.marks.marks.get(4) == Mark(4, Flag.PICK))
    qtbot.keyClick(window.grid, Qt.Key.Key_X)
    qtbot.keyClick(window.grid, Qt.Key.Key_0)
    qtbot.waitUntil(lambda: services.marks.marks[4] == Mark(0, Flag.REJECT))
    qtbot.keyClick(window.grid, Qt.Key.Key_U)
    qtbot.waitUntil(lambda: services.marks.marks[4] == Mark())
    assert window.grid.currentIndex().row() == 3, "nothing leads on unless it is asked to"


def test_many_photos_are_marked_in_one_action_that_can_be_taken_back(
    qtbot: QtBot, window: MainWindow, services: FakeServices, runner: JobRunner
) -> None:
    window.grid.setFocus()
    window.grid.selectAll()
    qtbot.keyClick(window.grid, Qt.Key.Key_P)
    qtbot.waitUntil(lambda: window.file_actions.toast.text == "Did flag.")
    assert len(services.clusters.edits) == 1
    assert len(services.marks.marks) == 40
    window.file_actions.toast.button.click()
    qtbot.waitUntil(lambda: services.clusters.edits[-1] == ("undo",))


def test_a_mark_leads_on_to_the_next_photo_when_it_should(
    qtbot: QtBot, window: MainWindow, services: FakeServices, runner: JobRunner
) -> None:
    qtbot.keyClick(window, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert window.command_actions["auto_advance"].isChecked()
    assert window.remembered.get("auto_advance", False) is True
    window.grid.go_to(0)
    for key in (Qt.Key.Key_P, Qt.Key.Key_X, Qt.Key.Key_5):
        qtbot.keyClick(window.grid, key)
    assert window.grid.currentIndex().row() == 3
    window.open_viewer(38)
    qtbot.keyClick(window.viewer, Qt.Key.Key_2)
    assert window.viewer.photo_id == 40
    qtbot.keyClick(window.viewer, Qt.Key.Key_2)
    assert window.viewer.photo_id == 40, "after the last there is none"
    wanted = {1: Mark(0, Flag.PICK), 2: Mark(0, Flag.REJECT), 3: Mark(5), 39: Mark(2), 40: Mark(2)}
    qtbot.waitUntil(lambda: services.marks.marks == wanted)


def test_the_large_view_shows_stars_and_takes_clicks_on_them(
    qtbot: QtBot, window: MainWindow, services: FakeServices, runner: JobRunner
) -> None:
    services.marks.marks[12] = Mark(2, Flag.PICK)
    services.photos.commits += 1  # as another process would
    window.library.look()
    window.open_viewer(11)
    stars = window.viewer.bar.marks
    qtbot.waitUntil(lambda: stars.mark == Mark(2, Flag.PICK))
    assert window.command_actions["pick_open"].isChecked()
    assert not window.command_actions["reject_open"].isChecked()
    third = QPoint(2 * 19 + 5, 12)
    assert stars.star_at(third) == 3
    QTest.mouseClick(stars, Qt.MouseButton.LeftButton, pos=third)
    qtbot.waitUntil(lambda: services.marks.marks[12] == Mark(3, Flag.PICK))
    assert stars.mark == Mark(3, Flag.PICK)
    QTest.mouseClick(stars, Qt.MouseButton.LeftButton, pos=third)
    qtbot.waitUntil(lambda: services.marks.marks[12] == Mark(0, Flag.PICK))
    qtbot.keyClick(window.viewer, Qt.Key.Key_Right)
    assert stars.mark == Mark()


def test_side_by_side_the_keys_mark_the_one_that_has_them(
    qtbot: QtBot, window: MainWindow, services: FakeServices, runner: JobRunner
) -> None:
    window.grid.go_to(0)
    window.grid.select_rows([0, 1])
    window.commands.run("compare")
    qtbot.keyClick(window.viewer, Qt.Key.Key_Right)
    qtbot.keyClick(window.viewer, Qt.Key.Key_X)
    qtbot.waitUntil(lambda: services.marks.marks == {2: Mark(0, Flag.REJECT)})
    comparison = window.viewer.comparison
    assert comparison is not None
    assert [each.marks.mark for each in comparison.candidates] == [Mark(), Mark(0, Flag.REJECT)]
    first = comparison.candidates[0].marks
    QTest.mouseClick(first, Qt.MouseButton.LeftButton, pos=QPoint(first.width() - 3, 12))
    qtbot.waitUntil(lambda: services.marks.marks.get(1) == Mark(5))


def test_a_mark_that_cannot_be_set_is_told(
    qtbot: QtBot, window: MainWindow, services: FakeServices, runner: JobRunner
) -> None:
    services.marks.error = CannotError("The catalog is read-only.")
    window.grid.go_to(0)
    qtbot.keyClick(window.grid, Qt.Key.Key_P)
    qtbot.waitUntil(lambda: "read-only" in window.page.status_line.info)


@pytest.mark.parametrize("mark", [Mark(3), Mark(0, Flag.PICK), Mark(0, Flag.REJECT), Mark(5, Flag.PICK)])
def test_a_badge_lies_in_the_corner_and_leaves_the_rest_alone(window: MainWindow, mark: Mark) -> None:
    image = QImage(96, 96, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint_mark(painter, image.rect(), mark)
    painter.end()
    dark = [(x, y) for x in range(96) for y in range(96) if image.pixelColor(x, y).lightness() < 160]
    assert dark
    assert min(x for x, _ in dark) > 40
    assert max(y for _, y in dark) < 30

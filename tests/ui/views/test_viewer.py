"""The large view by itself: its filmstrip, its neighbours, photos side by side, the whole screen."""

from __future__ import annotations

from array import array
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from photoorg.ui.job_runner import JobRunner
from photoorg.ui.views.filmstrip import Filmstrip
from photoorg.ui.views.main_window import MainWindow
from tests.ui.fake_services import FakeServices

OpenWindow = Callable[[FakeServices], MainWindow]


@pytest.fixture
def window(qtbot: QtBot, open_window: OpenWindow, runner: JobRunner) -> MainWindow:
    services = FakeServices(300)
    services.photos.companions[12] = ("/photos/IMG_12.MOV", "/photos/IMG_12.CR2")
    made = open_window(services)
    qtbot.waitUntil(lambda: made.model.rowCount() == 300)
    return made


def settle(qtbot: QtBot, runner: JobRunner) -> None:
    qtbot.waitUntil(lambda: not runner.busy)


def select(window: MainWindow, rows: list[int]) -> None:
    window.grid.go_to(rows[0])
    window.grid.select_rows(rows)


def test_it_says_where_one_is_and_what_belongs_to_the_photo(
    qtbot: QtBot, window: MainWindow, runner: JobRunner
) -> None:
    window.open_viewer(11)
    qtbot.waitUntil(lambda: window.viewer.complete)
    name, facts = window.viewer.bar.text.split("\n")
    assert name == "IMG_12.jpg"
    assert "12 of 300" in facts
    assert "4000 × 3000" in facts
    assert facts.endswith("with IMG_12.MOV, IMG_12.CR2")


def test_neighbours_are_decoded_before_they_are_wanted(qtbot: QtBot, window: MainWindow, runner: JobRunner) -> None:
    window.open_viewer(10)
    settle(qtbot, runner)
    qtbot.waitUntil(lambda: window.viewer.complete)
    settle(qtbot, runner)
    previews = window.viewer._pictures._services.previews
    before = len(previews.parts)
    assert before == 4, "the photo, two ahead, one behind"
    qtbot.keyClick(window.viewer, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: window.viewer.complete)
    settle(qtbot, runner)
    assert len(previews.parts) == before + 1, "only one more lies ahead now"


def test_home_and_end_go_to_the_ends(qtbot: QtBot, window: MainWindow) -> None:
    window.open_viewer(10)
    qtbot.keyClick(window.viewer, Qt.Key.Key_End)
    assert window.viewer.photo_id == 300
    qtbot.keyClick(window.viewer, Qt.Key.Key_Home)
    assert window.viewer.photo_id == 1
    assert window.grid.current_id() == 1


# The filmstrip


@pytest.fixture
def strip(qtbot: QtBot, window: MainWindow) -> Filmstrip:
    window.open_viewer(150)
    assert window.viewer.strip is not None
    assert window.viewer.strip.isVisible()
    return window.viewer.strip


def test_the_filmstrip_shows_the_photo_in_the_middle_and_only_what_is_in_sight(
    strip: Filmstrip, qtbot: QtBot, window: MainWindow
) -> None:
    middle = strip.place(150).center().x()
    assert abs(middle - strip.width() / 2) < 2
    assert 150 in strip.rows_in_sight()
    assert len(strip.rows_in_sight()) <= strip.width() // 70 + 2
    qtbot.waitUntil(lambda: strip._thumbnails.get(window.model.showing.contents[150]) is not None)
    fetched = {content for batch in window.viewer._pictures._services.photos.fetched for content in batch}
    assert window.model.showing.contents[0] + 250 not in fetched


def test_a_click_in_the_filmstrip_goes_there(strip: Filmstrip, window: MainWindow) -> None:
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=strip.place(153).center())
    assert window.viewer.photo_id == 154
    assert window.grid.current_id() == 154
    assert abs(strip.place(153).center().x() - strip.width() / 2) < 2


def test_the_filmstrip_ends_at_its_ends(strip: Filmstrip, window: MainWindow) -> None:
    strip.go_to(0)
    assert 0 < strip.place(0).left() < 20
    strip.go_to(299)
    assert strip.width() - 20 < strip.place(299).right() < strip.width()
    assert strip.row_at(strip.width() - 1) is None


def test_the_filmstrip_goes_away_again(strip: Filmstrip, qtbot: QtBot, window: MainWindow) -> None:
    assert window.command_actions["filmstrip"].isChecked()
    qtbot.keyClick(window.viewer, Qt.Key.Key_T)
    assert not strip.isVisible()
    assert window.remembered.get("filmstrip", True) is False
    qtbot.keyClick(window.viewer, Qt.Key.Key_T)
    assert strip.isVisible()


# Side by side


def test_a_few_selected_photos_are_compared_and_magnified_together(
    qtbot: QtBot, window: MainWindow, runner: JobRunner
) -> None:
    select(window, [4, 6, 8])
    qtbot.keyClick(window.grid, Qt.Key.Key_C, Qt.KeyboardModifier.ShiftModifier)
    viewer = window.viewer
    assert viewer.comparing
    qtbot.waitUntil(lambda: viewer.complete)
    assert viewer.comparison is not None
    assert viewer.comparison.ids == [5, 7, 9]
    canvases = [each.pane.canvas for each in viewer.comparison.candidates]
    qtbot.keyClick(viewer, Qt.Key.Key_Plus)
    assert all(canvas.visible == pytest.approx(canvases[0].visible, abs=0.01) for canvas in canvases)
    assert not canvases[2].fitted
    canvases[1].show_part(0.9, 0.9)
    assert canvases[0].visible == pytest.approx(canvases[1].visible, abs=0.01)
    assert canvases[0].visible[0] > 0.1
    qtbot.keyClick(viewer, Qt.Key.Key_Escape)
    assert not window.viewing
    assert window.grid.selected_rows() == [4, 6, 8]


def test_keys_act_on_the_photo_that_was_clicked(qtbot: QtBot, window: MainWindow, runner: JobRunner) -> None:
    select(window, [0, 1])
    window.commands.run("compare")
    viewer = window.viewer
    qtbot.waitUntil(lambda: viewer.complete)
    assert viewer.comparison is not None
    assert viewer.photo_id == 1
    QTest.mouseClick(viewer.comparison.candidates[1].pane.canvas, Qt.MouseButton.LeftButton, pos=QPoint(30, 30))
    assert viewer.photo_id == 2
    assert window.file_actions.chosen() == [2]
    qtbot.keyClick(viewer, Qt.Key.Key_Left)
    assert viewer.photo_id == 1
    qtbot.keyClick(viewer.comparison.candidates[0], Qt.Key.Key_Tab)
    assert viewer.photo_id == 2


def test_of_two_compared_the_one_that_is_left_stays_open(qtbot: QtBot, window: MainWindow, runner: JobRunner) -> None:
    select(window, [0, 1, 2])
    window.commands.run("compare")
    viewer = window.viewer
    qtbot.waitUntil(lambda: viewer.comparison is not None and viewer.comparison.candidates[0].pane.complete)
    qtbot.keyClick(viewer, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: viewer.comparison is not None and viewer.comparison.ids == [2, 3])
    assert viewer.photo_id == 2
    qtbot.keyClick(viewer, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: not viewer.comparing)
    assert viewer.photo_id == 3
    assert window.viewing


def test_one_photo_or_many_cannot_be_compared(window: MainWindow) -> None:
    for rows, possible in (([3], False), ([3, 4], True), ([3, 4, 5, 6], True), ([3, 4, 5, 6, 7], False)):
        select(window, rows)
        assert window.viewing_mode.can_compare() is possible


# All of the screen


def test_the_whole_screen_is_for_the_photo_until_the_mouse_comes_near(
    strip: Filmstrip, qtbot: QtBot, window: MainWindow
) -> None:
    viewer = window.viewer
    qtbot.keyClick(window, Qt.Key.Key_F11)
    assert window.isFullScreen()
    qtbot.waitUntil(lambda: viewer.canvas.height() == viewer.height())
    assert not viewer.bar.isVisible()
    QTest.mouseMove(viewer.canvas, QPoint(200, 5))
    assert viewer.bar.isVisible()
    assert viewer.canvas.height() == viewer.height(), "the bar lies over the photo"
    QTest.mouseMove(viewer.canvas, QPoint(200, viewer.height() // 2))
    assert not viewer.bar.isVisible()
    QTest.mouseMove(viewer.canvas, QPoint(200, viewer.height() - 5))
    assert strip.isVisible()
    qtbot.keyClick(viewer, Qt.Key.Key_Escape)
    assert not window.isFullScreen()
    assert window.viewing, "Esc leaves one thing at a time"
    assert viewer.bar.isVisible()
    qtbot.waitUntil(lambda: viewer.canvas.height() < viewer.height())


def test_the_small_picture_of_the_whole_moves_the_large_one(qtbot: QtBot, window: MainWindow) -> None:
    from photoorg.ui.views.navigator import Navigator

    window.open_viewer(0)
    qtbot.waitUntil(lambda: window.viewer.complete)
    canvas = window.viewer.canvas
    qtbot.keyClick(window.viewer, Qt.Key.Key_Z)
    small = canvas.findChild(Navigator)
    assert small is not None
    assert small.isVisible()
    QTest.mouseClick(small, Qt.MouseButton.LeftButton, pos=QPoint(small.width() - 2, small.height() - 2))
    x, y, width, height = canvas.visible
    assert (x + width, y + height) == pytest.approx((1.0, 1.0))
    qtbot.keyClick(window.viewer, Qt.Key.Key_F)
    assert not small.isVisible()


def test_rows_that_are_gone_leave_the_filmstrip(strip: Filmstrip, window: MainWindow) -> None:
    from photoorg.ui.models.photo_model import Showing

    window.model.show(Showing(array("q", [1, 2]), array("q", [1001, 1002])))
    assert list(strip.rows_in_sight()) == [0, 1]

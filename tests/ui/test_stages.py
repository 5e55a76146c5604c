"""The window while it comes into being: photos first, then all that can be done with them, and nothing is lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from photoorg.ui.job_runner import JobRunner
from photoorg.ui.library.library import PLACE
from photoorg.ui.remembered import Remembered
from photoorg.ui.stages import Stages
from photoorg.ui.theme import Theme
from photoorg.ui.views.main_window import MainWindow
from tests.ui.fake_services import FakeServices

Show = Callable[..., MainWindow]


@pytest.fixture
def show(qtbot: QtBot, runner: JobRunner, theme: Theme) -> Show:
    """Shows a window whose library has been read, and returns when it has been painted."""

    def make(count: int = 400, place: str = "") -> MainWindow:
        services, remembered = FakeServices(count), Remembered()
        remembered.put(PLACE, place)
        window = MainWindow(services, runner, theme, remembered=remembered)  # type: ignore[arg-type]
        qtbot.addWidget(window)
        qtbot.waitUntil(lambda: not runner.busy)
        with qtbot.waitSignal(window.painted), qtbot.waitActive(window):
            window.show()
        return window

    return make


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> None:
    """Slices are made by hand."""
    monkeypatch.setattr(Stages, "_make_slice", lambda stages: stages.stop())


def complete(window: MainWindow) -> bool:
    return window._stages.done


@pytest.mark.usefixtures("held")
def test_photos_lie_in_the_grid_before_anything_can_be_done_with_them(qtbot: QtBot, show: Show) -> None:
    window = show()
    qtbot.waitUntil(lambda: not window.thumbnails.loading)
    assert window.model.rowCount() == 400
    assert all(window.thumbnails.get(1000 + id) is not None for id in (1, 2, 3))
    assert window.grid.hasFocus()
    assert (window.page.header.title, window.page.header.subtitle) == ("All photos", "400 photos")
    assert not hasattr(window, "commands")
    assert not window.known
    drawn = window.grid.grab().toImage()
    tiles = [window.grid.visualRect(window.model.index(row)).center() for row in range(4)]
    ratio = drawn.devicePixelRatio()
    assert len({drawn.pixelColor(tile * ratio).name() for tile in tiles}) == 4, "they are painted"


@pytest.mark.usefixtures("held")
def test_the_wheel_scrolls_them_and_has_nothing_made(show: Show) -> None:
    window = show()
    at = QPointF(window.grid.mapTo(window, window.grid.rect().center()))
    turned = QWheelEvent(
        at,
        window.mapToGlobal(at),
        QPoint(),
        QPoint(0, -240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(window.windowHandle(), turned)
    assert window.grid.verticalScrollBar().value() > 0
    assert not hasattr(window, "indexing")


@pytest.mark.usefixtures("held")
@pytest.mark.parametrize(("count", "by_years"), [(18, False), (400, True)])
def test_so_do_the_scroll_bar_and_the_strip_of_years(show: Show, count: int, by_years: bool) -> None:
    window = show(count)
    grid = window.grid
    assert grid.scrubber.isVisible() is by_years
    strip = grid.scrubber if by_years else grid.verticalScrollBar()
    low = strip.mapTo(window, QPoint(strip.width() // 2, strip.height() - 30))
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=low)
    assert grid.verticalScrollBar().value() > 0
    assert not hasattr(window, "indexing")


@pytest.mark.usefixtures("held")
def test_a_place_that_was_scrolled_to_stays_when_the_window_is_complete(qtbot: QtBot, show: Show) -> None:
    window = show()
    window.grid.verticalScrollBar().setValue(500)
    window.complete()
    assert len(window.browsing.showing.ids) == 400, "what is done now is done with what is to be seen"
    qtbot.waitUntil(lambda: window.known)
    assert window.grid.verticalScrollBar().value() == 500


def test_the_rest_is_made_in_slices_between_which_events_are_heard(qtbot: QtBot, show: Show) -> None:
    window = show()
    turns: list[bool] = []
    beat = QTimer(window, interval=0)
    beat.timeout.connect(lambda: turns.append(hasattr(window, "indexing")))
    beat.start()
    with qtbot.waitSignal(window.completed):
        assert not complete(window)
    assert turns.count(True) >= 8
    qtbot.waitUntil(lambda: window.known)
    beat.stop()


@pytest.mark.usefixtures("held")
@pytest.mark.parametrize("made", [0, 1, 5])
def test_a_key_has_the_rest_made_and_is_heard(
    qtbot: QtBot, show: Show, monkeypatch: pytest.MonkeyPatch, made: int
) -> None:
    window = show()
    monkeypatch.undo()
    stages = window.findChild(Stages)
    for _ in range(made):
        stages._make_slice()
    assert hasattr(window, "indexing") == bool(made)
    assert not complete(window)
    with qtbot.assertNotEmitted(window.painted), qtbot.waitSignal(window.completed):
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.page.header.search.typing
    with qtbot.assertNotEmitted(window.completed):
        window.complete()
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Escape)


@pytest.mark.usefixtures("held")
def test_a_click_on_a_photo_has_the_rest_made_and_selects_it(show: Show) -> None:
    window = show()
    tile = window.grid.visualRect(window.model.index(2)).center()
    at = window.grid.viewport().mapTo(window, tile)
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=at)
    assert complete(window)
    assert list(window.grid.selected_ids()) == [3]


@pytest.mark.usefixtures("held")
@pytest.mark.parametrize("place", ["trash", "folder:/photos"])
def test_where_the_person_was_elsewhere_the_photos_do_not_come_first(show: Show, place: str) -> None:
    window = show(place=place)
    assert window.model.rowCount() == 0
    assert show(place="photos").model.rowCount() == 400


def test_nothing_is_made_for_a_window_that_was_closed(qtbot: QtBot, runner: JobRunner, theme: Theme) -> None:
    window = MainWindow(FakeServices(40), runner, theme)  # type: ignore[arg-type]
    qtbot.addWidget(window)
    qtbot.waitUntil(lambda: not runner.busy)
    window.grid.lying.connect(window.close, Qt.ConnectionType.QueuedConnection)
    with qtbot.waitSignal(window.grid.lying):
        window.show()
    with qtbot.assertNotEmitted(window.completed, wait=200):
        qtbot.waitUntil(window.isHidden)
    assert not complete(window)

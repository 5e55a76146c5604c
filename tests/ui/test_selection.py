"""Selecting is the same wherever photos are shown: keys, ranges, and what a refresh leaves of it."""

from __future__ import annotations

from array import array
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from photoorg.core.conditions import Conditions
from photoorg.core.types import State
from photoorg.ui.job_runner import JobRunner
from photoorg.ui.search.browsing import Wish
from photoorg.ui.views.main_window import MainWindow
from tests.ui.fake_services import FakeServices

CONTROL, SHIFT, PLAIN = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.NoModifier,
)
WISHES = {
    "all photos": Wish(),
    "results": Wish(text="sea"),
    "a group": Wish(cluster=1),
    "a condition": Wish(where=Conditions(rating=1)),
    "the archive": Wish(put_away=State.ARCHIVED),
    "the trash": Wish(put_away=State.TRASHED),
}


@pytest.fixture
def services() -> FakeServices:
    made = FakeServices(60)
    made.photos.away = {State.ARCHIVED: list(range(101, 108)), State.TRASHED: list(range(201, 206))}
    return made


def click(window: MainWindow, row: int, modifier: Qt.KeyboardModifier = PLAIN) -> None:
    point = window.grid.visualRect(window.model.index(row)).center()
    QTest.mouseClick(window.grid.viewport(), Qt.MouseButton.LeftButton, modifier, point)


@pytest.mark.parametrize("where", WISHES)
def test_it_is_the_same_everywhere(
    where: str,
    services: FakeServices,
    open_window: Callable[..., MainWindow],
    runner: JobRunner,
    qtbot: QtBot,
) -> None:
    window = open_window(services)
    qtbot.waitUntil(lambda: len(window.model.ids) == 60 and not runner.busy)
    window.search(WISHES[where])
    qtbot.waitUntil(lambda: not runner.busy and len(window.model.ids) > 0)
    grid, count = window.grid, len(window.model.ids)
    grid.setFocus()
    qtbot.keyClick(grid, Qt.Key.Key_A, CONTROL)
    assert grid.selected_count() == count
    qtbot.keyClick(grid, Qt.Key.Key_D, CONTROL)
    assert grid.selected_count() == 0
    click(window, 1)
    click(window, 3, SHIFT)
    assert grid.selected_rows() == [1, 2, 3]
    click(window, 2, CONTROL)
    assert grid.selected_rows() == [1, 3]
    qtbot.keyClick(grid, Qt.Key.Key_I, CONTROL)
    assert grid.selected_rows() == [0, 2, *range(4, count)]
    click(window, 0)
    QTest.keyClick(grid, Qt.Key.Key_End, SHIFT)
    assert grid.selected_count() == count
    click(window, 1)
    click(window, 2, CONTROL)
    chosen = list(grid.selected_ids())
    services.photos.ids = array("q", [500, *services.photos.ids])  # a photo came
    services.photos.commits += 1
    window.library.look()
    qtbot.waitUntil(lambda: not runner.busy)
    assert list(grid.selected_ids()) == chosen, "a refresh in the background changes nothing"

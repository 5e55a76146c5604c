from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from photoorg.ui.job_runner import JobRunner
from photoorg.ui.views.main_window import MainWindow
from photoorg.ui.wording.keys import shown_keys
from tests.ui.fake_services import FakeServices

OpenWindow = Callable[..., MainWindow]


@pytest.fixture
def window(qtbot: QtBot, open_window: OpenWindow, runner: JobRunner) -> MainWindow:
    opened = open_window(FakeServices(40))
    qtbot.waitUntil(lambda: not runner.busy and opened.grid.hasFocus())
    return opened


def texts(window: MainWindow) -> list[str]:
    model = window.guides.palette.model
    return [model.command(row).text for row in range(model.rowCount())]


def test_the_palette_offers_what_can_be_done_and_nothing_else(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window.grid, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = window.guides.palette
    assert palette.isVisible()
    assert palette.field.hasFocus()
    offered = texts(window)
    assert "Select all" in offered
    assert "Archive" in offered  # as a place; and no photo is selected to be archived
    assert "Zoom in" not in offered, "a command of the large view, which is not in sight"
    assert "Merge into one group" not in offered, "no groups are selected"
    assert len(offered) == sum(each.id != "palette" for each in window.command_actions.in_force())


def test_a_few_letters_and_enter_run_a_command(qtbot: QtBot, window: MainWindow) -> None:
    window.commands.run("palette")
    palette = window.guides.palette
    qtbot.keyClicks(palette.field, "sel al")
    assert texts(window)[0] == "Select all"
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert not palette.isVisible()
    assert window.grid.selected_count() == 40
    assert window.grid.hasFocus()


def test_arrows_choose_and_escape_closes_without_doing_anything(qtbot: QtBot, window: MainWindow) -> None:
    window.commands.run("palette")
    palette = window.guides.palette
    qtbot.keyClicks(palette.field, "select")
    qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    assert palette.list.currentIndex().row() == 1
    qtbot.keyClick(palette.field, Qt.Key.Key_Up)
    assert palette.list.currentIndex().row() == 0
    qtbot.keyClick(palette.field, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert window.grid.selected_count() <= 1
    assert window.grid.hasFocus()


def test_letters_that_fit_nothing_say_so(qtbot: QtBot, window: MainWindow) -> None:
    window.commands.run("palette")
    palette = window.guides.palette
    qtbot.keyClicks(palette.field, "zzqx")
    assert palette.model.rowCount() == 0
    assert not palette.list.isVisible()
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible()


def test_the_overview_names_the_keys_of_every_command(qtbot: QtBot, window: MainWindow) -> None:
    window.commands.run("shortcuts")
    overlay = window.guides.shortcuts
    assert overlay.isVisible()
    shown = [label.text() for label in overlay.findChildren(QLabel, "key")]
    assert sorted(shown) == sorted(keys for command in window.commands for keys in shown_keys(command)[:2])
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not overlay.isVisible()
    assert window.grid.hasFocus()


def test_keys_pressed_over_the_window_are_no_commands_for_what_lies_below(qtbot: QtBot, window: MainWindow) -> None:
    window.commands.run("shortcuts")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert window.grid.selected_count() <= 1
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert window.guides.shortcuts.isAncestorOf(QApplication.focusWidget())
    qtbot.mouseClick(window.guides.shortcuts, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert not window.guides.shortcuts.isVisible()

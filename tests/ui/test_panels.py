"""How the window is arranged: remembered from one start to the next, and fitted to its size."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSlider
from pytestqt.qtbot import QtBot

from photoorg.ui.job_runner import JobRunner
from photoorg.ui.remembered import Remembered
from photoorg.ui.search.browsing import Wish
from photoorg.ui.theme import Theme
from photoorg.ui.views.main_window import MainWindow
from tests.ui.fake_services import FakeServices

Start = Callable[[], MainWindow]


@pytest.fixture
def start(qtbot: QtBot, runner: JobRunner, tmp_path: Path) -> Start:
    """Opens the window as at a new start of the program, over the same file."""
    theme = Theme()

    def show() -> MainWindow:
        window = MainWindow(FakeServices(40), runner, theme, remembered=Remembered(tmp_path / "window.json"))
        qtbot.addWidget(window)
        with qtbot.waitExposed(window):
            window.show()
        window.complete()
        return window

    return show


def test_the_window_comes_back_as_it_was_left(start: Start) -> None:
    window = start()
    window.resize(780, 500)
    window.page.panels.setSizes([240, 540])
    window.grid.set_tile_width(110)
    window.page.sidebar.fold_as({"kinds": False})
    window.panels.remember()
    again = start()
    assert (again.width(), again.height()) == (780, 500)
    assert again.page.sidebar.width() == 240
    assert again.grid.tile_width == 110
    assert again.page.sidebar.folds == {"kinds": False}
    again.commands.run("sidebar")
    again.panels.remember()
    assert start().page.sidebar.isHidden()


@pytest.mark.parametrize(("place", "title"), [("trash", "Trash"), ("folder:/photos", "photos"), ("clusters", "Groups")])
def test_the_window_opens_where_it_was_closed(
    qtbot: QtBot, start: Start, tmp_path: Path, place: str, title: str
) -> None:
    (tmp_path / "window.json").write_text(json.dumps({"place": place}))
    window = start()
    qtbot.waitUntil(lambda: window.page.header.title == title)
    assert window.page.sidebar.marked == place
    window.places.go("photos")
    window.panels.remember()
    assert window.remembered.get("place", "") == "photos"


def test_a_place_that_is_no_more_is_forgotten(qtbot: QtBot, start: Start, tmp_path: Path) -> None:
    (tmp_path / "window.json").write_text('{"place": "folder:/gone"}')
    window = start()
    qtbot.waitUntil(lambda: window.page.sidebar.entry("month:2024-05") is not None)
    assert window.browsing.wish.everything
    window.search(Wish(text="sea"))
    window.places._count()
    assert window.places._wanted == ""


def test_a_narrow_window_puts_the_side_bar_away_until_there_is_room(qtbot: QtBot, start: Start) -> None:
    window = start()
    bar = window.page.sidebar
    window.resize(600, 500)
    qtbot.waitUntil(bar.isHidden)
    window.panels.remember()
    assert window.remembered.get("sidebar/shown", False), "it is only tucked away"
    window.resize(1100, 500)
    qtbot.waitUntil(bar.isVisible)
    window.commands.run("sidebar")
    window.resize(600, 500)
    window.resize(1100, 500)
    qtbot.wait(20)
    assert bar.isHidden(), "the person hid it"


def test_the_person_can_have_the_side_bar_in_a_narrow_window(qtbot: QtBot, start: Start) -> None:
    window = start()
    window.resize(600, 500)
    qtbot.waitUntil(window.page.sidebar.isHidden)
    assert not window.page.header.findChild(QSlider).isVisible()
    qtbot.mouseClick(window.page.header.sidebar, Qt.MouseButton.LeftButton)
    assert window.page.sidebar.isVisible()
    assert not window.page.header.sidebar.isVisible()
    window.resize(590, 500)
    qtbot.wait(20)
    assert window.page.sidebar.isVisible()


@pytest.mark.parametrize("damage", ["", "[1, 2]", '{"grid/tile_width": 1', "\x00\xff"])
def test_a_damaged_file_counts_as_nothing_remembered(tmp_path: Path, damage: str) -> None:
    file = tmp_path / "window.json"
    file.write_text(damage, "utf-8")
    remembered = Remembered(file)
    assert remembered.get("grid/tile_width", 168) == 168
    remembered.put("grid/tile_width", 96)
    remembered.save()
    assert Remembered(file).get("grid/tile_width", 168) == 96
    assert [path.name for path in tmp_path.iterdir()] == ["window.json"]


def test_a_value_of_another_type_counts_as_none(tmp_path: Path) -> None:
    file = tmp_path / "window.json"
    file.write_text('{"a": true, "b": "x", "c": 3, "d": null}', "utf-8")
    remembered = Remembered(file)
    assert remembered.get("a", 5) == 5
    assert remembered.get("b", 5) == 5
    assert remembered.get("c", 5) == 3
    assert remembered.get("c", "x") == "x"
    assert remembered.get("d", False) is False


def test_a_folder_that_cannot_be_written_stops_nobody(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    remembered = Remembered(tmp_path / "gone" / "window.json")
    remembered.put("a", True)
    remembered.save()
    assert "could not be remembered" in caplog.text

"""The history in the window: what was done, and a way back to any point of it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from photoorg.core.actions import Action
from photoorg.core.jobs import run
from photoorg.ui.models.history_model import HistoryModel, local_time
from photoorg.ui.views.history_page import HistoryPage
from photoorg.ui.views.main_window import MainWindow
from tests.services.filing.library import Library


@pytest.fixture
def still(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is indexed: the files of these libraries are no pictures."""
    monkeypatch.setattr("photoorg.ui.library.indexing.Indexing.start", lambda self, folders=(): None)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """Three actions: two photos were archived, three rated, and one was deleted for good."""
    made = Library(tmp_path)
    ids = made.ids()
    run(made.services.archive.archive(ids[:2]))
    made.services.marks.rate(ids[2:5], 4)
    run(made.services.archive.delete([ids[5]]))
    yield made
    made.services.close()


@pytest.fixture
def window(library: Library, open_window: Callable[..., MainWindow], qtbot: QtBot, still: None) -> MainWindow:
    shown = open_window(library.services)
    shown.grid.selectAll()
    shown.commands.run("show_history")
    qtbot.waitUntil(lambda: shown.history.model.rowCount() == 3)
    return shown


def page(window: MainWindow) -> HistoryPage:
    found = window.findChild(HistoryPage)
    assert found is not None
    return found


def states(window: MainWindow) -> list[str]:
    model = window.history.model
    return [str(model.index(row, 3).data()) for row in range(model.rowCount())]


def test_what_was_done_is_listed_newest_first(window: MainWindow) -> None:
    model = window.history.model
    assert window.page.header.title == "History"
    assert window.page.status_line.info == "", "what is selected elsewhere is not said here"
    assert page(window).table.isVisible()
    assert [model.index(row, 1).data() for row in range(3)] == ["1", "3", "2"]
    assert states(window) == ["cannot be undone", "", ""]
    for row, word in enumerate(("Deleted", "4", "Archived")):
        assert word in str(model.index(row, 0).data())


def test_undo_up_to_an_action_and_redo_up_to_one(window: MainWindow, library: Library, qtbot: QtBot) -> None:
    before = {id: library.state(id) for id in library.ids()}
    assert not window.commands.run("undo_to_here"), "nothing is chosen"
    page(window).choose(0)
    assert not window.commands.run("undo_to_here"), "what was deleted for good stays so"
    page(window).choose(2)
    assert not window.command_actions["redo_to_here"].isEnabled()
    assert window.command_actions["undo_to_here"].isEnabled()
    assert window.commands.run("undo_to_here")
    qtbot.waitUntil(lambda: states(window) == ["cannot be undone", "undone", "undone"])
    assert {library.state(id) for id in library.ids()} == {"present"}
    assert not library.services.marks.of(library.ids())
    qtbot.waitUntil(lambda: window.page.status_line.info == "Undone: 2 actions")
    assert page(window).chosen == 2, "what was chosen stays so"
    assert window.commands.run("redo_to_here")
    qtbot.waitUntil(lambda: states(window) == ["cannot be undone", "undone", ""])
    page(window).choose(1)
    assert window.commands.run("redo_to_here")
    qtbot.waitUntil(lambda: states(window) == ["cannot be undone", "", ""])
    assert {id: library.state(id) for id in library.ids()} == before


def test_the_list_follows_what_is_done_meanwhile(window: MainWindow, library: Library, qtbot: QtBot) -> None:
    library.services.marks.rate(library.ids()[:1], 5)
    window.undoing.told.emit("Something was done.")
    qtbot.waitUntil(lambda: window.history.model.rowCount() == 4)
    qtbot.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(window.grid.isVisible)
    assert not window.history.can_undo(), "elsewhere nothing is chosen"


def test_an_empty_history_says_what_it_is_for(
    tmp_path: Path, open_window: Callable[..., MainWindow], qtbot: QtBot, still: None
) -> None:
    library = Library(tmp_path)
    window = open_window(library.services)
    window.commands.run("show_history")
    qtbot.waitUntil(lambda: window.findChild(HistoryPage) is not None)
    qtbot.waitUntil(page(window).empty.isVisible)
    assert page(window).empty.headline == "Nothing was done yet"
    library.services.marks.rate(library.ids()[:1], 5)
    window.undoing.told.emit("Something was done.")
    qtbot.waitUntil(page(window).table.isVisible)
    window.close()
    library.services.close()


def action(id: int, state: str, reversible: bool = True) -> Action:
    return Action(id, "trash", f"Did {id}", 1, "2026-01-01T00:00:00Z", state, reversible)


def test_how_many_steps_lie_between() -> None:
    model = HistoryModel()
    model.show(
        [
            action(7, "undone"),
            action(6, "undone"),
            action(5, "done", reversible=False),
            action(4, "dropped"),
            action(3, "done"),
            action(2, "done", reversible=False),
            action(1, "done"),
        ]
    )
    assert [model.undoable_to(row) for row in range(-1, 8)] == [0, 0, 0, 0, 0, 1, 0, 2, 0]
    assert [model.redoable_to(row) for row in range(-1, 8)] == [0, 2, 1, 0, 0, 0, 0, 0, 0]
    assert model.index(3, 3).data() == "undone, and left behind"


def test_times_are_those_of_the_clock_on_the_wall(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    time.tzset()
    try:
        assert local_time("2026-01-01T20:30:00Z") == "2026-01-02T05:30:00"
    finally:
        monkeypatch.undo()
        time.tzset()

"""Archiving and trashing in the window: what leaves the view, what is said, and how it comes back."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from photoorg.core.types import State
from photoorg.ui.search.browsing import Wish
from photoorg.ui.views.main_window import MainWindow
from tests.services.filing.library import Library
from tests.ui.fake_services import FakeServices

Open = Callable[..., MainWindow]


@pytest.fixture
def services() -> FakeServices:
    return FakeServices(count=10)


@pytest.fixture
def window(services: FakeServices, open_window: Open, qtbot: QtBot) -> MainWindow:
    shown = open_window(services)
    qtbot.waitUntil(lambda: len(shown.model.ids) == 10 and not shown.indexing.running)
    shown.grid.setFocus()
    return shown


def choose(window: MainWindow, *rows: int) -> list[int]:
    window.grid.select_rows(list(rows))
    return [window.model.ids[row] for row in rows]


def says(window: MainWindow) -> str:
    return window.file_actions.toast.text


def test_archiving_the_selection(window: MainWindow, services: FakeServices, qtbot: QtBot) -> None:
    chosen = choose(window, 2, 3, 5)
    qtbot.keyClick(window.grid, Qt.Key.Key_A)
    qtbot.waitUntil(lambda: says(window) == "3 photos archived (7.5 MB).")
    assert services.archive.done == [("archive", chosen)]
    assert not set(chosen) & set(window.model.ids)
    assert window.grid.currentIndex().row() == 2, "the photo that took the place of the first"
    qtbot.waitUntil(lambda: len(window.browsing.showing.ids) == 7)
    qtbot.mouseClick(window.file_actions.toast.button, Qt.MouseButton.LeftButton)
    assert says(window) == ""


def test_trashing_with_the_key_and_undo_with_the_toast(
    window: MainWindow, services: FakeServices, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    undone = []
    monkeypatch.setattr(window.undoing, "undo", lambda: undone.append(True))
    window.file_actions.toast.undo_wanted.connect(window.undoing.undo)
    chosen = choose(window, 0)
    qtbot.keyClick(window.grid, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: says(window) == "1 photo moved to the trash.")
    assert services.archive.done == [("trash", chosen)]
    qtbot.mouseClick(window.file_actions.toast.button, Qt.MouseButton.LeftButton)
    assert undone


def test_what_stays_is_said_and_shown(window: MainWindow, services: FakeServices, qtbot: QtBot) -> None:
    chosen = choose(window, 1, 2)
    services.archive.stuck = {chosen[0]}
    window.commands.run("trash")
    qtbot.waitUntil(lambda: says(window) == "1 photo moved to the trash.")
    assert chosen[0] in window.model.ids
    assert "nailed down" in window.page.status_line.info


def test_the_open_photo_gives_way_to_the_next(window: MainWindow, services: FakeServices, qtbot: QtBot) -> None:
    window.open_viewer(4)
    opened, after = window.model.ids[4], window.model.ids[5]
    qtbot.keyClick(window.viewer, Qt.Key.Key_A)
    qtbot.waitUntil(lambda: window.viewer.photo_id == after)
    assert services.archive.done == [("archive", [opened])]
    assert window.viewing


def test_archive_and_trash_are_places_with_a_way_back(window: MainWindow, services: FakeServices, qtbot: QtBot) -> None:
    chosen = choose(window, 0, 1)
    window.commands.run("archive")
    qtbot.waitUntil(lambda: len(services.photos.away[State.ARCHIVED]) == 2)
    window.commands.run("show_archive")
    qtbot.waitUntil(lambda: list(window.model.ids) == chosen)
    assert window.page.header.title == "Archive"
    window.grid.selectAll()
    assert not window.commands.run("archive")
    assert window.commands.run("restore")
    qtbot.waitUntil(lambda: says(window) == "2 photos put back (5.0 MB).")
    qtbot.waitUntil(window.page.empty.isVisible)
    window.search(Wish())
    qtbot.waitUntil(lambda: len(window.model.ids) == 10)


def test_for_good_only_after_asking(window: MainWindow, services: FakeServices, qtbot: QtBot) -> None:
    def answer(text: str | None, facts: str = "2.5 MB") -> None:
        (box,) = window.findChildren(QMessageBox)
        cancel = box.button(QMessageBox.StandardButton.Cancel)
        assert box.defaultButton() is cancel, "Enter does not delete"
        qtbot.waitUntil(lambda: box.informativeText().startswith(facts))
        (cancel if text is None else next(button for button in box.buttons() if button.text() == text)).click()
        qtbot.waitUntil(lambda: not window.findChildren(QMessageBox))

    services.photos.away[State.TRASHED] = [901, 902]
    chosen = choose(window, 3)
    window.commands.run("delete")
    answer(None)
    assert services.archive.done == []
    window.commands.run("delete")
    answer("Delete for good")
    qtbot.waitUntil(lambda: services.archive.done == [("delete", chosen)])
    qtbot.waitUntil(lambda: says(window) == "1 photo deleted for good.")
    assert not window.file_actions.toast.button.isVisible()
    window.commands.run("empty_trash")
    answer("Empty the trash", "2 photos  ·  5.0 MB")
    qtbot.waitUntil(lambda: services.archive.done[-1][0] == "empty")


@pytest.fixture
def many(services: FakeServices, open_window: Open, qtbot: QtBot) -> MainWindow:
    services.photos.ids = array("q", range(1, 501))
    shown = open_window(services)
    qtbot.waitUntil(lambda: len(shown.model.ids) == 500 and not shown.indexing.running)
    shown.grid.setFocus()
    return shown


def test_before_photos_out_of_sight_are_put_away_it_is_said(
    many: MainWindow, services: FakeServices, qtbot: QtBot
) -> None:
    many.grid.selectAll()
    seen = len(many.grid.visible_rows())
    bar = many.file_actions.foretelling.bar
    for key, asked in ((Qt.Key.Key_A, "Archive 500 photos?"), (Qt.Key.Key_Delete, "Move 500 photos to the trash?")):
        qtbot.keyClick(many.grid, key)
        qtbot.waitUntil(lambda asked=asked: bar.text == f"{asked} {500 - seen} out of sight  ·  1.3 GB")
        assert many.focusWidget() is bar
        qtbot.keyClick(bar, Qt.Key.Key_Escape)
        assert bar.text == ""
        assert many.grid.hasFocus()
    assert services.archive.done == []
    assert many.grid.selected_count() == 500, "nothing is lost by saying no"
    qtbot.keyClick(many.grid, Qt.Key.Key_A)
    qtbot.keyClick(bar, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [(what, len(ids)) for what, ids in services.archive.done] == [("archive", 500)])
    assert bar.text == ""


def test_nothing_is_asked_for_what_can_be_seen_or_was_said(
    many: MainWindow, services: FakeServices, qtbot: QtBot
) -> None:
    choose(many, 0, 1, 2, 400)  # one out of sight goes without saying
    assert many.file_actions.foretelling.out_of_sight() == 1
    many.commands.run("archive")
    qtbot.waitUntil(lambda: len(services.archive.done) == 1)
    many.grid.selectAll()
    with many.file_actions.foretelling.said():
        many.commands.run("trash")
    qtbot.waitUntil(lambda: len(services.archive.done) == 2)


def test_going_elsewhere_says_no(many: MainWindow, services: FakeServices, qtbot: QtBot) -> None:
    many.grid.selectAll()
    many.commands.run("trash")
    bar = many.file_actions.foretelling.bar
    qtbot.mouseClick(bar.no, Qt.MouseButton.LeftButton)
    assert bar.text == ""
    many.commands.run("trash")
    assert bar.text
    many.grid.setFocus()
    assert bar.text == ""
    assert services.archive.done == []


def test_after_a_range_the_next_photo_is_the_current_one(
    window: MainWindow, services: FakeServices, qtbot: QtBot
) -> None:
    after = window.model.ids[6]
    choose(window, 3, 4, 5)
    window.commands.run("archive")
    qtbot.waitUntil(lambda: len(services.archive.done) == 1 and len(window.model.ids) == 7)
    assert window.grid.current_id() == after
    choose(window, 4, 5, 6)
    window.commands.run("trash")
    qtbot.waitUntil(lambda: len(window.model.ids) == 4)
    assert window.grid.currentIndex().row() == 3, "the last one, where none comes after"


@pytest.fixture
def real(tmp_path: Path) -> Iterator[Library]:
    made = Library(tmp_path)
    yield made
    made.services.close()


def test_real_files_move_and_come_back(
    real: Library, open_window: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("photoorg.ui.library.indexing.Indexing.start", lambda self, folders=(): None)
    before = real.tree()
    window = open_window(real.services)
    qtbot.waitUntil(lambda: len(window.model.ids) == 6)
    window.grid.selectAll()
    window.commands.run("archive")
    qtbot.waitUntil(lambda: says(window).startswith("6 photos archived ("))
    assert {real.state(id) for id in real.ids()} == {"archived"}
    window.commands.run("undo")
    qtbot.waitUntil(lambda: len(window.model.ids) == 6)
    assert real.tree() == before
    window.commands.run("redo")
    qtbot.waitUntil(lambda: len(window.model.ids) == 0)
    assert {real.state(id) for id in real.ids()} == {"archived"}

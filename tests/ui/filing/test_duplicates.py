"""Duplicates in the window: copies are chosen, keepers stay, and the search goes on in the background."""

from __future__ import annotations

from array import array
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from photoorg.ui.delegates.keeper import keeper_place
from photoorg.ui.views.main_window import MainWindow
from photoorg.ui.views.shelf_geometry import HEADING
from photoorg.ui.views.tile_view import MARGIN
from tests.ui.fake_services import FakeServices

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def services() -> FakeServices:
    return FakeServices(40)


@pytest.fixture
def window(services: FakeServices, open_window: Callable[..., MainWindow], qtbot: QtBot) -> MainWindow:
    shown = open_window(services)
    qtbot.waitUntil(lambda: len(shown.model.ids) == 40 and not shown.indexing.running)
    return shown


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """The window at its duplicates: 2 is kept of the file that is there twice, 5 of those that look alike."""
    qtbot.keyClick(window, Qt.Key.Key_5, CONTROL)
    qtbot.waitUntil(lambda: list(window.model.ids) == [2, 1, 5, 6, 7])
    return window


def chosen(window: MainWindow) -> list[int]:
    return list(window.grid.selected_ids())


def click(window: MainWindow, point: QPoint) -> None:
    QTest.mouseClick(window.grid.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)


def tile(window: MainWindow, row: int) -> QPoint:
    return window.grid.visualRect(window.model.index(row)).center()


def test_what_is_known_is_shown_at_once_and_look_alikes_follow(
    window: MainWindow, services: FakeServices, qtbot: QtBot
) -> None:
    services.duplicates.gate.clear()
    window.commands.run("show_duplicates")
    qtbot.waitUntil(lambda: list(window.model.ids) == [2, 1])
    assert chosen(window) == [1], "the sure copies are chosen, the keeper is not"
    assert window.page.header.title == "Duplicates"
    qtbot.waitUntil(lambda: window.page.header.subtitle.endswith("looking for look-alikes… 25%"))
    services.duplicates.gate.set()
    qtbot.waitUntil(lambda: list(window.model.ids) == [2, 1, 5, 6, 7])
    assert window.page.header.subtitle == "2 photos, 7.5 MB to free up"
    assert chosen(window) == [1], "look-alikes are to be looked at first"
    first, second = window.model.showing.sections
    assert (first.title, first.note) == (
        "2 copies of one file",
        "Keep IMG_2.jpg. It has the most pixels.  ·  the rest: 2.5 MB",
    )
    assert second.title == "3 look alike"
    assert window.page.sidebar.entry("duplicates").count == 2


def test_the_copies_go_and_the_keepers_stay(page: MainWindow, services: FakeServices, qtbot: QtBot) -> None:
    page.grid.setFocus()
    qtbot.keyClick(page.grid, Qt.Key.Key_A, CONTROL)
    assert chosen(page) == [1, 6, 7], "all but the keepers"
    qtbot.waitUntil(lambda: page.page.cluster_bar.chosen == "3 photos chosen  ·  7.5 MB")
    qtbot.keyClick(page.grid, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: services.archive.done == [("trash", [1, 6, 7])])
    qtbot.waitUntil(lambda: page.page.empty.isVisible() and page.page.empty.headline == "Every photo is there once")


def test_before_the_last_copy_goes_it_is_said(page: MainWindow, services: FakeServices, qtbot: QtBot) -> None:
    page.grid.select_rows([0, 1, 2])
    page.commands.run("trash")
    bar = page.file_actions.foretelling.bar
    qtbot.waitUntil(lambda: bar.text == "Move 3 photos to the trash? Of 1 photo no copy stays  ·  7.5 MB")
    bar.refuse()
    assert services.archive.done == []
    page.grid.select_rows([1, 3])
    page.commands.run("trash")
    qtbot.waitUntil(lambda: services.archive.done == [("trash", [1, 6])])


def test_another_one_is_kept_by_click_or_key(page: MainWindow, services: FakeServices, qtbot: QtBot) -> None:
    grid = page.grid
    place = keeper_place(grid.visualRect(page.model.index(1)), True, grid.font())
    click(page, place.center())
    assert list(page.model.ids[:2]) == [1, 2]
    assert page.browsing.showing.keepers == {1, 5}
    assert chosen(page) == [2], "what was chosen in the section is the other one now"
    assert "You chose it." in page.model.showing.sections[0].note
    grid.setFocus()
    grid.set_current(4)
    assert page.commands.run("keep_this")
    assert list(page.model.ids) == [1, 2, 7, 5, 6]
    assert chosen(page) == [2], "nothing was chosen there"
    assert grid.current_id() == 7
    assert not page.commands.run("keep_this"), "it is the one"
    qtbot.waitUntil(lambda: sorted(services.duplicates.kept) == [1, 7])


def test_a_heading_chooses_its_copies_beside_the_others(page: MainWindow) -> None:
    grid = page.grid
    heading = QPoint(MARGIN + 10, grid.visualRect(page.model.index(2)).top() - HEADING // 2)
    click(page, heading)
    assert chosen(page) == [1, 6, 7]
    click(page, heading)
    assert chosen(page) == [1]
    click(page, heading + QPoint(600, 0))
    assert chosen(page) == [], "beside the title it is empty ground"


def test_copies_are_compared_side_by_side(page: MainWindow, qtbot: QtBot) -> None:
    page.grid.set_current(3)
    assert page.commands.run("compare_copies")
    assert page.viewer.comparing
    comparison = page.viewer.comparison
    assert comparison is not None
    assert list(comparison.ids) == [5, 6, 7]
    page.close_viewer()
    assert list(page.model.ids) == [2, 1, 5, 6, 7]


def test_a_search_that_was_stopped_is_not_begun_again_at_once(
    window: MainWindow, services: FakeServices, qtbot: QtBot
) -> None:
    services.duplicates.gate.clear()
    services.duplicates.groups = []
    window.commands.run("show_duplicates")
    qtbot.waitUntil(lambda: window.page.empty.isVisible() and window.page.empty.headline == "Looking for duplicates…")
    job = window.duplicates._job
    assert job is not None
    qtbot.waitUntil(lambda: services.duplicates.searches == 1)
    job.cancel()
    qtbot.waitUntil(lambda: window.page.empty.headline == "The search was stopped")
    services.photos.commits += 1
    window.library.look()
    qtbot.wait(50)
    assert services.duplicates.searches == 1
    services.duplicates.gate.set()
    window.commands.run("show_photos")
    window.commands.run("show_duplicates")
    qtbot.waitUntil(lambda: services.duplicates.searches == 2)


def test_changes_of_the_library_are_followed(page: MainWindow, services: FakeServices, qtbot: QtBot) -> None:
    page.grid.select_rows([4])
    services.photos.ids = array("q", (id for id in services.photos.ids if id != 1))
    services.photos.commits += 1
    page.library.look()
    qtbot.waitUntil(lambda: list(page.model.ids) == [5, 6, 7])
    assert chosen(page) == [7], "what the person chose, and nothing else"
    assert not page.commands.run("review")


def test_elsewhere_nothing_is_kept(window: MainWindow) -> None:
    window.grid.set_current(3)
    assert not window.commands.run("keep_this")
    assert not window.commands.run("compare_copies")
    window.grid.selectAll()
    assert window.grid.selected_count() == 40
    assert window.duplicates.warning(list(range(40))) == ""


def test_of_very_many_the_largest_are_shown(
    window: MainWindow, services: FakeServices, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("photoorg.ui.filing.duplicates._MOST", 1)
    services.duplicates.searched = services.duplicates.fresh = True
    window.commands.run("show_duplicates")
    qtbot.waitUntil(lambda: list(window.model.ids) == [2, 1])
    assert window.page.header.subtitle == "The largest 1 photos, 2.5 MB to free up"
    assert window.page.sidebar.entry("duplicates").count == 2
    window.commands.run("trash")
    qtbot.waitUntil(lambda: list(window.model.ids) == [5, 6, 7])


def test_what_was_chosen_elsewhere_is_not_told_here(window: MainWindow, services: FakeServices, qtbot: QtBot) -> None:
    services.duplicates.groups.clear()
    services.duplicates.gate.clear()
    window.cluster_actions.open(1)
    qtbot.waitUntil(lambda: window.commands.run("review"))
    window.grid.selectAll()
    qtbot.waitUntil(lambda: window.page.cluster_bar.chosen.startswith("8 photos chosen"))
    window.commands.run("show_duplicates")
    qtbot.waitUntil(lambda: not window.model.ids)
    qtbot.waitUntil(lambda: window.page.cluster_bar.chosen == "nothing chosen")
    services.duplicates.gate.set()
    qtbot.waitUntil(lambda: services.duplicates.fresh)

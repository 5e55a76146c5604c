"""More for a group in the window: what is found, what is done with it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from photoorg.ui.job_runner import JobRunner
from photoorg.ui.search.browsing import Wish
from photoorg.ui.views.main_window import MainWindow
from tests.ui.fake_services import FakeServices
from tests.ui.groups.test_clusters import settle

OpenWindow = Callable[[FakeServices], MainWindow]


def _look(qtbot: QtBot, window: MainWindow, runner: JobRunner, group: int) -> None:
    settle(qtbot, window, runner)
    window.cluster_actions.open(group)
    qtbot.waitUntil(lambda: window.browsing.name != "")
    assert window.commands.run("find_more")
    settle(qtbot, window, runner)


def test_what_is_found_is_shown_with_the_sure_ones_chosen_and_put_there(
    qtbot: QtBot, open_window: OpenWindow, runner: JobRunner
) -> None:
    services = FakeServices(40)
    window = open_window(services)
    assert not window.command_actions["find_more"].isEnabled()
    _look(qtbot, window, runner, 1)
    qtbot.waitUntil(lambda: list(window.model.ids) == [9, 10, 11])
    assert window.page.header.title == "More for “Cats”"
    assert window.page.sidebar.marked == "clusters"
    assert [section.title for section in window.browsing.showing.sections] == ["Sure", "Look at these"]
    assert set(window.grid.selected_ids()) == {9, 10}
    assert window.page.cluster_bar.isVisible()
    assert window.command_actions["put_more"].isEnabled()
    assert not window.command_actions["rename_cluster"].isEnabled(), "the group itself is not what is shown"
    assert window.commands.run("put_more")
    qtbot.waitUntil(lambda: ("move", 1, 9, 10) in services.clusters.edits)
    qtbot.waitUntil(lambda: window.page.header.title == "Cats")
    assert services.clusters.edits == [("more", 1), ("move", 1, 9, 10)]


def test_what_is_wrong_is_said_once_and_nothing_else_changes(
    qtbot: QtBot, open_window: OpenWindow, runner: JobRunner
) -> None:
    services = FakeServices(40)
    window = open_window(services)
    _look(qtbot, window, runner, 2)
    qtbot.waitUntil(lambda: list(window.model.ids) == [15, 16, 17])
    window.grid.select_rows([1, 2])
    qtbot.keyClick(window.grid, Qt.Key.Key_N)
    qtbot.waitUntil(lambda: ("refuse", 2, 16, 17) in services.clusters.edits)
    qtbot.waitUntil(lambda: list(window.model.ids) == [15])
    assert [section.title for section in window.browsing.showing.sections] == ["Sure"]
    window.grid.select_rows([0])
    qtbot.keyClick(window.grid, Qt.Key.Key_N)
    qtbot.waitUntil(lambda: window.model.rowCount() == 0)
    assert window.commands.run("leave_more")
    qtbot.waitUntil(lambda: window.page.header.title == "Dogs")


def test_one_can_come_back_to_what_was_found(qtbot: QtBot, open_window: OpenWindow, runner: JobRunner) -> None:
    window = open_window(FakeServices(40))
    _look(qtbot, window, runner, 1)
    qtbot.waitUntil(lambda: list(window.model.ids) == [9, 10, 11])
    window.search(Wish())
    qtbot.waitUntil(lambda: window.model.rowCount() == 40)
    assert window.commands.run("go_back")
    qtbot.waitUntil(lambda: list(window.model.ids) == [9, 10, 11])


def test_what_is_found_while_one_is_elsewhere_waits(qtbot: QtBot, open_window: OpenWindow, runner: JobRunner) -> None:
    services = FakeServices(40)
    window = open_window(services)
    settle(qtbot, window, runner)
    window.cluster_actions.open(1)
    qtbot.waitUntil(lambda: window.browsing.name != "")
    assert window.commands.run("find_more")
    window.search(Wish())
    window.grid.select_rows([0])
    qtbot.waitUntil(lambda: "“Find more” there shows it" in window.page.status_line.info)
    assert window.browsing.wish == Wish()
    assert list(window.grid.selected_ids()) == [1], "nothing else is chosen under the person's hands"
    window.cluster_actions.open(1)
    qtbot.waitUntil(lambda: window.browsing.name != "")
    assert window.commands.run("find_more")
    qtbot.waitUntil(lambda: list(window.model.ids) == [9, 10, 11])
    assert services.clusters.edits == [("more", 1)], "it was looked for once"


def test_it_can_be_stopped_and_finding_nothing_is_said(
    qtbot: QtBot, open_window: OpenWindow, runner: JobRunner
) -> None:
    services = FakeServices(40)
    services.clusters.slow = True
    window = open_window(services)
    settle(qtbot, window, runner)
    window.cluster_actions.open(1)
    qtbot.waitUntil(lambda: window.model.rowCount() == 8)
    action = window.command_actions["find_more"]
    assert window.commands.run("find_more")
    qtbot.waitUntil(action.isChecked)
    assert window.commands.run("find_more")
    qtbot.waitUntil(lambda: not action.isChecked())
    assert window.page.header.title == "Cats"
    services.clusters.slow = services.clusters.lacks = False
    assert window.commands.run("find_more")
    qtbot.waitUntil(lambda: window.page.status_line.info == "No other photos seem to belong to “Cats”.")
    assert window.page.header.title == "Cats"

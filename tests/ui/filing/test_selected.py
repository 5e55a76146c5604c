"""What can be done with several selected photos, offered in the status line."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from photoorg.core.types import State
from photoorg.ui.search.browsing import Wish
from photoorg.ui.views.main_window import MainWindow
from tests.ui.fake_services import FakeServices


def _offered(window: MainWindow) -> list[str]:
    return [action.text() for action in window.page.status_line.offered]


def test_several_photos_are_put_away_by_a_button(
    qtbot: QtBot, open_window: Callable[[FakeServices], MainWindow]
) -> None:
    services = FakeServices(count=10)
    window = open_window(services)
    qtbot.waitUntil(lambda: len(window.model.ids) == 10 and not window.indexing.running)
    assert _offered(window) == []
    window.grid.select_rows([2])
    qtbot.wait(1)
    assert _offered(window) == [], "one is told about"
    window.grid.select_rows([2, 3])
    wanted = ["Archive", "Move to the trash", "Compare side by side", "Put into a group…", "Make a new group of these"]
    qtbot.waitUntil(lambda: _offered(window) == wanted)
    window.grid.select_rows([1, 2, 3, 4, 5])  # more than can be compared
    qtbot.waitUntil(lambda: "Compare side by side" not in _offered(window))

    chosen = window.model.ids[1:6]
    buttons = window.page.status_line.findChildren(QToolButton)
    (archive,) = [button for button in buttons if button.text() == "Archive" and not button.isHidden()]
    qtbot.mouseClick(archive, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: services.archive.done == [("archive", list(chosen))])
    qtbot.waitUntil(lambda: _offered(window) == [])


def test_nothing_is_offered_twice(qtbot: QtBot, open_window: Callable[[FakeServices], MainWindow]) -> None:
    window = open_window(FakeServices(count=10))
    qtbot.waitUntil(lambda: len(window.model.ids) == 10 and not window.indexing.running)
    window.grid.select_rows([2, 3])
    qtbot.waitUntil(lambda: bool(_offered(window)))
    window.search(Wish(overview=True))
    qtbot.waitUntil(lambda: _offered(window) == [])
    window.search(Wish(put_away=State.TRASHED))
    qtbot.waitUntil(lambda: window.page.cluster_bar.isVisible() or not window.model.ids)
    window.grid.selectAll()
    qtbot.wait(1)
    assert _offered(window) == []

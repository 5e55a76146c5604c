from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from photoorg.core.conditions import Conditions
from photoorg.ui.job_runner import JobRunner
from photoorg.ui.search.browsing import Wish
from photoorg.ui.search.trail import LONGEST, Trail
from photoorg.ui.views.main_window import MainWindow
from tests.ui.fake_services import FakeServices

ALT = Qt.KeyboardModifier.AltModifier


def test_back_and_forward_along_what_was_seen() -> None:
    trail = Trail()
    for text in ("sea", "sea", "cat"):
        trail.arrive(Wish(text))
    assert not trail.has(1)
    assert [trail.step(-1).wish.text, trail.step(-1).wish] == ["sea", Wish()]
    assert trail.step(-1) is None
    assert trail.step(1).wish.text == "sea"
    trail.arrive(Wish("dog"))
    assert not trail.has(1)
    assert trail.step(-1).wish.text == "sea"


def test_words_typed_on_take_the_place_of_those_before() -> None:
    trail = Trail()
    for text in ("s", "sea", "sea sho", "sea"):
        trail.arrive(Wish(text), stay=1)
    trail.arrive(Wish("sea gull"), stay=2)
    trail.arrive(Wish("cat"), stay=2)
    trail.arrive(Wish("cat", where=Conditions(rating=1)), stay=2)
    trail.arrive(Wish("cat", where=Conditions(rating=1), without="d"), stay=2)
    seen = []
    while trail.has(-1):
        seen.append(trail.here.wish.text + trail.here.wish.without)
        trail.step(-1)
    assert seen == ["catd", "cat", "sea gull", "sea"]


def test_a_trail_does_not_grow_for_ever() -> None:
    trail = Trail()
    for number in range(2 * LONGEST):
        trail.arrive(Wish(str(number)))
    steps = 0
    while trail.step(-1):
        steps += 1
    assert steps == LONGEST - 1


@pytest.fixture
def window(qtbot: QtBot, open_window: Callable[[FakeServices], MainWindow], runner: JobRunner) -> MainWindow:
    """The window over 400 photos, at rest."""
    made = open_window(FakeServices(400))
    qtbot.waitUntil(lambda: not runner.busy and made.grid.hasFocus())
    return made


def test_alt_and_the_arrows_go_back_to_the_place_and_forward(qtbot: QtBot, window: MainWindow) -> None:
    assert not window.command_actions["go_back"].isEnabled()
    window.search(Wish(where=Conditions(rating=1)))
    qtbot.waitUntil(lambda: window.model.rowCount() == 40)
    window.grid.go_to(39)
    place = window.grid.place()
    assert place.first is not None
    window.search(Wish("sea"))
    qtbot.waitUntil(lambda: window.model.rowCount() == 5)
    assert window.command_actions["go_back"].isEnabled()
    qtbot.keyClick(window.grid, Qt.Key.Key_Left, ALT)
    qtbot.waitUntil(lambda: window.model.rowCount() == 40)
    assert window.grid.place() == place
    assert window.page.header.search.text == ""
    qtbot.keyClick(window.grid, Qt.Key.Key_Right, ALT)
    qtbot.waitUntil(lambda: window.model.rowCount() == 5)
    assert window.page.header.search.text == "sea"
    assert not window.command_actions["go_forward"].isEnabled()


def test_stepping_fast_keeps_the_places(qtbot: QtBot, window: MainWindow) -> None:
    for rating, count in ((1, 40), (2, 39)):
        window.search(Wish(where=Conditions(rating=rating)))
        qtbot.waitUntil(lambda count=count: window.model.rowCount() == count)
        window.grid.go_to(30 + rating)
    place = window.grid.place()
    window.search(Wish("sea"))
    qtbot.waitUntil(lambda: window.model.rowCount() == 5)
    for command in ("go_back", "go_back", "go_forward"):
        window.commands.run(command)
    qtbot.waitUntil(lambda: window.model.rowCount() == 39)
    assert window.grid.place() == place


def test_the_mouse_has_buttons_for_it_too(qtbot: QtBot, window: MainWindow) -> None:
    window.search(Wish("sea"))
    qtbot.waitUntil(lambda: window.model.rowCount() == 5)
    qtbot.mouseClick(window.grid.viewport(), Qt.MouseButton.BackButton, pos=QPoint(60, 60))
    qtbot.waitUntil(lambda: window.model.rowCount() == 400)
    assert window.grid.selected_count() == 0
    qtbot.mouseClick(window.grid.viewport(), Qt.MouseButton.ForwardButton, pos=QPoint(60, 60))
    qtbot.waitUntil(lambda: window.model.rowCount() == 5)


def test_back_leaves_the_large_view_first(qtbot: QtBot, window: MainWindow) -> None:
    window.search(Wish("sea"))
    qtbot.waitUntil(lambda: window.model.rowCount() == 5)
    window.open_viewer(2)
    qtbot.keyClick(window.viewer, Qt.Key.Key_Left, ALT)
    assert not window.viewing
    assert window.model.rowCount() == 5


def test_letters_typed_are_not_gone_back_by(qtbot: QtBot, window: MainWindow) -> None:
    field = window.page.header.search.findChild(QLineEdit)
    field.setFocus()
    for part in ("se", "a"):
        qtbot.keyClicks(field, part)
        title = f"“{field.text()}”"
        qtbot.waitUntil(lambda title=title: window.page.header.title == title)
    window.commands.run("go_back")
    qtbot.waitUntil(lambda: window.page.header.title == "All photos")

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from photoorg.ui.theme import colours
from photoorg.ui.views.search_bar import SearchBar


@pytest.fixture
def bar(qtbot: QtBot) -> SearchBar:
    made = SearchBar()
    made.colour(colours("light"))
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_one_search_starts_when_typing_pauses(qtbot: QtBot, bar: SearchBar) -> None:
    searched: list[str] = []
    bar.searched.connect(searched.append)
    qtbot.keyClicks(bar.focusProxy(), "the sea ")
    assert searched == []
    qtbot.waitUntil(lambda: searched == ["the sea"])


def test_enter_searches_at_once_and_leaves(qtbot: QtBot, bar: SearchBar) -> None:
    searched: list[str] = []
    bar.searched.connect(searched.append)
    with qtbot.waitSignal(bar.left):
        qtbot.keyClicks(bar.focusProxy(), "cat")
        qtbot.keyClick(bar.focusProxy(), Qt.Key.Key_Return)
    assert searched == ["cat"]
    qtbot.wait(300)
    assert searched == ["cat"]


def test_escape_clears_first_and_leaves_then(qtbot: QtBot, bar: SearchBar) -> None:
    searched: list[str] = []
    left: list[bool] = []
    bar.searched.connect(searched.append)
    bar.left.connect(lambda: left.append(True))
    bar.set_text("cat")
    qtbot.keyClick(bar.focusProxy(), Qt.Key.Key_Escape)
    assert (bar.text, searched, left) == ("", [""], [])
    qtbot.keyClick(bar.focusProxy(), Qt.Key.Key_Escape)
    assert left == [True]


def test_a_text_that_is_set_is_not_searched_again(qtbot: QtBot, bar: SearchBar) -> None:
    searched: list[str] = []
    bar.searched.connect(searched.append)
    bar.set_text("cat")
    qtbot.keyClick(bar.focusProxy(), Qt.Key.Key_Return)
    assert searched == []

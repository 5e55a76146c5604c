"""Buttons at the end of a bar, and the menu of those that a narrow window has no room for."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from photoorg.ui.views.action_row import ActionRow
from photoorg.ui.views.elided import ElidedLabel

NAMES = ("Review", "Rename the group…", "Find more", "Not in this group")


@pytest.fixture
def row(qtbot: QtBot) -> Iterator[ActionRow]:
    """A row of four buttons behind a sentence."""
    bar, hint, made = QWidget(), ElidedLabel(), ActionRow()
    qtbot.addWidget(bar)
    line = QHBoxLayout(bar)
    line.addWidget(hint, 1)
    line.addWidget(made)
    made.show_actions([QAction(name, bar) for name in NAMES])
    with qtbot.waitExposed(bar):
        bar.show()
    bar.resize(900, 40)
    yield made
    bar.close()


def _texts(row: ActionRow) -> tuple[list[str], list[str]]:
    shown = [button.defaultAction() for button in row.buttons]
    return [action.text() for action in shown], [action.text() for action in row.in_menu]


def test_all_are_offered_where_there_is_room(row: ActionRow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: _texts(row) == (list(NAMES), []))
    edges = [button.geometry() for button in row.buttons]
    assert edges[-1].right() <= row.width()
    assert all(left.right() < right.left() for left, right in itertools.pairwise(edges))


def test_the_last_give_way_to_a_menu_one_by_one(row: ActionRow, qtbot: QtBot) -> None:
    seen = set()
    for width in range(900, 60, -10):
        row.window().resize(width, 40)
        qtbot.waitUntil(lambda: row.window().width() == row.parentWidget().width())
        shown, hidden = _texts(row)
        assert [*shown, *hidden] == list(NAMES)
        assert sum(button.width() for button in row.buttons) <= row.width()
        seen.add(len(shown))
    assert seen == {4, 3, 2, 1, 0}
    assert row.window().minimumSizeHint().width() < 100, "a window is never kept wide by what is in its bars"


def test_other_actions_take_their_place(row: ActionRow, qtbot: QtBot) -> None:
    row.show_actions([QAction("Done", row)])
    qtbot.waitUntil(lambda: _texts(row) == (["Done"], []))
    row.show_actions([])
    assert _texts(row) == ([], [])


def test_icons_stand_in_groups_and_give_way_too(qtbot: QtBot) -> None:
    row = ActionRow(icons=True)
    qtbot.addWidget(row)
    actions = [QAction(name, row) for name in NAMES]
    row.show_actions([*actions[:2], None, *actions[2:]])
    row.resize(row.sizeHint())
    row.show()
    qtbot.waitUntil(lambda: _texts(row) == (list(NAMES), []))
    edges = [button.geometry() for button in row.buttons]
    between = [right.left() - left.right() for left, right in itertools.pairwise(edges)]
    assert between[0] == between[2] < between[1]
    assert edges[-1].right() < row.width()
    assert [button.accessibleName() for button in row.buttons] == list(NAMES)
    row.resize(row.width() - 1, row.height())
    qtbot.waitUntil(lambda: _texts(row)[1][-1:] == [NAMES[-1]])

"""The side bar: what it shows, what folds, where it leads, and photos that are dropped on it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QAbstractItemModel, QMimeData, QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from photoorg.core.types import State
from photoorg.ui.filing.dragged import pack, unpack
from photoorg.ui.models.place_model import PlaceModel
from photoorg.ui.search.browsing import Wish
from photoorg.ui.theme import colours
from photoorg.ui.views.main_window import MainWindow
from photoorg.ui.views.sidebar import Entry, Sidebar
from tests.ui.fake_services import FakeServices

LEFT = Qt.MouseButton.LeftButton


def place(name: str, *children: Entry, count: int = 0, wish: Wish | None = None, takes: bool = False) -> Entry:
    return Entry(name, name.title(), "folder", wish, count, children, takes)


def years(*names: str) -> tuple[Entry, ...]:
    return tuple(place(name, wish=Wish(text=name)) for name in names)


@pytest.fixture
def bar(qtbot: QtBot) -> Sidebar:
    made = Sidebar()
    made.colour(colours("light"))
    made.add(place("photos", wish=Wish()))
    made.add(place("trash", wish=Wish(put_away=State.TRASHED), takes=True))
    made.add(place("timeline"))
    made.fold_as({"timeline": True})
    made.resize(220, 600)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def shown(model: QAbstractItemModel, parent: QModelIndex | None = None) -> list[object]:
    """The entries as nested lists of their texts."""
    above = parent or QModelIndex()
    found: list[object] = []
    for row in range(model.rowCount(above)):
        index = model.index(row, 0, above)
        below = shown(model, index)
        found += [index.data(), below] if below else [index.data()]
    return found


def click(bar: Sidebar, name: str, *, at_fold: bool = False) -> None:
    rect = bar.visualRect(bar.model().index_of(name))
    point = QPoint(rect.right() - 16, rect.center().y()) if at_fold else rect.center()
    QtBot.mouseClick(bar.viewport(), LEFT, pos=point)


def test_entries_have_one_order_and_what_shows_nothing_waits(bar: Sidebar) -> None:
    assert shown(bar.model()) == ["Photos", "Trash"]
    bar.set_children("timeline", years("2021", "2020"))
    assert shown(bar.model()) == ["Photos", "Timeline", ["2021", "2020"], "Trash"]
    bar.add(place("history", wish=Wish(page="history")))
    bar.add(place("folders", place("/a", place("/a/b", wish=Wish(text="b")), wish=Wish(text="a"))))
    assert shown(bar.model())[3:] == ["Folders", ["/A", ["/A/B"]], "Trash", "History"]


def test_only_what_changed_is_touched(qtbot: QtBot) -> None:
    model = PlaceModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.show([place("a", *years("1", "2", "3", "5")), place("b")])
    touched: list[str] = []
    model.rowsInserted.connect(lambda above, first, last: touched.append(f"+{above.data()}{first}"))
    model.rowsRemoved.connect(lambda above, first, last: touched.append(f"-{above.data()}{first}"))
    two = model.index_of("2")
    model.show([place("a", *years("2", "3", "4", "5"), count=7), place("b")])
    assert touched == ["-A0", "+A2"]
    assert model.index_of("2").internalId() == two.internalId()
    assert shown(model) == ["A", ["2", "3", "4", "5"], "B"]
    assert model.index_of("a").data(Qt.ItemDataRole.AccessibleTextRole) == "A, 7"
    model.show([place("b"), place("a", *years("5", "2"))])
    assert shown(model) == ["B", "A", ["5", "2"]]
    assert not model.index_of("4").isValid()
    model.show([place("c", place("a", *years("5")))])
    assert shown(model) == ["C", ["A", ["5"]]]
    assert model.index_of("5").parent() == model.index_of("a")
    model.show([])
    assert model.rowCount() == 0
    del tester


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(st.sampled_from("abcdefgh"), unique=True), min_size=2, max_size=6))
def test_however_entries_change_the_model_follows(steps: list[list[str]]) -> None:
    model = PlaceModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    for names in steps:
        # Some lie below the first of them, so that they change parents too.
        below, beside = names[1:3], names[3:]
        entries = [place(names[0], *years(*below), count=len(names))] if names else []
        model.show([*entries, *years(*beside)])
        told = ([names[0].title(), [name.title() for name in below]] if below else [names[0].title()]) if names else []
        assert shown(model) == [*told, *(name.title() for name in beside)]
        for name in names:
            assert model.entry(model.index_of(name)).id == name
    del tester


def test_a_click_goes_there_and_one_at_the_arrow_folds(qtbot: QtBot, bar: Sidebar) -> None:
    bar.set_children("timeline", [place("2021", *years("may", "april"), wish=Wish(text="2021"))])
    assert bar.isExpanded(bar.model().index_of("timeline"))
    with qtbot.waitSignal(bar.chosen) as chosen:
        click(bar, "2021")
    assert chosen.args == ["2021"]
    with qtbot.assertNotEmitted(bar.chosen):
        click(bar, "2021", at_fold=True)
        assert bar.isExpanded(bar.model().index_of("2021"))
        click(bar, "2021", at_fold=True)
        click(bar, "timeline")
    assert bar.folds == {"timeline": False, "2021": False}
    bar.set_children("timeline", years("2022"))
    assert not bar.isExpanded(bar.model().index_of("timeline")), "what comes later leaves folds alone"


def test_what_was_folded_is_found_again(qtbot: QtBot, bar: Sidebar) -> None:
    bar.fold_as({"timeline": False, "2021": True, "gone": True})
    bar.set_children("timeline", [place("2021", *years("may"), wish=Wish(text="2021"))])
    assert not bar.isExpanded(bar.model().index_of("timeline"))
    assert bar.isExpanded(bar.model().index_of("2021"))


def test_where_one_is_is_marked_by_what_is_shown(bar: Sidebar) -> None:
    bar.set_children("timeline", [place("2021", *years("may"), wish=Wish(text="2021"))])
    bar.mark(Wish(text="2021"))
    assert bar.marked == "2021"
    bar.mark(Wish(text="may"))
    assert bar.marked == "2021", "the month is folded away"
    bar.toggle("2021")
    assert bar.marked == "may"
    bar.set_children("timeline", years("2020"))
    assert bar.marked == ""
    bar.mark(Wish())
    assert bar.marked == "photos"
    bar.mark(Wish(text="elsewhere"))
    assert bar.marked == ""


def test_the_keyboard_reaches_every_entry(qtbot: QtBot, bar: Sidebar) -> None:
    bar.set_children("timeline", [place("2021", *years("may"), wish=Wish(text="2021"))])
    bar.setFocus(Qt.FocusReason.TabFocusReason)
    at = bar.currentIndex
    assert at().data() == "Photos"
    for key, there in (
        (Qt.Key.Key_Down, "Timeline"),
        (Qt.Key.Key_Down, "2021"),
        (Qt.Key.Key_Right, "2021"),
        (Qt.Key.Key_Down, "May"),
        (Qt.Key.Key_Left, "2021"),
        (Qt.Key.Key_Left, "2021"),
        (Qt.Key.Key_Down, "Trash"),
    ):
        qtbot.keyClick(bar, key)
        assert at().data() == there
    with qtbot.waitSignal(bar.chosen) as chosen:
        qtbot.keyClick(bar, Qt.Key.Key_Return)
    assert chosen.args == ["trash"]


def drop(bar: Sidebar, name: str, mime: QMimeData) -> bool:
    """Drag ``mime`` over an entry and let it go there; whether the entry took it."""
    where = bar.visualRect(bar.model().index_of(name)).center()
    how = (Qt.DropAction.CopyAction | Qt.DropAction.MoveAction, mime, LEFT, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(where, *how)
    QApplication.sendEvent(bar.viewport(), enter)
    move = QDragMoveEvent(where, *how)
    QApplication.sendEvent(bar.viewport(), move)
    taken = enter.isAccepted() and move.isAccepted()
    if taken:
        QApplication.sendEvent(bar.viewport(), QDropEvent(QPointF(where), *how))
    return taken


def test_photos_are_dropped_where_they_are_taken(qtbot: QtBot, bar: Sidebar) -> None:
    hovered: list[str] = []
    bar.hovered.connect(hovered.append)
    with qtbot.waitSignal(bar.dropped) as dropped:
        assert drop(bar, "trash", pack([3, 1, 2**40]))
    assert dropped.args is not None
    assert (dropped.args[0], list(dropped.args[1])) == ("trash", [3, 1, 2**40])
    assert list(dict.fromkeys(hovered)) == ["trash", ""]
    with qtbot.assertNotEmitted(bar.dropped):
        assert not drop(bar, "photos", pack([3]))
        text = QMimeData()
        text.setText("3")
        assert not drop(bar, "trash", text)
    assert list(unpack(text)) == []


def test_the_window_goes_where_the_side_bar_says(
    qtbot: QtBot, open_window: Callable[[FakeServices], MainWindow]
) -> None:
    window = open_window(FakeServices(40))
    bar = window.page.sidebar
    qtbot.waitUntil(lambda: window.model.rowCount() == 40)
    assert bar.marked == "photos"
    click(bar, "trash")
    qtbot.waitUntil(lambda: window.page.header.title == "Trash")
    assert bar.marked == "trash"
    assert not bar.hasFocus()

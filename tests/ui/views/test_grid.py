from __future__ import annotations

from array import array
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QMouseEvent, QPaintEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from photoorg.core.marks import Mark
from photoorg.ui.delegates.photo_delegate import PhotoDelegate
from photoorg.ui.job_runner import JobRunner
from photoorg.ui.models.photo_cache import PhotoCache
from photoorg.ui.models.photo_model import PhotoModel, Section, Showing
from photoorg.ui.models.thumbnails import Thumbnails
from photoorg.ui.theme import colours
from photoorg.ui.views.grid import GridView
from tests.ui.fake_services import FakePhotos

Control, Shift, Plain = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.NoModifier,
)


def showing(ids: range | list[int]) -> Showing:
    return Showing(array("q", ids), array("q", (id + 1000 for id in ids)))


@pytest.fixture
def make_grid(qtbot: QtBot, runner: JobRunner) -> Callable[[int], GridView]:
    def make(count: int) -> GridView:
        photos = FakePhotos(0)
        cache = PhotoCache(runner, lambda ids: [photos.get(id) for id in ids])
        thumbnails = Thumbnails(runner, photos.thumbnails)
        model = PhotoModel(cache)
        grid = GridView(model, thumbnails, cache)
        grid.delegate = PhotoDelegate(thumbnails, colours("light"))
        for part in (cache, thumbnails, model):
            part.setParent(grid)
        grid.show_photos(showing(range(1, count + 1)))
        grid.resize(800, 600)
        qtbot.addWidget(grid)
        with qtbot.waitExposed(grid):
            grid.show()
        grid.setFocus()
        return grid

    return make


def click(grid: GridView, row: int, modifier: Qt.KeyboardModifier = Plain) -> None:
    point = grid.visualRect(grid.model().index(row, 0)).center()
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, modifier, point)


def test_only_what_is_visible_is_asked_for(qtbot: QtBot, make_grid: Callable[[int], GridView]) -> None:
    grid = make_grid(100_000)
    qtbot.waitUntil(lambda: not grid._thumbnails.loading)
    assert len(grid.visible_rows()) < 40
    assert grid._thumbnails.get(1001) is not None
    assert grid._thumbnails.get(1500) is None


class Strokes(QObject):
    """Remembers which parts of a viewport are painted."""

    def __init__(self, viewport: QWidget) -> None:
        super().__init__(viewport)
        self.rects: list[QRect] = []
        viewport.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.rects.append(event.rect())
        return False


def test_what_arrives_has_only_its_own_lines_painted(qtbot: QtBot, make_grid: Callable[[int], GridView]) -> None:
    grid = make_grid(100)
    qtbot.waitUntil(lambda: not grid._thumbnails.loading and grid._photos.get(1) is not None)
    QApplication.processEvents()
    strokes, row = Strokes(grid.viewport()), grid.tiles.columns  # the first of the second line
    line = grid.visualRect(grid.model().index(row, 0))
    for change in (
        lambda: grid._photos.note({row + 1: Mark(5)}),
        lambda: grid._thumbnails.loaded.emit(frozenset([row + 1001])),
    ):
        change()
        qtbot.waitUntil(lambda: bool(strokes.rects))
        assert {(rect.top(), rect.bottom()) for rect in strokes.rects} == {(line.top(), line.bottom())}
        strokes.rects.clear()
    grid._photos.note({99: Mark(5)})  # out of sight
    QApplication.processEvents()
    assert not strokes.rects


def test_what_lies_ahead_is_loaded_where_the_person_scrolls_to(
    qtbot: QtBot, make_grid: Callable[[int], GridView]
) -> None:
    grid = make_grid(10_000)
    bar = grid.verticalScrollBar()
    for turn, ahead in ((1, True), (-1, False)):
        bar.setValue(bar.maximum() // 2 + turn * 5_000)
        bar.setValue(bar.value() + turn)
        QApplication.processEvents()
        qtbot.waitUntil(lambda: not grid._thumbnails.loading)
        rows, ids = grid.visible_rows(), grid._photo_model.ids
        assert (grid._thumbnails.get(ids[rows.stop] + 1000) is not None) is ahead
        assert (grid._thumbnails.get(ids[rows.start - 1] + 1000) is not None) is not ahead


def test_clicks_select_as_in_a_file_manager(make_grid: Callable[[int], GridView]) -> None:
    grid = make_grid(40)
    click(grid, 2)
    assert grid.selected_rows() == [2]
    click(grid, 5, Control)
    assert grid.selected_rows() == [2, 5]
    click(grid, 5, Control)
    assert grid.selected_rows() == [2]
    click(grid, 3)
    click(grid, 9, Shift)
    assert grid.selected_rows() == [3, 4, 5, 6, 7, 8, 9]
    click(grid, 1, Shift)
    assert grid.selected_rows() == [1, 2, 3]
    assert list(grid.selected_ids()) == [2, 3, 4]


def test_a_click_between_tiles_selects_nothing(make_grid: Callable[[int], GridView]) -> None:
    grid = make_grid(40)
    click(grid, 2)
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, Plain, QPoint(4, 4))
    assert grid.selected_rows() == []


def test_a_rubber_band_selects_what_it_touches(make_grid: Callable[[int], GridView]) -> None:
    grid = make_grid(40)
    columns = grid.tiles.columns
    start = grid.visualRect(grid.model().index(0, 0)).topLeft() - QPoint(6, 6)
    end = grid.visualRect(grid.model().index(columns + 1, 0)).center()
    QTest.mousePress(grid.viewport(), Qt.MouseButton.LeftButton, Plain, start)
    for point in (start + QPoint(20, 20), end):
        QTest.mouseMove(grid.viewport(), point)
        QApplication.processEvents()
    QTest.mouseRelease(grid.viewport(), Qt.MouseButton.LeftButton, Plain, end)
    assert grid.selected_rows() == [0, 1, columns, columns + 1]


def test_arrows_home_end_and_pages_move_and_shift_extends(make_grid: Callable[[int], GridView]) -> None:
    grid = make_grid(38)
    columns = grid.tiles.columns
    click(grid, 0)
    for key, row in (
        (Qt.Key.Key_Right, 1),
        (Qt.Key.Key_Down, 1 + columns),
        (Qt.Key.Key_Left, columns),
        (Qt.Key.Key_Up, 0),
        (Qt.Key.Key_Up, 0),
        (Qt.Key.Key_End, 37),
        (Qt.Key.Key_Down, 37),
        (Qt.Key.Key_Home, 0),
    ):
        QTest.keyClick(grid, key)
        assert grid.currentIndex().row() == row
    QTest.keyClick(grid, Qt.Key.Key_Down, Shift)
    assert grid.selected_rows() == list(range(columns + 1))
    QTest.keyClick(grid, Qt.Key.Key_PageDown)
    assert grid.currentIndex().row() > 2 * columns


def test_down_from_the_line_before_the_last_reaches_the_last_photo(make_grid: Callable[[int], GridView]) -> None:
    grid = make_grid(40)
    columns = grid.tiles.columns
    last_full = (39 // columns) * columns - 1
    click(grid, 0)
    grid.go_to(last_full)
    QTest.keyClick(grid, Qt.Key.Key_Down)
    assert grid.currentIndex().row() == 39


def test_all_and_inverted_selections_of_many_photos(make_grid: Callable[[int], GridView]) -> None:
    grid = make_grid(100_000)
    grid.selectAll()
    assert grid.selected_count() == 100_000
    click(grid, 7, Control)
    assert grid.selected_count() == 99_999
    grid.invert_selection()
    assert grid.selected_rows() == [7]


def test_a_refresh_keeps_selection_current_photo_and_place(make_grid: Callable[[int], GridView]) -> None:
    grid = make_grid(500)
    click(grid, 3)
    click(grid, 5, Control)
    grid.verticalScrollBar().setValue(1000)
    first = grid.visible_rows()[0]
    held, top = grid._photo_model.ids[first], grid.visualRect(grid.model().index(first, 0)).top()
    place = grid.place()
    new = [9001, 9002, 9003, *(id for id in range(1, 501) if id != 4)]
    grid.show_photos(showing(new), place)
    assert list(grid.selected_ids()) == [6]
    assert grid.current_id() == 6
    now = new.index(held)
    assert grid.visualRect(grid.model().index(now, 0)).top() == top


def test_other_photos_start_at_the_top_with_nothing_selected(make_grid: Callable[[int], GridView]) -> None:
    grid = make_grid(500)
    grid.selectAll()
    grid.verticalScrollBar().setValue(1000)
    grid.show_photos(showing(range(100, 300)))
    assert grid.verticalScrollBar().value() == 0
    assert grid.selected_count() == 0


def test_resizing_keeps_the_place(make_grid: Callable[[int], GridView]) -> None:
    grid = make_grid(2000)
    grid.verticalScrollBar().setValue(5000)
    first = grid.visible_rows()[0]
    grid.resize(1100, 600)
    assert grid.visible_rows()[0] <= first <= grid.visible_rows()[0] + grid.tiles.columns


def test_control_and_wheel_change_the_size_of_tiles(qtbot: QtBot, make_grid: Callable[[int], GridView]) -> None:
    grid = make_grid(500)
    before = grid.tile_width
    centre = QPointF(grid.viewport().rect().center())
    event = QWheelEvent(
        centre,
        grid.viewport().mapToGlobal(centre),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Control,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    with qtbot.waitSignal(grid.zoomed):
        QApplication.sendEvent(grid.viewport(), event)
    assert grid.tile_width > before
    assert grid.verticalScrollBar().value() == 0


def test_a_double_click_opens(qtbot: QtBot, make_grid: Callable[[int], GridView]) -> None:
    grid = make_grid(40)
    point = grid.visualRect(grid.model().index(6, 0)).center()
    with qtbot.waitSignal(grid.opened) as opened:
        QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, Plain, point)
        QTest.mouseDClick(grid.viewport(), Qt.MouseButton.LeftButton, Plain, point)
    assert opened.args == [6]


def test_typing_letters_does_not_jump(make_grid: Callable[[int], GridView]) -> None:
    grid = make_grid(40)
    click(grid, 3)
    QTest.keyClicks(grid, "img_9")
    assert grid.currentIndex().row() == 3


def test_sections_part_the_photos_and_change_nothing_for_the_selection(make_grid: Callable[[int], GridView]) -> None:
    grid = make_grid(10)
    plain = showing(range(1, 41))
    parted = Showing(plain.ids, plain.contents, None, (Section("Sure", 3), Section("Look at these", 37)))
    grid.show_photos(parted)
    below = grid.visualRect(grid.model().index(3, 0))
    assert below.left() == grid.visualRect(grid.model().index(0, 0)).left(), "a section begins a line"
    click(grid, 1)
    click(grid, 5, Shift)
    assert grid.selected_rows() == [1, 2, 3, 4, 5]
    QTest.keyClick(grid, Qt.Key.Key_Home)
    QTest.keyClick(grid, Qt.Key.Key_Down)
    assert grid.currentIndex().row() == 3
    heading = grid.grab().copy(0, below.top() - 44, 200, 40).toImage()
    inked = {heading.pixelColor(x, y).name() for x in range(200) for y in range(40)}
    assert len(inked) > 3, "the heading is written"
    grid.show_photos(plain)
    assert grid.visualRect(grid.model().index(3, 0)).top() == grid.visualRect(grid.model().index(0, 0)).top()


def test_shift_replaces_and_control_and_shift_add_a_range(make_grid: Callable[[int], GridView]) -> None:
    grid = make_grid(40)
    click(grid, 2)
    click(grid, 10, Control)
    click(grid, 12, Shift)
    assert grid.selected_rows() == [10, 11, 12], "Shift selects a range in place of everything else"
    click(grid, 20, Control)
    click(grid, 22, Control | Shift)
    assert grid.selected_rows() == [10, 11, 12, 20, 21, 22], "Ctrl and Shift select one beside it"
    click(grid, 21, Control | Shift)
    assert grid.selected_rows() == [10, 11, 12, 20, 21], "the same range, made shorter"


def test_shift_with_home_and_end(make_grid: Callable[[int], GridView]) -> None:
    grid = make_grid(100_000)
    click(grid, 6)
    QTest.keyClick(grid, Qt.Key.Key_End, Shift)
    assert grid.selected_ranges() == [range(6, 100_000)]
    QTest.keyClick(grid, Qt.Key.Key_Home, Shift)
    assert grid.selected_ranges() == [range(7)]
    QTest.keyClick(grid, Qt.Key.Key_Right)
    assert grid.selected_rows() == [1]


def pull(grid: GridView, start: QPoint, end: QPoint, modifier: Qt.KeyboardModifier = Plain) -> None:
    """Press and move. QTest's mouseMove takes no modifiers, so the moves are events of our own."""
    QTest.mousePress(grid.viewport(), Qt.MouseButton.LeftButton, modifier, start)
    for point in (start + QPoint(12, 12), end):
        at = QPointF(point)
        move = QMouseEvent(
            QEvent.Type.MouseMove,
            at,
            grid.viewport().mapToGlobal(at),
            Qt.MouseButton.NoButton,
            Qt.MouseButton.LeftButton,
            modifier,
        )
        QApplication.sendEvent(grid.viewport(), move)


def band(grid: GridView, start: QPoint, end: QPoint, modifier: Qt.KeyboardModifier = Plain) -> None:
    """Draw a rubber band."""
    pull(grid, start, end, modifier)
    QTest.mouseRelease(grid.viewport(), Qt.MouseButton.LeftButton, modifier, end)


@pytest.mark.parametrize("modifier", [Control, Shift])
def test_a_rubber_band_with_control_or_shift_adds(
    make_grid: Callable[[int], GridView], modifier: Qt.KeyboardModifier
) -> None:
    grid = make_grid(40)
    click(grid, 9)
    start = grid.visualRect(grid.model().index(0, 0)).topLeft() - QPoint(6, 6)
    band(grid, start, grid.visualRect(grid.model().index(1, 0)).center(), modifier)
    assert grid.selected_rows() == [0, 1, 9]
    band(grid, start, grid.visualRect(grid.model().index(2, 0)).center(), modifier)
    assert grid.selected_rows() == [0, 1, 2, 9], "what was selected under the band stays so"
    band(grid, start, grid.visualRect(grid.model().index(0, 0)).center())
    assert grid.selected_rows() == [0]


def test_from_a_tile_photos_are_dragged_and_no_band_is_drawn(
    qtbot: QtBot, make_grid: Callable[[int], GridView]
) -> None:
    grid = make_grid(40)
    grid.select_rows([2, 3, 4])
    start = grid.visualRect(grid.model().index(3, 0)).center()
    with qtbot.waitSignal(grid.dragged):
        pull(grid, start, start + QPoint(200, 100))  # the drag takes the release
    assert grid.selected_rows() == [2, 3, 4], "the press selected nothing else"
    click(grid, 3)
    assert grid.selected_rows() == [3], "without a drag it does, when the button is let go"


def test_a_range_goes_on_after_a_refresh(make_grid: Callable[[int], GridView]) -> None:
    grid = make_grid(500)
    click(grid, 4)
    click(grid, 9, Shift)
    grid.show_photos(showing([9001, *range(1, 501)]), grid.place())
    assert grid.selected_rows() == [5, 6, 7, 8, 9, 10]
    click(grid, 12, Shift)
    assert grid.selected_rows() == list(range(5, 13)), "from where it began, under its new row"
    click(grid, 20)
    click(grid, 22, Shift)
    assert grid.selected_rows() == [20, 21, 22]
    QTest.keyClick(grid, Qt.Key.Key_Left)
    grid.show_photos(showing([9002, 9001, *range(1, 501)]), grid.place())
    QTest.keyClick(grid, Qt.Key.Key_Right, Shift)
    assert grid.selected_rows() == [22, 23], "the keyboard moves the beginning too"


def test_what_vanishes_while_selected_is_selected_no_more(make_grid: Callable[[int], GridView]) -> None:
    grid = make_grid(500)
    click(grid, 4)
    click(grid, 9, Shift)
    grid.show_photos(showing([id for id in range(1, 501) if id not in {5, 6, 10}]), grid.place())
    assert list(grid.selected_ids()) == [7, 8, 9]
    grid.show_photos(showing([]), grid.place())
    assert grid.selected_count() == 0
    assert grid.current_id() is None

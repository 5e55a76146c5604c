"""Photos by months, and the strip of years that leads to them."""

from __future__ import annotations

from array import array
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from photoorg.services.photos.browse import Timeline
from photoorg.ui.library.library import read_photos
from photoorg.ui.search.browsing import Wish, without
from photoorg.ui.views.grid import GridView
from photoorg.ui.views.main_window import MainWindow
from photoorg.ui.views.scrubber import Scrubber
from photoorg.ui.views.shelf_geometry import ShelfGeometry
from tests.ui.fake_services import FakeServices

LEFT = Qt.MouseButton.LeftButton


def timeline(months: list[tuple[str, int]]) -> Timeline:
    ids = array("q", range(1, sum(count for _, count in months) + 1))
    return Timeline(ids, array("q", (id + 1000 for id in ids)), tuple(months))


#: Four years of 120 photos a month, the newest first.
YEARS = [(f"{year}-{month:02}", 120) for year in (2024, 2023, 2022, 2021) for month in range(12, 0, -1)]


def height_of(strip: Scrubber, month: str) -> int:
    """Where on the strip a month begins."""
    return next(y for y in range(strip.height()) if strip.month_at(y) == month)


@pytest.fixture
def grid(qtbot: QtBot, open_window: Callable[[FakeServices], MainWindow]) -> GridView:
    services = FakeServices(sum(count for _, count in YEARS))
    services.photos.months = tuple(YEARS)
    window = open_window(services)
    window.resize(900, 640)
    qtbot.waitUntil(lambda: window.grid.scrubber.isVisible() and not window.indexing.running)
    return window.grid


def test_what_is_unread_is_not_counted_among_the_months() -> None:
    found = timeline([("2024-05", 2), ("2024-04", 1), ("2023-01", 3)])
    found.contents[1] = found.contents[2] = 0
    shown = read_photos(found)
    assert list(shown.ids) == [1, 4, 5, 6]
    assert [(each.title, each.count, each.note) for each in shown.sections] == [
        ("May 2024", 1, "1 photo"),
        ("January 2023", 3, "3 photos"),
    ]
    left = without(shown, {1, 5})
    assert [(each.month, each.count) for each in left.sections] == [("2023-01", 2)]


def test_a_year_of_few_photos_has_one_heading() -> None:
    found = timeline([("2024-05", 9), ("2024-04", 1), ("2023-12", 3), ("2023-07", 1), ("2023-01", 2), ("2022-03", 1)])
    assert [(each.title, each.count) for each in read_photos(found).sections] == [
        ("May 2024", 9),
        ("April 2024", 1),
        ("2023", 6),
        ("March 2022", 1),
    ]


def test_the_strip_stands_for_all_photos_and_names_the_years(grid: GridView) -> None:
    strip = grid.scrubber
    assert [year for _, year in strip._years] == ["2024", "2023", "2022", "2021"]
    assert strip.geometry().right() == grid.width() - 1
    assert not grid.verticalScrollBar().isVisible()
    assert isinstance(grid.tiles, ShelfGeometry)
    right = max(grid.visualRect(grid.model().index(row, 0)).right() for row in range(grid.tiles.columns))
    assert right < strip.x()
    assert strip.month_at(0) == "2024-12"
    assert strip.month_at(strip.height()) == "2021-01"


def test_a_press_goes_to_the_month_it_points_at_and_tells_it(qtbot: QtBot, grid: GridView) -> None:
    strip = grid.scrubber
    y = height_of(strip, "2022-06") + 2
    qtbot.mousePress(strip, LEFT, pos=QPoint(20, y))
    assert strip.told == "June 2022"
    under = grid.indexAt(QPoint(40, y + 30)).row()
    first = sum(count for month, count in YEARS if month > "2022-06")
    assert first <= under < first + 240, "those photos are at the height of the pointer"
    qtbot.mouseRelease(strip, LEFT, pos=QPoint(20, y))
    qtbot.mouseMove(grid.viewport(), QPoint(5, 5))


def test_a_press_near_a_year_goes_to_its_beginning(qtbot: QtBot, grid: GridView) -> None:
    strip = grid.scrubber
    y = height_of(strip, "2022-12")
    qtbot.mousePress(strip, LEFT, pos=QPoint(20, y))
    exactly = grid.verticalScrollBar().value()
    qtbot.mouseRelease(strip, LEFT, pos=QPoint(20, y))
    grid.verticalScrollBar().setValue(0)
    qtbot.mouseClick(strip, LEFT, pos=QPoint(20, y + 5))
    assert grid.verticalScrollBar().value() == exactly


def test_scrolling_tells_the_month_for_a_while(qtbot: QtBot, grid: GridView) -> None:
    strip = grid.scrubber
    strip._timer.setInterval(30)
    grid.verticalScrollBar().setValue(grid.verticalScrollBar().maximum())
    assert strip.told == "January 2021"
    qtbot.waitUntil(lambda: not strip.told)


class Painted(QObject):
    """How much of a viewport is painted anew, in pixels."""

    def __init__(self, viewport: QWidget) -> None:
        super().__init__(viewport)
        self.pixels = 0
        viewport.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.pixels += sum(part.width() * part.height() for part in event.region())
        return False


def test_scrolling_paints_only_what_comes_into_sight_and_leaves_nothing_behind(qtbot: QtBot, grid: GridView) -> None:
    if QGuiApplication.platformName() != "offscreen":
        pytest.skip("what a display shows is not ours to read")
    window, bar, viewport = grid.window(), grid.verticalScrollBar(), grid.viewport()

    def seen() -> QImage:
        """What is on the screen, as opposed to what a widget would paint if it were asked now."""
        QApplication.processEvents()
        return window.screen().grabWindow(window.winId()).toImage()

    bar.setValue(bar.maximum() // 2)
    for by in (20, 57, -31, 200):
        qtbot.waitUntil(lambda: not grid._thumbnails.loading)
        seen()
        painted = Painted(viewport)
        bar.setValue(bar.value() + by)
        seen()
        assert 0 < painted.pixels < (abs(by) + 60) * viewport.width()
        viewport.removeEventFilter(painted)
        qtbot.waitUntil(lambda: not grid._thumbnails.loading)
        assert grid.scrubber.told
        found = seen()
        viewport.repaint()
        assert seen() == found, by
        corner = viewport.mapTo(window, grid.scrubber.badge.topLeft())
        dark = found.pixelColor(corner + QPoint(14, 2))
        assert found.pixelColor(corner).lightness() > dark.lightness() + 50, "its corners are round"
    grid.scrubber._timer.stop()
    grid.scrubber._say()
    found = seen()
    viewport.repaint()
    assert seen() == found, "the month is gone"


def test_few_photos_and_results_have_a_plain_scroll_bar(
    qtbot: QtBot, open_window: Callable[[FakeServices], MainWindow]
) -> None:
    window = open_window(FakeServices(500))
    qtbot.waitUntil(window.grid.scrubber.isVisible)
    window.search(Wish(text="sea"))
    qtbot.waitUntil(lambda: window.model.rowCount() == 5)
    assert not window.grid.scrubber.isVisible()
    window.resize(500, 300)
    window.grid.set_tile_width(320)
    qtbot.waitUntil(window.grid.verticalScrollBar().isVisible)
    window.grid.show_photos(read_photos(timeline(YEARS[:1])))
    window.resize(1200, 900)
    window.grid.set_tile_width(72)
    qtbot.wait(10)
    assert not window.grid.scrubber.isVisible()

from __future__ import annotations

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from photoorg.core.types import Photo, State
from photoorg.ui.browsing import Wish
from photoorg.ui.views.date_badge import DateBadge, month
from photoorg.ui.views.main_window import MainWindow
from tests.ui.fake_services import FakeServices


def test_a_photo_without_a_date_has_no_month() -> None:
    assert month(Photo(1, "a.jpg", State.PRESENT, 1, 10)) == ""
    assert month(Photo(1, "a.jpg", State.PRESENT, 1, 10, "2024-05-17T10:30:00")) == "May 2024"


def test_the_month_appears_while_scrolling_all_photos_and_goes_again(
    qtbot: QtBot, open_window: Callable[[FakeServices], MainWindow]
) -> None:
    window = open_window(FakeServices(500))
    qtbot.waitUntil(lambda: window.model.rowCount() == 500)
    badge = window.findChild(DateBadge)
    assert not badge.isVisible()
    window.grid.verticalScrollBar().setValue(800)
    qtbot.waitUntil(badge.isVisible)
    assert badge.text() == "May 2024"
    qtbot.waitUntil(lambda: not badge.isVisible())


def test_results_in_rank_order_show_no_month(qtbot: QtBot, open_window: Callable[[FakeServices], MainWindow]) -> None:
    window = open_window(FakeServices(500))
    window.search(Wish(text="sea"))
    qtbot.waitUntil(lambda: window.model.rowCount() == 5)
    window.resize(500, 300)
    window.grid.set_tile_width(320)
    window.grid.verticalScrollBar().setValue(300)
    assert window.grid.verticalScrollBar().value() > 0
    qtbot.wait(100)
    assert not window.findChild(DateBadge).isVisible()

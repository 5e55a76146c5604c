"""Turning photos in the window: in the large view, in their tiles, back by undo."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from photoorg.ui.job_runner import JobRunner
from photoorg.ui.models.decoding import tile
from photoorg.ui.views.main_window import MainWindow
from tests.ui.fake_services import FakeServices

OpenWindow = Callable[[FakeServices], MainWindow]


@pytest.fixture
def services() -> FakeServices:
    return FakeServices(40)


@pytest.fixture
def window(qtbot: QtBot, open_window: OpenWindow, services: FakeServices, runner: JobRunner) -> MainWindow:
    made = open_window(services)
    qtbot.waitUntil(lambda: made.model.rowCount() == 40)
    qtbot.waitUntil(lambda: not runner.busy and not made.thumbnails.loading)
    return made


def test_the_open_photo_is_turned_and_its_tile_with_it(
    qtbot: QtBot, window: MainWindow, services: FakeServices, runner: JobRunner
) -> None:
    window.open_viewer(3)
    qtbot.waitUntil(lambda: window.viewer.complete)
    before = window.thumbnails.get(1004)
    assert before is not None
    qtbot.keyClick(window.viewer, Qt.Key.Key_BracketLeft)
    qtbot.waitUntil(lambda: window.viewer.canvas.turns == 3)
    assert window.viewer.canvas.placement.size == (3000, 4000)
    assert services.turns.quarters == {1004: 3}
    qtbot.keyClick(window.viewer, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.thumbnails.get(1004) is not None)
    assert window.thumbnails.get(1004) is not before
    assert window.thumbnails.get(1005) is not None, "no other tile is made anew"


def test_selected_photos_are_turned_together(
    qtbot: QtBot, window: MainWindow, services: FakeServices, runner: JobRunner
) -> None:
    window.grid.go_to(0)
    window.grid.select_rows([0, 1, 2])
    qtbot.keyClick(window.grid, Qt.Key.Key_BracketRight)
    qtbot.waitUntil(lambda: services.turns.quarters == {1001: 1, 1002: 1, 1003: 1})


def test_what_another_undoes_is_seen(
    qtbot: QtBot, window: MainWindow, services: FakeServices, runner: JobRunner
) -> None:
    window.open_viewer(3)
    qtbot.keyClick(window.viewer, Qt.Key.Key_BracketRight)
    qtbot.waitUntil(lambda: window.viewer.canvas.turns == 1)
    services.turns.quarters = {}
    services.photos.commits += 1
    window.library.look()
    qtbot.waitUntil(lambda: window.viewer.canvas.turns == 0)


@pytest.mark.parametrize(("quarters", "corner"), [(0, (4, 4)), (1, (59, 4)), (2, (59, 59)), (3, (4, 59))])
def test_a_tile_is_turned_clockwise(quarters: int, corner: tuple[int, int]) -> None:
    import io

    picture = Image.new("RGB", (64, 64), "white")
    picture.paste((255, 0, 0), (0, 0, 24, 24))
    data = io.BytesIO()
    picture.save(data, "JPEG", quality=95)
    made = tile(data.getvalue(), 64, 0.0, quarters)
    assert made is not None
    red = QColor(made.pixelColor(*corner))
    assert (red.red() > 200, red.green() < 90) == (True, True)
    others = [at for at in ((4, 4), (59, 4), (59, 59), (4, 59)) if at != corner]
    assert all(made.pixelColor(*at).green() > 200 for at in others)

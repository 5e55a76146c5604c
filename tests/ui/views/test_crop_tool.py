"""A part of a photo, drawn in the large view: the fractions are those of the file, however it is shown."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from photoorg.ui.job_runner import JobRunner
from photoorg.ui.photos.turning import Part
from photoorg.ui.views.crop_tool import CropTool
from photoorg.ui.views.image_canvas import ImageCanvas
from photoorg.ui.views.main_window import MainWindow
from tests.ui.fake_services import FakeServices

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def canvas(qtbot: QtBot) -> ImageCanvas:
    """A canvas of 400 x 300 that shows a photo of 4000 x 2000 pixels at a tenth, 50 pixels below its top."""
    made = ImageCanvas()
    made.resize(400, 300)
    made.show_image(QImage(400, 200, QImage.Format.Format_RGB32), (4000, 2000), fit=True)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def tool(canvas: ImageCanvas) -> CropTool:
    return CropTool(canvas)


def drag(tool: CropTool, start: tuple[int, int], end: tuple[int, int]) -> None:
    QTest.mousePress(tool, LEFT, pos=QPoint(*start))
    for step in (2, 1):
        at = [before + (after - before) // step for before, after in zip(start, end, strict=True)]
        QTest.mouseMove(tool, QPoint(*at))
    QTest.mouseRelease(tool, LEFT, pos=QPoint(*end))


def test_what_is_drawn_is_told_in_fractions_of_the_photo(tool: CropTool) -> None:
    drag(tool, (100, 100), (300, 150))
    assert tool.part == pytest.approx((0.25, 0.25, 0.5, 0.25))
    assert tool.button.isVisible()


def test_drawing_from_the_lower_right_is_the_same(tool: CropTool) -> None:
    drag(tool, (300, 150), (100, 100))
    assert tool.part == pytest.approx((0.25, 0.25, 0.5, 0.25))


def test_nothing_reaches_beyond_the_photo(tool: CropTool) -> None:
    drag(tool, (200, 10), (390, 290))
    assert tool.part == pytest.approx((0.5, 0.0, 0.475, 1.0))


@pytest.mark.parametrize(
    ("quarters", "part"),
    # Turned, the photo is shown 150 x 300 (or 400 x 200) around the middle of the canvas.
    [
        (1, (0.0, 0.5, 0.5, 0.5)),  # the upper left quarter now is what was the lower left one
        (2, (0.5, 0.5, 0.5, 0.5)),
        (3, (0.5, 0.0, 0.5, 0.5)),
    ],
)
def test_of_a_turned_photo_the_fractions_are_those_of_the_file(
    canvas: ImageCanvas, tool: CropTool, quarters: int, part: Part
) -> None:
    canvas.turn(quarters)
    placed = canvas.placement.rect
    start, end = placed.topLeft().toPoint(), placed.center().toPoint()
    drag(tool, (start.x(), start.y()), (end.x(), end.y()))
    assert tool.part == pytest.approx(part, abs=0.01)


def test_of_a_magnified_and_moved_photo_too(canvas: ImageCanvas, tool: CropTool) -> None:
    canvas.zoom(0.4, QPointF(0, 50))  # the upper left corner stays at the left edge
    canvas.show_part(0.5, 0.5)
    drag(tool, (40, 30), (200, 150))
    assert tool.part == pytest.approx((0.4, 0.35, 0.1, 0.15))
    canvas.fit()
    assert tool.part == pytest.approx((0.4, 0.35, 0.1, 0.15)), "it stays where it is in the photo"
    canvas.turn(1)
    canvas.zoom(0.4)
    drag(tool, (100, 50), (300, 250))
    shown = (100 - canvas.placement.rect.left()) / canvas.placement.rect.width()
    assert tool.part is not None
    assert tool.part[1] + tool.part[3] == pytest.approx(1 - shown, abs=1e-6)


def test_handles_change_its_size_and_the_inside_moves_it(tool: CropTool) -> None:
    drag(tool, (100, 100), (200, 150))
    drag(tool, (200, 150), (300, 200))
    assert tool.part == pytest.approx((0.25, 0.25, 0.5, 0.5))
    drag(tool, (100, 150), (200, 180))
    assert tool.part == pytest.approx((0.5, 0.25, 0.25, 0.5)), "the handle at the left moves no other side"
    drag(tool, (250, 150), (390, 150))
    assert tool.part == pytest.approx((0.75, 0.25, 0.25, 0.5)), "moved as far as there is photo"


def test_a_click_draws_nothing(tool: CropTool) -> None:
    QTest.mouseClick(tool, LEFT, pos=QPoint(200, 150))
    assert tool.part is None
    assert not tool.button.isVisible()


def test_keys_draw_move_and_size_it(qtbot: QtBot, tool: CropTool) -> None:
    chosen: list[Part] = []
    tool.chosen.connect(chosen.append)
    qtbot.keyClick(tool, Qt.Key.Key_Return)
    assert chosen == [], "there is no part yet"
    qtbot.keyClick(tool, Qt.Key.Key_Right)
    assert tool.part == pytest.approx((0.25, 0.25, 0.5, 0.5))
    qtbot.keyClick(tool, Qt.Key.Key_Right)
    qtbot.keyClick(tool, Qt.Key.Key_Up)
    qtbot.keyClick(tool, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(tool, Qt.Key.Key_Enter)
    assert chosen == [pytest.approx((0.27, 0.23, 0.48, 0.5))]


OpenWindow = Callable[[FakeServices], MainWindow]


@pytest.fixture
def window(qtbot: QtBot, open_window: OpenWindow, runner: JobRunner) -> MainWindow:
    made = open_window(FakeServices(40))
    qtbot.waitUntil(lambda: made.model.rowCount() == 40)
    made.open_viewer(4)
    qtbot.waitUntil(lambda: made.viewer.complete)
    return made


def test_more_like_a_part_of_a_turned_photo_is_looked_for(qtbot: QtBot, window: MainWindow, runner: JobRunner) -> None:
    viewer = window.viewer
    qtbot.keyClick(viewer, Qt.Key.Key_BracketRight)
    qtbot.waitUntil(lambda: viewer.canvas.turns == 1)
    qtbot.keyClick(viewer, Qt.Key.Key_C)
    (tool,) = viewer.canvas.findChildren(CropTool)
    placed = viewer.canvas.placement.rect
    start, end = placed.topLeft().toPoint(), placed.center().toPoint()
    drag(tool, (start.x(), start.y()), (end.x(), end.y()))
    tool.button.click()
    assert not window.viewing
    wish = window.browsing.wish
    assert wish.example is not None
    assert wish.example.id == 5
    assert wish.crop == pytest.approx((0.0, 0.5, 0.5, 0.5), abs=0.01)
    search = viewer._pictures._services.search
    qtbot.waitUntil(lambda: bool(search.queries))
    assert search.queries[-1].crop == wish.crop


def test_escape_leaves_the_drawing_first_and_the_view_next(qtbot: QtBot, window: MainWindow) -> None:
    viewer = window.viewer
    qtbot.keyClick(viewer, Qt.Key.Key_C)
    assert viewer.cropping
    tool = viewer.canvas.findChildren(CropTool)[0]
    qtbot.keyClick(tool, Qt.Key.Key_Escape)
    assert not viewer.cropping
    assert window.viewing
    qtbot.keyClick(viewer, Qt.Key.Key_C)
    qtbot.keyClick(viewer, Qt.Key.Key_Right)
    assert viewer.photo_id == 6
    assert not viewer.cropping, "another photo has no part drawn"
    qtbot.keyClick(viewer, Qt.Key.Key_Escape)
    assert not window.viewing

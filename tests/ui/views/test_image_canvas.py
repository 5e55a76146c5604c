from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QNativeGestureEvent, QPointingDevice
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from photoorg.ui.views.image_canvas import ImageCanvas


@pytest.fixture
def canvas(qtbot: QtBot) -> ImageCanvas:
    """A canvas of 400 x 300 with a photo of 4000 x 2000 pixels, its left half red, its right half blue."""
    made = ImageCanvas()
    made.resize(400, 300)
    image = QImage(400, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    for x in range(200, 400):
        for y in range(200):
            image.setPixelColor(x, y, QColor("blue"))
    made.show_image(image, (4000, 2000), fit=True)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def colour(canvas: ImageCanvas, x: int, y: int) -> str:
    return canvas.grab().toImage().pixelColor(x, y).name()


def test_a_large_photo_is_fitted_with_bars_around_it(canvas: ImageCanvas) -> None:
    assert canvas.scale == pytest.approx(0.1)
    assert colour(canvas, 5, 150) == "#ff0000"
    assert colour(canvas, 395, 150) == "#0000ff"
    assert colour(canvas, 200, 20) == "#000000"


def test_zooming_holds_the_point_under_the_mouse(canvas: ImageCanvas) -> None:
    canvas.zoom(1.0, QPointF(100, 150))
    assert canvas.scale == 1.0
    assert colour(canvas, 100, 150) == "#ff0000"
    canvas.fit()
    canvas.zoom(1.0, QPointF(300, 150))
    assert colour(canvas, 300, 150) == "#0000ff"
    assert colour(canvas, 200, 5) == "#0000ff"


def test_dragging_moves_the_photo_but_not_beyond_its_edge(canvas: ImageCanvas) -> None:
    canvas.zoom(1.0)
    assert colour(canvas, 390, 150) == "#0000ff"
    for _ in range(12):
        QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(10, 150))
        QTest.mouseMove(canvas, QPoint(390, 150))
        QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=QPoint(390, 150))
    assert colour(canvas, 0, 150) == "#ff0000"
    assert colour(canvas, 390, 150) == "#ff0000"


def test_steps_zoom_in_and_end_at_the_whole_photo(canvas: ImageCanvas) -> None:
    canvas.zoom_in()
    assert canvas.scale == pytest.approx(0.125)
    assert not canvas.fitted
    canvas.zoom_out()
    assert canvas.fitted


def test_a_double_click_toggles_between_whole_and_actual_size(canvas: ImageCanvas) -> None:
    QTest.mouseDClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(100, 150))
    assert canvas.scale == 1.0
    QTest.mouseDClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(100, 150))
    assert canvas.fitted


def test_a_better_version_keeps_the_zoom(canvas: ImageCanvas) -> None:
    canvas.zoom(0.5)
    canvas.show_image(QImage(4000, 2000, QImage.Format.Format_RGB32), (4000, 2000), fit=False)
    assert canvas.scale == 0.5


def test_a_small_photo_is_enlarged_at_most_twofold(canvas: ImageCanvas) -> None:
    canvas.show_image(QImage(40, 20, QImage.Format.Format_RGB32), (40, 20), fit=True)
    assert canvas.scale == 2.0


@pytest.mark.parametrize(
    ("quarters", "red", "blue"),
    [(1, (200, 20), (200, 280)), (2, (390, 150), (10, 150)), (3, (200, 280), (200, 20))],
)
def test_a_turned_photo_is_painted_turned(
    canvas: ImageCanvas, quarters: int, red: tuple[int, int], blue: tuple[int, int]
) -> None:
    canvas.turn(quarters)
    assert colour(canvas, *red) == "#ff0000"
    assert colour(canvas, *blue) == "#0000ff"
    assert canvas.turns == quarters
    assert canvas.fitted


def test_the_part_in_view_is_told_as_the_file_has_it(canvas: ImageCanvas) -> None:
    canvas.turn(1)  # the red left half is at the top now
    canvas.zoom(canvas.scale * 4, QPointF(200, 1))
    x, _, width, _ = canvas.visible
    assert x < 0.05
    assert x + width < 0.5, "only red is in view"
    assert colour(canvas, 200, 290) == "#ff0000"


def test_a_sharper_part_lies_over_the_picture_where_it_belongs(canvas: ImageCanvas) -> None:
    green = QImage(100, 100, QImage.Format.Format_RGB32)
    green.fill(QColor("green"))
    canvas.zoom(1.0)
    assert canvas.wanting
    canvas.show_detail(green, (0.5, 0.0, 0.5, 1.0))
    assert colour(canvas, 390, 150) == "#008000"
    assert colour(canvas, 10, 150) == "#ff0000"
    canvas.fit()
    assert colour(canvas, 390, 150) == "#0000ff", "what is whole is sharp enough"


def test_nothing_sharper_is_wanted_than_the_screen_can_show(canvas: ImageCanvas) -> None:
    assert canvas.image.width() == 400
    canvas.fit()
    assert not canvas.wanting
    canvas.zoom(0.5)
    assert canvas.wanting
    canvas.show_detail(QImage(2000, 1000, QImage.Format.Format_RGB32), (0.0, 0.0, 1.0, 1.0))
    assert not canvas.wanting
    canvas.zoom(1.0)
    assert canvas.wanting


def test_another_canvas_follows_to_the_same_part_of_another_size(canvas: ImageCanvas, qtbot: QtBot) -> None:
    other = ImageCanvas()
    qtbot.addWidget(other)
    other.resize(canvas.size())
    other.show_image(QImage(200, 100, QImage.Format.Format_RGB32), (2000, 1000), fit=True)
    told: list[None] = []
    other.navigated.connect(lambda: told.append(None))
    canvas.zoom(1.0, QPointF(390, 150))
    other.follow(canvas)
    assert other.scale == pytest.approx(2.0)
    assert other.visible == pytest.approx(canvas.visible, abs=1e-6)
    canvas.fit()
    other.follow(canvas)
    assert other.fitted
    assert told == [], "who follows leads nobody"


def test_a_pinch_magnifies_around_the_fingers(canvas: ImageCanvas) -> None:
    device = QPointingDevice.primaryPointingDevice()
    at = QPointF(100, 150)
    pinch = QNativeGestureEvent(Qt.NativeGestureType.ZoomNativeGesture, device, 2, at, at, at, 0.5, QPointF(), 0)
    QCoreApplication.sendEvent(canvas, pinch)
    assert canvas.scale == pytest.approx(0.15)

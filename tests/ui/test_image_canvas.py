from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage
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

"""Heat and outline over a photo: in the right place, for the right photo, put away again."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from photoorg.core.errors import CannotError
from photoorg.ui.job_runner import JobRunner
from photoorg.ui.models.heat import colour_table, heat_image, outline_path
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
    made.open_viewer(2 + 1)
    qtbot.waitUntil(lambda: made.viewer.complete)
    return made


def painted(window: MainWindow, across: float, down: float) -> QColor:
    canvas = window.viewer.canvas
    rect = canvas.placement.rect
    at = QPoint(round(rect.left() + across * rect.width()), round(rect.top() + down * rect.height()))
    return canvas.grab().toImage().pixelColor(at)


def test_heat_lies_over_the_photo_and_goes_with_its_turn(
    qtbot: QtBot, window: MainWindow, services: FakeServices
) -> None:
    plain = painted(window, 0.6, 0.95)
    qtbot.keyClick(window.viewer, Qt.Key.Key_H)
    qtbot.waitUntil(lambda: "“Cats”" in window.explaining.legend.text)
    assert painted(window, 0.6, 0.05).lightness() < painted(window, 0.6, 0.95).lightness(), "cold above, warm below"
    assert painted(window, 0.6, 0.95) != plain
    qtbot.keyClick(window.viewer, Qt.Key.Key_BracketRight)
    qtbot.waitUntil(lambda: window.viewer.canvas.turns == 1)
    assert painted(window, 0.95, 0.4).lightness() < painted(window, 0.05, 0.4).lightness(), "what was above is right"
    qtbot.keyClick(window.viewer, Qt.Key.Key_H)
    assert window.explaining.legend.text == ""
    qtbot.waitUntil(lambda: services.attention.rested == 1)
    assert painted(window, 0.05, 0.4) == painted(window, 0.95, 0.4)


def test_the_next_photo_is_explained_too_and_an_answer_for_another_is_not_shown(
    qtbot: QtBot, window: MainWindow, services: FakeServices, runner: JobRunner
) -> None:
    qtbot.keyClick(window.viewer, Qt.Key.Key_H)
    qtbot.waitUntil(lambda: "Cats" in window.explaining.legend.text)
    services.attention.gate.clear()
    for _ in range(7):
        qtbot.keyClick(window.viewer, Qt.Key.Key_Right)
    assert "Finding" in window.explaining.legend.text
    services.attention.gate.set()
    qtbot.waitUntil(lambda: "knows this photo by" in window.explaining.legend.text)
    assert window.viewer.photo_id == 11
    assert services.attention.asked[0] == 4
    assert services.attention.asked[-1] == 11
    assert len(services.attention.asked) <= 4, "photos that were only passed are not looked at"


def test_what_is_missing_is_said_in_a_sentence(qtbot: QtBot, window: MainWindow, services: FakeServices) -> None:
    services.attention.error = CannotError("The weights are not installed.", "Run: pip install weights")
    qtbot.keyClick(window.viewer, Qt.Key.Key_H)
    qtbot.waitUntil(lambda: window.explaining.legend.text == "The weights are not installed. Run: pip install weights")


def test_what_is_missing_for_the_outline_is_said_beside_the_heat(
    qtbot: QtBot, window: MainWindow, services: FakeServices
) -> None:
    services.attention.lacking = ("Cutting out subjects needs OpenCV.", "Run: pip install opencv-python-headless")
    qtbot.keyClick(window.viewer, Qt.Key.Key_H)
    qtbot.waitUntil(lambda: "Cats" in window.explaining.legend.text)
    assert window.explaining.legend.text.endswith("needs OpenCV. Run: pip install opencv-python-headless")
    assert window.viewer.canvas.veiled


def test_leaving_and_coming_back_asks_again(qtbot: QtBot, window: MainWindow, services: FakeServices) -> None:
    qtbot.keyClick(window.viewer, Qt.Key.Key_H)
    qtbot.waitUntil(lambda: "Cats" in window.explaining.legend.text)
    qtbot.keyClick(window.viewer, Qt.Key.Key_Escape)
    window.open_viewer(3)
    qtbot.waitUntil(lambda: "Cats" in window.explaining.legend.text)
    assert services.attention.asked == [4, 4]
    assert window.viewer.canvas.veiled
    window.viewer.open(3)  # the same again, after something else has changed
    assert not window.viewer.canvas.veiled
    qtbot.waitUntil(lambda: window.viewer.canvas.veiled)


def test_the_colours_grow_lighter_with_the_heat_and_hide_less() -> None:
    table = [QColor.fromRgba(colour) for colour in colour_table()]
    lightness = [0.3 * each.red() + 0.59 * each.green() + 0.11 * each.blue() for each in table]
    assert lightness == sorted(lightness)
    assert table[0].alpha() > table[255].alpha() > 80
    image = heat_image(bytes([0, 255]), 2, 1)
    assert image.pixelColor(0, 0).lightness() < image.pixelColor(1, 0).lightness()


def test_an_outline_is_closed() -> None:
    path = outline_path((((0.0, 0.0), (1.0, 0.0), (1.0, 1.0)), ()))
    assert path.elementCount() == 4
    assert path.currentPosition().toTuple() == (0.0, 0.0)

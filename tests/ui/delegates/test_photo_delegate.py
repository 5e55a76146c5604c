from __future__ import annotations

from array import array

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from photoorg.core.types import Photo, State
from photoorg.ui.delegates.photo_delegate import PhotoDelegate
from photoorg.ui.delegates.tile import Tile
from photoorg.ui.job_runner import JobRunner
from photoorg.ui.models.photo_cache import PhotoCache
from photoorg.ui.models.photo_model import PhotoModel, Showing
from photoorg.ui.models.thumbnails import Thumbnails
from photoorg.ui.theme import colours


def painted(delegate: PhotoDelegate, model: PhotoModel, row: int) -> QImage:
    image = QImage(QSize(100, 100), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    delegate.paint(painter, Tile(QRect(10, 10, 80, 80)), model.index(row))
    painter.end()
    return image


def test_a_tile_without_a_picture_is_drawn_once_for_each_look(
    qtbot: QtBot, runner: JobRunner, monkeypatch: pytest.MonkeyPatch
) -> None:
    failures = {1: None, 2: None, 3: "The file is damaged."}
    cache = PhotoCache(
        runner, lambda ids: [Photo(id, f"/{id}.jpg", State.PRESENT, id, 1, failure=failures[id]) for id in ids]
    )
    model = PhotoModel(cache)
    model.show(Showing(array("q", failures), array("q", failures)))
    with qtbot.waitSignal(cache.loaded):
        cache.want([1, 2, 3])
    delegate = PhotoDelegate(Thumbnails(runner, lambda contents, size: {}), colours("light"))
    drawn: list[str] = []
    draw = delegate._draw_empty

    def note(size: QSize, ratio: float, name: str, colour: str) -> object:
        drawn.append(name)
        return draw(size, ratio, name, colour)

    monkeypatch.setattr(delegate, "_draw_empty", note)
    first, second, failed = (painted(delegate, model, row) for row in range(3))
    assert drawn == ["photo", "warning"]
    assert first == second
    assert first != failed
    assert first.pixelColor(20, 50) == QColor(colours("light").tile)
    assert first.pixelColor(10, 10) == first.pixelColor(5, 5) == QColor("white"), "its corners are round"
    delegate.colours = colours("dark")
    assert painted(delegate, model, 0).pixelColor(20, 50) == QColor(colours("dark").tile)

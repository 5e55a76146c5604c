from __future__ import annotations

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from photoorg.core.types import Photo, State
from photoorg.ui.job_runner import JobRunner
from photoorg.ui.models.pictures import Picture, Pictures, full_size
from tests.ui.fake_services import FakeServices


class Arrivals:
    """Counts what is decoded, and notes what arrives."""

    def __init__(self, runner: JobRunner) -> None:
        self.services = FakeServices(10)
        self.decoded: list[str] = []
        load = self.services.previews.load

        def counted(path: str, side: int) -> object:
            self.decoded.append(path)
            return load(path, side)

        self.services.previews.load = counted  # type: ignore[method-assign, assignment]
        self.pictures = Pictures(self.services, runner)  # type: ignore[arg-type]
        self.arrived: list[Picture] = []
        self.failed: list[tuple[int, str]] = []
        self.pictures.arrived.connect(self.arrived.append)
        self.pictures.failed.connect(lambda photo_id, why: self.failed.append((photo_id, why)))


@pytest.fixture
def arrivals(runner: JobRunner) -> Arrivals:
    return Arrivals(runner)


def test_the_thumbnail_comes_first_and_the_picture_follows(qtbot: QtBot, runner: JobRunner, arrivals: Arrivals) -> None:
    arrivals.pictures.want(1, 800)
    qtbot.waitUntil(lambda: not runner.busy)
    assert [(picture.final, picture.image.width()) for picture in arrivals.arrived] == [(False, 96), (True, 800)]
    assert {picture.full for picture in arrivals.arrived} == {(4000, 3000)}


def test_going_back_decodes_nothing(qtbot: QtBot, runner: JobRunner, arrivals: Arrivals) -> None:
    for photo_id in (1, 2, 1):
        arrivals.pictures.want(photo_id, 800)
        qtbot.waitUntil(lambda: not runner.busy)
    assert arrivals.decoded == ["/photos/IMG_1.jpg", "/photos/IMG_2.jpg"]
    assert arrivals.arrived[-1].photo.id == 1
    assert arrivals.arrived[-1].final


def test_a_prepared_photo_arrives_without_waiting(qtbot: QtBot, runner: JobRunner, arrivals: Arrivals) -> None:
    arrivals.pictures.prepare(2, 800)
    qtbot.waitUntil(lambda: not runner.busy)
    assert arrivals.arrived == []
    arrivals.pictures.want(2, 800)
    qtbot.waitUntil(lambda: not runner.busy)
    assert arrivals.decoded == ["/photos/IMG_2.jpg"]
    assert [picture.final for picture in arrivals.arrived] == [True]


def test_a_copy_shows_the_same_picture_as_itself(qtbot: QtBot, runner: JobRunner, arrivals: Arrivals) -> None:
    get = arrivals.services.photos.get
    copy = Photo(7, "/photos/copy.jpg", State.PRESENT, get(1).content, 10, None, 4000, 3000)
    arrivals.services.photos.get = lambda id: copy if id == 7 else get(id)  # type: ignore[method-assign]
    for photo_id in (1, 7):
        arrivals.pictures.want(photo_id, 800)
        qtbot.waitUntil(lambda: not runner.busy)
    assert arrivals.arrived[-1].photo.id == 7
    assert arrivals.decoded == ["/photos/IMG_1.jpg"]


def test_a_picture_that_fails_says_why(qtbot: QtBot, runner: JobRunner, arrivals: Arrivals) -> None:
    arrivals.pictures.prepare(3, 800)
    qtbot.waitUntil(lambda: not runner.busy)
    assert arrivals.failed == []
    arrivals.pictures.want(3, 800)
    qtbot.waitUntil(lambda: not runner.busy)
    assert arrivals.failed == [(3, "The file is damaged.")]


def test_the_size_of_a_photo_is_turned_as_its_picture_is() -> None:
    upright = QImage(30, 40, QImage.Format.Format_RGB32)
    lying = Photo(1, "a.jpg", State.PRESENT, 1, 10, None, 4000, 3000)
    unknown = Photo(1, "a.jpg", State.PRESENT, 1, 10)
    assert full_size(lying, upright) == (3000, 4000)
    assert full_size(unknown, upright) == (30, 40)

from __future__ import annotations

import threading

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from photoorg.core.types import Photo, State
from photoorg.ui.job_runner import JobRunner
from photoorg.ui.models.pictures import Detail, Picture, Pictures, full_size
from photoorg.ui.photos.turning import WHOLE, Part
from tests.ui.fake_services import FakeServices


class Arrivals:
    """Counts what is decoded, and notes what arrives."""

    def __init__(self, runner: JobRunner) -> None:
        self.services = FakeServices(10)
        self.decoded: list[str] = []
        load = self.services.previews.load

        def counted(path: str, side: int, part: Part = WHOLE) -> object:
            self.decoded.append(path)
            return load(path, side, part)

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
    arrivals.pictures.prepare([2], 800)
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
    arrivals.pictures.prepare([3, 4], 800)
    qtbot.waitUntil(lambda: not runner.busy)
    assert arrivals.failed == []
    assert arrivals.decoded == ["/photos/IMG_3.jpg", "/photos/IMG_4.jpg"], "one that fails holds up no other"
    arrivals.pictures.want(3, 800)
    qtbot.waitUntil(lambda: not runner.busy)
    assert arrivals.failed == [(3, "The file is damaged.")]


def test_a_photo_that_is_just_being_prepared_is_not_decoded_twice(
    qtbot: QtBot, runner: JobRunner, arrivals: Arrivals
) -> None:
    begun, gate, load = threading.Event(), threading.Event(), arrivals.services.previews.load

    def slow(path: str, side: int) -> object:
        begun.set()
        assert gate.wait(5)
        return load(path, side)

    arrivals.services.previews.load = slow  # type: ignore[method-assign, assignment]
    arrivals.pictures.prepare([2, 4], 800)
    qtbot.waitUntil(begun.is_set)
    arrivals.pictures.want(2, 800)
    qtbot.waitUntil(lambda: [picture.final for picture in arrivals.arrived] == [False])
    gate.set()
    qtbot.waitUntil(lambda: not runner.busy)
    assert [picture.final for picture in arrivals.arrived] == [False, True]
    assert arrivals.decoded == ["/photos/IMG_2.jpg"]


def test_another_wish_forgets_the_one_that_waits(qtbot: QtBot, runner: JobRunner, arrivals: Arrivals) -> None:
    begun, gate, load = threading.Event(), threading.Event(), arrivals.services.previews.load

    def slow(path: str, side: int) -> object:
        begun.set()
        assert gate.wait(5)
        return load(path, side)

    arrivals.services.previews.load = slow  # type: ignore[method-assign, assignment]
    arrivals.pictures.prepare([2], 800)
    qtbot.waitUntil(begun.is_set)
    for photo_id in (2, 5):
        arrivals.pictures.want(photo_id, 800)
        qtbot.waitUntil(
            lambda photo_id=photo_id: arrivals.arrived[-1:] != [] and arrivals.arrived[-1].photo.id == photo_id
        )
    gate.set()
    qtbot.waitUntil(lambda: not runner.busy)
    assert [picture.photo.id for picture in arrivals.arrived if picture.final] == [5]


def test_several_photos_arrive_one_by_one_and_a_broken_one_holds_up_none(
    qtbot: QtBot, runner: JobRunner, arrivals: Arrivals
) -> None:
    arrivals.pictures.want_together([1, 3, 2], 800)
    qtbot.waitUntil(lambda: not runner.busy)
    assert [picture.photo.id for picture in arrivals.arrived] == [1, 2]
    assert arrivals.failed == [(3, "The file is damaged.")]


def test_companions_come_with_the_picture(qtbot: QtBot, runner: JobRunner, arrivals: Arrivals) -> None:
    arrivals.services.photos.companions[1] = ("/photos/IMG_1.MOV",)
    arrivals.pictures.want(1, 800)
    qtbot.waitUntil(lambda: not runner.busy)
    assert {picture.companions for picture in arrivals.arrived} == {("/photos/IMG_1.MOV",)}


@pytest.mark.parametrize(
    ("size", "scale", "part", "side"),
    [
        ((4000, 3000), 1.0, WHOLE, 4000),
        ((12000, 9000), 1.0, (0.4, 0.4, 0.2, 0.2), 2400),
        ((12000, 9000), 0.5, (0.4, 0.4, 0.2, 0.2), 1200),
        ((12000, 9000), 4.0, (0.4, 0.4, 0.2, 0.2), 2400),
        ((24000, 18000), 1.0, (0.4, 0.4, 0.2, 0.2), 2400),
    ],
    ids=["whole", "a part", "as the screen needs", "no more than there is", "as much as readers give"],
)
def test_of_a_very_large_photo_only_what_is_in_view_is_decoded(
    qtbot: QtBot,
    runner: JobRunner,
    arrivals: Arrivals,
    size: tuple[int, int],
    scale: float,
    part: Part,
    side: int,
) -> None:
    asked: list[tuple[int, Part]] = []
    load = arrivals.services.previews.load

    def noted(path: str, most: int, crop: Part = WHOLE) -> object:
        asked.append((most, crop))
        return load(path, 8, crop)

    arrivals.services.previews.load = noted  # type: ignore[method-assign, assignment]
    details: list[Detail] = []
    arrivals.pictures.detailed.connect(details.append)
    photo = Photo(1, "/photos/IMG_1.jpg", State.PRESENT, 1, 10, None, *size)
    shown = Picture(photo, QImage(80, 60, QImage.Format.Format_RGB32), size, True)
    arrivals.pictures.sharpen(shown, (0.45, 0.45, 0.1, 0.1), scale)
    qtbot.waitUntil(lambda: not runner.busy)
    ((most, crop),) = asked
    assert most == pytest.approx(side, abs=1)
    assert crop == pytest.approx(part)
    assert [detail.part for detail in details] == [crop]


def test_the_size_of_a_photo_is_turned_as_its_picture_is() -> None:
    upright = QImage(30, 40, QImage.Format.Format_RGB32)
    lying = Photo(1, "a.jpg", State.PRESENT, 1, 10, None, 4000, 3000)
    unknown = Photo(1, "a.jpg", State.PRESENT, 1, 10)
    assert full_size(lying, upright) == (3000, 4000)
    assert full_size(unknown, upright) == (30, 40)

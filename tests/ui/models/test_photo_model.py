from __future__ import annotations

from array import array
from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from photoorg.core.marks import Mark
from photoorg.core.types import Flag, Photo, State
from photoorg.ui.delegates.badges import paint_archived
from photoorg.ui.job_runner import JobRunner
from photoorg.ui.models.photo_cache import CAPACITY, PhotoCache
from photoorg.ui.models.photo_model import PhotoModel, Role, Showing
from tests.ui.fake_services import FakePhotos


@pytest.fixture
def cache(runner: JobRunner) -> PhotoCache:
    marks = {4: Mark(3, Flag.PICK)}
    return PhotoCache(
        runner, FakePhotos(CAPACITY + 50).many, fetch_marks=lambda ids: {id: marks[id] for id in ids if id in marks}
    )


def test_rows_answer_by_role(qtbot: QtBot, cache: PhotoCache) -> None:
    model = PhotoModel(cache)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show(Showing(array("q", [4, 2]), array("q", [1004, 1002]), (0.75, 0.5)))
    row = model.index(1)
    assert model.rowCount() == 2
    assert model.rowCount(row) == 0
    assert (row.data(Role.ID), row.data(Role.CONTENT), row.data(Role.CERTAINTY)) == (2, 1002, 0.5)


def test_names_appear_once_they_have_been_fetched(qtbot: QtBot, cache: PhotoCache) -> None:
    model = PhotoModel(cache)
    model.show(Showing(array("q", [4]), array("q", [1004])))
    assert model.index(0).data() is None
    with qtbot.waitSignal(model.dataChanged):
        cache.want([4])
    assert model.index(0).data() == "IMG_4.jpg"
    assert model.index(0).data(Qt.ItemDataRole.ToolTipRole) == "/photos/IMG_4.jpg"
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "IMG_4.jpg"
    assert model.index(0).data(Role.CERTAINTY) is None


def test_among_results_an_archived_photo_says_so(qtbot: QtBot, runner: JobRunner) -> None:
    def fetch(ids: Sequence[int]) -> list[Photo]:
        states = {1: State.PRESENT, 2: State.ARCHIVED}
        return [Photo(id, f"/photos/{id}.jpg", states[id], id, 1) for id in ids]

    cache = PhotoCache(runner, fetch)
    model = PhotoModel(cache)
    with qtbot.waitSignal(cache.loaded):
        cache.want([1, 2])
    ids = array("q", [1, 2])
    model.show(Showing(ids, ids, (0.9, 0.5)))
    assert [model.index(row).data(Role.ARCHIVED) for row in (0, 1)] == [False, True]
    assert model.index(1).data(Qt.ItemDataRole.AccessibleDescriptionRole) == "Certainty 50%, Archived"
    image = QImage(96, 96, QImage.Format.Format_RGB32)
    for selected, left in ((False, 6), (True, 34)):
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        paint_archived(painter, image.rect(), selected)
        painter.end()
        dark = [(x, y) for x in range(96) for y in range(96) if image.pixelColor(x, y).lightness() < 160]
        assert min(x for x, _ in dark) == left
        assert max(y for _, y in dark) < 30
    model.show(Showing(ids, ids))
    assert not model.index(1).data(Role.ARCHIVED), "in the archive it goes without saying"


def test_a_face_tells_what_the_roles_tell(qtbot: QtBot, runner: JobRunner) -> None:
    def fetch(ids: Sequence[int]) -> list[Photo]:
        reasons = {1: None, 2: "The file is damaged.", 3: None}
        return [Photo(id, f"/photos/{id}.jpg", State.ARCHIVED, id, 1, failure=reasons[id]) for id in ids]

    cache = PhotoCache(runner, fetch, fetch_marks=lambda ids: {3: Mark(0, Flag.REJECT)})
    model = PhotoModel(cache)
    with qtbot.waitSignal(cache.loaded):
        cache.want([1, 2, 3])
    ids = array("q", [1, 2, 3, 4])
    for showing in (Showing(ids, ids, (0.9, 0.5, 0.4, 0.1), keepers=frozenset([3])), Showing(ids, ids)):
        model.show(showing)
        for row in range(4):
            face = model.index(row).data(Role.FACE)
            for role in (Role.CONTENT, Role.CERTAINTY, Role.KEEPER, Role.MARK, Role.ARCHIVED):
                assert getattr(face, role.name.lower()) == model.index(row).data(role), (role, row)
            assert face.failed is (row == 1)


def test_the_cache_is_bounded_and_forgets_when_told(qtbot: QtBot, cache: PhotoCache) -> None:
    with qtbot.waitSignal(cache.loaded):
        cache.want(list(range(1, CAPACITY + 11)))
    assert cache.get(1) is None
    assert cache.get(CAPACITY + 10) is not None
    cache.forget()
    assert cache.get(CAPACITY + 10) is not None, "shown until it is fetched again"
    with qtbot.waitSignal(cache.loaded):
        cache.want([CAPACITY + 10])


def test_marks_are_told_and_a_new_one_is_seen_at_once(qtbot: QtBot, cache: PhotoCache) -> None:
    model = PhotoModel(cache)
    model.show(Showing(array("q", [4, 5]), array("q", [1004, 1005])))
    with qtbot.waitSignal(model.dataChanged):
        model.want([0, 1])
    assert model.index(0).data(Role.MARK) == Mark(3, Flag.PICK)
    assert model.index(0).data(Qt.ItemDataRole.AccessibleDescriptionRole) == "3 stars, picked"
    assert model.index(1).data(Role.MARK) is None
    with qtbot.waitSignal(model.dataChanged):
        cache.note({5: Mark(0, Flag.REJECT)})
    assert model.index(1).data(Role.MARK) == Mark(0, Flag.REJECT)
    assert model.index(1).data(Qt.ItemDataRole.AccessibleDescriptionRole) == "rejected"

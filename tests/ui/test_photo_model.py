from __future__ import annotations

from array import array

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from photoorg.ui.job_runner import JobRunner
from photoorg.ui.models.photo_cache import CAPACITY, PhotoCache
from photoorg.ui.models.photo_model import PhotoModel, Role, Showing
from tests.ui.fake_services import FakePhotos


@pytest.fixture
def cache(runner: JobRunner) -> PhotoCache:
    return PhotoCache(runner, FakePhotos(CAPACITY + 50).many)


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


def test_the_cache_is_bounded_and_forgets_when_told(qtbot: QtBot, cache: PhotoCache) -> None:
    with qtbot.waitSignal(cache.loaded):
        cache.want(list(range(1, CAPACITY + 11)))
    assert cache.get(1) is None
    assert cache.get(CAPACITY + 10) is not None
    cache.forget()
    assert cache.get(CAPACITY + 10) is None

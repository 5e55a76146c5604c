from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from photoorg.ui.job_runner import JobRunner
from photoorg.ui.models.thumbnails import BATCH, LARGE, SMALL, Thumbnails
from tests.ui.fake_services import FakePhotos, jpeg


def test_wanted_tiles_arrive_decoded_at_the_size_wanted(qtbot: QtBot, runner: JobRunner) -> None:
    thumbnails = Thumbnails(runner, FakePhotos(10).thumbnails)
    thumbnails.want([1001, 1002], 50, 6.0)
    qtbot.waitUntil(lambda: not thumbnails.loading)
    image = thumbnails.get(1002)
    assert isinstance(image, QImage)
    assert image.width() == 50
    assert thumbnails.get(1003) is None


def test_an_older_size_is_shown_until_the_new_one_is_here(qtbot: QtBot, runner: JobRunner) -> None:
    thumbnails = Thumbnails(runner, FakePhotos(10).thumbnails)
    thumbnails.want([1001], 50, 6.0)
    qtbot.waitUntil(lambda: not thumbnails.loading)
    thumbnails.want([1001], 80, 6.0)
    old = thumbnails.get(1001)
    assert old is not None
    assert old.width() == 50
    qtbot.waitUntil(lambda: not thumbnails.loading)
    new = thumbnails.get(1001)
    assert new is not None
    assert new.width() == 80


def test_the_small_thumbnails_serve_small_tiles(qtbot: QtBot, runner: JobRunner) -> None:
    sizes: list[int] = []

    def fetch(contents: Sequence[int], size: int) -> dict[int, bytes]:
        sizes.append(size)
        return {content: jpeg(content) for content in contents}

    thumbnails = Thumbnails(runner, fetch)
    for side in (SMALL, SMALL + 1):
        thumbnails.want([1001], side, 6.0)
        qtbot.waitUntil(lambda: not thumbnails.loading)
    assert sizes == [SMALL, LARGE]


def test_memory_stays_within_the_bound_and_keeps_what_was_used_last(qtbot: QtBot, runner: JobRunner) -> None:
    one = 50 * 50 * 4
    thumbnails = Thumbnails(runner, FakePhotos(200).thumbnails, capacity=10 * one)
    for content in range(1001, 1101):
        thumbnails.want([content], 50, 6.0)
        qtbot.waitUntil(lambda: not thumbnails.loading)
    assert thumbnails.bytes <= 10 * one
    assert thumbnails.get(1100) is not None
    assert thumbnails.get(1001) is None


def test_scrolling_on_replaces_what_still_waits(qtbot: QtBot, runner: JobRunner) -> None:
    photos = FakePhotos(1000)
    thumbnails = Thumbnails(runner, photos.thumbnails)
    thumbnails.want(list(range(1001, 1401)), 50, 6.0)
    thumbnails.want(list(range(1501, 1511)), 50, 6.0)
    qtbot.waitUntil(lambda: not thumbnails.loading)
    fetched = [content for batch in photos.fetched for content in batch]
    assert set(range(1501, 1511)) <= set(fetched)
    assert len(fetched) <= BATCH + 10


def test_what_has_no_thumbnail_is_not_asked_for_again_until_something_changed(qtbot: QtBot, runner: JobRunner) -> None:
    asked: list[int] = []

    def fetch(contents: Sequence[int], size: int) -> dict[int, bytes]:
        asked.extend(contents)
        return {}

    thumbnails = Thumbnails(runner, fetch)
    for _ in range(2):
        thumbnails.want([5], 50, 6.0)
        qtbot.waitUntil(lambda: not thumbnails.loading)
    assert asked == [5]
    thumbnails.retry()
    thumbnails.want([5], 50, 6.0)
    qtbot.waitUntil(lambda: not thumbnails.loading)
    assert asked == [5, 5]

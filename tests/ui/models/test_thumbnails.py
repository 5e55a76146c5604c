from __future__ import annotations

import threading
from collections.abc import Collection, Sequence

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from photoorg.ui.job_runner import JobRunner
from photoorg.ui.models import thumbnails as models
from photoorg.ui.models.decoding import tile
from photoorg.ui.models.thumbnails import BATCH, LANES, LARGE, ROUGH, SMALL, Thumbnails
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
    assert sizes == [SMALL, LARGE]  # a small tile is as good as a rough one for the time being


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
    assert len(fetched) <= LANES * BATCH + 10


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


class Library:
    """Thumbnails of a library that answers when it is told to, and remembers what it was asked for, and how."""

    def __init__(self, lacking: Collection[tuple[int, int]] = ()) -> None:
        self._lacking = lacking
        self._free = threading.Event()
        self.asked: list[tuple[int, list[int]]] = []
        self.begun = threading.Semaphore(0)

    def fetch(self, contents: Sequence[int], size: int) -> dict[int, bytes]:
        self.asked.append((size, list(contents)))
        self.begun.release()
        assert self._free.wait(10)
        return {content: jpeg(content, size, size) for content in contents if (content, size) not in self._lacking}

    def answer(self) -> None:
        self._free.set()


def drawn(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """What is decoded from now on."""
    decoded: list[bytes] = []

    def decode(data: bytes, side: int, radius: float, quarters: int) -> QImage | None:
        decoded.append(data)
        return tile(data, side, radius, quarters)

    monkeypatch.setattr(models, "tile", decode)
    return decoded


def test_a_screen_is_filled_with_rough_tiles_before_the_first_sharp_one(qtbot: QtBot, runner: JobRunner) -> None:
    library, screen = Library(), list(range(1, 31))
    thumbnails = Thumbnails(runner, library.fetch)
    thumbnails.want(screen, 200, 6.0)
    for _ in range(LANES):
        assert library.begun.acquire(timeout=10)
    assert {size for size, _ in library.asked} == {SMALL}
    assert sorted(content for _, contents in library.asked for content in contents) == screen
    widths: list[int] = []

    def note(contents: Collection[int]) -> None:
        widths.extend(tile.width() for tile in map(thumbnails.get, contents) if tile is not None)

    thumbnails.loaded.connect(note)
    library.answer()
    qtbot.waitUntil(lambda: not thumbnails.loading)
    assert sorted(widths) == len(screen) * [ROUGH] + len(screen) * [200]
    assert all(map(thumbnails.proper, screen))
    assert {tile.width() for tile in map(thumbnails.get, screen) if tile is not None} == {200}


def test_what_is_in_sight_comes_before_what_lies_ahead(qtbot: QtBot, runner: JobRunner) -> None:
    library = Library()
    thumbnails = Thumbnails(runner, library.fetch)
    thumbnails.want([1, 2, 3], 200, 6.0, ahead=[7, 8, 9])
    library.answer()
    qtbot.waitUntil(lambda: not thumbnails.loading)
    order = [(size, content) for size, contents in library.asked for content in contents]
    # Of what lies ahead there is time enough to make the proper tiles at once.
    assert sorted(order) == sorted(
        [(size, each) for size in (SMALL, LARGE) for each in (1, 2, 3)] + [(LARGE, each) for each in (7, 8, 9)]
    )
    assert order.index((SMALL, 3)) < order.index((LARGE, 1))


def test_a_jump_drops_what_waits_and_what_is_decoded_no_further(
    qtbot: QtBot, runner: JobRunner, monkeypatch: pytest.MonkeyPatch
) -> None:
    library, decoded = Library(), drawn(monkeypatch)
    thumbnails = Thumbnails(runner, library.fetch)
    thumbnails.want(list(range(1, 201)), 100, 6.0)
    for _ in range(LANES):
        assert library.begun.acquire(timeout=10)
    thumbnails.want([501, 502], 100, 6.0)  # while both lanes are at work
    library.answer()
    qtbot.waitUntil(lambda: not thumbnails.loading)
    assert len(decoded) == 2
    assert [contents for _, contents in library.asked][LANES:] == [[501, 502]]
    assert thumbnails.get(501) is not None


def test_without_a_small_thumbnail_the_large_one_serves_and_the_reverse(qtbot: QtBot, runner: JobRunner) -> None:
    library = Library(lacking=[(1, SMALL), (2, LARGE), (3, SMALL), (3, LARGE)])
    library.answer()
    thumbnails = Thumbnails(runner, library.fetch)
    thumbnails.want([1, 2, 3], 200, 6.0)
    qtbot.waitUntil(lambda: not thumbnails.loading)
    found = [thumbnails.get(content) for content in (1, 2, 3)]
    assert [tile.width() if tile is not None else 0 for tile in found] == [200, ROUGH, 0]
    assert len(library.asked) <= 4  # and is not asked for again and again


def test_a_tile_that_was_turned_while_it_was_made_is_made_again(qtbot: QtBot, runner: JobRunner) -> None:
    library, quarters = Library(), {1: 0}
    thumbnails = Thumbnails(runner, library.fetch)
    thumbnails.turn_by(lambda content: quarters[content])
    thumbnails.want([1], 100, 6.0)
    assert library.begun.acquire(timeout=10)
    quarters[1] = 1
    thumbnails.forget([1])
    library.answer()
    qtbot.waitUntil(lambda: not thumbnails.loading)
    assert len(library.asked) == 2

"""Indexing begins by itself when folders change, once they have come to rest."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from photoorg.ui.job_runner import JobRunner
from photoorg.ui.library import watching
from photoorg.ui.library.watching import Watching
from photoorg.ui.views.main_window import MainWindow
from tests.ui.fake_services import FakeServices


class FakeWatcher:
    def __init__(self, changed: Callable[[], None]) -> None:
        self.changed = changed
        self.unwatched: set[str] = set()
        self.folders: list[str] = []

    def follow(self, folders: Collection[str]) -> None:
        self.folders = list(folders)

    def close(self) -> None:
        self.folders = []


def test_a_change_is_looked_at_once_it_is_quiet(
    qtbot: QtBot, runner: JobRunner, open_window: Callable[[FakeServices], MainWindow], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "QUIET", 30)
    monkeypatch.setattr(watching, "_REST", 0)
    services: Any = FakeServices()
    made: list[FakeWatcher] = []

    def watcher(changed: Callable[[], None]) -> FakeWatcher:
        made.append(FakeWatcher(changed))
        return made[0]

    services.watcher = watcher
    window = open_window(services)
    watch = Watching(services, runner, window.library, window.indexing)
    services.photos.commits += 1
    qtbot.waitUntil(lambda: bool(made) and made[0].folders == ["/photos"])
    qtbot.waitUntil(lambda: not window.indexing.running)
    before = len(services.ingest.runs)
    for _ in range(5):
        made[0].changed()
    qtbot.waitUntil(lambda: len(services.ingest.runs) == before + 1)
    qtbot.waitUntil(lambda: not window.indexing.running)
    qtbot.wait(100)
    assert len(services.ingest.runs) == before + 1
    watch.close()
    assert made[0].folders == []


def test_folders_that_cannot_be_watched_are_polled(
    qtbot: QtBot, runner: JobRunner, open_window: Callable[[FakeServices], MainWindow], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "POLL", 60)
    monkeypatch.setattr(watching, "_REST", 0)
    services: Any = FakeServices()

    def watcher(changed: Callable[[], None]) -> FakeWatcher:
        made = FakeWatcher(changed)
        made.unwatched = {"/photos"}
        return made

    services.watcher = watcher
    window = open_window(services)
    watch = Watching(services, runner, window.library, window.indexing)
    services.photos.commits += 1
    before = len(services.ingest.runs)
    qtbot.waitUntil(lambda: len(services.ingest.runs) >= before + 3)
    watch.close()
    qtbot.waitUntil(lambda: not window.indexing.running)

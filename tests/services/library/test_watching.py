"""Noticing changes in folders, through the operating system's own events."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from photoorg.core import volumes
from photoorg.services.library.watching import Watcher

PATIENCE = 20.0


class Noticed:
    def __init__(self) -> None:
        self.event = threading.Event()
        self.watcher = Watcher(self.event.set)

    def after(self, change: Callable[[], object]) -> bool:
        """Whether a change is noticed; one that is not ends with another that is."""
        self.event.clear()
        change()
        return self.event.wait(PATIENCE)


@pytest.fixture
def noticed() -> Iterator[Noticed]:
    made = Noticed()
    yield made
    made.watcher.close()


def test_what_concerns_the_library_is_noticed(noticed: Noticed, tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    noticed.watcher.follow([str(tmp_path)])
    assert noticed.watcher.unwatched == set()
    assert noticed.after(lambda: (tmp_path / "old" / "a.jpg").write_bytes(b"1"))
    assert noticed.after((tmp_path / "new").mkdir)
    assert noticed.after(lambda: (tmp_path / "old" / "a.jpg").rename(tmp_path / "new" / "b.JPG"))
    assert noticed.after((tmp_path / "new" / "b.JPG").unlink)


def test_what_does_not_concern_it_is_not(tmp_path: Path) -> None:
    seen = []
    order = threading.Event()

    def notice() -> None:
        seen.append((tmp_path / "last.jpg").exists())
        order.set()

    (tmp_path / ".photoorg-trash").mkdir()
    watcher = Watcher(notice)
    watcher.follow([str(tmp_path)])
    (tmp_path / "notes.txt").write_text("hello")
    (tmp_path / ".photoorg-1-2.part").write_bytes(b"half a photo")
    (tmp_path / ".photoorg-trash").chmod(0o700)
    (tmp_path / "last.jpg").write_bytes(b"1")
    assert order.wait(PATIENCE)
    watcher.close()
    assert all(seen), "events come in order, and none came before the photo's"


def test_folders_are_left_and_missing_ones_tried_again(noticed: Noticed, tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    one.mkdir()
    noticed.watcher.follow([str(one), str(two)])
    assert noticed.watcher.unwatched == {str(two)}
    two.mkdir()
    noticed.watcher.follow([str(two)])
    assert noticed.watcher.unwatched == set()
    assert noticed.after(lambda: (two / "a.jpg").write_bytes(b"1"))


def test_a_folder_on_another_machine_is_named(
    noticed: Noticed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(volumes, "on_network", lambda path: True)
    noticed.watcher.follow([str(tmp_path)])
    assert noticed.watcher.unwatched == {str(tmp_path)}

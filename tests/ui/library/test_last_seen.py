"""What a window shows before it has read the library: what the one before it showed last."""

from __future__ import annotations

import json
import threading
from array import array
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from photoorg.ui.job_runner import JobRunner
from photoorg.ui.library.last_seen import LastSeen
from photoorg.ui.library.library import PLACE
from photoorg.ui.models.photo_model import Section, Showing
from photoorg.ui.remembered import Remembered
from photoorg.ui.stages import Stages
from photoorg.ui.theme import Theme
from photoorg.ui.views.browse_page import BrowsePage
from photoorg.ui.views.main_window import MainWindow
from photoorg.ui.wording import language
from tests.ui.fake_services import FakeServices

TIMELINE = Showing(
    array("q", [7, 2**40, 3]),
    array("q", [70, 71, 72]),
    None,
    (Section("May 2024", 2, "2 Fotos für dich", "2024-05"), Section("2019", 1, "1 photo", "2019")),
)


@pytest.fixture
def kept(tmp_path: Path) -> LastSeen:
    made = LastSeen(tmp_path / "window.photos")
    made.keep(TIMELINE, photos_only=False)
    return made


def test_what_was_kept_is_found_again(kept: LastSeen, tmp_path: Path) -> None:
    assert kept.load(photos_only=False) == TIMELINE
    assert [file.name for file in tmp_path.iterdir()] == ["window.photos"]


def test_it_counts_for_the_same_choice_and_the_same_words_only(kept: LastSeen, monkeypatch: pytest.MonkeyPatch) -> None:
    assert kept.load(photos_only=True) is None
    monkeypatch.setattr(language, "current", lambda: "de")
    assert kept.load(photos_only=False) is None


def shorter(data: bytes) -> bytes:
    return data[:-1]


def without_sections(data: bytes) -> bytes:
    head, rest = data.split(b"\n", 1)
    return json.dumps(json.loads(head) | {"sections": [["May", 2, "", ""]]}).encode() + b"\n" + rest


def with_an_empty_section(data: bytes) -> bytes:
    head, rest = data.split(b"\n", 1)
    return json.dumps(json.loads(head) | {"sections": [["", 3, "", ""], ["", 0, "", ""]]}).encode() + b"\n" + rest


def a_list(data: bytes) -> bytes:
    return b"[1]\n" + data


@pytest.mark.parametrize("damage", [shorter, without_sections, with_an_empty_section, a_list, lambda data: b"\xff\n"])
def test_a_damaged_file_counts_as_none(kept: LastSeen, tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    file = tmp_path / "window.photos"
    file.write_bytes(damage(file.read_bytes()))
    assert kept.there
    assert kept.load(photos_only=False) is None


def test_nothing_is_kept_without_a_file_or_where_none_can_be_written(tmp_path: Path) -> None:
    nowhere = LastSeen()
    nowhere.keep(TIMELINE, photos_only=False)
    assert not nowhere.there
    assert nowhere.load(photos_only=False) is None
    lost = LastSeen(tmp_path / "gone" / "window.photos")
    lost.keep(TIMELINE, photos_only=False)
    assert not lost.there


Open = Callable[..., MainWindow]


def settle(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until nothing is on its way any more."""
    qtbot.waitUntil(lambda: window.known and not window._runner.busy and not window.thumbnails.loading)


@pytest.fixture
def open_again(qtbot: QtBot, runner: JobRunner, theme: Theme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Open:
    """Opens windows over one file, one after the other; their features are made by ``complete`` only."""
    monkeypatch.setattr(Stages, "_make_slice", lambda stages: stages.stop())

    def make(services: FakeServices, place: str = "") -> MainWindow:
        remembered, last_seen = Remembered(), LastSeen(tmp_path / "window.photos")
        remembered.put(PLACE, place)
        window = MainWindow(services, runner, theme, remembered=remembered, last_seen=last_seen)  # type: ignore[arg-type]
        qtbot.addWidget(window)
        with qtbot.waitSignal(window.painted), qtbot.waitActive(window):
            window.show()
        return window

    return make


@pytest.fixture
def closed(qtbot: QtBot, qapp: QApplication, theme: Theme, tmp_path: Path) -> None:
    """A window over 400 photos was open, and has been closed."""
    services, last_seen = FakeServices(400), LastSeen(tmp_path / "window.photos")
    window = MainWindow(services, JobRunner(qapp), theme, last_seen=last_seen)  # type: ignore[arg-type]
    qtbot.addWidget(window)
    window.complete()
    settle(qtbot, window)
    window.close()


@pytest.mark.usefixtures("closed")
def test_the_next_window_shows_it_before_the_library_is_read(
    qtbot: QtBot, open_again: Open, runner: JobRunner, monkeypatch: pytest.MonkeyPatch
) -> None:
    services = FakeServices(400)
    order: list[str] = []
    look, show = services.photos.timeline, BrowsePage.show_first
    monkeypatch.setattr(services.photos, "timeline", lambda where: order.append("read") or look(where))
    monkeypatch.setattr(BrowsePage, "show_first", lambda page, shown: order.append("shown") or show(page, shown))
    window = open_again(services)
    assert window.model.rowCount() == 400
    assert window.page.header.subtitle == "400 photos"
    qtbot.waitUntil(lambda: not runner.busy)
    assert order == ["shown", "read"]
    resets: list[bool] = []
    window.model.modelReset.connect(lambda: resets.append(True))
    window.complete()
    settle(qtbot, window)
    assert not resets, "nothing else is in it"


@pytest.mark.usefixtures("closed")
def test_what_has_changed_since_is_shown_when_the_library_was_read(qtbot: QtBot, open_again: Open) -> None:
    services = FakeServices(400)
    services.photos.ids = array("q", range(11, 391))
    window = open_again(services)
    assert window.model.rowCount() == 400
    window.grid.verticalScrollBar().setValue(window.grid.verticalScrollBar().maximum() // 2)
    photo, below = window.grid.place().first or (0, 0)
    window.complete()
    settle(qtbot, window)
    assert window.model.rowCount() == 380
    where = window.grid.visualRect(window.model.index(window.model.ids.index(photo)))
    assert where.top() == below, "the person stays where they were"
    assert window.page.header.subtitle == "380 photos"


@pytest.mark.usefixtures("closed")
@pytest.mark.parametrize("place", ["", "photos"])
def test_the_keyboard_stays_where_it_was_taken_before_the_library_was_read(
    qtbot: QtBot, open_again: Open, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    services, pressed = FakeServices(400), threading.Event()
    look = services.photos.timeline
    monkeypatch.setattr(services.photos, "timeline", lambda where: pressed.wait(5) and look(where))
    window = open_again(services, place)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.page.header.search.typing
    assert not window.known
    pressed.set()
    settle(qtbot, window)
    assert window.page.header.search.typing


@pytest.mark.usefixtures("closed")
def test_a_window_that_is_used_before_it_was_painted_reads_the_library(
    qtbot: QtBot, runner: JobRunner, theme: Theme, tmp_path: Path
) -> None:
    window = MainWindow(FakeServices(5), runner, theme, last_seen=LastSeen(tmp_path / "window.photos"))  # type: ignore[arg-type]
    qtbot.addWidget(window)
    window.complete()
    settle(qtbot, window)
    assert window.model.rowCount() == 5


def test_a_file_that_is_no_good_has_the_library_read(qtbot: QtBot, open_again: Open, tmp_path: Path) -> None:
    (tmp_path / "window.photos").write_bytes(b"no\n")
    window = open_again(FakeServices(9))
    qtbot.waitUntil(lambda: window.model.rowCount() == 9)
    assert not window.known
    window.complete()
    settle(qtbot, window)

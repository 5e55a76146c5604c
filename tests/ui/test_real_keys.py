"""The story once more as a person has it: a window on an X server, a real mouse, real keys.

What was done is looked up in the catalog, from outside; where to point the mouse, the window's process says.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

import photoorg.services
from photoorg.core.types import State

PHOTOS, CHOSEN = 12, 5
_PATIENCE = 180.0

_MISSING = [tool for tool in ("Xvfb", "xdotool") if shutil.which(tool) is None]
pytestmark = pytest.mark.skipif(bool(_MISSING), reason=f"needs {' and '.join(_MISSING)}")

# The window as the command line opens it, telling every moment where on the screen things are.
_WINDOW = """
import json, sys

def tell():
    from PySide6.QtWidgets import QApplication
    from photoorg.ui.views.main_window import MainWindow
    for window in QApplication.topLevelWidgets():
        if isinstance(window, MainWindow) and window.isVisible() and window.known:
            active = QApplication.activeWindow()
            places = {"busy": window._runner.busy or window.indexing.running}
            places["keyboard"] = "" if active is None else active.windowTitle()
            grid, sidebar, view = window.grid, window.page.sidebar, window.page.clusters.view
            def at(widget, rect):
                point = widget.viewport().mapToGlobal(rect.center())
                return [point.x(), point.y()]
            for row in range(min(8, window.model.rowCount())):
                places[f"tile {row}"] = at(grid, grid.visualRect(window.model.index(row)))
            for row in range(sidebar.model().rowCount()):
                rect = sidebar.visualRect(sidebar.model().index(row, 0))
                entry = sidebar.entry_at(rect.center())
                if entry is not None:
                    places[f"entry {entry.id}"] = at(sidebar, rect)
            if view is not None and view.isVisible():
                for row, card in enumerate(window.clusters.model.cards):
                    places[f"card {card.id}"] = at(view, view.visualRect(window.clusters.model.index(row)))
            places["shown"] = window.model.rowCount()
            print(json.dumps(places), flush=True)

def main():
    from photoorg.ui import app
    from PySide6.QtCore import QTimer
    made = app.application(offscreen=False)
    timer = QTimer(interval=100)
    timer.timeout.connect(tell)
    timer.start()
    from photoorg.cli import main
    return main(["window", *sys.argv[1:]])

if __name__ == "__main__":
    sys.exit(main())
"""


@pytest.fixture
def display() -> Iterator[str]:
    """An X server without a screen, that no other machine can reach."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1400x900x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL) as server:
        os.close(writing)
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        yield f":{number}"
        server.terminate()


class Person:
    """Has a window before them, a mouse and a keyboard."""

    def __init__(self, display: str, window: subprocess.Popen[str]) -> None:
        self._environment = {**os.environ, "DISPLAY": display}
        self._window = window
        self.sees: dict[str, Any] = {}
        threading.Thread(target=self._look, daemon=True).start()

    def _look(self) -> None:
        assert self._window.stdout is not None
        for line in self._window.stdout:
            self.sees = json.loads(line)

    def does(self, *words: object) -> None:
        subprocess.run(["xdotool", *map(str, words)], env=self._environment, check=True, timeout=60)

    def points(self, place: str) -> None:
        self.waits(lambda: place in self.sees)
        self.does("mousemove", "--sync", *self.sees[place])

    def clicks(self, place: str) -> None:
        self.points(place)
        self.does("click", 1)

    def presses(self, *keys: str) -> None:
        self.does("key", *keys)

    def turns_to(self, title: str) -> None:
        """Give the keyboard to the window of that title: there is no window manager here that would."""

        def has_it() -> bool:
            if title in self.sees["keyboard"]:
                return True
            self.does("search", "--sync", "--onlyvisible", "--name", title, "windowfocus")
            time.sleep(0.5)
            return False

        self.waits(has_it)

    def waits(self, until: Callable[[], bool]) -> None:
        end = time.monotonic() + _PATIENCE
        while not until():
            assert self._window.poll() is None, "the window closed"
            assert time.monotonic() < end, f"it never came to that; last seen: {self.sees}"
            time.sleep(0.05)

    def rests(self) -> None:
        self.waits(lambda: bool(self.sees) and not self.sees["busy"])


@contextmanager
def window(display: str, script: Path, *arguments: str) -> Iterator[tuple[Person, subprocess.Popen[str]]]:
    top = str(Path(__file__).resolve().parents[2])
    environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": top}
    environment.pop("WAYLAND_DISPLAY", None)
    command = [sys.executable, str(script), *arguments]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
        try:
            person = Person(display, process)
            person.waits(lambda: bool(person.sees))
            person.turns_to("photoorg")
            yield person, process
        finally:
            process.kill()


def test_with_a_real_mouse_and_real_keys(
    display: str, tmp_path: Path, draw_photo: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CUDA_VISIBLE_DEVICES", "")
    folder, catalog, script = tmp_path / "photos", tmp_path / "catalog", tmp_path / "window.py"
    script.write_text(_WINDOW)
    for seed in range(PHOTOS):
        draw_photo(folder / f"IMG_{seed:02}.jpg", seed)
    with window(display, script, "--catalog", str(catalog), str(folder)) as (person, process):
        person.waits(lambda: person.sees.get("shown") == PHOTOS)
        person.rests()
        with photoorg.services.open(catalog, finish=False) as library:

            def count(state: State) -> int:
                return library.photos.counts().get(state, 0)

            # A range with Shift, dragged to the archive.
            person.clicks("tile 0")
            person.does("keydown", "shift")
            person.clicks(f"tile {CHOSEN - 1}")
            person.does("keyup", "shift")
            person.points("tile 1")
            person.does("mousedown", 1)
            x, y = person.sees["entry archive"]
            for step in range(1, 9):
                from_x, from_y = person.sees["tile 1"]
                person.does("mousemove", "--sync", from_x + (x - from_x) * step // 8, from_y + (y - from_y) * step // 8)
                time.sleep(0.05)
            person.does("mouseup", 1)
            person.waits(lambda: count(State.ARCHIVED) == CHOSEN)
            assert len(list(folder.glob("*.jpg"))) == PHOTOS - CHOSEN
            person.waits(lambda: person.sees["shown"] == PHOTOS - CHOSEN)

            # Ctrl+Z takes it back.
            person.presses("ctrl+z")
            person.waits(lambda: count(State.PRESENT) == PHOTOS)
            person.waits(lambda: person.sees["shown"] == PHOTOS)
            assert len(list(folder.glob("*.jpg"))) == PHOTOS
            person.rests()

            # A search by words, and back to all photos.
            person.presses("ctrl+f")
            person.does("type", "--delay", 30, "circles")
            person.presses("Return")
            person.rests()
            person.presses("ctrl+1")
            person.waits(lambda: person.sees["shown"] == PHOTOS)
            person.rests()

            # A group of some, renamed on the page of groups.
            before = {card.id for shelf in library.clusters.shelves() for card in shelf.cards}
            person.clicks("tile 0")
            person.does("keydown", "shift")
            person.clicks("tile 3")
            person.does("keyup", "shift")
            person.presses("ctrl+g")

            def made() -> set[int]:
                return {card.id for shelf in library.clusters.shelves() for card in shelf.cards} - before

            person.waits(lambda: bool(made()))
            group = min(made())
            person.rests()
            person.presses("ctrl+2")
            person.clicks(f"card {group}")
            person.presses("F2")
            person.turns_to("Rename")
            person.presses("ctrl+a")
            person.does("type", "--delay", 30, "Holidays")
            person.presses("Return")
            person.waits(lambda: library.clusters.photos(group).name == "Holidays")
        person.turns_to("photoorg")
        person.presses("ctrl+q")
        assert process.wait(60) == 0

    # After a restart all of it is still there.
    with window(display, script, "--catalog", str(catalog)) as (person, process):
        person.rests()
        person.presses("ctrl+1")
        person.waits(lambda: person.sees.get("shown") == PHOTOS)
        person.presses("ctrl+2")
        person.waits(lambda: f"card {group}" in person.sees)
        person.presses("ctrl+q")
        assert process.wait(60) == 0
    with photoorg.services.open(catalog, finish=False) as library:
        assert library.clusters.photos(group).name == "Holidays"
        assert len(library.clusters.photos(group).ids) == 4

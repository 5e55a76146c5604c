"""What is typed into the window finds what the command line finds, over the same catalog."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from photoorg import cli
from photoorg.core.jobs import Job, Progress
from photoorg.core.types import IndexReport, Kind, State
from photoorg.ui.job_runner import JobRunner
from photoorg.ui.search.browsing import DOUBTFUL, LIMIT
from photoorg.ui.views.main_window import MainWindow
from tests.made_library import MadeLibrary

_THINGS = ("cat", "sea", "receipt", "pizza")
_TYPED = (
    "a cat -sea",
    "a cat not pizza stars:2",
    "-receipt",
    "kind:document has:place",
    "sea after:2012 before:2014-06",
    "pizza in:sea",
    'camera:canon stars:3 "a cat"',
    "is:archived",
    "cat is:archived",
    "cat group:{group} -sea",
)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[MadeLibrary]:
    """A dozen photos of each of four things, of different years, kinds, cameras and folders; one is archived."""
    made = MadeLibrary(tmp_path)
    for number in range(48):
        thing = _THINGS[number % 4]
        made.add(
            f"home/{thing}/{number:02}.jpg",
            f"20{10 + number % 6}-0{1 + number % 9}-15T12:00:00",
            camera=("Canon EOS 5D", "Canon PowerShot", "Pixel 7")[number % 3],
            kind=Kind.DOCUMENT if thing == "receipt" else Kind.PHOTO,
            rating=number % 6,
            where=(41.9, 12.5) if number % 5 == 0 else None,
            state=State.ARCHIVED if number == 4 else State.PRESENT,
            shows=thing,
        )
    yield made
    made.services.close()


def no_indexing(*_: object, **__: object) -> Job[IndexReport]:
    """There are no files to look for."""
    yield Progress("scanning", 0)
    return IndexReport()


def test_the_window_finds_what_the_command_line_finds(
    library: MadeLibrary,
    open_window: Callable[..., MainWindow],
    qtbot: QtBot,
    runner: JobRunner,
    capsys: pytest.CaptureFixture[str],
) -> None:
    group = library.group(2, 6, 10, 13)
    library.services.__dict__["ingest"] = SimpleNamespace(index=no_indexing)
    window = open_window(library.services)
    search = window.page.header.search
    field = search.findChild(QLineEdit)
    for pattern in _TYPED:
        typed = pattern.format(group=group)
        field.setFocus()
        qtbot.keyClicks(field, typed)
        search.finished.emit()
        qtbot.waitUntil(lambda: not runner.busy)
        wish, shown = window.browsing.wish, list(window.model.ids)
        assert cli.main(["search", "--json", "--limit", f"{LIMIT}", *place(library), "--", typed]) == 0
        found = json.loads(capsys.readouterr().out)
        if not wish.searched and wish.where.state is None:
            # Conditions alone are a part of the timeline, which the command line has no word for.
            found = [hit for hit in found if hit["state"] == "present"]
        assert shown, typed
        assert shown == [hit["id"] for hit in found][: len(shown)], typed
        assert all(hit["certainty"] < DOUBTFUL for hit in found[len(shown) :]), typed
        window.searching.type("")
        assert window.browsing.wish.everything


def place(library: MadeLibrary) -> list[str]:
    """Where the catalog is, for the command line."""
    return ["--catalog", str(library.folder / "catalog")]

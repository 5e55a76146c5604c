"""Marks, kinds, saved searches and settings, as a shell sets them; and photos chosen by conditions."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from photoorg import cli
from photoorg.core.types import Kind
from tests.made_library import MadeLibrary

Command = Callable[..., Any]


@pytest.fixture
def library(tmp_path: Path) -> Iterator[MadeLibrary]:
    made = MadeLibrary(tmp_path)
    made.add("home/a.jpg", "2021-05-01T10:00:00", camera="Canon", where=(48.2, 16.4), kind=Kind.PHOTO)
    made.add("home/x/b.png", "2022-05-01T10:00:00", kind=Kind.SCREENSHOT)
    made.add("home/x/c.png", "2023-05-01T10:00:00", kind=Kind.SCREENSHOT)
    made.add("disk/d.jpg", "2024-05-01T10:00:00")
    yield made
    made.services.close()


@pytest.fixture
def command(library: MadeLibrary, capsys: pytest.CaptureFixture[str]) -> Command:
    def call(*words: str, code: int = 0, text: bool = False) -> Any:
        options = ["--catalog", str(library.folder / "catalog")]
        assert cli.main([*words, *options, *([] if text else ["--json"])]) == code
        told = capsys.readouterr().out
        return told if text else json.loads(told)

    return call


def found(command: Command, *words: str) -> list[int]:
    return [hit["id"] for hit in command("search", *words)]


def test_search_by_conditions_alone(library: MadeLibrary, command: Command) -> None:
    assert found(command, "--kind", "screenshot") == [3, 2]
    assert found(command, "--from", "2022", "--to", "2023-05") == [3, 2]
    assert found(command, "--until", "2021") == [1]
    assert found(command, "--folder", library.path("home"), "--limit", "2") == [3, 2]
    assert found(command, "--camera", "Canon") == found(command, "--has-place") == [1]
    assert found(command, "--no-has-place") == [4, 3, 2]
    command("mark", "--ids", "1", "2", "--rating", "3", "--pick")
    assert found(command, "--rating", "3", "--kind", "photo") == found(command, "--flag", "pick", "--to", "2021") == [1]
    assert found(command, "--state", "trashed") == []
    assert command("search", "--from", "soon", code=2)["error"]["kind"] == "usage"


def test_mark(library: MadeLibrary, command: Command) -> None:
    done = command("mark", "--ids", "1,2", "--rating", "4", "--reject")
    assert done["photos"] == [
        {"id": 1, "path": library.path("home/a.jpg"), "rating": 4, "flag": "reject"},
        {"id": 2, "path": library.path("home/x/b.png"), "rating": 4, "flag": "reject"},
    ]
    assert [action["what"] for action in command("history")] == ["Rejected 2 photos", "Gave 2 photos 4 stars"]
    assert command("history")[0]["action"] == done["action"]
    assert command("mark", "--kind", "screenshot", "--unset", text=True) == "Took the flags off 1 photo\n"
    assert command("mark", "--ids", "2", "--unset", text=True) == "They were so already.\n"
    assert command("mark", "--ids", "2", "--unset") == {"action": None, "photos": []}
    command("undo", "3")
    assert found(command, "--rating", "1") == []
    assert "--rating" in command("mark", "--ids", "1", code=2)["error"]["message"]
    assert command("mark", "--ids", "1", "--rating", "9", code=2)["error"]["message"].startswith("A rating")
    assert command("mark", "--ids", "77", "--pick", code=3)["error"]["message"].startswith("There is no photo 77")


def test_show(library: MadeLibrary, command: Command) -> None:
    command("mark", "--ids", "1", "--rating", "2")
    told = command("show", "1")
    assert told == command("show", library.path("home/a.jpg"))
    assert (told["photo"]["id"], told["metadata"]["camera"], told["mark"]["rating"]) == (1, "Canon", 2)
    assert told["kind"] == {"kind": "photo", "certainty": 0.9, "by_person": False}
    lines = dict(line.split(maxsplit=1) for line in command("show", "1", text=True).splitlines())
    assert (lines["path"], lines["camera"]) == (library.path("home/a.jpg"), "Canon")
    assert "lens" not in lines
    assert command("show", library.path("home/none.jpg"), code=3)["error"]["kind"] == "cannot"
    assert command("show", "99", code=3)["error"]["message"] == "There is no photo 99 in this library."


def test_kinds(library: MadeLibrary, command: Command) -> None:
    assert command("kinds") == {"photo": 1, "screenshot": 2, "document": 0, "drawing": 0, "unknown": 1}
    said = command("kinds", "set", "document", "--folder", library.path("home/x"), "--limit", "1")
    assert said["photos"] == [{"id": 3, "path": library.path("home/x/c.png"), "kind": "document"}]
    assert command("kinds")["document"] == 1
    command("undo")
    assert command("kinds")["screenshot"] == 2


def test_what_is_chosen_makes_sense(command: Command) -> None:
    for words, message in (
        (["--ids", "1", "--kind", "photo"], "Numbers stand alone"),
        (["--ids", "one"], "by their numbers"),
        (["--search", "sea"], "how many"),
        (["--limit", "3"], "Say which photos"),
        (["--kind", "photo", "--limit", "0"], "at least 1"),
        (["--rating", "7"], "stars"),
        ([], "Say which photos"),
    ):
        assert message in command("archive", *words, "--dry-run", code=2)["error"]["message"]


def test_facets(library: MadeLibrary, command: Command) -> None:
    facets = command("facets")
    assert facets["photos"] == 4
    assert facets["kinds"] == [["photo", 1], ["screenshot", 2]]
    assert [library.path("home/x"), 2] in facets["folders"]


def test_saved_searches(command: Command) -> None:
    assert command("searches") == []
    (saved,) = command("searches", "save", "Shots", "--kind", "screenshot", "--from", "2023")
    assert saved["query"] == {"where": {"kind": "screenshot", "date_from": "2023"}}
    assert [hit["id"] for hit in command("searches", "run", "Shots")] == [3]
    command("searches", "save", "All", "--from", "2000")
    assert [hit["id"] for hit in command("searches", "run", "All", "--limit", "2")] == [4, 3]
    command("searches", "remove", "All")
    command("searches", "rename", "Shots", "Screens")
    assert [search["name"] for search in command("searches")] == ["Screens"]
    assert command("searches", "remove", "Screens") == []
    command("undo")
    assert [search["name"] for search in command("searches")] == ["Screens"]
    assert command("searches", "run", "Shots", code=3)["error"]["message"] == "There is no saved search “Shots”."


def test_settings(library: MadeLibrary, command: Command) -> None:
    before = command("settings")
    assert before["settings"] == {"archive": "", "archive_pattern": "{year}/{month}"}
    assert [folder["path"] for folder in before["folders"]] == [library.path("home"), library.path("disk")]
    away = library.path("away")
    assert command("settings", "set", "archive", away)["settings"]["archive"] == away
    command("settings", "set", "archive_pattern", "{year}")
    assert command("settings", "set", "archive_pattern", "")["settings"]["archive_pattern"] == "{year}/{month}"
    for key, value in (
        ("archive", library.path("home")),
        ("archive", str(library.folder / "catalog" / "x")),
        ("archive_pattern", "../{year}"),
        ("archive_pattern", "{mood}"),
        ("colour", "red"),
    ):
        assert command("settings", "set", key, value, code=2)["error"]["kind"] == "usage"
    assert command("settings")["settings"]["archive"] == away
    changed = command("settings", "exclude", library.path("home"), "cache", " *.tmp", "cache")
    assert changed["folders"][0]["exclude"] == ["cache", "*.tmp"]
    assert command("settings", "exclude", library.path("home"))["folders"][0]["exclude"] == []
    assert command("settings", "exclude", library.path("nowhere"), "x", code=2)["error"]["kind"] == "usage"

"""The commands that move files, as a shell runs them."""

from __future__ import annotations

import errno
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from photoorg import cli
from photoorg.core import disk
from tests.services.filing.library import Library

Command = Callable[..., Any]


@pytest.fixture
def library(tmp_path: Path) -> Library:
    made = Library(tmp_path)
    made.services.close()
    return made


@pytest.fixture
def command(library: Library, capsys: pytest.CaptureFixture[str]) -> Command:
    def call(*words: str, code: int = 0) -> Any:
        assert cli.main([*words, "--json", "--catalog", str(library.base / "catalog")]) == code
        return json.loads(capsys.readouterr().out)

    return call


def test_archive_undo_redo_history(library: Library, command: Command) -> None:
    before = library.tree()
    done = command("archive", "--ids", "1,2", "3")
    assert set(done) == {"action", "photos", "bytes", "skipped"}
    assert [set(photo) for photo in done["photos"]] == [{"id", "from", "to"}] * 3
    assert all(Path(photo["to"]).is_file() and not Path(photo["from"]).exists() for photo in done["photos"])
    (entry,) = command("history")
    assert set(entry) == {"action", "what", "photos", "when", "state", "reversible"}
    assert (entry["action"], entry["photos"], entry["what"]) == (done["action"], 3, "Archived 3 photos")
    (undone,) = command("undo")
    assert (undone["action"], undone["state"]) == (done["action"], "undone")
    assert library.tree() == before
    assert [action["state"] for action in command("redo", "1")] == ["done"]
    assert command("status")["photos"]["archived"] == 3


def test_trash_restore_delete(library: Library, command: Command) -> None:
    command("trash", "--ids", "1", "2")
    assert command("status")["photos"]["trashed"] == 2
    assert command("restore", "--ids", "1")["photos"][0]["id"] == 1
    assert command("delete", "--permanently", "--ids", "2")["photos"][0]["to"] is None
    error = command("delete", "--ids", "1", code=2)["error"]
    assert "--permanently" in error["message"]
    wide = command("delete", "--permanently", "--kind", "photo", code=2)["error"]
    assert "--ids" in wide["message"]
    assert command("restore", "--ids", "1", code=1)["skipped"][0]["id"] == 1


def test_dry_runs_change_nothing(library: Library, command: Command) -> None:
    before = library.tree()
    for words in (["archive"], ["trash"], ["delete", "--permanently"]):
        planned = command(*words, "--ids", "1", "2", "--dry-run")
        assert (planned["action"], len(planned["photos"])) == (None, 2)
    assert command("trash", "--empty", "--dry-run")["photos"] == []
    assert library.tree() == before
    assert command("history") == []


def test_wrong_usage(command: Command) -> None:
    for words in (
        ["archive"],
        ["archive", "--ids", "one"],
        ["archive", "--ids", "1", "--search", "cat", "--limit", "1"],
        ["trash", "--search", "cat"],
        ["trash", "--empty", "--ids", "1"],
        ["undo", "0"],
    ):
        assert command(*words, code=2)["error"]["kind"] == "usage"
    assert command("undo", code=3)["error"]["message"] == "There is nothing to undo."


def test_a_disk_that_fails_is_a_sentence_and_is_finished_later(
    library: Library, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(point: str) -> None:
        if point == "before fsync":
            raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(disk, "watch", fail)
    told = command("archive", "--ids", "1", "2", code=3)["error"]
    assert told["kind"] == "cannot"
    assert "Input/output error" in told["message"]
    monkeypatch.setattr(disk, "watch", None)
    (entry,) = command("history")
    assert (entry["state"], entry["photos"]) == ("done", 2)
    assert command("status")["photos"]["archived"] == 2


def test_photos_are_chosen_by_conditions(library: Library, command: Command) -> None:
    command("mark", "--ids", "1", "2", "3", "--rating", "2")
    command("mark", "--ids", "2", "--reject")
    plan = command("archive", "--rating", "1", "--flag", "reject", "--dry-run")
    assert [photo["id"] for photo in plan["photos"]] == [2]
    command("archive", "--rating", "2")
    assert command("status")["photos"]["archived"] == 3
    assert len(command("restore", "--rating", "2", "--limit", "2")["photos"]) == 2
    assert command("status")["photos"]["archived"] == 1

"""What a person reads who mistypes, names what is not there, or puts options where they like."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from photoorg import cli
from tests.services.filing.library import Library

Say = Callable[..., str]


@pytest.fixture
def library(tmp_path: Path) -> Library:
    made = Library(tmp_path)
    made.services.close()
    return made


@pytest.fixture
def say(library: Library, capsys: pytest.CaptureFixture[str]) -> Say:
    """Runs a command over the library; gives what a person reads, results and errors."""

    def call(*words: str, code: int = 0) -> str:
        assert cli.main([*words, "--catalog", str(library.base / "catalog")]) == code
        printed = capsys.readouterr()
        return printed.out + printed.err

    return call


def test_a_mistyped_command_is_answered_by_the_one_that_was_meant(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["serach", "cat"]) == 2
    assert capsys.readouterr().err == "photoorg: There is no command serach.\n  Did you mean photoorg search?\n"
    assert cli.main(["clusters", "renmae", "1", "Cats"]) == 2
    assert "Did you mean photoorg clusters rename?" in capsys.readouterr().err
    assert cli.main(["xyzzy"]) == 2
    assert capsys.readouterr().err == "photoorg: There is no command xyzzy.\n  See photoorg --help\n"


def test_the_common_options_stand_before_the_command_or_behind_it(
    library: Library, capsys: pytest.CaptureFixture[str]
) -> None:
    catalog = str(library.base / "catalog")
    told = []
    for words in (
        ["--catalog", catalog, "--json", "status"],
        ["--json", "status", "--catalog", catalog],
        ["status", "--json", "--catalog", catalog],
    ):
        assert cli.main(words) == 0
        told.append(json.loads(capsys.readouterr().out))
    assert told[0]["catalog"] == catalog
    assert told[0] == told[1] == told[2]
    assert cli.main(["--catalog", catalog, "clusters", "rename", "7", "Cats", "--json"]) == 3
    assert json.loads(capsys.readouterr().out)["error"]["message"] == "There is no cluster 7."


def test_what_conditions_name_must_be_in_the_library(library: Library, say: Say) -> None:
    nowhere = str(library.base / "nowhere")
    for words in (["search"], ["archive", "--dry-run"], ["mark", "--pick"]):
        assert f"There is no folder {nowhere} in this library." in say(*words, "--folder", nowhere, code=3)
        assert "There is no cluster 99." in say(*words, "--cluster", "99", code=3)
    assert "Nothing fits." not in say("search", "--folder", str(library.root))
    assert "Nothing fits." not in say("search", "--folder", str(library.base)), "a folder above it takes all in"


def test_reports_say_what_happened(say: Say) -> None:
    assert say("archive", "--ids", "1", "2", "--dry-run").splitlines()[-1].startswith("2 photos would be archived, ")
    assert say("archive", "--ids", "1").startswith("1 photo archived, ")
    assert say("trash", "--ids", "2", "3").startswith("2 photos moved to the trash, ")
    assert "2 photos would be handed to the system's trash, " in say("trash", "--empty", "--dry-run")
    assert say("restore", "--ids", "1").startswith("1 photo put back, ")
    assert "1 was left as it is:" in say("restore", "--ids", "1", code=1)
    assert "The limit is at least 1." in say("history", "--limit", "0", code=2)


def test_a_file_where_a_folder_is_meant_is_named(library: Library, say: Say) -> None:
    file = library.base / "file"
    file.write_text("x")
    assert "cannot be made: a file is in its way." in say("archive", "--ids", "1", "--to", str(file), code=1)
    assert "There is no folder" in say("embed", str(library.root), "--out", str(file / "x.npz"), code=2)
    assert "is a file" in say("demo", "--folder", str(file), code=3)
    assert "holds other files" in say("demo", "--folder", str(library.root), code=3)
    assert "catalog" not in [path.name for path in library.root.iterdir()]


def test_a_window_with_a_folder_that_is_not_there_does_not_open(say: Say, tmp_path: Path) -> None:
    missing = tmp_path / "nowhere"
    expected = f"photoorg: There is no folder {missing}.\n  Check the name; a photo is added with its folder.\n"
    assert say("window", str(missing), code=2) == expected == say("index", str(missing), code=2)


def test_where_to_put_back_can_be_said(say: Say) -> None:
    assert "say where to with --to FOLDER" in say("restore", "--ids", "1", code=1)
    assert "--to" not in say("trash", "--ids", "999", code=1)

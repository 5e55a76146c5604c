"""The command line as a person and a program use it, in processes of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

Draw = Callable[..., Path]


def photoorg(*words: str, expect: int = 0) -> str:
    """Run a command; gives its standard output. Anything unexpected on standard error fails the test."""
    command = [sys.executable, "-W", "error", "-m", "photoorg.cli", *words]
    done = subprocess.run(command, capture_output=True, text=True, env=os.environ, check=False)
    assert done.returncode == expect, done.stderr
    assert "Traceback" not in done.stderr
    assert "Warning" not in done.stderr
    return done.stdout


def as_json(*words: str, expect: int = 0) -> Any:
    return json.loads(photoorg(*words, "--json", expect=expect))


@pytest.fixture
def photos(tmp_path: Path, draw_photo: Draw) -> Path:
    for seed in range(4):
        draw_photo(tmp_path / "photos" / f"IMG_{seed}.jpg", seed)
    return tmp_path / "photos"


def test_index_status_search_and_doctor_agree(photos: Path) -> None:
    (photos / "torn.jpg").write_bytes(b"\xff\xd8\xff")
    report = as_json("index", str(photos), expect=1)
    assert (report["added"], report["embedded"], report["roots"]) == (4, 4, [str(photos)])
    assert [failure["path"] for failure in report["failed"]] == [str(photos / "torn.jpg")]

    status = as_json("status")
    assert status["photos"] == {"present": 4, "archived": 0, "trashed": 0, "missing": 0, "offline": 0}
    assert (status["profile"], status["pending"]) == ("embedded", 0)

    found = as_json("search", "--like", str(photos / "IMG_2.jpg"))
    assert len(found) == 3
    assert str(photos / "IMG_2.jpg") not in [hit["path"] for hit in found]
    assert [hit["score"] for hit in found] == sorted((hit["score"] for hit in found), reverse=True)
    by_id = as_json("search", "--like", str(found[0]["id"]), "--limit", "1")
    assert [set(hit) for hit in by_id] == [{"id", "path", "score", "certainty", "state"}]
    words = as_json("search", "a colourful drawing", "--not", "a cat")
    assert sorted(hit["path"] for hit in words) == [str(photos / f"IMG_{n}.jpg") for n in range(4)]

    assert {check["state"] for check in as_json("doctor")} == {"ok"}


def test_people_get_sentences(photos: Path) -> None:
    assert photoorg("index", str(photos)).startswith("4 added, 4 embedded in ")
    assert photoorg("index").startswith("nothing new in ")
    assert "present           4" in photoorg("status")
    heading, *found = photoorg("search", "sea", "--limit", "2").splitlines()
    assert heading == "Nothing fits. The nearest:"  # the photos are plain colours
    assert len(found) == 2


def test_errors_are_json_with_exit_codes(tmp_path: Path) -> None:
    wrong = as_json("index", str(tmp_path / "nothing"), expect=2)
    assert wrong["error"]["kind"] == "usage"
    assert as_json("index", expect=3)["error"]["message"] == "No folder has been added yet."
    assert as_json("no-such-command", expect=2)["error"]["kind"] == "usage"
    assert as_json("search", "sea", "--crop", "1,2", expect=2)["error"]["hint"].startswith("Example:")
    assert as_json("search", expect=2)["error"]["kind"] == "usage"
    assert as_json("search", "--like", str(tmp_path / "gone.jpg"), expect=3)["error"]["message"]


def test_embed_writes_unit_vectors_and_touches_no_catalog(photos: Path, tmp_path: Path, own_home: Path) -> None:
    out = tmp_path / "vectors.npz"
    made = as_json("embed", str(photos), "--out", str(out))
    assert made["photos"] == 4
    with np.load(out) as file:
        assert list(file["paths"]) == [str(photos / f"IMG_{n}.jpg") for n in range(4)]
        for space in made["spaces"]:
            assert file[space].dtype == np.float32
            assert np.allclose(np.linalg.norm(file[space], axis=1), 1, atol=1e-5)
    assert not list(own_home.rglob("catalog.db"))


def test_evaluate_clusters_prints_its_table(tmp_path: Path, draw_photo: Draw) -> None:
    for seed in range(8):
        draw_photo(tmp_path / "sorted" / f"kind {seed % 2}" / f"{seed}.jpg", 50 * (seed % 2) + seed // 4)
    rows = as_json("evaluate", "clusters", str(tmp_path / "sorted"), "--methods", "refiner,ward")
    assert [(row["method"], row["level"]) for row in rows] == [
        ("refiner", "theme"), ("refiner", "group"), ("refiner", "better"), ("ward", None),
    ]  # fmt: skip
    assert 0 < rows[-1]["bcubed"][2] <= 1
    table = photoorg("evaluate", "clusters", str(tmp_path / "sorted"), "--methods", "ward").splitlines()
    assert [line.split()[0] for line in table] == ["method", "ward"]
    assert as_json("evaluate", "search", str(tmp_path / "sorted"), expect=2)["error"]["kind"] == "usage"


def test_evaluate_search_prints_its_table(photos: Path, tmp_path: Path) -> None:
    queries = tmp_path / "queries.tsv"
    queries.write_text("a drawing\tIMG_0.jpg IMG_1.jpg\n")
    table = as_json("evaluate", "search", str(photos), "--queries", str(queries))
    assert [row["query"] for row in table["queries"]] == ["a drawing"]
    assert table["queries"][0]["relevant"] == 2
    assert 0 < table["map"] <= 1
    assert table["nonsense"]["queries"] == 100
    assert 0 <= table["nonsense"]["false_positives"] <= 1
    queries.write_text("no tab here\n")
    wrong = as_json("evaluate", "search", str(photos), "--queries", str(queries), expect=2)
    assert "Line 1" in wrong["error"]["message"]

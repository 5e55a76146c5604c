"""The doctor finds what was broken on purpose, and mends it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from photoorg import services
from photoorg.core.jobs import run
from photoorg.core.types import Check, Query

Draw = Callable[..., Path]


@pytest.fixture
def catalog(tmp_path: Path, draw_photo: Draw) -> Path:
    for seed in range(3):
        draw_photo(tmp_path / "photos" / f"{seed}.jpg", seed)
    with services.open(tmp_path / "catalog") as opened:
        run(opened.ingest.index([str(tmp_path / "photos")]))
        opened.search.search(Query(text="drawing"))
    return tmp_path / "catalog"


@pytest.fixture
def library(catalog: Path) -> Iterator[services.Services]:
    with services.open(catalog) as opened:
        yield opened


def wrong(checks: list[Check]) -> list[str]:
    return [check.check for check in checks if check.state == "wrong"]


def break_(file: Path, statement: str) -> None:
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute(statement)


def test_a_sound_catalog_has_nothing_wrong(library: services.Services) -> None:
    assert wrong(library.doctor.examine()) == []


@pytest.mark.parametrize(
    ("file", "statement", "check"),
    [
        ("catalog.db", "DELETE FROM vectors WHERE content = 1", "vectors"),
        ("thumbnails.db", "DELETE FROM size_384 WHERE content = 1", "thumbnails"),
        ("thumbnails.db", "INSERT INTO size_128 SELECT 99, jpeg FROM size_128 WHERE content = 1", "orphans"),
    ],
)
def test_what_is_lost_is_found_and_made_again(
    catalog: Path, library: services.Services, file: str, statement: str, check: str
) -> None:
    if check == "orphans":
        break_(catalog / file, statement.replace("128", "384"))
    break_(catalog / file, statement)
    assert check in wrong(library.doctor.examine())
    repaired = library.doctor.examine(repair=True)
    assert [found.repaired for found in repaired if found.check == check] == [True]
    run(library.ingest.index())
    library.search.search(Query(text="drawing"))
    assert wrong(library.doctor.examine(repair=True)) in ([], ["index"])
    assert wrong(library.doctor.examine()) == []
    assert len(library.photos.thumbnails(library.photos.timeline().contents, 384)) == 3


def test_a_vanished_file_is_found(library: services.Services, tmp_path: Path) -> None:
    (tmp_path / "photos" / "1.jpg").unlink()
    assert wrong(library.doctor.examine()) == ["disk"]


def test_an_absent_root_is_unknown_not_wrong(library: services.Services, tmp_path: Path) -> None:
    (tmp_path / "photos").rename(tmp_path / "elsewhere")
    run(library.ingest.index())
    checks = {check.check: check.state for check in library.doctor.examine()}
    assert checks["roots"] == "unknown"
    assert checks["disk"] == "ok"


def test_a_damaged_search_file_is_found_and_rebuilt(catalog: Path, library: services.Services) -> None:
    file = next((catalog / "vectors").glob("*.f32"))
    data = bytearray(file.read_bytes())
    data[5] ^= 0xFF
    file.write_bytes(data)
    assert wrong(library.doctor.examine()) == ["index"]
    library.doctor.examine(repair=True)
    assert wrong(library.doctor.examine()) == []

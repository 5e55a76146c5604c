"""A copy of the catalog that can take its place."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

import photoorg.services
from photoorg.catalog.database import Database
from photoorg.core.errors import Cancelled, CannotError, CatalogError, UsageError
from photoorg.core.jobs import CancelToken, run
from photoorg.services import Services


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with photoorg.services.open(tmp_path / "catalog") as opened:
        (tmp_path / "photos").mkdir()
        opened.roots.add(str(tmp_path / "photos"))
        yield opened


#: Begins as a database does; more of an older backup nobody reads.
OLDER = b"SQLite format 3\0 and so on"


def roots_in(file: Path) -> list[str]:
    with closing(sqlite3.connect(file)) as connection:
        return [os.fsdecode(row[0]) for row in connection.execute("SELECT path FROM roots")]


def test_it_takes_the_place_of_the_catalog(services: Services, tmp_path: Path) -> None:
    file = tmp_path / "backup.db"
    file.write_bytes(OLDER)
    assert run(services.backup.save(str(file))) == file.stat().st_size
    assert roots_in(file) == [str(tmp_path / "photos")]
    (tmp_path / "other").mkdir()
    os.replace(file, tmp_path / "other" / "catalog.db")
    with photoorg.services.open(tmp_path / "other") as again:
        assert [root.path for root in again.roots.list()] == [str(tmp_path / "photos")]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["catalog", "other", "photos"]


def test_what_is_not_written_leaves_the_older_one(services: Services, tmp_path: Path) -> None:
    file = tmp_path / "backup.db"
    file.write_bytes(OLDER)
    token = CancelToken()
    job = services.backup.save(str(file), token)
    next(job)
    token.cancel()
    with pytest.raises(Cancelled):
        run(job)
    assert file.read_bytes() == OLDER
    assert len(list(tmp_path.iterdir())) == 3


def test_it_never_takes_the_place_of_something_else(services: Services, tmp_path: Path) -> None:
    photo = tmp_path / "photos" / "IMG_1.jpg"
    photo.write_bytes(b"all that is left of a summer")
    with pytest.raises(UsageError, match="is no backup"):
        run(services.backup.save(str(photo)))
    assert photo.read_bytes() == b"all that is left of a summer"
    with pytest.raises(UsageError, match="is a folder"):
        run(services.backup.save(str(tmp_path / "photos")))


def test_it_lies_outside_of_the_catalog_and_in_a_folder(services: Services, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="own folder"):
        run(services.backup.save(str(tmp_path / "catalog" / "backup.db")))
    with pytest.raises(CannotError, match="There is no folder"):
        run(services.backup.save(str(tmp_path / "nowhere" / "backup.db")))


def test_a_copy_that_is_not_sound_is_none(services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(services.backup.save(str(tmp_path / "sound.db")))
    with closing(sqlite3.connect(tmp_path / "sound.db")) as connection:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
    copy = Database.copy

    def damaged(self: Database, file: str) -> Iterator[tuple[int, int]]:
        for step in copy(self, file):
            if step == (1, 2):
                size = os.path.getsize(file)
                with open(file, "r+b") as broken:
                    broken.seek(size // pages * (pages // 2))
                    broken.write(os.urandom(size // pages))
            yield step

    monkeypatch.setattr(Database, "copy", damaged)
    with pytest.raises((CatalogError, sqlite3.DatabaseError)):
        run(services.backup.save(str(tmp_path / "backup.db")))
    assert not (tmp_path / "backup.db").exists()


def test_roots_say_how_many_photos_they_hold(
    services: Services, tmp_path: Path, draw_photo: Callable[..., Path]
) -> None:
    assert services.roots.counts() == {}
    draw_photo(tmp_path / "photos" / "a.jpg")
    run(services.ingest.index())
    assert services.roots.counts() == {services.roots.list()[0].id: 1}

"""Damaged catalogs: what can be read is saved, what was interrupted is finished, and no original is touched."""

from __future__ import annotations

import json
import os
import random
from pathlib import Path

import pytest

from photoorg import cli
from photoorg.core import disk
from photoorg.core.types import Check
from photoorg.services.maintenance import mending
from tests.services.filing.library import Library

PHOTOS = 300


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """A closed library with some photos in the archive and in the trash."""
    made = Library(tmp_path, [(f"{number % 7}/IMG_{number:04}.jpg", 40 + number % 50) for number in range(PHOTOS)])
    made.do("archive", made.ids()[:40])
    made.do("trash", made.ids()[40:60])
    made.services.close()
    return made


def catalog(library: Library) -> Path:
    return library.base / "catalog"


def by_name(checks: list[Check]) -> dict[str, Check]:
    return {check.check: check for check in checks}


def states(library: Library) -> dict[str, int]:
    return {state: count for state, count in library.services.status().photos.items() if count}


def test_a_sound_catalog_has_nothing_to_mend(library: Library) -> None:
    found = by_name(mending.examine(catalog(library)))
    for name in ("database", "journal", "disk", "put away", "trash", "roots"):
        assert found[name].state == "ok", found[name]
    assert "salvage" not in by_name(mending.examine(catalog(library), repair=True))


def test_a_truncated_catalog_is_saved_as_far_as_it_goes(library: Library, capsys: pytest.CaptureFixture[str]) -> None:
    before = library.tree()
    file = catalog(library) / "catalog.db"
    os.truncate(file, file.stat().st_size * 3 // 4)
    assert by_name(mending.examine(catalog(library)))["database"].state == "wrong"
    for words in (["status"], ["archive", "--ids", "290"], ["index"]):
        code = cli.main([*words, "--json", "--catalog", str(catalog(library))])
        told = json.loads(capsys.readouterr().out)
        assert code in (0, 1) or (code == 3 and "doctor --repair" in told["error"]["hint"]), told

    (salvage, database, *_) = mending.examine(catalog(library), repair=True)
    assert (salvage.check, salvage.repaired, database.state) == ("salvage", True, "ok")
    assert "catalog-damaged-1.db" in salvage.detail
    assert (catalog(library) / "catalog-damaged-1.db").exists()
    library.reopen()
    saved = library.ids()
    assert len(saved) > PHOTOS // 3
    for id in saved:
        assert Path(library.catalog.photos.get(id).path).is_file()
    assert library.tree() == before
    library.services.close()


def test_what_is_no_database_any_more_is_replaced(library: Library) -> None:
    for name in ("catalog.db", "thumbnails.db"):
        (catalog(library) / name).write_bytes(b"not a database" * 1_000)
    found = mending.examine(catalog(library), repair=True)
    assert [check.check for check in found[:2]] == ["salvage", "salvage"]
    assert "0 photos" in found[0].detail
    library.reopen()
    library.take_in()
    assert states(library)["present"] == PHOTOS - 60
    library.services.close()


@pytest.mark.parametrize("seed", range(12))
def test_whatever_is_overwritten_the_rest_comes_back(library: Library, seed: int) -> None:
    before = library.tree()
    chance = random.Random(seed)
    file = catalog(library) / "catalog.db"
    data = bytearray(file.read_bytes())
    for _ in range(chance.randint(1, 6)):
        start = chance.randrange(4096 if seed % 4 else 0, len(data))
        size = chance.choice((10, 500, 4096, 20_000))
        data[start : start + size] = chance.randbytes(min(size, len(data) - start))
    file.write_bytes(data)
    mending.examine(catalog(library), repair=True)
    again = by_name(mending.examine(catalog(library), repair=True))
    assert again["database"].state == "ok"
    assert "salvage" not in again
    library.reopen()
    assert library.catalog.database.connection.execute("PRAGMA foreign_key_check").fetchall() == []
    newest, count = library.catalog.vectors.stamp("test@1/visual")
    rows = library.catalog.database.connection.execute("SELECT max(id), count(*) FROM vectors").fetchone()
    assert (newest or None, count) == rows
    library.services.close()
    assert library.tree() == before


def test_an_interrupted_action_is_finished(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    library.reopen()

    class Killed(BaseException):
        pass

    def kill(point: str) -> None:
        if point == "after rename":
            raise Killed

    monkeypatch.setattr(disk, "watch", kill)
    with pytest.raises(Killed):
        library.do("archive", library.ids()[100:110])
    monkeypatch.setattr(disk, "watch", None)
    library.services.close()
    assert "Archived 10 photos" in by_name(mending.examine(catalog(library)))["journal"].detail
    assert by_name(mending.examine(catalog(library), repair=True))["journal"].repaired
    library.reopen()
    assert states(library) == {"present": PHOTOS - 70, "archived": 50, "trashed": 20}
    library.services.close()


def test_what_was_put_away_and_is_gone(library: Library) -> None:
    library.reopen()
    archived, trashed = library.ids()[0], library.ids()[50]
    for id in (archived, trashed):
        Path(library.catalog.photos.get(id).path).unlink()
    library.services.close()
    check = by_name(mending.examine(catalog(library)))["put away"]
    assert (check.state, check.repaired) == ("wrong", False)
    assert "2 archived or trashed" in check.detail
    assert by_name(mending.examine(catalog(library), repair=True))["put away"].repaired
    assert by_name(mending.examine(catalog(library)))["put away"].state == "ok"
    library.reopen()
    assert {library.state(archived), library.state(trashed)} == {"missing"}
    library.services.close()


def test_strays_in_the_trash_are_left_alone_and_torn_copies_go(library: Library) -> None:
    trash = library.root / ".photoorg-trash" / "0"
    torn = trash / ".photoorg-7-9.part"
    torn.write_bytes(b"half")
    check = by_name(mending.examine(catalog(library)))["trash"]
    assert (check.state, "cut short" in check.detail) == ("wrong", True)
    stray = trash / "stray.jpg"
    stray.write_bytes(b"whose?")
    check = by_name(mending.examine(catalog(library), repair=True))["trash"]
    assert (check.state, "stray.jpg" in check.detail) == ("unknown", True)
    assert (stray.exists(), torn.exists()) == (True, False)

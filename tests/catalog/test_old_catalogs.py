"""A catalog of every schema version opens with everything in it."""

from __future__ import annotations

import os
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from photoorg.catalog.schema import MIGRATIONS
from photoorg.catalog.store import Catalog
from photoorg.core.conditions import Conditions
from photoorg.core.marks import Judgement, Mark
from photoorg.core.types import Flag, Kind, Query, State

DATA = Path(__file__).resolve().parents[1] / "data"
DUMPS = sorted(DATA.glob("catalog-v*.sql"))


def test_there_is_one_of_every_version() -> None:
    versions = {int(match[1]) for dump in DUMPS if (match := re.search(r"-v(\d+)", dump.name))}
    assert versions == set(range(1, len(MIGRATIONS) + 1))


@pytest.mark.parametrize("dump", DUMPS, ids=lambda dump: dump.stem)
def test_an_old_catalog_keeps_everything(dump: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "catalog.db")) as connection:
        connection.executescript(dump.read_text(encoding="utf-8"))
    catalog = Catalog(tmp_path)
    assert catalog.setting("profile", "") == "embedded"
    assert [(root.path, root.exclude) for root in catalog.roots.all()] == [("/home/ada/Pictures", ("cache",))]
    assert list(catalog.photos.timeline().ids) == [1, 4]
    photo = catalog.photos.get(1)
    assert photo is not None
    assert (photo.path, photo.taken) == ("/home/ada/Pictures/2024/IMG_1.jpg", "2024-05-06T07:08:09")
    assert photo.content is not None
    metadata = catalog.photos.metadata(photo.content)
    assert metadata is not None
    assert (metadata.camera, metadata.latitude) == ("Canon EOS R6", 48.2)
    assert catalog.photos.companions(1) == ["/home/ada/Pictures/2024/IMG_1.xmp"]
    missing = catalog.photos.get(2)
    assert missing is not None
    assert (missing.state, os.fsencode(missing.path)) == (State.MISSING, b"/home/ada/Pictures/2024/caf\xe9.jpg")
    assert [failure.reason for failure in catalog.photos.failures()] == ["The file is empty."]
    assert catalog.photos.pending() == 1
    assert catalog.vectors.stamp("lite0@1/visual") == (3, 2)
    assert catalog.vectors.of("lite0@1/concepts", [2])[2].tolist() == [0.0, 1.0]
    version = int(dump.stem.rpartition("v")[2])
    exposed = (metadata.exposure, metadata.aperture, metadata.iso, metadata.focal)
    assert exposed == ((0.004, 2.8, 100, 50.0) if version >= 8 else (None, None, None, None))
    if version >= 7:
        assert catalog.turns.all() == {2: 3}
    if version >= 6:
        assert catalog.towns.of(1) == ("Vienna", "Vienna", "Austria")
    if version >= 5:
        assert catalog.marks.of([1]) == {1: Mark(4, Flag.PICK)}
        assert catalog.kinds.of([1, 2]) == {1: Judgement(Kind.PHOTO, 0.97), 2: Judgement(Kind.DOCUMENT, 1, True)}
        (saved,) = catalog.searches.all()
        assert (saved.name, saved.query) == (
            "Best of May",
            Query("sea", where=Conditions(date_from="2024-05", rating=4)),
        )
    catalog.close()

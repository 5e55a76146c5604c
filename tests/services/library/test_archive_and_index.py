"""Indexing beside archive and trash: states stay right, also for files that the person moves by hand meanwhile."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from photoorg import services
from photoorg.core.jobs import run
from photoorg.core.types import Query
from photoorg.services.library import ingest

Draw = Callable[..., Path]


@pytest.fixture
def library(tmp_path: Path, draw_photo: Draw) -> Iterator[services.Services]:
    for seed in range(5):
        draw_photo(tmp_path / "photos" / f"IMG_2021010{seed + 1}_120000.jpg", seed)
    with services.open(tmp_path / "catalog") as opened:
        run(opened.ingest.index([str(tmp_path / "photos")]))
        yield opened


def counts(library: services.Services) -> dict[str, int]:
    return {state: count for state, count in library.status().photos.items() if count}


def index(library: services.Services) -> dict[str, int]:
    report: Any = run(library.ingest.index())
    names = ("added", "changed", "moved", "missing", "offline", "embedded")
    return {name: count for name in names if (count := getattr(report, name))}


def test_what_is_put_away_stays_so_and_follows_the_persons_hand(library: services.Services, tmp_path: Path) -> None:
    ids = list(library.photos.timeline().ids)
    photos, away = tmp_path / "photos", tmp_path / "photos" / "away"
    run(library.archive.archive(ids[:2], to=str(away)))
    run(library.archive.trash(ids[2:4]))
    assert index(library) == {}
    assert counts(library) == {"present": 1, "archived": 2, "trashed": 2}

    archived = Path(library.photos.get(ids[0]).path)
    archived.rename(photos / "back.jpg")  # out of the archive by hand
    trashed = Path(library.photos.get(ids[2]).path)
    trashed.rename(photos / "saved.jpg")  # out of the trash by hand
    present = Path(library.photos.get(ids[4]).path)
    present.rename(away / "by hand.jpg")  # into the archive by hand
    shutil.copy(library.photos.get(ids[1]).path, away / "copy.jpg")
    assert index(library) == {"added": 1, "moved": 3}
    assert counts(library) == {"present": 2, "archived": 3, "trashed": 1}
    assert Path(library.photos.get(ids[0]).path) == photos / "back.jpg"
    assert Path(library.photos.get(ids[2]).path) == photos / "saved.jpg"
    assert Path(library.photos.get(ids[4]).path) == away / "by hand.jpg"

    report: Any = run(library.archive.restore([ids[4]]))
    assert "by hand" in report.skipped[0].reason
    hits = library.search.search(Query(like=ids[0], limit=20))
    assert [hit.state.value for hit in hits].count("archived") == 3

    shutil.rmtree(away)
    assert index(library) == {"offline": 3}
    assert counts(library) == {"present": 2, "offline": 3, "trashed": 1}


def test_archiving_while_a_scan_runs(
    library: services.Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = list(library.photos.timeline().ids)
    run(library.archive.archive(ids[3:]))
    real = ingest.walk

    def walk_and_act(root: Any, skip: Any) -> Any:
        found = list(real(root, skip))
        if not root.archive:  # listed before, noted after
            run(library.archive.archive(ids[:2]))
            run(library.archive.restore(ids[3:4]))
            yield from found
        else:
            yield from found
            run(library.archive.trash(ids[2:3]))

    monkeypatch.setattr(ingest, "walk", walk_and_act)
    index(library)
    monkeypatch.undo()
    assert counts(library) == {"present": 1, "archived": 3, "trashed": 1}
    assert index(library) == {}
    for id in ids:
        assert Path(library.photos.get(id).path).is_file()

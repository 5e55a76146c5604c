"""Indexing real files through the real worker process and encoder."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from photoorg import services
from photoorg.core.conditions import Conditions
from photoorg.core.errors import Cancelled, CannotError, UsageError
from photoorg.core.jobs import CancelToken, run
from photoorg.core.marks import Mark
from photoorg.core.types import Flag, IndexReport

Draw = Callable[..., Path]


@pytest.fixture
def library(tmp_path: Path) -> Iterator[services.Services]:
    with services.open(tmp_path / "catalog") as opened:
        yield opened


@pytest.fixture
def photos(tmp_path: Path, draw_photo: Draw) -> Path:
    folder = tmp_path / "photos"
    for seed in range(6):
        draw_photo(folder / f"{'ab'[seed % 2]}" / f"IMG_2021010{seed + 1}_120000.jpg", seed)
    return folder


def index(library: services.Services, folders: Sequence[Path] = ()) -> IndexReport:
    report = run(library.ingest.index([str(folder) for folder in folders]))
    assert isinstance(report, IndexReport)
    return report


def summary(report: IndexReport) -> dict[str, int]:
    names = ("added", "changed", "moved", "missing", "offline", "embedded")
    return {name: count for name in names if (count := getattr(report, name))}


def test_the_first_run_reads_everything_and_the_second_nothing(library: services.Services, photos: Path) -> None:
    assert summary(index(library, [photos])) == {"added": 6, "embedded": 6}
    timeline = library.photos.timeline()
    assert [photo.taken for photo in library.photos.many(timeline.ids)] == [
        f"2021-01-0{day}T12:00:00" for day in (6, 5, 4, 3, 2, 1)
    ]
    for size in (128, 384):
        thumbnails = library.photos.thumbnails(timeline.contents, size)
        assert len(thumbnails) == 6
        assert all(jpeg.startswith(b"\xff\xd8") for jpeg in thumbnails.values())
    assert summary(index(library)) == {}


def test_ratings_of_other_programs_become_marks_once(library: services.Services, photos: Path) -> None:
    first, second, third = sorted(photos.rglob("*.jpg"))[:3]
    for path, rating in ((first, 4), (second, -1)):
        path.with_suffix(".xmp").write_text(f'<x xmp:Rating="{rating}"/>')
    index(library, [photos])

    def mark(path: Path) -> Mark | None:
        (id,) = [photo.id for photo in library.photos.many(library.photos.timeline().ids) if photo.path == str(path)]
        return library.marks.of([id]).get(id)

    assert [mark(path) for path in (first, second, third)] == [Mark(4), Mark(0, Flag.REJECT), None]
    library.marks.rate([library.photos.timeline(Conditions(rating=4)).ids[0]], 0)
    first.write_bytes(first.read_bytes() + b"edited")
    assert summary(index(library)) == {"changed": 1, "embedded": 1}
    assert mark(first) is None, "what was said here stays"


def test_a_renamed_folder_is_moved_without_embedding(library: services.Services, photos: Path) -> None:
    index(library, [photos])
    before = {photo.id: photo.content for photo in library.photos.many(library.photos.timeline().ids)}
    (photos / "a").rename(photos / "trip")
    assert summary(index(library)) == {"moved": 3}
    after = {photo.id: photo.content for photo in library.photos.many(library.photos.timeline().ids)}
    assert after == before


def test_edits_copies_and_deletions(library: services.Services, photos: Path, draw_photo: Draw) -> None:
    index(library, [photos])
    draw_photo(photos / "a" / "IMG_20210101_120000.jpg", seed=50)
    shutil.copy(photos / "b" / "IMG_20210102_120000.jpg", photos / "copy.jpg")
    (photos / "b" / "IMG_20210104_120000.jpg").unlink()
    assert summary(index(library)) == {"added": 1, "changed": 1, "missing": 1, "embedded": 1}
    assert library.status().photos == {"present": 6, "archived": 0, "trashed": 0, "missing": 1, "offline": 0}


def test_a_bad_file_is_listed_once_and_retried_when_it_changes(
    library: services.Services, photos: Path, draw_photo: Draw
) -> None:
    bad = photos / "bad.jpg"
    bad.write_bytes(b"")
    report = index(library, [photos])
    assert [os.path.basename(failure.path) for failure in report.failed] == ["bad.jpg"]
    assert report.failed[0].reason.endswith(".")
    assert summary(index(library)) == {}
    assert [failure.path for failure in library.status().failed] == [str(bad)]
    draw_photo(bad, seed=9)
    report = index(library)
    assert summary(report) == {"added": 1, "embedded": 1}
    assert report.failed == []


def test_an_absent_root_is_offline_and_comes_back_whole(library: services.Services, photos: Path) -> None:
    index(library, [photos])
    ids = list(library.photos.timeline().ids)
    photos.rename(photos.with_name("elsewhere"))
    assert summary(index(library)) == {"offline": 6}
    assert len(library.photos.timeline().ids) == 0
    photos.with_name("elsewhere").rename(photos)
    assert summary(index(library)) == {}
    assert list(library.photos.timeline().ids) == ids


def test_a_stopped_run_keeps_what_it_read(library: services.Services, photos: Path) -> None:
    cancel = CancelToken()
    job = library.ingest.index([str(photos)], cancel)
    for progress in job:
        if progress.phase == "reading":
            break
    cancel.cancel()
    with pytest.raises(Cancelled):
        run(job)
    left = library.status().pending
    assert summary(index(library)) == {"added": left, "embedded": left}
    assert library.status().photos["present"] == 6


def test_nothing_to_index_and_no_such_folder(library: services.Services, tmp_path: Path) -> None:
    with pytest.raises(CannotError, match="No folder has been added"):
        index(library)
    with pytest.raises(UsageError, match="There is no folder"):
        index(library, [tmp_path / "nothing"])
    assert library.roots.list() == []


def test_the_catalog_inside_a_root_is_not_indexed(tmp_path: Path, draw_photo: Draw) -> None:
    draw_photo(tmp_path / "1.jpg", 1)
    with services.open(tmp_path / "catalog") as library:
        draw_photo(tmp_path / "catalog" / "2.jpg", 2)
        assert summary(index(library, [tmp_path])) == {"added": 1, "embedded": 1}

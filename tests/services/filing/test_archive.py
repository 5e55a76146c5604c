"""Archive, trash, restore, delete: what moves where, what is left alone, and what is said of it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from photoorg.core.errors import CannotError, UsageError
from photoorg.core.types import State
from photoorg.services.filing.names import free_names, numbered
from tests.services.filing.library import Library, reasons


def test_archiving_moves_a_photo_with_what_belongs_to_it(library: Library) -> None:
    photo = library.id("2024/IMG_1.jpg")
    before = library.tree()
    report = library.do("archive", [photo])
    assert [(m.id, m.source, m.to) for m in report.photos] == [
        (photo, str(library.root / "2024/IMG_1.jpg"), str(library.base / "Archive/2024/05/IMG_1.jpg"))
    ]
    assert report.bytes == 300 + 500 + 40
    after = library.tree()
    for name in ("IMG_1.jpg", "IMG_1.CR2", "IMG_1.jpg.xmp"):
        assert after[f"Archive/2024/05/{name}"] == before[f"photos/2024/{name}"]
        assert f"photos/2024/{name}" not in after
    assert library.state(photo) == "archived"
    assert photo not in library.catalog.photos.timeline().ids
    assert library.catalog.photos.searchable(states=(State.ARCHIVED,))
    companions = [os.path.basename(path) for path in library.catalog.photos.companions(photo)]
    assert companions == ["IMG_1.CR2", "IMG_1.jpg.xmp"]


def test_a_dry_run_tells_the_same_and_touches_nothing(library: Library) -> None:
    before, rows = library.tree(), library.rows()
    plan = library.do("archive", library.ids(), dry_run=True)
    assert (library.tree(), library.rows(), library.history()) == (before, rows, [])
    assert library.catalog.roots.archives() == []
    done = library.do("archive", library.ids())
    assert (plan.photos, plan.bytes, plan.skipped) == (done.photos, done.bytes, done.skipped)
    assert plan.action is None
    for what in ("trash", "restore", "delete"):
        seen = library.tree()
        library.do(what, library.ids(), dry_run=True)
        assert library.tree() == seen


def test_photos_of_one_name_never_overwrite_each_other(library: Library) -> None:
    before = {data for data in library.tree().values() if data}
    report = library.do("archive", library.ids(), to=str(library.base / "away"))
    names = sorted(os.path.basename(moved.to or "") for moved in report.photos)
    assert names == sorted(
        ["IMG_1.jpg", "IMG_1 (2).jpg", "IMG_2.jpg", "IMG_9.heic", "--help; rm -rf .jpg", "<b>bold.png"]
    )
    assert {data for data in library.tree().values() if data} == before
    owner = next(moved.id for moved in report.photos if moved.source.endswith("2024/IMG_1.jpg"))
    stem = Path(library.path(owner)).stem
    assert {Path(path).name for path in library.catalog.photos.companions(owner)} == {
        f"{stem}.CR2",
        f"{stem}.jpg.xmp",
    }


def test_a_file_in_the_way_stays(library: Library) -> None:
    foreign = library.base / "Archive/2024/05/IMG_2.jpg"
    foreign.parent.mkdir(parents=True)
    foreign.write_bytes(b"mine")
    library.do("archive", [library.id("2024/IMG_2.jpg")])
    assert foreign.read_bytes() == b"mine"
    assert (foreign.parent / "IMG_2 (2).jpg").exists()


def test_trash_restore_and_back_to_the_archive(library: Library) -> None:
    photo = library.id("live/IMG_9.heic")
    before = library.tree()
    library.do("trash", [photo])
    assert library.path(photo) == "photos/.photoorg-trash/live/IMG_9.heic"
    assert "photos/.photoorg-trash/live/IMG_9.MOV" in library.files()
    library.do("restore", [photo])
    assert library.tree() == before
    assert library.state(photo) == "present"
    library.do("archive", [photo])
    library.do("trash", [photo])
    assert library.path(photo) == "Archive/.photoorg-trash/2024/05/IMG_9.heic"
    library.do("restore", [photo])
    assert (library.state(photo), library.path(photo)) == ("archived", "Archive/2024/05/IMG_9.heic")
    library.do("restore", [photo])
    assert library.state(photo) == "present"
    assert library.tree() == before


def test_restoring_elsewhere_and_where_something_lies(library: Library) -> None:
    one, two = library.id("2024/IMG_1.jpg"), library.id("2024/IMG_2.jpg")
    library.do("archive", [one, two])
    (library.root / "2024/IMG_1.jpg").write_bytes(b"another picture")
    report = library.do("restore", [one])
    assert report.photos[0].to == str(library.root / "2024/IMG_1 (2).jpg")
    assert (library.root / "2024/IMG_1 (2).jpg.xmp").exists()
    assert (library.root / "2024/IMG_1.jpg").read_bytes() == b"another picture"
    library.do("restore", [two], to=str(library.root / "new place"))
    assert library.path(two) == "photos/new place/IMG_2.jpg"
    with pytest.raises(UsageError, match="not in the library"):
        library.do("restore", [two], to=str(library.base))


def test_what_cannot_be_done_is_said(library: Library) -> None:
    one, two, three = library.ids()[:3]
    library.do("archive", [one])
    library.do("trash", [two])
    Path(library.catalog.photos.get(three).path).unlink()
    report = library.do("archive", [one, two, three, 999])
    assert report.photos == []
    assert report.action is None
    assert "in the archive already" in reasons(report.skipped)
    assert "in the trash" in reasons(report.skipped)
    assert "There is no file" in reasons(report.skipped)
    assert "no such photo" in reasons(report.skipped)
    assert len(library.history()) == 2


def test_what_was_put_away_by_hand_cannot_go_back_by_itself(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    photo = library.id("2024/IMG_2.jpg")
    library.do("archive", [photo])
    monkeypatch.setattr(type(library.catalog.moves), "origin", lambda moves, id: [])
    said = reasons(library.do("restore", [photo]).skipped)
    assert "where it was is not known" in said
    assert "--" not in said, "the window tells it too"
    assert library.state(photo) == "archived"


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_link_is_left_alone(library: Library) -> None:
    (library.root / "link.jpg").symlink_to("2024/IMG_2.jpg")
    library.take_in()
    report = library.do("archive", [library.id("link.jpg")])
    assert "is a link" in reasons(report.skipped)
    assert (library.root / "link.jpg").is_symlink()


def test_the_archive_keeps_out_of_the_library_and_of_itself(library: Library) -> None:
    photo = library.id("2024/IMG_2.jpg")
    for folder, why in (
        (library.root / "2023", "photos there"),
        (library.base, "library's folder"),
        (library.base / "catalog/x", "cannot be"),
        (library.root / ".photoorg-trash", "cannot be"),
    ):
        with pytest.raises(UsageError, match=why):
            library.do("archive", [photo], to=str(folder))
    library.do("archive", [photo], to=str(library.root / "put away"))
    assert library.state(photo) == "archived"
    with pytest.raises(UsageError, match="belongs to the archive"):
        library.catalog.roots.add(str(library.root / "put away"))


def test_the_pattern_is_a_setting(library: Library) -> None:
    photo = library.id("live/IMG_9.heic")
    library.catalog.set("archive_pattern", "{year}-{day}/{folder}")
    library.catalog.set("archive", str(library.base / "safe"))
    library.do("archive", [photo])
    assert library.path(photo) == "safe/2024-06/live/IMG_9.heic"
    for pattern in ("{colour}", "../{year}", "/tmp"):
        library.catalog.set("archive_pattern", pattern)
        with pytest.raises(UsageError, match="makes no folder"):
            library.do("archive", [library.id("2024/IMG_2.jpg")])


def test_deleting_is_for_good_and_takes_companions(library: Library) -> None:
    one, two = library.id("2024/IMG_1.jpg"), library.id("live/IMG_9.heic")
    library.do("trash", [two])
    report = library.do("delete", [one, two])
    assert [moved.to for moved in report.photos] == [None, None]
    assert not [name for name in library.files() if "IMG_9" in name or "2024/IMG_1" in name]
    assert library.catalog.photos.get(one) is None
    assert [(action.kind, action.reversible) for action in library.history()] == [("delete", False), ("trash", False)]
    with pytest.raises(CannotError, match="nothing to undo"):
        library.undo()


def test_a_file_that_changed_is_not_deleted(library: Library) -> None:
    photo = library.id("2024/IMG_2.jpg")
    path = Path(library.catalog.photos.get(photo).path)
    original = library.catalog.moves.plan

    def plan_then_edit(*args: object) -> None:
        original(*args)
        path.write_bytes(b"edited in the very moment")

    library.catalog.moves.plan = plan_then_edit
    report = library.do("delete", [photo])
    assert "changed meanwhile" in reasons(report.skipped)
    assert path.read_bytes() == b"edited in the very moment"
    assert library.history() == []


def test_emptying_hands_files_to_the_system(library: Library, own_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    handed: list[str] = []

    def take(path: str) -> None:
        handed.append(os.path.relpath(path, library.base))
        Path(path).unlink()

    monkeypatch.setattr("photoorg.services.filing.remover._WAYS", {"empty": take})
    library.do("trash", [library.id("live/IMG_9.heic"), library.id("2024/IMG_2.jpg")])
    report = library.do("empty")
    assert len(report.photos) == 2
    assert sorted(handed) == [
        "photos/.photoorg-trash/2024/IMG_2.jpg",
        "photos/.photoorg-trash/live/IMG_9.MOV",
        "photos/.photoorg-trash/live/IMG_9.heic",
    ]
    assert not (library.root / ".photoorg-trash").exists()
    assert library.history()[0].what == "Emptied the trash of 2 photos"
    assert not library.history()[0].reversible


def test_names_are_numbered_together() -> None:
    assert numbered(["a.jpg", "a.xmp", "A.jpg.xmp", "b"], 2) == ["a (2).jpg", "a (2).xmp", "A (2).jpg.xmp", "b (2)"]


def test_free_names_mind_what_is_planned(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(b"")
    taken = {str(tmp_path / "a (2).jpg").casefold()}
    assert free_names(str(tmp_path), ["a.jpg"], taken) == ["a (3).jpg"]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux file names hold any byte")
def test_names_of_any_bytes_go_and_come_back(library: Library) -> None:
    names = [b"caf\xe9\xff.jpg", b"line\nend.jpg", b"-rf.jpg", b"$(reboot).jpg", b"'; DROP TABLE photos; --.jpg"]
    for number, name in enumerate(names):
        Path(os.fsdecode(os.fsencode(library.root) + b"/" + name)).write_bytes(b"%d" % number)
    library.take_in()
    before = library.tree()
    report = library.do("archive", library.ids())
    assert (len(report.photos), report.skipped) == (11, [])
    moved = {os.path.basename(os.fsencode(item.to or "")) for item in report.photos}
    assert set(names) <= moved
    library.do("trash", library.ids())
    library.undo(2)
    assert library.tree() == before


def test_the_size_of_many_photos_is_known_without_looking_at_the_disk(library: Library) -> None:
    photos = [library.id("2024/IMG_1.jpg"), library.id("2023/IMG_1.jpg")]
    library.root.rename(library.base / "gone")
    assert library.services.photos.size_of(photos) == 500, "companions are not counted"
    assert library.services.photos.size_of([*photos * 2, 99_999]) == 500
    assert library.services.photos.size_of([]) == 0

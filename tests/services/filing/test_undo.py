"""Undo and redo of file actions: any number of steps, after a restart, and beside other kinds of actions."""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path

import pytest

from photoorg.core import disk
from photoorg.core.errors import CannotError, UsageError
from photoorg.core.marks import Mark
from tests.services.filing.library import Library, reasons


def test_undo_and_redo_walk_back_and_forth(library: Library) -> None:
    ids = library.ids()
    states = [(library.tree(), library.rows())]
    library.do("archive", ids[:3])
    states.append((library.tree(), library.rows()))
    library.do("trash", ids[2:])
    states.append((library.tree(), library.rows()))
    library.do("restore", ids[1:4])
    states.append((library.tree(), library.rows()))
    for back in (2, 1, 0):
        library.undo()
        library.reopen()
        assert (library.tree(), library.rows()) == states[back]
    with pytest.raises(CannotError, match="nothing to undo"):
        library.undo()
    library.redo(2)
    assert (library.tree(), library.rows()) == states[2]
    library.redo(5)
    assert (library.tree(), library.rows()) == states[3]
    library.undo(3)
    assert (library.tree(), library.rows()) == states[0]


def test_a_changed_photo_stays_and_the_others_come_back(library: Library) -> None:
    one, two = library.id("2024/IMG_1.jpg"), library.id("2024/IMG_2.jpg")
    library.do("archive", [one, two, library.id("live/IMG_9.heic")])
    changed = Path(library.catalog.photos.get(one).path)
    status = changed.stat()
    changed.write_bytes(b"X" * status.st_size)
    os.utime(changed, ns=(status.st_atime_ns, status.st_mtime_ns))  # the bytes tell, not the times
    found = library.undo()
    assert [left.id for left in found.skipped] == [one]
    assert "was changed since" in reasons(found.skipped)
    assert changed.read_bytes() == b"X" * status.st_size
    assert (library.state(one), library.state(two)) == ("archived", "present")
    assert "Archive/2024/05/IMG_1.jpg.xmp" in library.files()
    library.redo()
    assert library.state(two) == "archived"


def test_where_nothing_can_be_undone_it_says_why_and_goes_on_to_the_one_before(library: Library) -> None:
    one, two = library.id("2024/IMG_1.jpg"), library.id("2024/IMG_2.jpg")
    library.do("archive", [two])
    library.do("archive", [one])
    Path(library.catalog.photos.get(one).path).write_bytes(b"changed")
    with pytest.raises(CannotError, match=r"cannot be undone.*was changed since"):
        library.undo()
    assert library.state(one) == "archived"
    library.undo()
    assert library.state(two) == "present"
    assert [action.reversible for action in library.history()] == [False, True]


def test_undo_never_overwrites(library: Library) -> None:
    photo = library.id("2024/IMG_1.jpg")
    library.do("archive", [photo])
    (library.root / "2024/IMG_1.jpg").write_bytes(b"a new one")
    library.undo()
    assert (library.root / "2024/IMG_1.jpg").read_bytes() == b"a new one"
    assert library.path(photo) == "photos/2024/IMG_1 (2).jpg"
    assert (library.root / "2024/IMG_1 (2).jpg.xmp").exists()
    library.redo()
    assert library.path(photo) == "Archive/2024/05/IMG_1.jpg"
    library.undo()
    assert library.path(photo) == "photos/2024/IMG_1 (2).jpg"


def test_emptied_photos_do_not_come_back_the_others_do(library: Library) -> None:
    one, two = library.id("2024/IMG_1.jpg"), library.id("2024/IMG_2.jpg")
    library.do("trash", [one, two])
    library.do("delete", [two])
    found = library.undo()
    assert [action.kind for action in found.actions] == ["trash"]
    assert library.state(one) == "present"
    assert library.catalog.photos.get(two) is None


def test_one_undo_for_files_and_rows(library: Library) -> None:
    photo, marks = library.id("2024/IMG_2.jpg"), library.services.marks
    library.do("archive", [photo])
    marks.rate([photo], 5)
    library.do("restore", [photo])
    found = library.undo(3)
    said = ["Restored 1 photo", "Gave 1 photo 5 stars", "Archived 1 photo"]
    assert [action.what for action in found.actions] == said
    assert marks.of([photo]) == {}
    library.redo(2)
    assert (marks.of([photo]), library.state(photo)) == ({photo: Mark(5)}, "archived")


def test_a_count_is_a_number(library: Library) -> None:
    with pytest.raises(UsageError):
        library.undo(0)
    with pytest.raises(CannotError, match="nothing to redo"):
        library.redo()


def test_a_new_name_is_followed_through_the_actions_before(library: Library) -> None:
    photo = library.id("2024/IMG_1.jpg")
    before = library.tree()
    library.do("archive", [photo])
    library.do("trash", [photo])
    blocker = library.base / "Archive/2024/05/IMG_1.jpg"
    blocker.write_bytes(b"in the way")
    library.undo()
    assert library.path(photo) == "Archive/2024/05/IMG_1 (2).jpg"
    library.undo()
    blocker.unlink()
    for folder in ("2024/05", "2024", ""):
        (library.base / "Archive" / folder).rmdir()
    assert library.tree() == before
    library.redo(2)
    assert library.state(photo) == "trashed"


def test_undo_can_be_asked_for_again_where_a_disk_failed(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    before = library.tree()
    library.do("archive", library.ids()[:4])
    failing = [3]

    def watch(point: str) -> None:
        if point == "before rename" and failing[0]:
            failing[0] -= 1
            raise OSError(errno.EACCES, "forbidden")

    monkeypatch.setattr(disk, "watch", watch)
    found = library.undo()
    assert "not allowed to write" in reasons(found.skipped)
    assert library.history()[0].state == "done"
    assert library.undo().skipped == []
    assert library.tree() == before


def test_removing_a_folder_stands_in_the_history_and_cannot_be_undone(library: Library) -> None:
    library.do("archive", [library.id("2024/IMG_2.jpg")])
    before = library.tree()
    root = library.services.roots.list()[0]
    assert library.services.roots.remove(root.id) == 5
    assert library.tree() == before
    newest, archived = library.history()
    assert (newest.kind, newest.photos, newest.reversible) == ("root", 5, False)
    assert str(library.root) in newest.what
    assert not archived.reversible
    with pytest.raises(CannotError, match="nothing to undo"):
        library.undo()


def test_a_copy_that_the_person_made_stays(library: Library) -> None:
    photo = library.id("2024/IMG_1.jpg")
    library.do("archive", [photo])
    copy = library.root / "2024/IMG_1.jpg"
    shutil.copy2(library.catalog.photos.get(photo).path, copy)
    library.undo()
    assert library.path(photo) == "photos/2024/IMG_1 (2).jpg"
    assert copy.read_bytes() == (library.root / "2024/IMG_1 (2).jpg").read_bytes()

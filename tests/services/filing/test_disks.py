"""Real disks that are full, write-protected, or pulled out; and a clock that goes backwards."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from photoorg.catalog import journal
from photoorg.core import disk
from tests.services.filing.library import Library, reasons

Mount = Callable[..., Path]


@pytest.fixture
def drive(tmp_path: Path) -> Iterator[Mount]:
    """Mounts a small file system in memory; gives where."""
    places = []

    def mount(options: str, inside: Path = tmp_path) -> Path:
        place = inside / "drive"
        place.mkdir()
        places.append(place)
        command = ["mount", "-t", "tmpfs", "-o", options, "photoorg-test", str(place)]
        if sys.platform != "linux" or subprocess.run(command, capture_output=True, check=False).returncode:
            pytest.skip("mounting a small disk needs Linux and the rights of its administrator")
        return place

    yield mount
    for place in places:
        while os.path.ismount(place):
            subprocess.run(["umount", str(place)], check=True)


def big(library: Library, name: str, size: int) -> int:
    path = library.root / name
    path.write_bytes(name.encode() + os.urandom(size))
    library.take_in()
    return library.id(name)


def test_a_full_disk_leaves_everything_where_it_was(library: Library, drive: Mount) -> None:
    place = drive("size=512k")
    photo, small = big(library, "big.jpg", 2_000_000), library.id("2024/IMG_2.jpg")
    before = library.tree()
    report = library.do("archive", [photo, small], to=str(place / "Archive"))
    assert "no space left" in reasons(report.skipped)
    assert [moved.id for moved in report.photos] == [small]
    after = library.tree()
    assert after["photos/big.jpg"] == before["photos/big.jpg"]
    assert [name for name in library.files() if name.startswith("drive")] == ["drive/Archive/2024/05/IMG_2.jpg"]
    library.undo()
    assert library.files() == set(before) - {name for name in before if before[name] is None}


def test_a_photo_and_its_companions_move_whole_or_not_at_all(library: Library, drive: Mount) -> None:
    place = drive("size=512k")
    (library.root / "2024/IMG_1.CR2").write_bytes(os.urandom(2_000_000))  # its photo fits, it does not
    library.take_in()
    before = library.tree()
    report = library.do("archive", [library.id("2024/IMG_1.jpg")], to=str(place / "Archive"))
    assert report.photos == []
    assert "no space left" in reasons(report.skipped)
    assert {name: found for name, found in library.tree().items() if found} == {
        name: found for name, found in before.items() if found
    }


def test_across_volumes_and_back(library: Library, drive: Mount) -> None:
    place = drive("size=8m")
    before = library.tree()
    report = library.do("archive", library.ids(), to=str(place / "Archive"))
    assert (len(report.photos), report.skipped) == (6, [])
    moved = {Path(name).name: found for name, found in library.tree().items() if name.startswith("drive") and found}
    assert moved["IMG_9.MOV"] == before["photos/live/IMG_9.MOV"], "bytes, times and permissions"
    library.reopen()
    library.undo()
    assert library.tree() == before


def test_a_write_protected_disk(library: Library, drive: Mount) -> None:
    place = drive("size=1m")
    subprocess.run(["mount", "-o", "remount,ro", str(place)], check=True)
    before = library.tree()
    report = library.do("archive", library.ids(), to=str(place / "Archive"))
    assert len(report.skipped) == 6
    assert "can only be read" in reasons(report.skipped)
    assert library.tree() == before
    assert library.history() == []


def test_a_disk_that_is_pulled_out_in_the_middle(
    library: Library, drive: Mount, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = drive("size=8m")
    library.do("archive", [library.id("2023/IMG_1.jpg")], to=str(place / "Archive"))
    before = library.tree()
    copies = []

    def watch(point: str) -> None:
        if point == "before create":
            copies.append(point)
            if len(copies) == 2:
                subprocess.run(["umount", "-l", str(place)], check=True)

    monkeypatch.setattr(disk, "watch", watch)
    ids = [id for id in library.ids() if library.state(id) == "present"]
    paths = {id: library.path(id) for id in ids}
    report = library.do("archive", ids, to=str(place / "Archive"))
    assert "is not here now" in reasons(report.skipped)
    left = {name: found for name, found in library.tree().items() if name.startswith("photos") and found}
    moved = {moved.id for moved in report.photos}
    assert moved
    assert len(moved) + len(report.skipped) == len(ids)
    for id in ids:
        assert (id in moved) != (paths[id] in left)
    assert all(before[name] == found for name, found in left.items())
    assert not [name for name in library.files() if name.startswith("drive")], "nothing on the empty mount point"


def test_a_folder_that_may_not_be_written(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    if hasattr(os, "geteuid") and not os.geteuid():
        # The administrator may write everywhere: the system's answer to everybody else, then.
        def refuse(point: str) -> None:
            if point == "before mkdir":
                raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(disk, "watch", refuse)
    else:
        (library.base / "Archive").mkdir(mode=0o500)
    before = library.tree()
    report = library.do("archive", library.ids())
    assert "not allowed to write" in reasons(report.skipped)
    assert library.tree() == before


def test_the_order_of_undo_is_not_the_clocks(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    one, two = library.id("2024/IMG_1.jpg"), library.id("2024/IMG_2.jpg")
    times = iter(["2030-01-01T00:00:00Z", "2020-01-01T00:00:00Z"])
    monkeypatch.setattr(journal, "_now", lambda: next(times))
    monkeypatch.setattr(time, "time", lambda: 0.0)
    library.do("archive", [one])
    library.do("archive", [two])
    assert [action.when[:4] for action in library.history()] == ["2020", "2030"]
    library.undo()
    assert (library.state(one), library.state(two)) == ("archived", "present")


def test_the_trash_is_on_the_volume_of_the_photo(library: Library, drive: Mount) -> None:
    place = drive("size=1m", library.root)
    (place / "trip").mkdir()
    (place / "trip" / "IMG_7.jpg").write_bytes(b"seven")
    library.take_in()
    photo = library.id("drive/trip/IMG_7.jpg")
    before = library.tree()
    assert library.do("trash", [photo]).skipped == []
    assert library.path(photo) == "photos/drive/.photoorg-trash/trip/IMG_7.jpg"
    library.undo()
    assert library.tree() == before

"""Drives that go, come back under another mount point, or are another drive than it seems."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from photoorg.catalog.moves import Spot
from photoorg.services.history import recover
from tests.services.filing.library import Library


class Drive:
    """A small ext4 file system in a file."""

    def __init__(self, image: Path) -> None:
        self.image = image
        with image.open("wb") as file:
            file.truncate(4 << 20)
        command = ["mkfs.ext4", "-q", "-F", str(image)]
        if sys.platform != "linux" or not shutil.which("mkfs.ext4") or subprocess.run(command, check=False).returncode:
            pytest.skip("making a drive needs Linux and mkfs.ext4")

    def mount(self, place: Path) -> None:
        place.mkdir(exist_ok=True)
        command = ["mount", "-o", "loop", str(self.image), str(place)]
        if subprocess.run(command, capture_output=True, check=False).returncode:
            pytest.skip("mounting a drive needs the rights of the administrator")


@pytest.fixture
def places(tmp_path: Path) -> Iterator[list[Path]]:
    made = [tmp_path / "media one", tmp_path / "media two"]
    yield made
    for place in made:
        while os.path.ismount(place):
            subprocess.run(["umount", str(place)], check=True)


def look(library: Library) -> None:
    """What indexing begins with, and whether roots are there."""
    for _ in recover(library.catalog):
        pass


def here(library: Library) -> list[bool]:
    roots = library.catalog.roots
    return [roots.is_here(root) for root in [*roots.all(), *roots.archives()]]


def unmount(place: Path) -> None:
    subprocess.run(["umount", str(place)], check=True)


def test_a_drive_is_found_under_another_mount_point(tmp_path: Path, places: list[Path]) -> None:
    drive = Drive(tmp_path / "drive.img")
    drive.mount(places[0])
    library = Library(tmp_path)
    away = str(places[0] / "Archive")
    ids = library.ids()
    library.do("archive", ids[:3], to=away)
    assert here(library) == [True, True]
    unmount(places[0])
    look(library)
    assert here(library) == [True, False]
    report = library.do("restore", ids[:1])
    assert "There is no file" in report.skipped[0].reason

    drive.mount(places[1])
    look(library)
    assert here(library) == [True, True]
    assert library.path(ids[0]).startswith("media two/Archive/")
    assert library.undo().skipped == []
    assert {library.state(id) for id in ids} == {"present"}
    library.services.close()


def test_another_drive_in_the_same_place_is_not_ours(tmp_path: Path, places: list[Path]) -> None:
    drive, other = Drive(tmp_path / "drive.img"), Drive(tmp_path / "other.img")
    drive.mount(places[0])
    library = Library(tmp_path)
    ids = library.ids()
    library.do("archive", ids, to=str(places[0] / "Archive"))
    unmount(places[0])
    other.mount(places[0])
    (places[0] / "Archive").mkdir()
    look(library)
    assert here(library) == [True, False]
    result: Any = library.services.status().photos
    assert result["archived"] == 6
    unmount(places[0])
    drive.mount(places[0])
    look(library)
    assert here(library) == [True, True]
    library.services.close()


def test_photos_moved_to_a_new_drive_are_taken_over(tmp_path: Path, places: list[Path]) -> None:
    drive, new = Drive(tmp_path / "drive.img"), Drive(tmp_path / "new.img")
    drive.mount(places[0])
    library = Library(tmp_path)
    library.do("archive", library.ids(), to=str(places[0] / "Archive"))
    new.mount(places[1])
    shutil.copytree(places[0] / "Archive", places[1] / "Archive")
    for place in places:
        unmount(place)
    new.mount(places[0])
    look(library)
    assert here(library) == [True, True]
    assert library.undo().skipped == []
    library.services.close()


def test_an_unplugged_drive_marks_nothing_missing(tmp_path: Path, places: list[Path]) -> None:
    drive = Drive(tmp_path / "drive.img")
    drive.mount(places[0])
    library = Library(tmp_path)
    library.do("archive", library.ids(), to=str(places[0] / "Archive"))
    archive = library.catalog.roots.archives()[0]
    unmount(places[0])
    (places[0] / "Archive").mkdir()  # on the empty mount point
    look(library)
    assert not library.catalog.roots.is_here(archive)
    assert library.catalog.photos.place(1) == (archive.id, library.catalog.moves.of(1)[0][0].target.rel)
    assert Spot(*library.catalog.photos.place(1)).root == archive.id
    library.services.close()

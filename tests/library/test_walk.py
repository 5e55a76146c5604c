"""The walk over a root, on real folders."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from photoorg.core.errors import UsageError
from photoorg.core.paths import existing_folder
from photoorg.core.types import FoundFile, Root
from photoorg.library.walk import UnreadableFolder, walk


def make(folder: Path, *names: str) -> Root:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(name.encode())
    return Root(1, str(folder))


def found(root: Root) -> dict[str, FoundFile]:
    return {item.rel: item for item in walk(root) if isinstance(item, FoundFile)}


def test_pictures_of_all_folders_in_sorted_order(tmp_path: Path) -> None:
    root = make(tmp_path, "b/2.JPG", "a/1.png", "3.heic", "notes.txt", "a/movie.mp4", "a/z/4.webp")
    assert [item.rel for item in walk(root)] == ["3.heic", "a/1.png", "a/z/4.webp", "b/2.JPG"]


def test_hidden_and_foreign_folders_are_left_out(tmp_path: Path) -> None:
    root = make(tmp_path, ".thumbnails/1.jpg", "._2.jpg", "@eaDir/3.jpg", ".photoorg-trash/4.jpg", "5.jpg")
    assert list(found(root)) == ["5.jpg"]


def test_excluded_by_name_and_by_path(tmp_path: Path) -> None:
    make(tmp_path, "a/cache/1.jpg", "a/2.jpg", "b/2.jpg", "c/thumb_3.jpg")
    root = Root(1, str(tmp_path), ("cache", "b/*", "thumb_*"))
    assert list(found(root)) == ["a/2.jpg"]


def test_skipped_folder_is_not_entered(tmp_path: Path) -> None:
    root = make(tmp_path, "catalog/1.jpg", "2.jpg")
    assert [item.rel for item in walk(root, skip=(str(tmp_path / "catalog"),))] == ["2.jpg"]


def test_companions_belong_to_the_photo(tmp_path: Path) -> None:
    root = make(tmp_path, "IMG_1.JPG", "IMG_1.CR2", "IMG_1.mov", "img_1.xmp", "IMG_1.JPG.xmp", "IMG_1.AAE")
    files = found(root)
    assert list(files) == ["IMG_1.JPG"]
    assert sorted(files["IMG_1.JPG"].companions) == [
        "IMG_1.AAE",
        "IMG_1.CR2",
        "IMG_1.JPG.xmp",
        "IMG_1.mov",
        "img_1.xmp",
    ]


def test_of_two_pictures_of_one_name_the_first_has_the_companions(tmp_path: Path) -> None:
    files = found(make(tmp_path, "a.heic", "a.jpg", "a.mov"))
    assert files["a.heic"].companions == ("a.mov",)
    assert files["a.jpg"].companions == ()


def test_raw_alone_is_a_photo(tmp_path: Path) -> None:
    assert list(found(make(tmp_path, "DSC_1.NEF", "DSC_1.xmp"))) == ["DSC_1.NEF"]


@pytest.mark.skipif(sys.platform == "win32", reason="symbolic links need rights on Windows")
def test_a_loop_of_links_ends(tmp_path: Path) -> None:
    root = make(tmp_path, "a/1.jpg")
    (tmp_path / "a" / "back").symlink_to(tmp_path)
    (tmp_path / "broken.jpg").symlink_to(tmp_path / "nowhere.jpg")
    assert list(found(root)) == ["a/1.jpg"]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux file names hold any byte")
def test_a_name_that_is_no_text_comes_through(tmp_path: Path) -> None:
    name = b"caf\xe9\xff.jpg"
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_bytes(b"x")
    (rel,) = found(Root(1, str(tmp_path)))
    assert os.fsencode(rel) == name


def test_a_vanished_folder_is_reported(tmp_path: Path) -> None:
    (item,) = walk(Root(1, str(tmp_path / "gone")))
    assert isinstance(item, UnreadableFolder)
    assert item.reason == "The folder cannot be opened: No such file or directory."


def test_existing_folder_refuses_files_and_nothing(tmp_path: Path) -> None:
    (tmp_path / "1.jpg").write_bytes(b"")
    assert existing_folder(str(tmp_path)) == str(tmp_path)
    for name in ("1.jpg", "nothing"):
        with pytest.raises(UsageError, match="There is no folder"):
            existing_folder(str(tmp_path / name))

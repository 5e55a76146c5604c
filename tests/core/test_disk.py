"""The module through which everything on a disk is changed: what it promises, and that nothing goes around it."""

from __future__ import annotations

import ast
import errno
import os
import sys
from pathlib import Path

import pytest

from photoorg.core import disk, renaming
from photoorg.core.hashing import hash_file

PACKAGE = Path(disk.__file__).resolve().parents[1]
#: What changes a file system: functions of os and shutil, and methods of Path.
FUNCTIONS = {
    *("rename", "renames", "replace", "unlink", "remove", "removedirs", "rmdir", "rmtree", "mkdir", "makedirs"),
    *("link", "symlink", "truncate", "utime", "chmod", "chown", "setxattr", "fsync", "copyfile", "copy", "copy2"),
    *("move", "copytree", "copystat"),
}
METHODS = {*("touch", "write_bytes", "write_text", "symlink_to", "hardlink_to", "unlink", "rmdir", "mkdir", "chmod")}
#: Modules that write files of their own, in folders of their own: reports, downloads, what can be made again.
OWN_FILES = (
    *("bench", "training", "ui", "services/demo", "services/lab"),
    *(
        "services/worker/isolation.py",
        "services/profiles/download.py",
        "services/profiles/pulling.py",
        "services/search/background_words.py",
    ),
    "embed",
)


@pytest.fixture
def points(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    seen: list[str] = []
    monkeypatch.setattr(disk, "watch", seen.append)
    return seen


def test_nothing_goes_around_it() -> None:
    around = []
    for file in sorted(PACKAGE.rglob("*.py")):
        name = file.relative_to(PACKAGE).as_posix()
        if name in ("core/disk.py", "core/renaming.py") or name.startswith(OWN_FILES):
            continue
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
                continue
            owner, called = ast.unparse(node.func.value), node.func.attr
            # Text has a replace as well, and clusters a rename, with two arguments where a path's have one.
            of_path = called in METHODS or (called in ("replace", "rename") and len(node.args) == 1)
            if (owner in ("os", "shutil") and called in FUNCTIONS) or (of_path and owner != "disk"):
                around.append(f"{name} {ast.unparse(node.func)}")
    # The data of an index: checked whenever it is opened, and made anew from the catalog.
    assert around == ["index/matrix.py path.touch"]


def test_rename_passes_both_points_and_moves(tmp_path: Path, points: list[str]) -> None:
    (tmp_path / "a").write_bytes(b"A")
    disk.rename(str(tmp_path / "a"), str(tmp_path / "b"))
    assert points == ["before rename", "after rename"]
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("b", b"A")]


@pytest.mark.parametrize("way", [renaming.rename_new, renaming._link, renaming._placeholder])
def test_no_way_of_renaming_overwrites(tmp_path: Path, way: renaming.Rename) -> None:
    for name in "ab":
        (tmp_path / name).write_bytes(name.encode())
    with pytest.raises(FileExistsError):
        way(str(tmp_path / "a"), str(tmp_path / "b"))
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a": b"a", "b": b"b"}
    way(str(tmp_path / "a"), str(tmp_path / "c"))
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"c": b"a", "b": b"b"}


@pytest.mark.parametrize("ways", [1, 2])
def test_a_file_system_that_lacks_a_call_gets_the_next_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ways: int
) -> None:
    def lacking(source: str, target: str) -> None:
        raise OSError(errno.EINVAL, "not here")

    monkeypatch.setattr(renaming, "_system_call", lambda: lacking)
    if ways == 2:
        monkeypatch.setattr(renaming, "_link", lacking)
    (tmp_path / "a").write_bytes(b"A")
    disk.rename(str(tmp_path / "a"), str(tmp_path / "b"))
    assert (tmp_path / "b").read_bytes() == b"A"
    assert not (tmp_path / "a").exists()


def test_a_failing_rename_leaves_both_places(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        disk.rename(str(tmp_path / "nothing"), str(tmp_path / "b"))
    (tmp_path / "a").write_bytes(b"A")
    with pytest.raises(FileNotFoundError):
        disk.rename(str(tmp_path / "a"), str(tmp_path / "no" / "folder"))
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_a_copy_keeps_times_permissions_and_attributes(tmp_path: Path) -> None:
    source, target = tmp_path / "a", tmp_path / "b"
    source.write_bytes(os.urandom(3_000_000))
    source.chmod(0o640)
    marked = sys.platform == "linux"
    if marked:
        try:
            os.setxattr(source, "user.rating", b"5")
        except OSError:
            marked = False
    os.utime(source, ns=(1_500_000_000_000_000_001, 1_400_000_000_123_456_789))
    digest = disk.copy(str(source), str(target))
    assert digest == hash_file(str(source)) == disk.read_back(str(target))
    status = target.stat()
    assert status.st_mtime_ns == source.stat().st_mtime_ns
    assert status.st_mode == source.stat().st_mode
    if marked:
        assert os.getxattr(target, "user.rating") == b"5"


def test_a_copy_never_overwrites_and_leaves_nothing_half(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in "ab":
        (tmp_path / name).write_bytes(name.encode())
    with pytest.raises(FileExistsError):
        disk.copy(str(tmp_path / "a"), str(tmp_path / "b"))
    assert (tmp_path / "b").read_bytes() == b"b"

    def full(point: str) -> None:
        if point == "before fsync":
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(disk, "watch", full)
    with pytest.raises(OSError, match="No space"):
        disk.copy(str(tmp_path / "a"), str(tmp_path / "c"))
    assert not (tmp_path / "c").exists()


def test_folders_are_made_and_named(tmp_path: Path) -> None:
    wanted = tmp_path / "2024" / "05"
    assert disk.make_folders(str(wanted)) == [str(tmp_path / "2024"), str(wanted)]
    assert disk.make_folders(str(wanted)) == []
    (wanted / "a").write_bytes(b"")
    assert not disk.remove_folder(str(wanted))
    (wanted / "a").unlink()
    assert disk.remove_folder(str(wanted))
    assert not disk.remove_folder(str(wanted))

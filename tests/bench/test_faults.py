"""The fault bench: nothing is lost over some seeds of every scene, and it would notice if something were."""

from __future__ import annotations

import os
import sys
from typing import Any

import pytest

from photoorg.bench import faults
from photoorg.core import disk
from photoorg.core.errors import CannotError

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither fork nor SIGKILL")


def test_nothing_is_lost_whatever_strikes() -> None:
    result: dict[str, Any] = faults.run(faults=36, seed=20_000)
    assert (result["originals_lost"], result["disagreements"], result["broken"]) == (0, 0, [])
    assert result["faults"] >= 36
    passed = {name: set(points) for name, points in result["points"].items()}
    assert set(passed) == {
        "archive",
        "trash",
        "delete",
        "restore",
        "undo",
        "redo",
        "index",
        "switch",
        "torn",
        "migration",
    }
    for name in ("archive", "restore", "undo"):
        assert {"before rename", "after rename", "before commit", "after commit", "before fsync"} <= passed[name]
    assert {"before create", "after write", "before attributes", "before unlink"} <= passed["archive"], "across volumes"
    assert {"before replace", "after fsync", "before commit"} <= passed["index"]
    assert {"before backup", "after replace", "after commit"} <= passed["migration"]
    assert "0 originals lost" in faults.describe(result)


def test_it_notices_a_file_that_is_removed_before_it_is_copied(monkeypatch: pytest.MonkeyPatch) -> None:
    def careless(source: str, target: str) -> None:
        with open(source, "rb") as file:
            data = file.read()
        with disk.guarded("unlink"):
            os.unlink(source)
        with open(target, "wb") as file:
            file.write(data)

    monkeypatch.setattr(disk, "rename", careless)
    result: dict[str, Any] = faults.run(faults=20, scenes=["trash"])
    assert result["originals_lost"] > 0
    assert any("lost" in text for text in result["broken"])


def test_it_notices_a_catalog_that_is_told_too_early(monkeypatch: pytest.MonkeyPatch) -> None:
    from photoorg.services.filing import mover

    real = mover.Mover._move

    def hasty(self: Any, group: Any) -> Any:
        with self._catalog.database.write() as connection:
            self._catalog.moves.settle(connection, group, self._place)
        return real(self, group)

    monkeypatch.setattr(mover.Mover, "_move", hasty)
    result: dict[str, Any] = faults.run(faults=20, scenes=["trash"])
    assert result["disagreements"] > 0


def test_an_unknown_scene_is_named() -> None:
    with pytest.raises(CannotError, match="no such operation"):
        faults.run(scenes=["dreaming"])

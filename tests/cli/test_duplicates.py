"""The command ``duplicates``."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from photoorg import cli
from tests.services.filing.library import Library


def test_exact_copies_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    library = Library(tmp_path)
    (library.root / "2024/IMG_3.jpg").write_bytes(b"three")
    shutil.copy2(library.root / "2024/IMG_3.jpg", library.root / "2024/IMG_3 (2).jpg")
    library.take_in()
    library.services.close()
    assert cli.main(["duplicates", "--json", "--catalog", str(tmp_path / "catalog")]) == 0
    (group,) = json.loads(capsys.readouterr().out)
    assert set(group) == {"kind", "keep", "why", "photos"}
    assert group["kind"] == "exact"
    assert [set(photo) for photo in group["photos"]] == [{"id", "path", "bytes"}] * 2
    assert group["photos"][0]["id"] == group["keep"]
    assert group["photos"][0]["path"].endswith("IMG_3.jpg")
    assert "original" in group["why"]

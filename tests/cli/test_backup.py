"""A copy of the catalog, by command."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import photoorg.services
from photoorg.cli import main


def test_a_backup_is_a_catalog(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    catalog, file = str(tmp_path / "catalog"), tmp_path / "copy" / "catalog.db"
    with photoorg.services.open(tmp_path / "catalog") as services:
        services.settings.set("archive_pattern", "{year}")
    file.parent.mkdir()
    assert main(["backup", str(file), "--catalog", catalog, "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"file": str(file), "bytes": file.stat().st_size}
    with photoorg.services.open(file.parent) as again:
        assert again.settings.get("archive_pattern") == "{year}"
    assert main(["backup", str(tmp_path / "catalog" / "b.db"), "--catalog", catalog]) == 2
    assert "Choose another folder" in capsys.readouterr().err
    assert main(["backup", str(file), "--catalog", catalog]) == 0
    assert "MB" in capsys.readouterr().out

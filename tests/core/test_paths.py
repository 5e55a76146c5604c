"""Where things lie."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from photoorg.core import paths
from photoorg.core.errors import CannotError


def test_the_catalog_can_be_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, own_home: Path) -> None:
    assert paths.user_catalog().is_relative_to(own_home)
    monkeypatch.setenv("PHOTOORG_CATALOG", str(tmp_path))
    assert paths.user_catalog() == tmp_path


def test_a_missing_resource_is_one_sentence() -> None:
    with pytest.raises(CannotError, match="missing from this installation"):
        paths.resource("no/such/file")


def test_a_path_that_is_no_text_can_be_shown() -> None:
    assert paths.display_path(os.fsdecode(b"/caf\xe9.jpg")) == "/caf�.jpg"


def test_a_path_that_would_command_a_terminal_is_shown_harmless() -> None:
    assert paths.display_path("/a\x1b[2J\nb\u202egpj.exe\x9b.jpg") == "/a�[2J�b�gpj.exe�.jpg"
    assert paths.display_path("/Fotos/Zoë ☀️ 東京.jpg") == "/Fotos/Zoë ☀️ 東京.jpg"

"""The log beside the catalog."""

from __future__ import annotations

import logging
import sys
from pathlib import Path

import pytest

from photoorg.ui import log_file


def test_what_is_logged_and_what_nobody_catches_is_in_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[BaseException] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: heard.append(error))
    before = sys.excepthook
    stop = log_file.keep(tmp_path)
    try:
        logging.getLogger("photoorg.anything").info("It went well")
        error = ValueError("unheard of")
        sys.excepthook(ValueError, error, None)
    finally:
        stop()
    logging.getLogger("photoorg.anything").warning("too late")
    text = (tmp_path / log_file.NAME).read_text("utf-8")
    assert "INFO photoorg.anything: It went well" in text
    assert "unheard of" in text
    assert "too late" not in text
    assert heard == [error]
    assert sys.excepthook is before


def test_it_never_grows_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log_file, "_BYTES", 2_000)
    stop = log_file.keep(tmp_path)
    for number in range(200):
        logging.getLogger("photoorg.anything").info("line %d", number)
    stop()
    files = sorted(path.name for path in tmp_path.iterdir())
    assert files == [log_file.NAME, f"{log_file.NAME}.1", f"{log_file.NAME}.2"]
    assert all(path.stat().st_size <= 2_000 for path in tmp_path.iterdir())

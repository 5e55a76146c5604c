from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from photoorg.core.types import Failure
from photoorg.ui.dialogs.failed import FailedDialog


def test_each_file_has_its_reason_and_can_be_shown(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    failures = [
        Failure(str(tmp_path / "a.jpg"), "The file is empty."),
        Failure(str(tmp_path / "b.jpg"), "It ends early."),
    ]
    dialog = FailedDialog(failures)
    qtbot.addWidget(dialog)
    model = dialog.model
    assert [model.index(1, column).data() for column in range(3)] == ["b.jpg", "It ends early.", str(tmp_path)]
    dialog.table.selectRow(1)
    qtbot.mouseClick(dialog.show_button, Qt.MouseButton.LeftButton)
    assert opened == [QUrl.fromLocalFile(str(tmp_path))]


def test_without_failures_there_is_nothing_to_show(qtbot: QtBot) -> None:
    dialog = FailedDialog([])
    qtbot.addWidget(dialog)
    assert not dialog.show_button.isEnabled()


def test_a_name_that_is_no_text_is_shown_with_replacements(qtbot: QtBot) -> None:
    dialog = FailedDialog([Failure("/photos/caf\udce9.jpg", "Damaged.")])
    qtbot.addWidget(dialog)
    assert dialog.model.index(0, 0).data() == "caf\ufffd.jpg"

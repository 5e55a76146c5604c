"""What pictures are, where the program took them for something else."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from photoorg.core.types import Kind
from photoorg.ui.commands import Command

if TYPE_CHECKING:
    from photoorg.ui.views.main_window import MainWindow


def commands(window: MainWindow) -> list[Command]:
    """For the photos that are selected, or the open one."""
    tr, act = window.tr, window.filing_under
    texts = {
        Kind.PHOTO: tr("This is a photo"),
        Kind.SCREENSHOT: tr("This is a screenshot"),
        Kind.DOCUMENT: tr("This is a document or receipt"),
        Kind.DRAWING: tr("This is a drawing"),
    }
    return [
        Command(f"kind_{kind}", text, partial(act.file, kind), enabled=act.can_file) for kind, text in texts.items()
    ]

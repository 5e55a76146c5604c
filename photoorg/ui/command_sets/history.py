"""Walking through what was done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from photoorg.ui.commands import Command

if TYPE_CHECKING:
    from photoorg.ui.views.main_window import MainWindow


def commands(window: MainWindow) -> list[Command]:
    """The page, and going back or forward to one of its actions."""
    tr, act = window.tr, window.history
    return [
        Command("show_history", tr("History"), act.show, ("Ctrl+6",), icon="history"),
        Command("undo_to_here", tr("Undo up to here"), act.undo, enabled=act.can_undo),
        Command("redo_to_here", tr("Do again up to here"), act.redo, enabled=act.can_redo),
    ]

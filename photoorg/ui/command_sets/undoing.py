"""Taking back, and doing again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from photoorg.ui.commands import Command

if TYPE_CHECKING:
    from photoorg.ui.views.main_window import MainWindow


def commands(window: MainWindow) -> list[Command]:
    """One line of actions for everything: the journal's."""
    tr, undoing = window.tr, window.undoing
    return [
        Command("undo", tr("Undo"), undoing.undo, ("Ctrl+Z",)),
        Command("redo", tr("Redo"), undoing.redo, ("Ctrl+Shift+Z", "Ctrl+Y")),
    ]

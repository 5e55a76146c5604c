"""Finding one's way among the commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from photoorg.ui.commands import Command

if TYPE_CHECKING:
    from photoorg.ui.views.main_window import MainWindow


def commands(window: MainWindow) -> list[Command]:
    """The palette, and the overview of keys."""
    tr, guides = window.tr, window.guides
    return [
        Command("palette", tr("Find a command…"), guides.show_palette, ("Ctrl+Shift+P", "Ctrl+K"), icon="search"),
        Command("shortcuts", tr("Keyboard shortcuts"), guides.show_shortcuts, ("?", "F1")),
    ]

"""Copies and look-alikes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from photoorg.ui.commands import Command, Scope

if TYPE_CHECKING:
    from photoorg.ui.views.main_window import MainWindow


def commands(window: MainWindow) -> list[Command]:
    """Going to them, and choosing among them; what is chosen is put away by the commands of filing."""
    tr, act = window.tr, window.duplicates
    here = Scope.GRID
    return [
        Command("show_duplicates", tr("Duplicates"), act.show, ("Ctrl+5",), icon="duplicates"),
        Command("keep_this", tr("Keep this one"), act.keep, ("K",), enabled=act.can_keep, scope=here),
        Command("compare_copies", tr("Side by side"), act.compare, enabled=act.can_compare, scope=here),
    ]

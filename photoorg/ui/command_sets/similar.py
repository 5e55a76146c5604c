"""More like this, wherever a photo is in hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from photoorg.ui.commands import Command, Scope

if TYPE_CHECKING:
    from photoorg.ui.views.main_window import MainWindow


def similar(window: MainWindow, command_id: str, scope: Scope) -> Command:
    """More like this: a command in the grid and one in the large view, whose icons differ in colour."""
    return Command(
        command_id,
        window.tr("More like this"),
        window.show_similar,
        ("S",),
        enabled=lambda: window.subject() is not None,
        icon="similar",
        scope=scope,
    )

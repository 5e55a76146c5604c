"""What narrows and keeps a search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from photoorg.ui.commands import Command

if TYPE_CHECKING:
    from photoorg.ui.views.main_window import MainWindow


def commands(window: MainWindow) -> list[Command]:
    """Filters."""
    tr = window.tr
    return [
        Command("filter", tr("Filter"), window.searching.open_filters, ("Ctrl+Shift+F",), icon="filter"),
    ]

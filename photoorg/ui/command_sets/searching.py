"""What narrows and keeps a search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from photoorg.ui.commands import Command

if TYPE_CHECKING:
    from photoorg.ui.views.main_window import MainWindow


def commands(window: MainWindow) -> list[Command]:
    """Filters, and saved searches."""
    tr, saved = window.tr, window.saved

    def named() -> bool:
        return saved.subject() is not None

    return [
        Command("filter", tr("Filter"), window.searching.open_filters, ("Ctrl+Shift+F",), icon="filter"),
        Command("save_search", tr("Save the search…"), saved.save, ("Ctrl+S",), enabled=saved.can_save, icon="saved"),
        Command("rename_search", tr("Rename the search…"), saved.rename, enabled=named),
        Command("remove_search", tr("Remove the search"), saved.remove, enabled=named),
    ]

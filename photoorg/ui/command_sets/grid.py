"""What is done in the grid: opening, selecting, sizing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from photoorg.ui.commands import Command, Scope

if TYPE_CHECKING:
    from photoorg.ui.views.main_window import MainWindow


def commands(window: MainWindow) -> list[Command]:
    """Opening, selecting, and the size of tiles."""
    tr, grid = window.tr, window.grid

    def zoomed(by: float) -> None:
        grid.set_tile_width(round(grid.tile_width * by))

    def any_photos() -> bool:
        return window.model.rowCount() > 0

    here = Scope.GRID
    return [
        Command(
            "open",
            tr("Open"),
            window.open_current,
            ("Return", "Enter", "Space"),
            enabled=lambda: grid.currentIndex().isValid(),
            icon="photo",
            scope=here,
        ),
        Command("step_back", tr("Back"), window.step_back, ("Escape",), scope=here),
        Command("select_all", tr("Select all"), grid.selectAll, ("Ctrl+A",), enabled=any_photos, scope=here),
        Command("select_none", tr("Select none"), grid.clearSelection, ("Ctrl+D",), scope=here),
        Command(
            "invert", tr("Invert the selection"), grid.invert_selection, ("Ctrl+I",), enabled=any_photos, scope=here
        ),
        Command("larger", tr("Larger pictures"), lambda: zoomed(1.25), ("Ctrl++", "Ctrl+="), icon="zoom-in"),
        Command("smaller", tr("Smaller pictures"), lambda: zoomed(0.8), ("Ctrl+-",), icon="zoom-out"),
    ]

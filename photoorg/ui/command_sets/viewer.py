"""What is done in the large view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from photoorg.ui.command_sets.similar import similar
from photoorg.ui.commands import Command, Scope

if TYPE_CHECKING:
    from photoorg.ui.views.main_window import MainWindow


def commands(window: MainWindow) -> list[Command]:
    """Going on, zooming, and back."""
    tr, viewer, canvas = window.tr, window.viewer, window.viewer.canvas
    here = Scope.VIEWER
    return [
        Command(
            "close_viewer",
            tr("Back to all photos"),
            window.close_viewer,
            ("Escape", "Space", "Return", "Enter"),
            icon="back",
            scope=here,
        ),
        Command(
            "previous",
            tr("Previous photo"),
            lambda: viewer.step(-1),
            ("Left", "Up", "PgUp"),
            icon="previous",
            scope=here,
        ),
        Command("next", tr("Next photo"), lambda: viewer.step(1), ("Right", "Down", "PgDown"), icon="next", scope=here),
        similar(window, "similar_to_open", here),
        Command("zoom_in", tr("Zoom in"), canvas.zoom_in, ("+", "="), icon="zoom-in", scope=here),
        Command("zoom_out", tr("Zoom out"), canvas.zoom_out, ("-",), icon="zoom-out", scope=here),
        Command("fit", tr("Fit the window"), canvas.fit, ("0", "F"), icon="fit", scope=here),
        Command(
            "actual_size",
            tr("Actual size"),
            lambda: canvas.zoom(1.0),
            ("1",),
            icon="actual-size",
            scope=here,
        ),
    ]

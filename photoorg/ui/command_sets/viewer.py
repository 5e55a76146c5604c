"""What is done in the large view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from photoorg.ui.commands import Command, Scope

if TYPE_CHECKING:
    from photoorg.ui.views.main_window import MainWindow


def commands(window: MainWindow) -> list[Command]:
    """Going on, zooming, and back."""
    tr, viewer, looking = window.tr, window.viewer, window.viewing_mode
    here = Scope.VIEWER

    def several() -> bool:
        return viewer.comparing or window.model.rowCount() > 1

    return [
        Command(
            "close_viewer",
            tr("Back to all photos"),
            looking.back,
            ("Escape", "Space", "Return", "Enter"),
            icon="back",
            scope=here,
        ),
        Command(
            "previous",
            tr("Previous photo"),
            lambda: viewer.step(-1),
            ("Left", "Up", "PgUp"),
            enabled=several,
            icon="previous",
            scope=here,
        ),
        Command(
            "next",
            tr("Next photo"),
            lambda: viewer.step(1),
            ("Right", "Down", "PgDown"),
            enabled=several,
            icon="next",
            scope=here,
        ),
        Command("first", tr("First photo"), lambda: viewer.go_to_end(0), ("Home",), enabled=several, scope=here),
        Command("last", tr("Last photo"), lambda: viewer.go_to_end(-1), ("End",), enabled=several, scope=here),
        Command("zoom_in", tr("Zoom in"), looking.zoom_in, ("+", "="), icon="zoom-in", scope=here),
        Command("zoom_out", tr("Zoom out"), looking.zoom_out, ("-",), icon="zoom-out", scope=here),
        Command("fit", tr("Fit the window"), looking.fit, ("F",), icon="fit", scope=here),
        Command(
            "actual_size",
            tr("Actual size, or fit the window"),
            looking.toggle_size,
            ("Z",),
            icon="actual-size",
            scope=here,
        ),
        Command(
            "filmstrip",
            tr("Filmstrip"),
            looking.toggle_strip,
            ("T",),
            checked=lambda: viewer.strip_wanted,
            icon="filmstrip",
            scope=here,
        ),
        Command(
            "crop",
            tr("Look for a part of this photo"),
            viewer.crop,
            ("C",),
            enabled=looking.can_crop,
            icon="crop",
            scope=here,
        ),
        Command(
            "explain",
            tr("What this photo was grouped by"),
            window.explaining.toggle,
            ("H",),
            enabled=window.explaining.can_explain,
            checked=lambda: window.explaining.wanted,
            icon="heat",
            scope=here,
        ),
        Command(
            "full_screen",
            tr("Full screen"),
            looking.toggle_full_screen,
            ("F11",),
            checked=window.isFullScreen,
            icon="full-screen",
        ),
        Command(
            "compare",
            tr("Compare side by side"),
            looking.compare,
            ("Shift+C",),
            enabled=looking.can_compare,
            icon="compare",
            scope=Scope.GRID,
        ),
    ]

"""Back and forward."""

from __future__ import annotations

from typing import TYPE_CHECKING

from photoorg.ui.commands import Command

if TYPE_CHECKING:
    from photoorg.ui.views.main_window import MainWindow


def commands(window: MainWindow) -> list[Command]:
    """As in a browser of the web."""
    tr, travel = window.tr, window.travel
    return [
        Command("go_back", tr("Back"), travel.back, ("Alt+Left", "Back"), enabled=travel.can_go_back, icon="previous"),
        Command(
            "go_forward",
            tr("Forward"),
            travel.forward,
            ("Alt+Right", "Forward"),
            enabled=travel.can_go_forward,
            icon="next",
        ),
    ]

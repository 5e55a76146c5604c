"""What is done with a photo wherever it is in hand: more like it, and turning it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from photoorg.ui.commands import Command, for_photos

if TYPE_CHECKING:
    from photoorg.ui.views.main_window import MainWindow


def commands(window: MainWindow) -> list[Command]:
    """For the current photo or those that are selected, in the large view for the one that is open."""
    tr, looking = window.tr, window.viewing_mode

    def turn(name: str, text: str, quarters: int, key: str, icon: str) -> Command:
        return Command(name, text, partial(looking.turn, quarters), (key,), enabled=looking.can_turn, icon=icon)

    return for_photos(
        Command(
            "similar",
            tr("More like this"),
            window.show_similar,
            ("S",),
            enabled=lambda: window.subject() is not None,
            icon="similar",
        ),
        turn("turn_left", tr("Turn left"), -1, "[", "turn-left"),
        turn("turn_right", tr("Turn right"), 1, "]", "turn-right"),
    )

"""Stars and flags, in the grid and in the large view."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from photoorg.core.marks import STARS
from photoorg.core.types import Flag
from photoorg.ui.commands import Command, for_photos

if TYPE_CHECKING:
    from photoorg.ui.views.main_window import MainWindow


def commands(window: MainWindow) -> list[Command]:
    """In the grid for the photos that are selected, in the large view for the one that is open."""
    tr, act = window.tr, window.triage

    def flag(name: str, text: str, flag: Flag | None, key: str) -> Command:
        chosen = None if flag is None else partial(act.flagged, flag)
        icon = "" if flag is None else name
        return Command(name, text, partial(act.flag, flag), (key,), enabled=act.can_mark, checked=chosen, icon=icon)

    def stars(count: int) -> Command:
        text = {0: tr("No stars"), 1: tr("1 star")}.get(count) or tr("{n} stars").format(n=count)
        return Command(f"stars_{count}", text, partial(act.rate, count), (str(count),), enabled=act.can_mark)

    return [
        Command(
            "auto_advance",
            tr("Go on after each star or flag"),
            act.toggle_advance,
            ("Ctrl+Shift+A",),
            checked=lambda: act.advancing,
        ),
        *for_photos(
            flag("pick", tr("Pick", "verb"), Flag.PICK, "P"),
            flag("reject", tr("Reject"), Flag.REJECT, "X"),
            flag("unset", tr("Neither pick nor reject"), None, "U"),
            *map(stars, range(STARS + 1)),
        ),
    ]

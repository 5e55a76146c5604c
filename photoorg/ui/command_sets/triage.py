"""Stars and flags, in the grid and in the large view."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from photoorg.core.marks import STARS
from photoorg.core.types import Flag
from photoorg.ui.commands import Command, Scope

if TYPE_CHECKING:
    from photoorg.ui.views.main_window import MainWindow


def commands(window: MainWindow) -> list[Command]:
    """In the grid for the photos that are selected, in the large view for the one that is open."""
    tr, act = window.tr, window.triage
    made = [
        Command(
            "auto_advance",
            tr("Go on after each star or flag"),
            act.toggle_advance,
            ("Ctrl+Shift+A",),
            checked=lambda: act.advancing,
        )
    ]
    for suffix, scope in (("", Scope.GRID), ("_open", Scope.VIEWER)):

        def marks(
            name: str,
            text: str,
            flag: Flag | None,
            key: str,
            icon: str = "",
            suffix: str = suffix,
            scope: Scope = scope,
        ) -> Command:
            return Command(
                f"{name}{suffix}",
                text,
                partial(act.flag, flag),
                (key,),
                enabled=act.can_mark,
                checked=None if flag is None else partial(act.flagged, flag),
                icon=icon,
                scope=scope,
            )

        made += [
            marks("pick", tr("Pick", "verb"), Flag.PICK, "P", "pick"),
            marks("reject", tr("Reject"), Flag.REJECT, "X", "reject"),
            marks("unset", tr("Neither pick nor reject"), None, "U"),
        ]
        for stars in range(STARS + 1):
            text = {0: tr("No stars"), 1: tr("1 star")}.get(stars) or tr("{n} stars").format(n=stars)
            made.append(
                Command(
                    f"stars_{stars}{suffix}",
                    text,
                    partial(act.rate, stars),
                    (str(stars),),
                    enabled=act.can_mark,
                    scope=scope,
                )
            )
    return made

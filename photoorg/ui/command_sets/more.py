"""More photos for a group."""

from __future__ import annotations

from typing import TYPE_CHECKING

from photoorg.ui.commands import Command

if TYPE_CHECKING:
    from photoorg.ui.views.main_window import MainWindow


def commands(window: MainWindow) -> list[Command]:
    """Looking for them, and what is done with those found; the ones that are wrong go by "Not in this group"."""
    tr, act = window.tr, window.cluster_actions.more
    return [
        Command("find_more", tr("Find more"), act.look, enabled=act.can_look, checked=lambda: act.looking),
        Command("put_more", tr("Put into the group"), act.put, enabled=act.can_put),
        Command("leave_more", tr("Done"), act.leave, enabled=lambda: act.here),
    ]

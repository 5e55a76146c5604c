"""Reviewing a group or a result: what is sure is chosen, what is doubtful lies apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from photoorg.ui.commands import Command

if TYPE_CHECKING:
    from photoorg.ui.views.main_window import MainWindow


def commands(window: MainWindow) -> list[Command]:
    """Beginning and ending; what is done with the chosen photos are the commands of filing."""
    tr, act = window.tr, window.reviewing
    return [
        Command(
            "review",
            tr("Review"),
            act.toggle,
            ("Ctrl+R",),
            icon="check",
            enabled=act.can_begin,
            checked=lambda: act.active,
        ),
        Command("end_review", tr("Done"), act.end, enabled=lambda: act.active),
    ]

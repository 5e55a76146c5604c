"""Light or dark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from photoorg.ui.commands import Command
from photoorg.ui.theme import Appearance

if TYPE_CHECKING:
    from photoorg.ui.views.main_window import MainWindow


def commands(window: MainWindow) -> list[Command]:
    """One choice of three."""
    tr, theme = window.tr, window.theme

    def chooses(appearance: Appearance, text: str) -> Command:
        return Command(
            f"appearance_{appearance}",
            text,
            lambda: theme.choose(appearance),
            checked=lambda: theme.appearance is appearance,
        )

    return [
        chooses(Appearance.SYSTEM, tr("Light or dark as the system")),
        chooses(Appearance.LIGHT, tr("Light")),
        chooses(Appearance.DARK, tr("Dark")),
    ]

"""What can be set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from photoorg.ui.commands import Command

if TYPE_CHECKING:
    from photoorg.ui.views.main_window import MainWindow


def commands(window: MainWindow) -> list[Command]:
    """The dialog of settings."""
    return [
        Command("settings", window.tr("Settings…"), window.setting_up.show_settings, ("Ctrl+,",), icon="settings"),
    ]

"""The palette of commands and the overview of keys, made when first asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from photoorg.ui.commands import Command
    from photoorg.ui.views.command_palette import CommandPalette
    from photoorg.ui.views.main_window import MainWindow
    from photoorg.ui.views.shortcuts_overlay import ShortcutsOverlay


class Guides(QObject):
    """Shows what the window's registry of commands holds."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def show_palette(self) -> None:
        """Let the person find a command by its name."""
        self.palette.open()

    def show_shortcuts(self) -> None:
        """Show all keys."""
        self.shortcuts.open()

    @cached_property
    def palette(self) -> CommandPalette:
        """The palette."""
        from photoorg.ui.views.command_palette import CommandPalette

        window = self._window
        made = CommandPalette(window, self._offers, window.command_actions.run, window.theme.colours)
        window.theme.changed.connect(made.colour)
        return made

    @cached_property
    def shortcuts(self) -> ShortcutsOverlay:
        """The overview of keys."""
        from photoorg.ui.views.shortcuts_overlay import ShortcutsOverlay

        return ShortcutsOverlay(self._window, self._window.commands)

    def _offers(self) -> list[Command]:
        """What can be done now, but for what is being done."""
        return [each for each in self._window.command_actions.in_force() if each.id != "palette"]

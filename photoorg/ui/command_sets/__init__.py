"""All commands of the window: one module a feature, each with a function ``commands(window)``.

Nothing else is told of a command: menus, keys, buttons and the palette take it from the registry.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from photoorg.ui.command_sets import (
    appearance,
    clusters,
    duplicates,
    filing,
    grid,
    guides,
    history,
    kinds,
    library,
    more,
    photos,
    places,
    reviewing,
    searching,
    settings,
    travelling,
    triage,
    undoing,
    viewer,
)
from photoorg.ui.commands import CommandRegistry

if TYPE_CHECKING:
    from photoorg.ui.views.main_window import MainWindow

#: In the order in which the palette and the overview of shortcuts name them.
_SETS = (
    library,
    places,
    travelling,
    searching,
    grid,
    photos,
    triage,
    filing,
    reviewing,
    duplicates,
    clusters,
    more,
    kinds,
    viewer,
    appearance,
    settings,
    undoing,
    history,
    guides,
)


def window_commands(window: MainWindow) -> CommandRegistry:
    """All commands that act on ``window``.

    Raises:
        ValueError: two commands share an id, or a shortcut within a scope.
    """
    registry = CommandRegistry()
    for each in _SETS:
        for command in each.commands(window):
            registry.add(command)
    return registry

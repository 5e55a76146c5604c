"""What a person can do, each as one object that menus, keys and context menus share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import Enum


class Scope(Enum):
    """Where a command's shortcut is heard."""

    WINDOW = "window"
    GRID = "grid"
    CLUSTERS = "clusters"
    VIEWER = "viewer"


def _always() -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Command:
    """One thing to do. What it changes of the library is undone by the journal, whoever asked for it.

    ``checked`` says whether a choice is the one in force; None for what is no choice.
    """

    id: str
    text: str
    run: Callable[[], None]
    shortcuts: tuple[str, ...] = ()
    enabled: Callable[[], bool] = _always
    checked: Callable[[], bool] | None = None
    icon: str = ""
    scope: Scope = Scope.WINDOW


def for_photos(*commands: Command) -> list[Command]:
    """Each of ``commands`` twice: in the grid, and under ``ID_open`` in the large view, for the photo that is open.

    Keys are heard where the person is, and icons of the large view have colours of their own.
    """
    here = [replace(command, scope=Scope.GRID) for command in commands]
    return [*here, *(replace(command, id=f"{command.id}_open", scope=Scope.VIEWER) for command in commands)]


class CommandRegistry:
    """All commands by id, in the order they were added."""

    def __init__(self) -> None:
        self._commands: dict[str, Command] = {}
        self._keys: dict[tuple[Scope, str], str] = {}

    def add(self, command: Command) -> Command:
        """Register ``command``.

        Raises:
            ValueError: its id, or a shortcut within its scope, is taken.
        """
        if command.id in self._commands:
            raise ValueError(f"There are two commands {command.id!r}.")
        for keys in command.shortcuts:
            other = self._keys.setdefault((command.scope, keys), command.id)
            if other != command.id:
                raise ValueError(f"{command.id!r} and {other!r} share a shortcut.")
        self._commands[command.id] = command
        return command

    def __getitem__(self, command_id: str) -> Command:
        return self._commands[command_id]

    def __iter__(self) -> Iterator[Command]:
        return iter(self._commands.values())

    def run(self, command_id: str) -> bool:
        """Run a command if it is enabled; whether it ran."""
        command = self._commands[command_id]
        if not command.enabled():
            return False
        command.run()
        return True

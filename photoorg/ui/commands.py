"""What a person can do, each as one object that menus, keys and context menus share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
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
    """One thing to do. ``undo`` takes it back; None for what changes nothing that could be lost.

    ``checked`` says whether a choice is the one in force; None for what is no choice.
    """

    id: str
    text: str
    run: Callable[[], None]
    shortcuts: tuple[str, ...] = ()
    enabled: Callable[[], bool] = _always
    undo: Callable[[], None] | None = None
    checked: Callable[[], bool] | None = None
    icon: str = ""
    scope: Scope = Scope.WINDOW


class CommandRegistry:
    """All commands by id, in the order they were added, and the stack of those that can be taken back."""

    def __init__(self) -> None:
        self._commands: dict[str, Command] = {}
        self._done: list[Command] = []

    def add(self, command: Command) -> Command:
        """Register ``command``.

        Raises:
            ValueError: its id, or a shortcut within its scope, is taken.
        """
        if command.id in self._commands:
            raise ValueError(f"There are two commands {command.id!r}.")
        for other in self:
            if other.scope is command.scope and set(other.shortcuts) & set(command.shortcuts):
                raise ValueError(f"{command.id!r} and {other.id!r} share a shortcut.")
        self._commands[command.id] = command
        return command

    def __getitem__(self, command_id: str) -> Command:
        return self._commands[command_id]

    def __iter__(self) -> Iterator[Command]:
        return iter(self._commands.values())

    def run(self, command_id: str) -> bool:
        """Run a command if it is enabled, and remember it if it can be undone; whether it ran."""
        command = self._commands[command_id]
        if not command.enabled():
            return False
        command.run()
        if command.undo is not None:
            self._done.append(command)
        return True

    @property
    def undoable(self) -> Command | None:
        """The command that ``undo`` would take back."""
        return self._done[-1] if self._done else None

    def undo(self) -> Command | None:
        """Take back the last command that can be; which one it was."""
        if not self._done:
            return None
        command = self._done.pop()
        assert command.undo is not None
        command.undo()
        return command

from __future__ import annotations

import pytest

from photoorg.ui.commands import Command, CommandRegistry, Scope


def test_a_disabled_command_does_not_run() -> None:
    ran: list[str] = []
    registry = CommandRegistry()
    allowed = [False]
    registry.add(Command("x", "Do x", lambda: ran.append("x"), enabled=lambda: allowed[0]))
    assert registry.run("x") is False
    allowed[0] = True
    assert registry.run("x") is True
    assert ran == ["x"]


def test_ids_and_shortcuts_within_a_scope_are_unique() -> None:
    registry = CommandRegistry()
    registry.add(Command("open", "Open", lambda: None, ("Return",), scope=Scope.GRID))
    registry.add(Command("close", "Close", lambda: None, ("Return",), scope=Scope.VIEWER))
    with pytest.raises(ValueError, match="two commands"):
        registry.add(Command("open", "Open again", lambda: None))
    with pytest.raises(ValueError, match="share a shortcut"):
        registry.add(Command("other", "Other", lambda: None, ("Return",), scope=Scope.GRID))

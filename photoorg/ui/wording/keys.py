"""Shortcuts as people read them on this system."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence

from photoorg.ui.commands import Command


def shown_keys(command: Command) -> tuple[str, ...]:
    """The shortcuts of ``command`` as the system writes them: ``Ctrl+K`` here is another sign on a Mac."""
    native = QKeySequence.SequenceFormat.NativeText
    return tuple(QKeySequence(keys).toString(native) for keys in command.shortcuts)

"""Imports PySide6, makes later imports as fast as before it, and our overrides of Qt's methods safe.

Imported before anything else that needs Qt.

PySide6 replaces ``__import__`` by one that reads the source of every module imported from then on, to learn whether
it uses PySide6: only ``from __feature__ import snake_case`` and the like need that. Nothing here does, and at a start
it would read about a hundred files for a second time.
"""

from __future__ import annotations

import builtins

import PySide6.QtCore  # noqa: F401  # which is when it happens

from photoorg.ui import overrides

_plain = getattr(builtins, "__orig_import__", None)
if callable(_plain):
    builtins.__import__ = _plain

overrides.guard()

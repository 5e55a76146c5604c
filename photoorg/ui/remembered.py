"""What a window remembers from one start to the next: how it is arranged, never what the library holds."""

from __future__ import annotations

import json
import logging
import os
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

_log = logging.getLogger(__name__)

Value = TypeVar("Value", bool, int, float, str, list[int], list[str], dict[str, bool], dict[str, str])


class Remembered:
    """Values by name, in a JSON file beside the catalog; without a file, only until the window closes.

    A file that is missing or damaged, or a value of another type than expected, counts as nothing remembered.
    """

    def __init__(self, file: Path | None = None) -> None:
        self._file = file
        self._values: dict[str, object] = {}
        self._changed = False
        if file is not None:
            try:
                values = json.loads(file.read_text("utf-8"))
            except (OSError, ValueError):
                values = {}
            if isinstance(values, dict):
                self._values = values

    def get(self, name: str, default: Value) -> Value:
        """What was remembered under ``name``; ``default`` where that is nothing of its type."""
        value = self._values.get(name)
        return value if type(value) is type(default) else default  # a bool is no number here

    def put(self, name: str, value: Value) -> None:
        """Remember ``value`` under ``name``."""
        if self._values.get(name) != value:
            self._values[name] = value
            self._changed = True

    def save(self) -> None:
        """Write the file if anything changed: whole, or not at all. That it cannot be written stops nobody."""
        if self._file is None or not self._changed:
            return
        part = self._file.with_name(f"{self._file.name}.{os.getpid()}.part")
        try:
            with part.open("w", encoding="utf-8") as writing:
                json.dump(self._values, writing, indent=1, sort_keys=True)
                writing.flush()
                os.fsync(writing.fileno())
            os.replace(part, self._file)
            self._changed = False
        except OSError as error:
            _log.warning("How the window is arranged could not be remembered: %s", error)
            with suppress(OSError):
                part.unlink()

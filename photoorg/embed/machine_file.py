"""What was measured on this machine, in one small file beside the encoders. Importing this costs nothing."""

from __future__ import annotations

import json
import os
import platform
from dataclasses import asdict, dataclass
from pathlib import Path

from photoorg.core.paths import user_models

_FILE = "measured.json"


@dataclass(frozen=True, slots=True)
class Measured:
    """One network on one device: pictures a second and the least cosine to float32, by variant; the one to use."""

    variant: str
    rates: dict[str, float]
    cosines: dict[str, float]

    def describe(self) -> str:
        """In a few words for people."""
        return f"{self.variant}, {self.rates[self.variant]:.0f} pictures/s"


def machine_key(encoder: str, device: str, threads: int) -> str:
    """What a measurement holds for; a home folder may be shared by several machines."""
    return f"{platform.node()}|{platform.machine()}|{device}|{threads}|{encoder}"


def recall(key: str) -> Measured | None:
    """What was measured under ``key`` before."""
    found = _read().get(key)
    try:
        return Measured(**found) if isinstance(found, dict) else None
    except TypeError:
        return None


def of_encoder(encoder: str) -> Measured | None:
    """The newest measurement of an encoder on this machine, on whatever device."""
    start, end = f"{platform.node()}|{platform.machine()}|", f"|{encoder}"
    keys = [key for key in _read() if key.startswith(start) and key.endswith(end)]
    return recall(keys[-1]) if keys else None


def remember(key: str, measured: Measured) -> None:
    """Note what was measured; that it cannot be noted is no reason not to use it."""
    found = _read()
    found.pop(key, None)
    found[key] = asdict(measured)
    file = _path()
    temporary = file.with_name(f"{file.name}.{os.getpid()}.tmp")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_text(json.dumps(found, indent=1), "utf-8")
        os.replace(temporary, file)
    except OSError:
        temporary.unlink(missing_ok=True)


def _path() -> Path:
    return user_models() / _FILE


def _read() -> dict[str, object]:
    try:
        found = json.loads(_path().read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}

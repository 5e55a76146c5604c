"""Whether this computer runs on its battery."""

from __future__ import annotations

import os

#: Where Linux lists batteries and mains adapters, a folder each.
_SUPPLIES = "/sys/class/power_supply"


def on_battery(supplies: str = _SUPPLIES) -> bool | None:
    """Whether a battery feeds this computer now; None where there is no battery, or the system does not tell.

    A battery of a mouse or a telephone (of the scope ``Device``) is none of this computer's.
    """
    try:
        names = os.listdir(supplies)
    except OSError:
        return None
    discharging: bool | None = None
    for name in names:
        folder = os.path.join(supplies, name)
        if _read(folder, "scope") == "Device":
            continue
        if _read(folder, "type") == "Battery":
            discharging = bool(discharging) or _read(folder, "status") == "Discharging"
        elif _read(folder, "online") == "1":
            return False
    return discharging


def _read(folder: str, name: str) -> str:
    try:
        with open(os.path.join(folder, name), encoding="ascii", errors="replace") as file:
            return file.read().strip()
    except OSError:
        return ""

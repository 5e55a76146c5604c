"""Reading from a folder laid out as Linux lays out its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from photoorg.core.power import on_battery

BATTERY = {"type": "Battery", "status": "Discharging", "scope": "System"}
MAINS = {"type": "Mains", "online": "1"}
MOUSE = {"type": "Battery", "status": "Discharging", "scope": "Device"}


@pytest.mark.parametrize(
    ("supplies", "expected"),
    [
        ({"BAT0": BATTERY, "AC": MAINS | {"online": "0"}}, True),
        ({"BAT0": BATTERY | {"status": "Charging"}, "AC": MAINS}, False),
        ({"BAT0": BATTERY, "AC": MAINS}, False),
        ({"BAT0": BATTERY | {"status": "Full"}, "BAT1": BATTERY}, True),
        ({"BAT0": BATTERY | {"status": "Not charging"}}, False),
        ({"hidpp_battery_0": MOUSE}, None),
        ({"AC": MAINS}, False),
        ({}, None),
    ],
)
def test_what_the_supplies_say(tmp_path: Path, supplies: dict[str, dict[str, str]], expected: bool | None) -> None:
    for name, values in supplies.items():
        (tmp_path / name).mkdir()
        for key, value in values.items():
            (tmp_path / name / key).write_text(value + "\n")
    assert on_battery(str(tmp_path)) is expected


def test_another_system_tells_nothing(tmp_path: Path) -> None:
    assert on_battery(str(tmp_path / "gone")) is None

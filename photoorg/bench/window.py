"""The window over 100,000 photos: from the start of its process, far jumps, scrolling, memory.

The photos are a made catalog's, with vectors of their own and thumbnails that repeat; the window is the real one,
driven in its own process. The background work is held meanwhile.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from photoorg.bench.large_catalog import make_large_catalog
from photoorg.bench.machine import line, machine
from photoorg.bench.start import window_environment
from photoorg.core.errors import CannotError

#: Milliseconds from the start until photos lie in the grid, from a far jump until its thumbnails are painted, and for
#: a step of scrolling at the 95th percentile; bytes of the window's process.
USABLE, JUMP, STEP, MEMORY = 400.0, 100.0, 8.0, 350_000_000
_PATIENCE = 300

# What a person starts (the command line opens the window), watched and driven.
_CHILD = """
import json, sys
from photoorg.ui.measuring import Watch

if __name__ == "__main__":
    watch = Watch(float(sys.argv[2]))
    from photoorg.cli import main
    code = main(["window", "--catalog", sys.argv[1]])
    print(json.dumps(watch.found))
    sys.exit(code if "bytes" in watch.found else 1)
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``run``."""
    parser.add_argument("--photos", type=int, default=100_000, help="size of the library")
    parser.add_argument("--starts", type=int, default=5, help="how many windows to take the median of")


def run(*, photos: int = 100_000, starts: int = 5) -> dict[str, object]:
    """Open and drive the window again and again; the figures are medians over the windows, times in milliseconds.

    Raises:
        CannotError: the window did not come up.
    """
    found = machine()
    with tempfile.TemporaryDirectory() as place:
        environment = window_environment(Path(place) / "compiled")
        catalog = Path(place) / "catalog"
        make_large_catalog(catalog, Path(place) / "photos", photos)
        script = Path(place) / "window.py"
        script.write_text(_CHILD)
        _open(script, catalog, environment)  # compiles the program, and fills the system's file cache
        measured = [_open(script, catalog, environment) for _ in range(starts)]

    def median(key: str) -> float:
        return round(float(statistics.median(each[key] for each in measured)), 1)

    return {
        "bench": "window",
        "machine": found,
        "platform": environment.get("QT_QPA_PLATFORM", "display"),
        "photos": photos,
        "starts": starts,
        "paint_ms": median("paint_ms"),
        "usable_ms": median("usable_ms"),
        "photos_ms": median("photos_ms"),
        "jump_ms": round(statistics.median(jump for each in measured for jump in each["jumps_ms"]), 1),
        "jump_p95_ms": round(_p95([jump for each in measured for jump in each["jumps_ms"]]), 1),
        "sharp_ms": round(statistics.median(jump for each in measured for jump in each["sharp_ms"]), 1),
        "step_ms": round(statistics.median(step for each in measured for step in each["steps_ms"]), 2),
        "step_p95_ms": round(statistics.median(_p95(each["steps_ms"]) for each in measured), 2),
        "bytes": int(median("bytes")),
    }


def describe(result: dict[str, Any]) -> str:
    """The figures as people read them, each beside its bar."""

    def row(name: str, value: float, bar: float, unit: str) -> str:
        return f"{name:<44} {value:7.1f} {unit}   {'within' if value < bar else 'OVER'} {bar:.0f} {unit}"

    return "\n".join(
        [
            line(result["machine"]),
            f"{result['photos']:,} photos, {result['starts']} windows, platform {result['platform']}; medians",
            f"{'first paint':<44} {result['paint_ms']:7.1f} ms",
            row("usable: photos in the grid, keys heard", result["usable_ms"], USABLE, "ms"),
            f"{'first thumbnails':<44} {result['photos_ms']:7.1f} ms",
            row("far jump, until all its thumbnails show", result["jump_ms"], JUMP, "ms"),
            f"{'  95th percentile':<44} {result['jump_p95_ms']:7.1f} ms",
            f"{'  until all are sharp':<44} {result['sharp_ms']:7.1f} ms",
            row("scroll step, 95th percentile", result["step_p95_ms"], STEP, "ms"),
            row("memory of the window's process", result["bytes"] / 1e6, MEMORY / 1e6, "MB"),
        ]
    )


def _p95(values: list[float]) -> float:
    return statistics.quantiles(values, n=20)[-1]


def _open(script: Path, catalog: Path, environment: dict[str, str]) -> dict[str, Any]:
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, str(script), str(catalog), repr(began)],
        env=environment,
        capture_output=True,
        text=True,
        timeout=_PATIENCE,
        check=False,
    )
    if done.returncode:
        raise CannotError("The window did not come up.", done.stderr.strip()[-500:])
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found

"""From the start of the process to the first paint of the window, and to the first photos, over a made catalog."""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from photoorg.bench.browsable import make_catalog
from photoorg.bench.machine import line, machine
from photoorg.core.errors import CannotError

#: Milliseconds from the start of the process to the first paint, on an idle machine.
BAR = 400.0
#: Seconds after which a start that showed nothing has failed.
_PATIENCE = 120

# What a person starts (the command line opens the window), listening for what the window logs.
_CHILD = """
import logging, sys, time

class Watch(logging.Handler):
    def emit(self, record):
        print(time.monotonic(), "torch" in sys.modules, record.getMessage(), sep="\\t", flush=True)
        if record.getMessage() == "First photos":
            from PySide6.QtWidgets import QApplication
            QApplication.closeAllWindows()

if __name__ == "__main__":
    log = logging.getLogger("photoorg.ui.app")
    log.setLevel(logging.INFO)
    log.addHandler(Watch())
    from photoorg.cli import main
    sys.exit(main(["window", "--catalog", sys.argv[1]]))
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``run``."""
    parser.add_argument("--photos", type=int, default=10_000, help="photos in the catalog")
    parser.add_argument("--starts", type=int, default=7, help="how many starts to take the median of")


def run(*, photos: int = 10_000, starts: int = 7) -> dict[str, object]:
    """Start the window again and again; times are milliseconds since its process was started.

    Without a display it is painted offscreen, by the same code.

    Raises:
        CannotError: the window did not show photos.
    """
    found = machine()
    with tempfile.TemporaryDirectory() as place:
        environment = window_environment(Path(place) / "compiled")
        catalog = Path(place) / "catalog"
        make_catalog(catalog, Path(place) / "photos", photos)
        script = Path(place) / "window.py"
        script.write_text(_CHILD)
        _start(script, catalog, environment)  # compiles the program and fills the system's file cache
        measured = [_start(script, catalog, environment) for _ in range(starts)]
    return {
        "bench": "start",
        "machine": found,
        "platform": environment.get("QT_QPA_PLATFORM", "display"),
        "photos": photos,
        "starts": measured,
        "paint_ms": statistics.median(start["paint_ms"] for start in measured),
        "photos_ms": statistics.median(start["photos_ms"] for start in measured),
        "torch": any(start["torch"] for start in measured),
    }


def describe(result: dict[str, Any]) -> str:
    """The figures as people read them."""
    each = ", ".join(f"{start['paint_ms']:.0f}" for start in result["starts"])
    verdict = "within" if result["paint_ms"] < BAR else "over"
    return "\n".join(
        [
            line(result["machine"]),
            f"{result['photos']:,} photos, {len(result['starts'])} starts, platform {result['platform']}",
            f"first paint   {result['paint_ms']:6.0f} ms (median of {each}), {verdict} the bar of {BAR:.0f} ms",
            f"first photos  {result['photos_ms']:6.0f} ms (median)",
            f"torch in the window's process: {'yes' if result['torch'] else 'no'}",
        ]
    )


def _start(script: Path, catalog: Path, environment: dict[str, str]) -> dict[str, Any]:
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, str(script), str(catalog)],
        env=environment,
        capture_output=True,
        text=True,
        timeout=_PATIENCE,
        check=False,
    )
    rows = [row.split("\t") for row in done.stdout.splitlines()]
    seen = {message: (float(when), torch == "True") for when, torch, message in rows}
    if "First photos" not in seen:
        raise CannotError("The window did not come up.", done.stderr.strip()[-500:])
    return {
        "paint_ms": round((seen["First paint"][0] - began) * 1000, 1),
        "photos_ms": round((seen["First photos"][0] - began) * 1000, 1),
        "torch": any(torch for _, torch in seen.values()),
    }


def window_environment(compiled: Path) -> dict[str, str]:
    """This environment, with the program importable, and offscreen where there is no display.

    Modules are kept compiled, as an installer leaves them, wherever this environment keeps none.
    """
    environment = dict(os.environ)
    if environment.pop("PYTHONDONTWRITEBYTECODE", None):
        environment["PYTHONPYCACHEPREFIX"] = str(compiled)
    package = str(Path(__file__).resolve().parents[2])
    environment["PYTHONPATH"] = os.pathsep.join(filter(None, [package, environment.get("PYTHONPATH")]))
    if sys.platform == "linux" and not (environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")):
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    return environment

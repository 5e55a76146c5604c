"""From the start of the process to the first paint of the window, and to the first photos, over a made catalog."""

from __future__ import annotations

import argparse
import statistics
import tempfile
from pathlib import Path
from typing import Any

from photoorg.bench.bars import beside
from photoorg.bench.browsable import make_catalog
from photoorg.bench.machine import line, machine
from photoorg.bench.opened_window import Opener

#: Milliseconds from the start of the process to the first paint, on an idle machine.
BAR = 400.0


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``run``."""
    parser.add_argument("--photos", type=int, default=10_000, help="photos in the catalog")
    parser.add_argument("--starts", type=int, default=7, help="how many starts to take the median of")


def run(*, photos: int = 10_000, starts: int = 7) -> dict[str, object]:
    """Start the window again and again; times are milliseconds since its process was started.

    Raises:
        CannotError: the window did not show photos.
    """
    found = machine()
    with tempfile.TemporaryDirectory() as place:
        catalog = Path(place) / "catalog"
        make_catalog(catalog, Path(place) / "photos", photos)
        opener = Opener(catalog, Path(place))
        measured = opener.measured(starts)
    each = [{key: round(start[key], 1) for key in ("paint_ms", "photos_ms")} for start in measured]
    return {
        "bench": "start",
        "machine": found,
        "platform": opener.platform,
        "photos": photos,
        "starts": each,
        "paint_ms": statistics.median(start["paint_ms"] for start in each),
        "photos_ms": statistics.median(start["photos_ms"] for start in each),
        "torch": any(start["torch"] for start in measured),
    }


def describe(result: dict[str, Any]) -> str:
    """The figures as people read them."""
    each = ", ".join(f"{start['paint_ms']:.0f}" for start in result["starts"])
    return "\n".join(
        [
            line(result["machine"]),
            f"{result['photos']:,} photos, {len(result['starts'])} starts, platform {result['platform']}; medians",
            f"first paint   {result['paint_ms']:6.0f} ms   bar {beside(result['paint_ms'], BAR)}   of {each}",
            f"first photos  {result['photos_ms']:6.0f} ms",
            f"torch in the window's process: {'yes' if result['torch'] else 'no'}",
        ]
    )

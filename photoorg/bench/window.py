"""The window over 100,000 photos: from the start of its process, far jumps, scrolling, memory.

The photos are a made catalog's, with vectors of their own and thumbnails that repeat; the window is the real one,
driven in its own process. The background work is held meanwhile. In as many windows more, which are not driven, a key
is pressed at the moment when photos lie in the grid: what it asks for is made then, and it waits for that. Photos lie
there first as the window before showed them; as many windows again have none before them, and read the library.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
from pathlib import Path
from typing import Any

from photoorg.bench.bars import beside
from photoorg.bench.large_catalog import make_large_catalog
from photoorg.bench.machine import line, machine
from photoorg.bench.opened_window import Opener

#: Milliseconds from the start until photos lie in the grid and are painted, from a far jump until its thumbnails are
#: painted, and for a step of scrolling at the 95th percentile; bytes of the window's process.
USABLE, JUMP, STEP, MEMORY = 400.0, 100.0, 8.0, 350_000_000


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
        catalog = Path(place) / "catalog"
        make_large_catalog(catalog, Path(place) / "photos", photos)
        opener = Opener(catalog, Path(place))
        measured = opener.measured(starts, "drive")
        pressed = opener.measured(starts, "key")
        unseen = opener.measured(starts, before=lambda: (catalog / "window.photos").unlink(missing_ok=True))

    def median(key: str, windows: list[dict[str, Any]] = measured) -> float:
        return round(float(statistics.median(each[key] for each in windows)), 1)

    return {
        "bench": "window",
        "machine": found,
        "platform": opener.platform,
        "photos": photos,
        "starts": starts,
        "paint_ms": median("paint_ms"),
        "usable_ms": median("usable_ms"),
        "key_ms": median("key_ms", pressed),
        "unseen_ms": median("usable_ms", unseen),
        "photos_ms": median("photos_ms"),
        "complete_ms": median("complete_ms"),
        "pause_ms": median("pause_ms"),
        "jump_ms": round(statistics.median(jump for each in measured for jump in each["jumps_ms"]), 1),
        "jump_p95_ms": round(_p95([jump for each in measured for jump in each["jumps_ms"]]), 1),
        "sharp_ms": round(statistics.median(jump for each in measured for jump in each["sharp_ms"]), 1),
        "step_ms": round(statistics.median(step for each in measured for step in each["steps_ms"]), 2),
        "step_p95_ms": round(statistics.median(_p95(each["steps_ms"]) for each in measured), 2),
        "bytes": int(median("bytes")),
    }


def describe(result: dict[str, Any]) -> str:
    """The figures as people read them, each beside its bar."""

    def row(name: str, value: float, unit: str, bar: float | None = None) -> str:
        return f"{name:<48} {value:7.1f} {unit}" + (f"   bar {beside(value, bar)}" if bar else "")

    return "\n".join(
        [
            line(result["machine"]),
            f"{result['photos']:,} photos, {result['starts']} windows, platform {result['platform']}; medians",
            row("first paint", result["paint_ms"], "ms"),
            row("usable: photos lie in the grid, keys are heard", result["usable_ms"], "ms", USABLE),
            row("  a key pressed then is answered after", result["key_ms"], "ms"),
            row("  where no window has shown them before", result["unseen_ms"], "ms"),
            row("first thumbnails", result["photos_ms"], "ms"),
            row("complete: any key is answered at once", result["complete_ms"], "ms"),
            row("  until then a step of scrolling waits at most", result["pause_ms"], "ms"),
            row("far jump, until all its thumbnails show", result["jump_ms"], "ms", JUMP),
            row("  95th percentile", result["jump_p95_ms"], "ms"),
            row("  until all are sharp", result["sharp_ms"], "ms"),
            row("scroll step, 95th percentile", result["step_p95_ms"], "ms", STEP),
            row("memory of the window's process", result["bytes"] / 1e6, "MB", MEMORY / 1e6),
        ]
    )


def _p95(values: list[float]) -> float:
    return statistics.quantiles(values, n=20)[-1]

"""Kills and disk failures at every point of archive, trash, restore, undo, indexing and migration; counts originals.

Each run takes a small library on real disks, lets one operation begin in a process of its own, and kills that process
(SIGKILL) before or after one of its file-system calls or commits, or at any moment; or makes calls fail as a full,
write-protected or failing disk does. Often the recovery is killed too. Then the catalog is opened once more, and every
original must exist exactly once with its very bytes, the catalog must agree with the disk, and the index with the
catalog.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

from photoorg.bench.machine import line, machine
from photoorg.core.errors import CannotError

#: How many broken promises are told in full.
_TOLD = 20


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``run``."""
    parser.add_argument("--faults", type=int, default=1_000, help="how many faults to inject, at least")
    parser.add_argument("--seed", type=int, default=0, help="another seed gives other faults")
    parser.add_argument("--scenes", nargs="*", default=[], help="only these operations")


def run(*, faults: int = 1_000, seed: int = 0, scenes: list[str] | tuple[str, ...] = ()) -> dict[str, object]:
    """Inject ``faults`` faults, evenly over the operations; seeds are counted up from ``seed``.

    Raises:
        CannotError: this system cannot copy processes, or there is no operation of that name.
    """
    if sys.platform == "win32":
        raise CannotError("Windows has neither fork nor SIGKILL, which this bench is made of.")
    from photoorg.bench.faults.scenes import SCENES
    from photoorg.bench.faults.trial import Ground, Trial

    wanted = [scene for scene in SCENES if not scenes or scene.name in scenes]
    if not wanted:
        raise CannotError("There is no such operation.", f"There are: {', '.join(scene.name for scene in SCENES)}")
    found = machine()
    began = time.monotonic()
    by_scene: dict[str, Counter[str]] = {scene.name: Counter() for scene in wanted}
    broken: list[str] = []
    # Memory in place of a disk where the system has one: a kill cannot tell, and ten times as many fit into a minute.
    fast = next((place for place in ("/dev/shm",) if Path(place).is_dir()), None)
    with tempfile.TemporaryDirectory(dir=fast) as first, tempfile.TemporaryDirectory() as second:
        ground = Ground(Path(first), Path(second))
        ground.prepare(wanted)
        injected = 0
        while injected < faults:
            for scene in wanted:
                trial = Trial(ground, scene, seed)
                outcome = trial.run()
                counts = by_scene[scene.name]
                counts["runs"] += 1
                counts["faults"] += outcome.faults
                counts["lost"] += outcome.lost
                counts["disagreements"] += len(outcome.broken)
                counts.update({f"by {kind}": count for kind, count in outcome.kinds.items()})
                broken += [f"{scene.name}, seed {seed}: {text}" for text in outcome.broken]
                injected += outcome.faults
            seed += 1
    totals: Counter[str] = Counter()
    for counts in by_scene.values():
        totals.update(counts)
    return {
        "bench": "faults",
        "machine": found,
        "volumes": 2 if ground.two_volumes else 1,
        "runs": totals["runs"],
        "faults": totals["faults"],
        "originals_lost": totals["lost"],
        "disagreements": totals["disagreements"],
        "kinds": {key[3:]: count for key, count in sorted(totals.items()) if key.startswith("by ")},
        "scenes": {name: {key: counts[key] for key in ("runs", "faults", "lost")} for name, counts in by_scene.items()},
        "points": {scene.name: sorted(ground.points[scene.name]) for scene in wanted},
        "broken": broken[:_TOLD],
        "seconds": round(time.monotonic() - began, 1),
    }


def describe(result: dict[str, Any]) -> str:
    """The figures as people read them."""
    kinds = ", ".join(f"{count:,} {kind}" for kind, count in result["kinds"].items())
    rows = [
        line(result["machine"]),
        f"{result['runs']:,} runs on {result['volumes']} volumes in {result['seconds']:,.0f} s",
        f"{result['faults']:,} faults injected ({kinds})",
        f"{result['originals_lost']:,} originals lost",
        f"{result['disagreements']:,} disagreements between catalog, disk and index",
        *(
            f"  {name:<10}{counts['runs']:>8,} runs {counts['faults']:>8,} faults {counts['lost']:>6,} lost"
            for name, counts in result["scenes"].items()
        ),
        *(f"  {text}" for text in result["broken"]),
    ]
    return "\n".join(rows)

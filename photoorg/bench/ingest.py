"""Indexing photos of 12 megapixels, against a naive loop in the same run, and the memory it takes."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import numpy as np

from photoorg.bench import pictures
from photoorg.bench.bars import met
from photoorg.bench.indexing import index
from photoorg.bench.machine import line, machine
from photoorg.core.errors import CannotError

#: How many times as fast as the naive loop indexing must be, and hopes to be.
BAR, REACH = 4.0, 8.0
#: Most megabytes that all processes together may hold.
PEAK_MB = 1500
#: Growth a thousand photos that still counts as flat: less than the samples scatter.
FLAT_MB = 2.0
#: Samples of the memory series lie this many photos apart.
_STRIDE = 1000
#: JPEG quality of the memory series: as many pixels in a quarter of the bytes, so that ten thousand fit a disk.
_SERIES_QUALITY = 40
_SERIES_ORIGINALS = 60


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``run``."""
    parser.add_argument("--photos", type=int, default=400, help="how many photos to index for the speed")
    parser.add_argument("--naive", type=int, default=40, help="how many of them the naive loop reads, twice")
    parser.add_argument("--files", type=int, default=0, help="also index so many files and watch the memory: 10000")
    parser.add_argument("--folder", help="where the photos are made for as long as the bench runs")


def run(*, photos: int = 400, naive: int = 40, files: int = 0, folder: str | None = None) -> dict[str, object]:
    """Measure in new processes and a temporary catalog.

    Raises:
        CannotError: a process failed, or the disk has no room for the photos.
    """
    found = machine()
    with tempfile.TemporaryDirectory(prefix="photoorg-bench-", dir=folder) as made:
        result = {"bench": "ingest", "machine": found, **_speed(Path(made), photos, min(naive, photos))}
        if files:
            result["memory"] = _memory(Path(made), files)
    return result


def _speed(made: Path, photos: int, naive: int) -> dict[str, object]:
    _say(f"making {photos} photos")
    few, rest = made / "photos" / "few", made / "photos" / "rest"
    size = pictures.make(few, naive) + pictures.make(rest, photos - naive, seed=1000)
    # Before and after, and the faster counts: on a busy machine either can fall into a bad minute.
    loops = [_naive(few)]
    _say(f"photoorg over {photos}")
    before = _children_seconds()
    indexed = index(made / "catalog", made / "photos")
    cpu = _children_seconds() - before
    loops.append(_naive(few))
    (seconds, naive_cpu), rate = min(loops), photos / indexed.seconds
    loop_rate = naive / seconds
    return {
        "photos": photos,
        "megapixels": round(pictures.SIZE[0] * pictures.SIZE[1] / 1e6, 1),
        "mean_mb": round(size / photos / 1e6, 2),
        "naive_per_s": round(loop_rate, 2),
        "naive_runs_per_s": [round(naive / run_seconds, 2) for run_seconds, _ in loops],
        "per_s": round(rate, 2),
        "warm_per_s": round(indexed.warm_rate, 2),
        "ratio": round(rate / loop_rate, 2),
        "warm_ratio": round(indexed.warm_rate / loop_rate, 2),
        "naive_cpu_ms": round(1000 * naive_cpu / naive),
        "cpu_ms": round(1000 * cpu / photos),
        "start_s": round(indexed.start, 2),
        "peak_mb": _megabytes(indexed.peak),
        "failed": indexed.failed,
    }


def _naive(folder: Path) -> tuple[float, float]:
    """Seconds of the naive loop over ``folder``, and the processor's for its whole process."""
    _say("the naive loop")
    before = _children_seconds()
    loop = json.loads(_finished([sys.executable, "-m", "photoorg.bench.naive", str(folder)]))
    return float(loop["seconds"]), _children_seconds() - before


def _memory(made: Path, files: int) -> dict[str, object]:
    _say(f"making {files:,} files")
    originals = made / "originals"
    pictures.make(originals, min(_SERIES_ORIGINALS, files), quality=_SERIES_QUALITY, seed=2000)
    pictures.multiply(originals, made / "series", files)
    _say(f"photoorg over {files:,}")
    indexed = index(made / "series-catalog", made / "series")
    series = indexed.series(min(_STRIDE, max(1, files // 10)))
    return {
        "files": files,
        "per_s": round(files / indexed.seconds, 2),
        "peak_mb": _megabytes(indexed.peak),
        "series": series,
        "mb_per_1000": _slope(series),
        "failed": indexed.failed,
    }


def _finished(command: list[str]) -> str:
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        raise CannotError(f"{' '.join(command[1:3])} ended with code {done.returncode}.", "Its messages are above.")
    return done.stdout


def _children_seconds() -> float:
    """Processor seconds of the processes that have ended, and of what they started; 0 on Windows."""
    times = os.times()
    return times.children_user + times.children_system


def _slope(series: list[dict[str, int]]) -> float | None:
    """Megabytes a thousand files, by least squares over all but the first fifth, in which caches fill."""
    settled = series[len(series) // 5 :]
    if len(settled) < 3:
        return None
    files, megabytes = np.array([(point["files"], point["mb"]) for point in settled], dtype=float).T
    return round(float(np.polyfit(files / 1000, megabytes, 1)[0]), 2)


def describe(result: dict[str, Any]) -> str:
    """The table that people read."""
    photos = f"{result['photos']} photos of {result['megapixels']} megapixels, {result['mean_mb']} MB each"
    lines = [
        line(result["machine"]),
        f"{photos}; {result['failed']} failed",
        f"naive loop        {result['naive_per_s']:>8.2f} photos/s, the better of {result['naive_runs_per_s']}",
        f"photoorg          {result['per_s']:>8.2f} photos/s, the start of its processes included"
        f" ({result['start_s']} s to the first commit)",
        f"  once running    {result['warm_per_s']:>8.2f} photos/s",
        f"processor time    {result['naive_cpu_ms']:>8} ms a photo in the naive loop,"
        f" {result['cpu_ms']} in photoorg, starts included",
        f"ratio             {result['ratio']:>8.2f} ({result['warm_ratio']} once running)"
        f"  bar {BAR:.0f}: {met(result['ratio'] >= BAR)}, reach {REACH:.0f}: {met(result['ratio'] >= REACH)}",
        _peak(result["peak_mb"]),
    ]
    memory = result.get("memory")
    if memory:
        slope = memory["mb_per_1000"]
        verdict = "too short to say" if slope is None else "flat" if slope <= FLAT_MB else "growing"
        lines += [
            f"memory over {memory['files']:,} files, {memory['per_s']} photos/s; {memory['failed']} failed",
            *(f"{point['files']:>10,}{point['mb']:>8} MB" for point in memory["series"]),
            f"{verdict}: {slope} MB a thousand files",
            _peak(memory["peak_mb"]),
        ]
    return "\n".join(lines)


def _peak(megabytes: int | None) -> str:
    if megabytes is None:
        return "peak memory       unknown on this system"
    return f"peak memory       {megabytes:>8} MB of all processes  bar {PEAK_MB}: {met(megabytes < PEAK_MB)}"


def _megabytes(bytes_: int | None) -> int | None:
    return None if bytes_ is None else round(bytes_ / 1e6)


def _say(what: str) -> None:
    print(what, file=sys.stderr, flush=True)

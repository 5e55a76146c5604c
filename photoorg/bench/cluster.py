"""Grouping libraries of several sizes: seconds and memory, the time to place one new photo, and what stays the same."""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from photoorg.bench.bars import beside
from photoorg.bench.filled_catalog import FilledCatalog
from photoorg.bench.machine import line, machine
from photoorg.bench.processes import Sampler
from photoorg.bench.vectors import WORDS, MadeLibrary
from photoorg.catalog.store import Catalog
from photoorg.clustering.metrics import NOISE, Contingency, without_noise
from photoorg.core.jobs import run as finish
from photoorg.core.types import Query
from photoorg.services import Services

SIZES = (10_000, 100_000, 300_000)
#: Seconds that a run may take, and gigabytes, by the size of the library; milliseconds to place a photo.
BARS = {10_000: 10.0, 100_000: 180.0}
BAR_GB, BAR_PLACE = 4.0, 100.0
#: Photos of the group that is split further, and the seconds that may take.
SPLIT, BAR_SPLIT = 500, 20.0


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``run``."""
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="photos in the library")
    parser.add_argument("--places", type=int, default=20, help="new photos to place, one after the other")


def run(*, sizes: Sequence[int] = SIZES, places: int = 20) -> dict[str, object]:
    """Measure each size in a catalog of its own, from vectors that are there to groups that are stored and named."""
    from photoorg.embed.profiles import EMBEDDED, load_text_encoder

    found = machine()
    encoder = load_text_encoder(EMBEDDED)
    words = np.stack([vector for word in WORDS if (vector := encoder.encode([word])[0]).any()])
    rows = []
    for size in sizes:
        print(f"{size:,} photos", file=sys.stderr, flush=True)
        with tempfile.TemporaryDirectory(prefix="photoorg-bench-") as folder:
            rows.append(_measure(Path(folder), words, size, places, EMBEDDED.spaces))
    return {"bench": "cluster", "machine": found, "sizes": rows}


def _measure(folder: Path, words: NDArray[np.float32], size: int, places: int, spaces: Sequence[str]) -> dict[str, Any]:
    library = MadeLibrary(words, size)
    (folder / "photos").mkdir()
    catalog = Catalog(folder / "catalog")
    with Services(catalog) as services:
        filled = FilledCatalog(catalog, library, spaces, str(folder / "photos"))
        services.search.search(Query(text="sea", limit=1))  # which writes the vector files
        with Sampler(os.getpid()) as memory:
            began = time.perf_counter()
            finish(services.clusters.run())
            seconds = time.perf_counter() - began
        first = _groups(catalog)
        new = library.more(size // 100 + places)
        times = []
        for vector in new[:places]:
            filled.add(vector[None])
            began = time.perf_counter()
            finish(services.clusters.update())
            times.append(1000 * (time.perf_counter() - began))
        filled.add(new[places:])
        began = time.perf_counter()
        finish(services.clusters.update())
        placing = time.perf_counter() - began
        placed = _groups(catalog)
        finish(services.clusters.run())
        again = _groups(catalog)
        split = _split(services)
    peak = memory.peak
    return {
        "photos": size,
        "groups": len({group for group in first.values() if group is not None}),
        "ungrouped": sum(group is None for group in first.values()),
        "seconds": round(seconds, 1),
        "peak_gb": None if peak is None else round(peak / 1e9, 2),
        "place_ms": round(statistics.median(times), 1),
        "place_1_percent_s": round(placing, 1),
        "split_s": round(split, 1),
        "pairwise_f_after_1_percent": round(_pairwise(first, placed), 4),
        "same_id_after_a_full_run": round(_same(first, again), 4),
        "pairwise_f_after_a_full_run": round(_pairwise(first, again), 4),
    }


def _split(services: Services) -> float:
    """Seconds to split one group of ``SPLIT`` photos further, the start of the process included."""
    photos = list(services.photos.timeline().ids[:SPLIT])
    group = services.clusters.make(photos)[0].id
    began = time.perf_counter()
    finish(services.clusters.split_further(group))
    return time.perf_counter() - began


def describe(result: dict[str, Any]) -> str:
    """The table that people read."""
    lines = [
        line(result["machine"]),
        "from vectors to groups stored and named; then 1 % new photos are placed, everything is grouped again, and",
        f"one group of {SPLIT} photos is split further",
        f"{'photos':>9}{'groups':>8}{'none':>8}{'s':>8}{'bar':>13}{'GB':>7}{'bar':>10}{'place ms':>10}{'bar':>12}"
        f"{'1 % s':>8}{'F placed':>10}{'same id':>9}{'F again':>9}{'split s':>9}{'bar':>12}",
    ]
    for row in result["sizes"]:
        lines.append(
            f"{row['photos']:>9,}{row['groups']:>8,}{row['ungrouped']:>8,}{row['seconds']:>8.1f}"
            f"{beside(row['seconds'], BARS.get(row['photos'])):>13}{row['peak_gb'] or 0:>7.2f}"
            f"{beside(row['peak_gb'] or 0, BAR_GB if row['photos'] in BARS else None):>10}"
            f"{row['place_ms']:>10.1f}{beside(row['place_ms'], BAR_PLACE):>12}{row['place_1_percent_s']:>8.1f}"
            f"{row['pairwise_f_after_1_percent']:>10.3f}{row['same_id_after_a_full_run']:>9.3f}"
            f"{row['pairwise_f_after_a_full_run']:>9.3f}"
            f"{row['split_s']:>9.1f}{beside(row['split_s'], BAR_SPLIT):>12}"
        )
    return "\n".join(lines)


def _groups(catalog: Catalog) -> dict[int, int | None]:
    members = catalog.clusters.members()
    return {content: group or None for content, group in zip(members.contents, members.clusters, strict=True)}


def _same(before: dict[int, int | None], after: dict[int, int | None]) -> float:
    """The share of the photos that were in a group and are in the same one."""
    grouped = [content for content, group in before.items() if group is not None]
    return sum(after.get(content) == before[content] for content in grouped) / max(len(grouped), 1)


def _pairwise(before: dict[int, int | None], after: dict[int, int | None]) -> float:
    """Pairwise F over the photos of ``before``; photos in no group are alone in one of their own."""
    contents = sorted(before)
    labels = [np.array([side[content] or NOISE for content in contents], np.int64) for side in (before, after)]
    return Contingency(*map(without_noise, labels)).pairwise().f

"""A large library narrowed by each condition, and all its facets: medians of time on the clock and on the processor."""

from __future__ import annotations

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from photoorg.bench.bars import met
from photoorg.bench.machine import line, machine
from photoorg.catalog.store import Catalog
from photoorg.core.conditions import ALL, Conditions
from photoorg.core.types import Flag, Kind
from photoorg.services import Services

#: Milliseconds of processor time that a filtered timeline, and all facets together, may take in 100,000 photos.
BAR = 100.0
_CAMERAS = ("Canon EOS R6", "Apple iPhone 13", "Google Pixel 6", "Panasonic DMC-TZ10", None, None)
_HOME, _DISK = "/made/home", "/made/disk"
_QUESTIONS = {
    "everything": ALL,
    "kind": Conditions(kind=Kind.SCREENSHOT),
    "year": Conditions(date_from="2015", date_to="2015"),
    "folder": Conditions(folder=f"{_HOME}/2015"),
    "root": Conditions(folder=_HOME),
    "camera": Conditions(camera="Apple iPhone 13"),
    "stars": Conditions(rating=4),
    "flag": Conditions(flag=Flag.PICK),
    "has a place": Conditions(has_place=True),
    "place": Conditions(place="Austria"),
    "several": Conditions(kind=Kind.PHOTO, date_from="2010", camera="Canon EOS R6", has_place=True),
}


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``run``."""
    parser.add_argument("--photos", type=int, default=100_000, help="photos in the library")
    parser.add_argument("--times", type=int, default=7, help="how often to ask, for the median")


def run(*, photos: int = 100_000, times: int = 7) -> dict[str, object]:
    """Fill a temporary catalog with rows, no files, and ask. Times are milliseconds."""
    found = machine()
    with tempfile.TemporaryDirectory(prefix="photoorg-bench-") as name:
        with Services(Catalog(Path(name))) as services:
            catalog = services._catalog
            _fill(catalog, photos)
            rows = [
                {"asked": asked, "photos": len(services.photos.timeline(where).ids)}
                | _times(partial(services.photos.timeline, where), times)
                for asked, where in _QUESTIONS.items()
            ]
            rows.append({"asked": "facets", "photos": photos} | _times(lambda: _facets(catalog), times))
    return {"bench": "conditions", "machine": found, "photos": photos, "times": times, "rows": rows}


def describe(result: dict[str, Any]) -> str:
    """The table that people read."""
    lines = [
        line(result["machine"]),
        f"{result['photos']:,} photos, medians of {result['times']} in ms; bar {BAR:.0f} on the processor",
        f"{'asked':<14}{'found':>9}{'clock':>8}{'cpu':>8}",
    ]
    for row in result["rows"]:
        verdict = "" if row["asked"] == "everything" else f"  {met(row['cpu_ms'] < BAR)}"
        lines.append(f"{row['asked']:<14}{row['photos']:>9,}{row['median_ms']:>8.1f}{row['cpu_ms']:>8.1f}{verdict}")
    return "\n".join(lines)


def _facets(catalog: Catalog) -> None:
    from photoorg.catalog.facets import facets

    facets(catalog.database)


def _times(call: Callable[[], object], times: int) -> dict[str, float]:
    clock, processor = [], []
    for _ in range(times):
        began, worked = time.perf_counter(), time.thread_time()
        call()
        clock.append(time.perf_counter() - began)
        processor.append(time.thread_time() - worked)
    return {
        "median_ms": round(1000 * statistics.median(clock), 1),
        "cpu_ms": round(1000 * statistics.median(processor), 1),
    }


def _fill(catalog: Catalog, photos: int) -> None:
    chance = random.Random(1)
    home, disk = (catalog.roots.add(path).id for path in (_HOME, _DISK))
    with catalog.database.write() as connection:
        for id, taken, camera, placed, kind in _facts(chance, photos):
            where = (48 + chance.random(), 16 + chance.random()) if placed else (None, None)
            connection.execute(
                """INSERT INTO contents (id, hash, size, width, height, format, taken, camera, latitude, longitude)
                   VALUES (?, ?, 3000000, 4000, 3000, 'JPEG', ?, ?, ?, ?)""",
                (id, id.to_bytes(16, "big"), taken, camera, *where),
            )
            month = f"{taken[:4]}/{taken[:7]} {chance.choice(('Trip', 'Home', 'Party'))}"
            connection.execute(
                """INSERT INTO photos (id, root, rel, size, mtime_ns, pending, content, taken)
                   VALUES (?, ?, ?, 3000000, 1, 0, ?, ?)""",
                (id, home if id % 5 else disk, f"{month}/IMG_{id:06}.jpg".encode(), id, taken),
            )
            connection.execute("INSERT INTO kinds (content, kind, certainty) VALUES (?, ?, 0.9)", (id, kind))
            if placed:
                connection.execute("INSERT INTO towns VALUES (?, ?, 'Vienna', 'Austria')", (id, f"Town {id % 200}"))
            if not id % 10:
                flag = chance.choice((None, *Flag))
                connection.execute("INSERT INTO marks VALUES (?, ?, ?)", (id, chance.randrange(6), flag))


def _facts(chance: random.Random, photos: int) -> Iterator[tuple[int, str, str | None, bool, str]]:
    """Number, date, camera, whether the place is known, and kind; more photos in later years."""
    for id in range(1, photos + 1):
        year, day = 2005 + int(20 * chance.random() ** 0.7), chance.randint(1, 28)
        taken = f"{year}-{chance.randint(1, 12):02}-{day:02}T{chance.randrange(24):02}:{chance.randrange(60):02}:00"
        kind = chance.choices(list(Kind), (70, 20, 8, 2))[0]
        yield id, taken, chance.choice(_CAMERAS), chance.random() < 0.4, kind.value

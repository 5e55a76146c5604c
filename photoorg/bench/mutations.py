"""Damaged pictures by the thousand through scan, decode, metadata and thumbnail: every one ends, and says how.

Good files of every format are made on the spot, or taken from a folder, and broken at random: bits flipped, bytes
cut out, doubled, spliced from other files, lengths and dimensions overwritten. The real worker process reads them.
"""

from __future__ import annotations

import argparse
import io
import os
import random
import re
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from PIL import Image, ImageCms, ImageDraw

from photoorg.bench.machine import line, machine
from photoorg.bench.processes import Sampler
from photoorg.core.errors import CannotError
from photoorg.core.types import PICTURE_SUFFIXES, FoundFile, Root
from photoorg.library.walk import walk
from photoorg.services.worker.host import Worker
from photoorg.services.worker.messages import ReadTask

#: Seconds that one file may take.
LIMIT = 5.0
#: Files written, read and removed at a time.
_BATCH = 500
#: Good files taken from a folder, and the largest of them: what is broken is the beginning, mostly.
_MOST, _LARGEST = 200, 400_000

Mutation = Callable[[bytearray, random.Random, Sequence[bytes]], bytearray]


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``run``."""
    parser.add_argument("--files", type=int, default=10_000, help="how many damaged files to read")
    parser.add_argument("--seed", type=int, default=0, help="another seed breaks them otherwise")
    parser.add_argument("--folder", default="", help="good pictures to break, besides those made on the spot")


def run(*, files: int = 10_000, seed: int = 0, folder: str = "") -> dict[str, object]:
    """Break and read ``files`` files.

    Raises:
        CannotError: the worker process cannot start.
    """
    found = machine()
    good = [*made(), *_from(folder)] if folder else made()
    chance = random.Random(seed)
    outcomes: Counter[str] = Counter()
    reasons: Counter[str] = Counter()
    unnamed: list[str] = []
    peaks: list[int] = []
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as place, Worker(None, file_limit_s=LIMIT) as worker:
        for start in range(0, files, _BATCH):
            root = Path(place) / f"{start}"
            count = min(_BATCH, files - start)
            _write(root, good, count, chance)
            tasks = [ReadTask(number, os.path.join(root, file.rel)) for number, file in enumerate(_walked(root))]
            outcomes["left out by the walk"] += count - len(tasks)
            for result in _watched(worker, tasks, peaks):
                outcome = _outcome(result.failure)
                outcomes[outcome] += 1
                if result.failure is not None:
                    reasons[re.sub(r"\d+", "N", result.failure)] += 1
                    if not result.failure.strip():
                        unnamed.append(result.path)
            for file in root.iterdir():
                file.unlink()
    return {
        "bench": "mutations",
        "machine": found,
        "files": files,
        "good_files": len(good),
        "read": outcomes["read"],
        "refused": outcomes["refused"],
        "crashed_the_worker": outcomes["crashed"],
        "over_limit": outcomes["late"],
        "limit_s": LIMIT,
        "without_a_reason": len(unnamed),
        "unaccounted": files - sum(outcomes.values()),
        "worker_peak_mb": round(max(peaks, default=0) / 1e6),
        "reasons": dict(reasons.most_common(12)),
        "seconds": round(time.monotonic() - began, 1),
    }


def describe(result: dict[str, Any]) -> str:
    """The figures as people read them."""
    return "\n".join(
        [
            line(result["machine"]),
            f"{result['files']:,} damaged files from {result['good_files']} good ones in {result['seconds']:,.0f} s",
            f"{result['read']:>8,} read all the same",
            f"{result['refused']:>8,} refused with a reason",
            f"{result['crashed_the_worker']:>8,} crashed the worker process, and only that",
            f"{result['over_limit']:>8,} over {result['limit_s']:g} s",
            f"{result['without_a_reason'] + result['unaccounted']:>8,} without an answer",
            f"the worker process held at most {result['worker_peak_mb']:,} MB",
            *(f"{count:>8,}  {reason}" for reason, count in result["reasons"].items()),
        ]
    )


def made() -> list[tuple[str, bytes]]:
    """A good picture in every format that is written here: suffix and bytes, with metadata where it can be."""
    image = Image.new("RGB", (160, 120), (200, 80, 40))
    pen = ImageDraw.Draw(image)
    for step in range(40):
        pen.line((step * 4, 0, 160 - step * 4, 120), fill=(step * 6, 255 - step * 6, 120))
    exif = image.getexif()
    exif[0x0110], exif[0x0112], exif[0x9003] = "Camera", 6, "2024:05:06 07:08:09"
    exif.get_ifd(0x8825).update({1: "N", 2: (48.0, 12.0, 30.0), 3: "E", 4: (16.0, 22.0, 0.0)})
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    xmp = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'><a b='&amp;'/></x:xmpmeta>"
    rich: dict[str, Any] = {"exif": exif.tobytes(), "icc_profile": profile}
    kinds: list[tuple[str, str, dict[str, Any]]] = [
        (".jpg", "JPEG", {**rich, "xmp": xmp}),
        (".jpg", "JPEG", {"progressive": True, "quality": 60}),
        (".png", "PNG", rich),
        (".webp", "WEBP", {**rich, "xmp": xmp}),
        (".gif", "GIF", {}),
        (".tif", "TIFF", {"icc_profile": profile, "compression": "tiff_lzw"}),
        (".tif", "TIFF", {"compression": "tiff_adobe_deflate"}),
        (".bmp", "BMP", {}),
        (".avif", "AVIF", rich),
        (".heic", "HEIF", rich),
    ]
    import pillow_heif

    pillow_heif.register_heif_opener()
    files = []
    for suffix, kind, options in kinds:
        stream = io.BytesIO()
        image.save(stream, kind, **options)
        files.append((suffix, stream.getvalue()))
    return files


def _from(folder: str) -> Iterator[tuple[str, bytes]]:
    """Some of the smaller pictures below ``folder``."""
    taken = 0
    for file in walk(Root(0, os.path.abspath(folder))):
        if isinstance(file, FoundFile) and file.size <= _LARGEST and taken < _MOST:
            suffix = os.path.splitext(file.rel)[1].lower()
            if suffix in PICTURE_SUFFIXES:
                taken += 1
                yield suffix, Path(folder, file.rel).read_bytes()
    if not taken:
        raise CannotError(f"There are no small pictures in {folder}.")


def mutated(data: bytes, chance: random.Random, others: Sequence[bytes]) -> bytes:
    """``data`` broken in one to four ways."""
    broken = bytearray(data)
    for _ in range(chance.choice((1, 1, 1, 2, 4))):
        if broken:
            broken = chance.choice(_MUTATIONS)(broken, chance, others)
    return bytes(broken)


def _place(data: bytearray, chance: random.Random) -> int:
    """A position: among the first bytes, which hold the structure, half of the time."""
    return chance.randrange(min(len(data), 700) if chance.random() < 0.5 else len(data))


def _flip(data: bytearray, chance: random.Random, others: Sequence[bytes]) -> bytearray:
    for _ in range(chance.choice((1, 3, 10, 100))):
        data[_place(data, chance)] ^= 1 << chance.randrange(8)
    return data


def _cut(data: bytearray, chance: random.Random, others: Sequence[bytes]) -> bytearray:
    return data[: _place(data, chance)]


def _remove(data: bytearray, chance: random.Random, others: Sequence[bytes]) -> bytearray:
    at = _place(data, chance)
    del data[at : at + chance.randrange(1, 200)]
    return data


def _double(data: bytearray, chance: random.Random, others: Sequence[bytes]) -> bytearray:
    at, size = _place(data, chance), chance.randrange(1, 2_000)
    return data[:at] + data[at : at + size] * chance.randrange(2, 20) + data[at:]


def _splice(data: bytearray, chance: random.Random, others: Sequence[bytes]) -> bytearray:
    other = chance.choice(others)
    at, start = _place(data, chance), chance.randrange(len(other))
    return data[:at] + other[start : start + chance.randrange(1, 3_000)] + data[at:]


def _overwrite(data: bytearray, chance: random.Random, others: Sequence[bytes]) -> bytearray:
    """A number of two or four bytes, at its limits: lengths, offsets, dimensions."""
    at, width = _place(data, chance), chance.choice((2, 4))
    value = chance.choice((0, 1, 0x7F, 0x8000, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFF, len(data), chance.getrandbits(32)))
    data[at : at + width] = (value % (1 << 8 * width)).to_bytes(width, chance.choice(("big", "little")))
    return data


def _fill(data: bytearray, chance: random.Random, others: Sequence[bytes]) -> bytearray:
    at = _place(data, chance)
    size = min(chance.randrange(1, 500), len(data) - at)
    data[at : at + size] = bytes([chance.choice((0, 255))]) * size
    return data


_MUTATIONS: tuple[Mutation, ...] = (_flip, _flip, _cut, _remove, _double, _splice, _overwrite, _overwrite, _fill)


def _write(root: Path, good: Sequence[tuple[str, bytes]], count: int, chance: random.Random) -> None:
    root.mkdir()
    others = [data for _, data in good]
    for number in range(count):
        suffix, data = chance.choice(good)
        (root / f"{number:05}{suffix}").write_bytes(mutated(data, chance, others))


def _walked(root: Path) -> Iterator[FoundFile]:
    return (file for file in walk(Root(0, str(root))) if isinstance(file, FoundFile))


def _watched(worker: Worker, tasks: Sequence[ReadTask], peaks: list[int]) -> Iterator[Any]:
    """The results of ``tasks``; adds the most memory that the process held meanwhile."""
    results = worker.read(tasks)
    first = next(results, None)
    if first is None or worker.pid is None:
        return
    yield first
    with Sampler(worker.pid) as sampler:
        yield from results
    if sampler.peak is not None:
        peaks.append(sampler.peak)


def _outcome(failure: str | None) -> str:
    if failure is None:
        return "read"
    if "crashed" in failure:
        return "crashed"
    return "late" if "took longer" in failure else "refused"

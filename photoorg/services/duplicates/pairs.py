"""Pairs of contents that may look alike: by few differing bits of their hashes, or taken in one burst."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta

import numpy as np
from numpy.typing import NDArray

#: Bits of 64 that may differ. With eight bands of eight bits, two hashes that differ in seven agree in one band.
BANDS, BITS = 8, 7
#: Photos of one camera this close in time may be a burst.
BURST = timedelta(seconds=3)
#: Hashes compared at once, which bounds the memory.
_BLOCK = 1_024

Pair = tuple[int, int]


def by_hash(hashes: Mapping[int, bytes], bits: int = BITS) -> Iterator[Iterator[Pair]]:
    """The pairs of contents (the smaller first) whose hashes differ in at most ``bits`` bits, each once, band by band:
    between two of them there is time to look up.

    Raises:
        ValueError: more ``bits`` than the bands can promise to find.
    """
    if bits > BITS:
        raise ValueError(f"bands of eight bits find at most {BITS} differing bits")
    contents = np.fromiter(hashes, np.int64, len(hashes))
    rows = np.frombuffer(b"".join(hashes.values()), np.uint8).reshape(len(hashes), 8)
    whole = rows.copy().view(np.uint64)[:, 0]
    for band in range(BANDS):
        yield _in_band(contents, rows, whole, band, bits)


def _in_band(
    contents: NDArray[np.int64], rows: NDArray[np.uint8], whole: NDArray[np.uint64], band: int, bits: int
) -> Iterator[Pair]:
    order = np.argsort(rows[:, band], kind="stable")
    edges = np.flatnonzero(np.diff(rows[order, band])) + 1
    for bucket in np.split(order, edges):
        yield from _within(contents, rows, whole, bucket, band, bits)


def _within(
    contents: NDArray[np.int64],
    rows: NDArray[np.uint8],
    whole: NDArray[np.uint64],
    bucket: NDArray[np.intp],
    band: int,
    bits: int,
) -> Iterator[Pair]:
    for start in range(0, len(bucket), _BLOCK):
        mine = bucket[start : start + _BLOCK]
        for other in range(start, len(bucket), _BLOCK):
            theirs = bucket[other : other + _BLOCK]
            differing = np.bitwise_count(whole[mine][:, None] ^ whole[theirs][None])
            for i, j in zip(*np.nonzero(differing <= bits), strict=True):
                a, b = int(mine[i]), int(theirs[j])
                if contents[a] >= contents[b] and (other == start or contents[a] == contents[b]):
                    continue
                # Only in the first band in which the two agree.
                if not (rows[a, :band] == rows[b, :band]).any():
                    yield int(min(contents[a], contents[b])), int(max(contents[a], contents[b]))


def by_burst(taken: Sequence[tuple[int, str, str]]) -> Iterator[Pair]:
    """The pairs (the smaller first) of one camera's contents taken within ``BURST``; ``taken`` is in order of time."""
    times = [_time(when) for _, when, _ in taken]
    for first, (content, _, camera) in enumerate(taken):
        start = times[first]
        if start is None or not camera:
            continue
        for second in range(first + 1, len(taken)):
            then = times[second]
            if then is None:
                continue
            if then - start > BURST:
                break
            if taken[second][2] == camera:
                yield min(content, taken[second][0]), max(content, taken[second][0])


def _time(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None

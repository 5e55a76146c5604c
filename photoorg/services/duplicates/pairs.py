"""Pairs of contents that may look alike: by few differing bits of their hashes, or taken in one burst."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta

import numpy as np
from numpy.typing import NDArray

#: Bits of 64 that may differ. With eight bands of eight bits, two hashes that differ in seven agree in one band.
BANDS, BITS = 8, 7
#: Photos of one camera this close in time may be a burst.
BURST = timedelta(seconds=3)
#: A content is in so many pairs of a search at most, such as one of ten thousand blank pages, or of as many scans
#: that all bear one date.
MOST = 64
#: Hashes compared at once, which bounds the memory.
_BLOCK = 1_024

#: Contents (n, 2), the smaller of each pair first.
Pairs = NDArray[np.int64]


def by_hash(hashes: Mapping[int, bytes], bits: int = BITS) -> Iterator[Iterator[Pairs]]:
    """The pairs of contents whose hashes differ in at most ``bits`` bits, each once, band by band and block by block:
    between two of them there is time to look up.

    Raises:
        ValueError: more ``bits`` than the bands can promise to find.
    """
    if bits > BITS:
        raise ValueError(f"bands of eight bits find at most {BITS} differing bits")
    contents = np.fromiter(hashes, np.int64, len(hashes))
    order = np.argsort(contents)
    contents = contents[order]
    rows = np.frombuffer(b"".join(hashes.values()), np.uint8).reshape(len(hashes), 8)[order]
    for band in range(BANDS):
        yield _in_band(contents, rows, band, bits)


def _in_band(contents: NDArray[np.int64], rows: NDArray[np.uint8], band: int, bits: int) -> Iterator[Pairs]:
    order = np.argsort(rows[:, band], kind="stable")
    edges = np.flatnonzero(np.diff(rows[order, band])) + 1
    whole = rows.copy().view(np.uint64)[:, 0]
    for bucket in np.split(order, edges):  # each in ascending order, because the sort is stable
        for start in range(0, len(bucket), _BLOCK):
            mine = bucket[start : start + _BLOCK]
            for other in range(start, len(bucket), _BLOCK):
                theirs = bucket[other : other + _BLOCK]
                near = np.bitwise_count(whole[mine][:, None] ^ whole[theirs][None]) <= bits
                one, two = (side[at] for side, at in zip((mine, theirs), np.nonzero(near), strict=True))
                # Each pair once, and only in the first band in which the two agree.
                fresh = (one < two) & ~(rows[one, :band] == rows[two, :band]).any(1)
                yield np.stack([contents[one[fresh]], contents[two[fresh]]], axis=1)


def by_burst(taken: Sequence[tuple[int, str, str]]) -> Pairs:
    """The pairs of one camera's contents taken within ``BURST``, of each with the next ``MOST`` at most.

    ``taken`` are contents, times and cameras in order of time.
    """
    dated = [(content, _time(when), camera) for content, when, camera in taken]
    found = []
    for first, (content, start, camera) in enumerate(dated):
        if start is None or not camera:
            continue
        for other, then, its_camera in dated[first + 1 : first + 1 + MOST]:
            if then is None:
                continue
            if then - start > BURST:
                break
            if its_camera == camera:
                found.append((min(content, other), max(content, other)))
    return np.array(found, np.int64).reshape(-1, 2)


def few(pairs: Pairs, share: Counter[int]) -> Iterator[tuple[int, int]]:
    """``pairs`` without those of contents that have had their share, ``MOST``; counts what it gives in ``share``."""
    full = np.array([content for content, had in share.items() if had >= MOST], np.int64)
    for one, other in pairs[~np.isin(pairs, full).any(1)].tolist():
        if share[one] < MOST and share[other] < MOST:
            share[one] += 1
            share[other] += 1
            yield one, other


def _time(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None

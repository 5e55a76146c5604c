"""The neighbour sequence of every photo: itself first, then its nearest by cosine, descending.

This is step S102 and S103 of US 2023/0186600 A1, the order in which the refiner reads a photo's surroundings.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from photoorg.core.arrays import Vectors
from photoorg.core.jobs import CancelToken, Job, Pace

#: Up to this many photos every pair is compared. Beyond it, only photos in neighbouring cells are.
EXACT_BELOW = 20_000
#: Bytes of cosines held at once.
_BLOCK_BYTES = 64 << 20
#: Cells whose photos are compared with those of a cell, as a share of all cells and at least.
_PROBE_SHARE, _PROBE_LEAST = 0.06, 24
_LLOYD_STEPS = 8
_SAMPLE_PER_CELL = 64


@dataclass(frozen=True, slots=True)
class Neighbours:
    """``ids`` (N, k) int32 and ``cosines`` (N, k) float32: row i begins with i itself, then its nearest, descending."""

    ids: NDArray[np.int32]
    cosines: NDArray[np.float32]

    @property
    def k(self) -> int:
        """The length of a sequence, the photo itself included."""
        return int(self.ids.shape[1])

    def __len__(self) -> int:
        return len(self.ids)


def nearest(vectors: Vectors, k: int, cancel: CancelToken | None = None) -> Job[Neighbours]:
    """The sequences of ``vectors`` (N, D), unit float32; ``k`` is cut to N.

    Exact up to ``EXACT_BELOW``; beyond it cells (an inverted file, Jégou et al. 2011) leave out far photos.

    Raises:
        ValueError: the shape does not fit, or ``k`` is less than 1.
        Cancelled: ``cancel`` asked for it.
    """
    if vectors.ndim != 2 or k < 1:
        raise ValueError(f"Vectors (N, D) and a positive k are needed, not {vectors.shape} and {k}.")
    k = min(k, max(1, len(vectors)))
    if len(vectors) <= EXACT_BELOW:
        return (yield from _exact(vectors, k, cancel))
    return (yield from _by_cells(vectors, k, cancel))


def nearest_of(queries: Vectors, vectors: Vectors, k: int) -> Neighbours:
    """The ``k`` of ``vectors`` (N, D) nearest to each of ``queries`` (Q, D), which are not taken to be among them."""
    k = min(k, len(vectors))
    ids = np.empty((len(queries), k), np.int32)
    cosines = np.empty((len(queries), k), np.float32)
    step = max(1, _BLOCK_BYTES // (4 * max(1, len(vectors))))
    for start in range(0, len(queries), step):
        stop = min(start + step, len(queries))
        ids[start:stop], cosines[start:stop] = _best(queries[start:stop] @ vectors.T, k)
    return Neighbours(ids, cosines)


def _exact(vectors: Vectors, k: int, cancel: CancelToken | None) -> Job[Neighbours]:
    count = len(vectors)
    ids = np.empty((count, k), np.int32)
    cosines = np.empty((count, k), np.float32)
    pace = Pace("Comparing photos", count)
    step = max(1, _BLOCK_BYTES // (4 * max(1, count)))
    for start in range(0, count, step):
        if cancel is not None:
            cancel.checkpoint()
        rows = np.arange(start, min(start + step, count))
        found = vectors[rows] @ vectors.T
        found[np.arange(len(rows)), rows] = np.inf  # a copy of a photo is as near as the photo, which comes first
        ids[rows], cosines[rows] = _best(found, k)
        yield pace.at(int(rows[-1]) + 1)
    np.minimum(cosines, 1.0, out=cosines)
    return Neighbours(ids, cosines)


def _by_cells(vectors: Vectors, k: int, cancel: CancelToken | None) -> Job[Neighbours]:
    count = len(vectors)
    cells = round(count**0.5)
    centres, cell_of = _coarse(vectors, cells)
    order = np.argsort(cell_of, kind="stable")
    bounds = np.searchsorted(cell_of[order], np.arange(cells + 1))
    probes = min(cells, max(_PROBE_LEAST, round(cells * _PROBE_SHARE)))
    near_cells = np.argsort(-(centres @ centres.T), axis=1, kind="stable")[:, :probes]
    ids = np.empty((count, k), np.int32)
    cosines = np.empty((count, k), np.float32)
    pace = Pace("Comparing photos", count)
    done = 0
    for cell in range(cells):
        if cancel is not None:
            cancel.checkpoint()
        members = order[bounds[cell] : bounds[cell + 1]]
        if not len(members):
            continue
        candidates = _candidates(cell, near_cells[cell], order, bounds, k)
        pool = vectors[candidates]
        step = max(1, _BLOCK_BYTES // (4 * len(candidates)))
        for start in range(0, len(members), step):
            rows = members[start : start + step]
            found = vectors[rows] @ pool.T
            found[np.arange(len(rows)), np.searchsorted(candidates, rows)] = np.inf
            columns, cosines[rows] = _best(found, k)
            ids[rows] = candidates[columns]
        done += len(members)
        yield pace.at(done)
    np.minimum(cosines, 1.0, out=cosines)
    return Neighbours(ids, cosines)


def _candidates(
    cell: int, near: NDArray[np.intp], order: NDArray[np.intp], bounds: NDArray[np.intp], k: int
) -> NDArray[np.intp]:
    """The photos of the cells ``near`` a cell, ascending; of all cells where those hold fewer than ``k``."""
    wanted = np.unique(np.append(near, cell))
    found = np.concatenate([order[bounds[each] : bounds[each + 1]] for each in wanted])
    return np.sort(found if len(found) >= k else order)


def _coarse(vectors: Vectors, cells: int) -> tuple[Vectors, NDArray[np.int32]]:
    """Spherical k-means on a sample: the cells' centres (cells, D), and the cell of every photo (N,)."""
    generator = np.random.default_rng(0)
    sample = vectors[generator.permutation(len(vectors))[: cells * _SAMPLE_PER_CELL]]
    centres = sample[:cells].copy()
    for _ in range(_LLOYD_STEPS):
        mine = _nearest_centre(sample, centres)
        sums = np.zeros_like(centres)
        np.add.at(sums, mine, sample)
        norms = np.linalg.norm(sums, axis=1, keepdims=True)
        centres = np.where(norms > 0, sums / np.maximum(norms, 1e-12), centres).astype(np.float32)
    return centres, _nearest_centre(vectors, centres)


def _nearest_centre(vectors: Vectors, centres: Vectors) -> NDArray[np.int32]:
    found = np.empty(len(vectors), np.int32)
    step = max(1, _BLOCK_BYTES // (4 * len(centres)))
    for start in range(0, len(vectors), step):
        found[start : start + step] = (vectors[start : start + step] @ centres.T).argmax(1)
    return found


def _best(cosines: Vectors, k: int) -> tuple[NDArray[np.intp], Vectors]:
    """The columns (n, k) of the ``k`` greatest in each row, and their values, descending, lower column first."""
    if k < cosines.shape[1]:
        columns = np.argpartition(cosines, -k, axis=1)[:, -k:]
        columns.sort(axis=1)
    else:
        columns = np.tile(np.arange(k), (len(cosines), 1))
    values = np.take_along_axis(cosines, columns, 1)
    order = np.argsort(-values, axis=1, kind="stable")
    return np.take_along_axis(columns, order, 1), np.take_along_axis(values, order, 1)

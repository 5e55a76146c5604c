"""What the refiner sees of a photo's surroundings: relations only, so that one network serves every encoder.

Cosines are standardised by the library's own statistics, because what is near for one encoder is far for another.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from photoorg.clustering.neighbours import Neighbours
from photoorg.core.arrays import Vectors

#: Per token beside its two rows over the sequence: see ``tokens``.
SCALARS = 9
#: How many of a photo's nearest make its density.
_DENSITY_OF = 10
_BACKGROUND_PAIRS = 20_000


@dataclass(frozen=True, slots=True)
class Statistics:
    """How cosines lie in one library: among neighbours, and between photos drawn at random."""

    count: int
    near_mean: float
    near_std: float
    background_mean: float
    background_std: float
    density: NDArray[np.float32]

    @classmethod
    def of(cls, vectors: Vectors, neighbours: Neighbours) -> Statistics:
        """The statistics of a library; sampled pairs are the same each time."""
        near = neighbours.cosines[:, 1:]
        density = near[:, :_DENSITY_OF].mean(1) if near.shape[1] else np.zeros(len(near))
        generator = np.random.default_rng(0)
        pairs = generator.integers(0, len(vectors), (2, min(_BACKGROUND_PAIRS, 40 * len(vectors))))
        pairs = pairs[:, pairs[0] != pairs[1]]
        background = np.einsum("nd,nd->n", vectors[pairs[0]], vectors[pairs[1]])
        return cls(len(vectors), *_moments(near), *_moments(background), density.astype(np.float32))


def _moments(cosines: NDArray[np.floating]) -> tuple[float, float]:
    if not cosines.size:
        return 0.0, 1.0
    return float(cosines.mean()), max(float(cosines.std()), 1e-3)


def widths(k: int) -> int:
    """How many inputs a token has for sequences of length ``k``."""
    return 2 * k + SCALARS


def tokens(
    vectors: Vectors, neighbours: Neighbours, statistics: Statistics, rows: NDArray[np.integer]
) -> NDArray[np.float32]:
    """The inputs (R, k, 2k + 9) for the sequences of ``rows`` (R,).

    A token is a photo of the sequence. It holds its standardised cosines with all k of them (the cosine distance
    encoding), which of them are among its own neighbours, and: its cosine with the centre, standardised, against
    the background, corrected for how dense both lie, and within the range of this sequence; whether and how early
    the centre is among its neighbours; how many neighbours the two share; its density; its rank.
    """
    k = neighbours.k
    ids = neighbours.ids[rows]
    members = vectors[ids]
    pairs = members @ members.transpose(0, 2, 1)
    place = _places(ids, len(vectors), neighbours.ids[ids])
    among = np.zeros((len(rows), k, k + 1), np.float32)
    at = np.arange(len(rows))[:, None, None], np.arange(k)[None, :, None]
    among[(*at, place)] = 1
    among = among[:, :, :k]
    centre = pairs[:, 0]
    density = statistics.density[ids]
    of_centre = neighbours.ids[ids] == rows[:, None, None]
    early = np.where(of_centre.any(2), 1 - of_centre.argmax(2) / k, 0)
    low, high = centre.min(1, keepdims=True), centre[:, 1:2] if k > 1 else centre
    scalars = np.stack(
        [
            (centre - statistics.near_mean) / statistics.near_std,
            (centre - statistics.background_mean) / (4 * statistics.background_std),
            (centre - (density + density[:, :1]) / 2) / statistics.near_std,
            np.clip((centre - low) / np.maximum(high - low, 1e-3), 0, 2),
            of_centre.any(2),
            early,
            among.mean(2),
            (density - statistics.near_mean) / statistics.near_std,
            np.broadcast_to(np.arange(k) / k, centre.shape),
        ],
        axis=2,
    )
    standard = (pairs - statistics.near_mean) / statistics.near_std
    return np.concatenate([np.clip(standard, -6, 6), among, np.clip(scalars, -6, 6)], 2).astype(np.float32)


def published(vectors: Vectors, neighbours: Neighbours, rows: NDArray[np.integer]) -> NDArray[np.float32]:
    """The published inputs (R, k, D + k): each photo's vector joined with its cosines to all of the sequence (0069)."""
    members = vectors[neighbours.ids[rows]]
    found: NDArray[np.float32] = np.concatenate([members, members @ members.transpose(0, 2, 1)], 2)
    return found


def _places(ids: NDArray[np.int32], count: int, wanted: NDArray[np.int32]) -> NDArray[np.intp]:
    """Where each of ``wanted`` (R, k, k) stands in its sequence of ``ids`` (R, k); k where it is not in it."""
    k = ids.shape[1]
    table = np.full(count, k, np.intp)
    found = np.empty(wanted.shape, np.intp)
    for row, (sequence, asked) in enumerate(zip(ids, wanted, strict=True)):
        table[sequence] = np.arange(k)
        found[row] = table[asked]
        table[sequence] = k
    return found

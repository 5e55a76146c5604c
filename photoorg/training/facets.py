"""What a broad word covers, in families: its concepts clustered by likeness (spherical k-means, weighted).

A weight says how much a concept counts for the word; a family's facet is the weighted sum of its concepts, and its
length says what it counts against the weightiest family.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from photoorg.core.arrays import Vectors
from photoorg.embed.base import unit_rows
from photoorg.embed.tables import ConceptTable
from photoorg.training.vocabulary import Meaning

Table = NDArray[Any]
#: Families that a word has at most, and the rounds in which they settle.
_FAMILIES, _ROUNDS = 8, 12


def families(meanings: Sequence[Meaning], concepts: ConceptTable, count: int) -> dict[str, Table]:
    """The arrays of ``photoorg.embed.facets`` for words with ``meanings`` over ``count`` concepts."""
    points = concepts.meanings(np.eye(count, dtype=np.float32))
    lengths = np.ones(count, np.float32)
    classes = len(concepts.basis)
    lengths[:classes] = np.linalg.norm(concepts.basis, axis=1)
    known: dict[tuple[tuple[int, float], ...], int] = {}
    groups: list[int] = []
    facets: list[Vectors] = []
    for meaning in meanings:
        key = tuple(sorted(meaning.items()))
        if len(key) > 1 and key not in known:
            known[key] = len(facets)
            numbers, weights = (np.array(each) for each in zip(*key, strict=True))
            facets.append(cluster(points[numbers], (weights * lengths[numbers]).astype(np.float32)))
        groups.append(known.get(key, -1))
    vectors = np.concatenate(facets)
    sizes = np.linalg.norm(vectors, axis=1)
    starts = np.cumsum([0, *map(len, facets)])
    strongest = np.repeat(np.maximum.reduceat(sizes, starts[:-1]), np.diff(starts))
    return {
        "facets": small(vectors),
        "facet_lengths": (sizes / strongest).astype(np.float16),
        "facet_group": np.array(groups, np.int16),
        "facet_starts": starts.astype(np.int32),
    }


def cluster(points: Vectors, weights: Vectors, most: int = _FAMILIES) -> Vectors:
    """Sums (k, d) of the ``weights`` (n,) times unit ``points`` (n, d) in each of up to ``most`` clusters."""
    seeds = [int(weights.argmax())]
    near = points @ points[seeds[0]]
    while len(seeds) < min(most, len(points)):
        far = int((weights * (1 - near).clip(1e-6)).argmax())
        if far in seeds:
            break
        seeds.append(far)
        near = np.maximum(near, points @ points[far])
    centres = points[seeds]
    for _ in range(_ROUNDS):
        members = (points @ centres.T).argmax(axis=1)
        sums = np.zeros_like(centres)
        np.add.at(sums, members, points * weights[:, None])
        centres = unit_rows(np.where(sums.any(axis=1, keepdims=True), sums, centres))
    members = (points @ centres.T).argmax(axis=1)
    sums = np.zeros_like(centres)
    np.add.at(sums, members, points * weights[:, None])
    found: Vectors = sums[sums.any(axis=1)]
    return found


def small(vectors: Vectors) -> NDArray[np.int8]:
    """``vectors`` (n, d), each to eight bits by its largest entry."""
    peaks = np.abs(vectors).max(axis=1, keepdims=True)
    return np.rint(vectors / np.where(peaks > 0, peaks, 1) * 127).astype(np.int8)

"""Names for groups: what its photos show more than the rest of the library, and when and where they were taken.

A word fits a group as far as its photos' cosines to it lie above the library's, in standard deviations of the
library, each photo's surplus cut off so that a few that fit perfectly do not speak for all, times the root of the mean
cosine, so that a word which fits nothing does not win by fitting it less badly. Where no word fits well, and the group
is what a person put into one folder, the folder's name is better.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from photoorg.catalog.store import Catalog
from photoorg.core.arrays import Vectors
from photoorg.core.clusters import BREAK
from photoorg.core.errors import CannotError
from photoorg.core.jobs import Job
from photoorg.core.paths import resource
from photoorg.core.types import State
from photoorg.index.matrix import VectorMatrix
from photoorg.index.search import VectorIndex
from photoorg.media.dates import date_in_name
from photoorg.services.grouping.dates import library_span, spoken_span
from photoorg.services.grouping.folders import telling_folder
from photoorg.services.grouping.places import Origin, Places, nowhere, spoken_places

Contents = Sequence[int] | NDArray[np.int64]

#: How many photos stand for the library.
_SAMPLE = 5_000
#: What the library is like is looked at again when its size has changed by this share.
_OTHER_LIBRARY = 0.02
#: Standard deviations above the library that count at most.
_ENOUGH = 3.0
#: The share of a group's photos, the surest first, that its words are about, and how many at least.
_CORE, _LEAST = 2 / 3, 3
#: Photos that speak for a group of any size.
_ENOUGH_PHOTOS = 200
#: A word that fits less than this is not worth saying; less than that, the name of a folder is worth more. Of 24 groups
#: of objects and sports the words for 6 were wrong, of fits from 0.85 to 1.70; the least of the right ones was 1.69.
_FITS, _FITS_WELL = 0.75, 1.75
#: A second word is said if it fits nearly as well as the first, and means something else.
_NEARLY, _OTHER = 0.85, 0.98


@dataclass(frozen=True, slots=True)
class _Words:
    """Names (n), their unit vectors (n, d), and the mean and deviation (n,) of the library's cosines to each."""

    names: tuple[str, ...]
    vectors: Vectors
    mean: Vectors
    deviation: Vectors


class Namer:
    """Finds names in one text space. ``encode`` turns texts into unit vectors (n, d) of it, unknown ones into zeros."""

    def __init__(self, catalog: Catalog, index: VectorIndex, encode: Callable[[Sequence[str]], Vectors]) -> None:
        self._catalog = catalog
        self._index = index
        self._encode = encode
        self._known: tuple[tuple[str, ...], Vectors] | None = None
        self._words: tuple[int, _Words] | None = None

    def name(
        self,
        groups: Mapping[int, Contents],
        taken: Collection[str] = (),
        before: Mapping[int, str] | None = None,
        places: Places = nowhere,
    ) -> Job[dict[int, str]]:
        """A name for each of ``groups`` (id to contents, the surest first), unlike each other and those ``taken``.

        Words of the name ``before`` stay where they still fit. ``places`` says where coordinates are. A name is
        empty where there is nothing to say.

        Raises:
            CannotError: the list of words is missing.
        """
        matrix = self._index.refresh()
        words = self._fitted(matrix) if matrix is not None else None
        whole = self._origins(self._sample())
        origins = {id: self._origins(_thinned(contents)) for id, contents in groups.items()}
        where = yield from spoken_places(origins, whole, places)
        span = library_span([origin.taken for origin in whole])
        used, names = set(taken), {}
        for id in sorted(groups, key=lambda id: (-len(groups[id]), id)):
            fits = self._fits(groups[id], matrix, words) if matrix is not None and words is not None else {}
            fitting = list(fits)
            if max(fits.values(), default=0.0) < _FITS_WELL:
                folders = [origin.folder for origin in origins[id] if origin.folder]
                folder = telling_folder(folders, len(groups[id]), self._catalog.clusters.photos_in)
                fitting = [folder] if folder else fitting
            when = spoken_span([origin.taken for origin in origins[id]], span)
            old = (before or {}).get(id, "").partition(BREAK)[0].split(", ")
            fitting.sort(key=lambda word: word not in old)
            names[id] = _different(fitting, ", ".join(filter(None, (where.get(id), when))), used)
            used.add(names[id])
        return names

    def _fits(self, contents: Contents, matrix: VectorMatrix, words: _Words) -> dict[str, float]:
        """Up to five names that fit, the best first, and how well."""
        rows = self._rows(matrix, _thinned(contents[: max(_LEAST, round(_CORE * len(contents)))]))
        if not len(rows):
            return {}
        cosines = matrix.vectors[rows] @ words.vectors.T
        surplus = np.clip((cosines - words.mean) / words.deviation, -1, _ENOUGH).mean(axis=0)
        fit = surplus * np.sqrt(np.maximum(cosines.mean(axis=0), 0))
        chosen: list[int] = []
        for at in np.argsort(-fit.round(2), kind="stable").tolist():
            if fit[at] < _FITS or len(chosen) == 5 or (chosen and fit[at] < _NEARLY * fit[chosen[0]]):
                break
            if not chosen or (words.vectors[chosen] @ words.vectors[at]).max() < _OTHER:
                chosen.append(at)
        return {words.names[at]: float(fit[at]) for at in chosen}

    def _fitted(self, matrix: VectorMatrix) -> _Words:
        """The words against the library; made anew when it has grown or shrunk noticeably."""
        size = len(matrix)
        if self._words is None or abs(size - self._words[0]) > _OTHER_LIBRARY * size:
            if self._known is None:
                self._known = self._vocabulary()
            names, vectors = self._known
            rows = self._rows(matrix, self._sample())
            cosines = matrix.vectors[rows] @ vectors.T
            mean = cosines.mean(axis=0) if len(rows) else np.zeros(len(names), np.float32)
            deviation = cosines.std(axis=0) if len(rows) else np.ones(len(names), np.float32)
            self._words = size, _Words(names, vectors, mean, np.maximum(deviation, 1e-3))
        return self._words[1]

    def _vocabulary(self) -> tuple[tuple[str, ...], Vectors]:
        """The words of resources/names that the text space knows.

        Raises:
            CannotError: the list is missing.
        """
        try:
            lines = resource("names/words.txt").read_text("utf-8").splitlines()
        except OSError as error:
            raise CannotError("The list of names for groups is missing.", "Install photoorg again.") from error
        entries = [line.partition("\t") for line in lines if line and not line.startswith("#")]
        vectors = self._encode([query or name for name, _, query in entries])
        known = np.asarray(vectors.any(axis=1))
        names = tuple(name for (name, _, _), is_known in zip(entries, known.tolist(), strict=True) if is_known)
        return names, np.ascontiguousarray(vectors[known])

    def _rows(self, matrix: VectorMatrix, contents: Sequence[int]) -> NDArray[np.intp]:
        """The rows of those of ``contents`` that are in ``matrix``."""
        rows = matrix.rows_of(np.asarray(contents, np.int64))
        return rows[rows >= 0]

    def _sample(self) -> list[int]:
        """Contents of present photos that stand for the library."""
        present = np.asarray(self._catalog.photos.searchable(states=(State.PRESENT,)), np.int64)
        if len(present) > _SAMPLE:
            present = np.sort(np.random.default_rng(0).choice(np.sort(present), _SAMPLE, replace=False))
        return [int(content) for content in present]

    def _origins(self, contents: Sequence[int]) -> list[Origin]:
        """When and where photos were taken, as far as the files or their names say: a file's time can be its copy's."""
        return [
            Origin(
                taken or date_in_name(os.fsdecode(rel)),
                None if latitude is None or longitude is None else (latitude, longitude),
                os.path.dirname(os.fsdecode(rel)),
            )
            for taken, rel, latitude, longitude in self._catalog.clusters.origins(contents)
        ]


def _thinned(contents: Contents) -> list[int]:
    """So many of ``contents`` that they speak for all."""
    return [int(content) for content in contents[:: -(-len(contents) // _ENOUGH_PHOTOS) or 1]]


def _different(words: Sequence[str], rest: str, used: set[str]) -> str:
    """The best one or two of ``words`` with ``rest``, so that it is not in ``used``; a number where all are."""

    def joined(chosen: Sequence[str]) -> str:
        return BREAK.join(part for part in (", ".join(chosen), rest) if part)

    choices = [words[:2], words[:1], *([words[0], other] for other in words[2:]), words[:3]]
    candidates = [name for choice in choices if (name := joined(choice))]
    for name in candidates:
        if name not in used:
            return name
    if not candidates:
        return ""
    number = 2
    while f"{candidates[0]} {number}" in used:
        number += 1
    return f"{candidates[0]} {number}"

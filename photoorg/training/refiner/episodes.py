"""Simulated libraries: classes, sizes, strangers and an encoder drawn anew each time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from photoorg.clustering.configs import RefinerConfig
from photoorg.clustering.neighbours import Neighbours, nearest
from photoorg.clustering.sequences import Statistics, published, tokens
from photoorg.core.arrays import Vectors
from photoorg.core.jobs import run
from photoorg.embed.base import unit_rows
from photoorg.training.refiner.sources import ENCODERS, OWN, Source

#: How many classes and about how many photos of each a library has: both drawn evenly on a logarithmic scale.
_CLASSES, _PER_CLASS, _SPREAD = (2, 90), (12, 120), 0.6
_LEAST, _MOST = 60, 3000
#: How often a library is of made-up directions instead of photos: groups tighter, smaller and further apart than the
#: classes of any labelled set, as the bursts and series of a person's own photos are.
_MADE_UP = 0.2
#: Shares of photos that belong nowhere.
_STRANGERS = (0.0, 0.05, 0.1, 0.2)


@dataclass(frozen=True, slots=True)
class Library:
    """``vectors`` (n, d), unit, with two truths (n,): ``families`` for themes, ``classes`` for groups."""

    vectors: Vectors
    families: NDArray[np.int64]
    classes: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Episode:
    """``tokens`` (r, k, inputs) of some sequences of a library, and ``same`` (r, k, 2): with the first by family,
    and by class.
    """

    tokens: NDArray[np.float32]
    same: NDArray[np.bool_]


class Simulator:
    """Draws libraries from ``sources``; ``strangers`` are photos of which no two show the same."""

    def __init__(self, sources: Sequence[Source], strangers: Sequence[Source], families: dict[str, str]) -> None:
        self._sources = list(sources)
        self._strangers = list(strangers)
        self._families = families
        self._rows = [
            [(name, np.flatnonzero(source.classes == name)) for name in np.unique(source.classes) if name]
            for source in sources
        ]

    def library(self, generator: np.random.Generator, encoder: str | None = None, least: int = _LEAST) -> Library:
        """One library of ``least`` to 3,000 photos, by any encoder in any disguise, or by ``encoder`` as it is."""
        while True:
            made_up = encoder is None and generator.random() < _MADE_UP
            found = _made_up(generator) if made_up else self._draw(generator, encoder)
            if len(found.vectors) >= least:
                return found

    def episode(self, generator: np.random.Generator, config: RefinerConfig, rows: int) -> Episode:
        """``rows`` sequences of a new library, as ``config`` reads them; a small library gives as many as it has.

        A configuration without levels is the published one, which is bound to one encoder.
        """
        library = self.library(generator, None if config.levels else OWN, max(_LEAST, config.k))
        neighbours = run(nearest(library.vectors, config.k))
        assert isinstance(neighbours, Neighbours)
        chosen = generator.permutation(len(library.vectors))[:rows]
        if config.levels:
            inputs = tokens(library.vectors, neighbours, Statistics.of(library.vectors, neighbours), chosen)
        else:
            inputs = published(library.vectors, neighbours, chosen)
        ids = neighbours.ids[chosen]
        same = [truth[ids] == truth[chosen][:, None] for truth in (library.families, library.classes)]
        return Episode(inputs, np.stack(same, 2))

    def _draw(self, generator: np.random.Generator, encoder: str | None) -> Library:
        disguise = encoder is None
        if encoder is None:
            names, weights = list(ENCODERS), np.array(list(ENCODERS.values()), float)
            encoder = names[generator.choice(len(names), p=weights / weights.sum())]
        used = generator.permutation(len(self._sources))[: generator.integers(1, min(4, len(self._sources)) + 1)]
        # Two sources may have a class of one name, and it is not the same class.
        classes = [(int(number), name, rows) for number in used for name, rows in self._rows[number]]
        order = generator.permutation(len(classes))
        if generator.random() < 0.4:  # whole families, one after the other
            rank = {name: generator.random() for name in sorted({self._family(*each[:2]) for each in classes})}
            order = np.array(sorted(order, key=lambda at: rank[self._family(*classes[at][:2])]))
        wanted, typical = (int(np.exp(generator.uniform(*np.log(bounds)))) for bounds in (_CLASSES, _PER_CLASS))
        parts: list[Vectors] = []
        found: list[tuple[str, int]] = []
        for number, at in enumerate(order[:wanted]):
            source, name, rows = classes[at]
            size = int(np.clip(generator.lognormal(np.log(typical), _SPREAD), 3, None))
            chosen = generator.permutation(rows)[:size]
            parts.append(self._sources[source].vectors[encoder][chosen])
            found += [(self._family(source, name), number)] * len(chosen)
        strangers = np.concatenate([source.vectors[encoder] for source in self._strangers])
        share = generator.choice(_STRANGERS)
        picked = generator.permutation(len(strangers))[: int(len(found) * share)]
        parts.append(strangers[picked])
        found += [(f"stranger {at}", wanted + at) for at in range(len(picked))]
        vectors = np.concatenate(parts)
        keep = generator.permutation(len(vectors))[:_MOST]
        families = np.unique([family for family, _ in found], return_inverse=True)[1]
        numbers = np.array([number for _, number in found])
        seen = _disguised(vectors[keep], generator) if disguise else vectors[keep]
        return Library(seen, families[keep], numbers[keep])

    def _family(self, source: int, name: str) -> str:
        return f"{self._sources[source].name}/{self._families.get(name, name)}"


def _made_up(generator: np.random.Generator) -> Library:
    """Photos round random directions, those round the directions of their families, and strangers round nothing."""
    dim = int(np.exp(generator.uniform(np.log(16), np.log(256))))
    count = int(np.exp(generator.uniform(np.log(4), np.log(120))))
    typical = np.exp(generator.uniform(np.log(4), np.log(60)))
    sizes = np.clip(generator.lognormal(np.log(typical), 0.5, count), 3, 200).astype(int)
    family_of = generator.integers(0, max(1, int(count * generator.uniform(0.3, 1))), count)
    kinship, spread = generator.uniform(0, 1.5), np.exp(generator.uniform(np.log(0.1), np.log(1.2)))
    family_centres = unit_rows(generator.standard_normal((count, dim)))
    centres = unit_rows(kinship * family_centres[family_of] + unit_rows(generator.standard_normal((count, dim))))
    classes = np.repeat(np.arange(count), sizes)
    strangers = int(len(classes) * generator.choice(_STRANGERS))
    alone = count + np.arange(strangers)
    vectors = centres[classes] + spread * unit_rows(generator.standard_normal((len(classes), dim)))
    vectors = np.concatenate([unit_rows(vectors), unit_rows(generator.standard_normal((strangers, dim)))])
    labels, families = np.concatenate([classes, alone]), np.concatenate([family_of[classes], alone])
    keep = generator.permutation(len(labels))[:_MOST]
    return Library(vectors[keep], families[keep], labels[keep])


def _disguised(vectors: Vectors, generator: np.random.Generator) -> Vectors:
    """As other encoders might see it: projected at random, with noise, or all in a narrow cone."""
    if generator.random() < 0.35:
        dim = int(generator.choice([48, 96, 192]))
        vectors = unit_rows(vectors @ generator.standard_normal((vectors.shape[1], dim)))
    root = vectors.shape[1] ** 0.5
    if generator.random() < 0.3:
        vectors = vectors + generator.standard_normal(vectors.shape) * generator.uniform(0.1, 0.7) / root
    if generator.random() < 0.25:
        vectors = vectors + generator.standard_normal(vectors.shape[1]) * generator.uniform(0.3, 1.5) / root
    return unit_rows(vectors)

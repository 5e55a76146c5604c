"""What clusters are made of: a profile's spaces joined, seen so that photos of one kind lie close.

The embedded profile has two spaces. Likeness and concepts are joined and multiplied by a table that shrinks the
directions in which photos of one kind differ from each other (within-class covariance normalisation: Hatch, Kajarekar
and Stolcke 2006, regularised as in Friedman 1989) and keeps those in which kinds differ most (Fisher 1936). It was
learnt from labelled photos, and helps with kinds that are not among them. Other profiles have no table: their
clusters are made of the visual space as it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from photoorg.core.arrays import Vectors
from photoorg.core.paths import resource
from photoorg.embed.base import SpaceId, unit_rows
from photoorg.embed.specs import LITE0_CONCEPTS, LITE0_VISUAL
from photoorg.embed.tables import read_table

KINSHIP_FILE = "embedded/kinship.npz"
#: The length of the concepts beside that of the visual vector.
CONCEPTS_SHARE = 0.5
_BLOCK = 8192


@dataclass(frozen=True)
class KinshipTable:
    """``components`` (v + c, d) for vectors of v and c dimensions in the two spaces."""

    components: Vectors

    @classmethod
    def load(cls, file: Path) -> KinshipTable:
        """The table in ``file``."""
        return cls(np.ascontiguousarray(read_table(file)["components"], np.float32))

    def save(self, file: Path) -> None:
        """Write it in half precision."""
        np.savez(file, components=self.components.astype(np.float16))

    def __call__(self, visual: Vectors, concepts: Vectors) -> Vectors:
        """Unit vectors (n, d) of unit vectors (n, v) and (n, c)."""
        found = np.empty((len(visual), self.components.shape[1]), np.float32)
        for start in range(0, len(visual), _BLOCK):
            rows = slice(start, start + _BLOCK)
            found[rows] = unit_rows(joined(visual[rows], concepts[rows]) @ self.components)
        return found


def joined(visual: Vectors, concepts: Vectors) -> Vectors:
    """What the table is applied to and learnt from: (n, v + c)."""
    return np.concatenate([visual, CONCEPTS_SHARE * concepts], axis=1)


@cache
def shipped() -> KinshipTable:
    """The table that comes with photoorg."""
    return KinshipTable.load(resource(KINSHIP_FILE))


def spaces_for(visual: SpaceId) -> tuple[SpaceId, ...]:
    """The spaces that clusters are made of where ``visual`` is the one for likeness; it comes first."""
    return (LITE0_VISUAL, LITE0_CONCEPTS) if visual == LITE0_VISUAL else (visual,)


def for_clusters(visual: SpaceId, vectors: Mapping[SpaceId, Vectors]) -> Vectors:
    """The unit vectors (n, d) to cluster, of the same photos' ``vectors`` in the spaces of ``spaces_for(visual)``.

    Where the concepts are missing, as they may be while photos are being read, likeness has to do.
    """
    alike, concepts = vectors[visual], vectors.get(LITE0_CONCEPTS)
    if visual != LITE0_VISUAL or concepts is None:
        return alike
    table = shipped()
    fits = alike.shape[1] + concepts.shape[1] == len(table.components)
    return table(alike, concepts) if fits else alike

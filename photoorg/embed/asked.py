"""A query in words as points of a text space: where its phrases lie, and how far it can be trusted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from photoorg.core.arrays import Vectors
from photoorg.core.middle import median
from photoorg.core.products import inner, table

#: What the best facet counts beside the cosine with the whole. Mean average precision of 90 development queries: 0.725
#: at 0, 0.739 at 1/4, 0.738 at 1/2, where 28 other queries lose.
_FACETS = 0.25
#: In a larger library only so many photos, those nearest to the whole, are held against the facets, and as many others
#: say what these usually add: eight facets of 100,000 photos would take five times as long as the whole query.
_NEAREST = 2048


def _none() -> Vectors:
    return np.zeros((0, 0), np.float32)


@dataclass(frozen=True, slots=True)
class Asked:
    """``mean`` (d,) is the unit vector of the whole query.

    A broad phrase (food, furniture) names many things, no photo shows all of them, and the cosine with their mean is
    small for each. So it also has ``facets`` (k, d), one for each family of what it covers; of each phrase the best
    facet of a photo counts (the late interaction of ColBERT: Khattab and Zaharia 2020). ``starts`` says where in
    ``facets`` each phrase begins; their lengths carry the phrase's share of the query.
    """

    mean: Vectors
    facets: Vectors = field(default_factory=_none)
    starts: Sequence[int] = ()
    #: How much of the query is known, and how well, 0-1.
    trust: float = 1.0
    #: The highest cosine with the whole that any one thing it names can have, 0-1: one for a zebra, less for food, of
    #: which no photo shows everything. None where the encoder does not say.
    reach: float | None = None

    def scores(self, vectors: Vectors) -> Vectors:
        """How well photos with unit ``vectors`` (n, d) fit: (n,), on the scale of cosines."""
        linear: Vectors = inner(vectors, self.mean)
        if not self.starts:
            return linear
        if len(vectors) <= 4 * _NEAREST:
            return linear + np.float32(_FACETS) * (self._best(vectors) - linear)
        border = np.partition(linear, len(linear) - _NEAREST)[len(linear) - _NEAREST]
        near, usual = np.flatnonzero(linear >= border), slice(None, None, len(linear) // _NEAREST)
        added = median(self._best(vectors[usual]) - linear[usual])
        mixed = linear + np.float32(_FACETS * added)
        mixed[near] = linear[near] + np.float32(_FACETS) * (self._best(vectors[near]) - linear[near])
        return mixed

    def _best(self, vectors: Vectors) -> Vectors:
        """The cosines (n,) of ``vectors`` (n, d) with the best facet of each phrase, summed up."""
        cosines = np.ascontiguousarray(table(vectors, self.facets).T)
        ends = [*self.starts[1:], len(self.facets)]
        best: Vectors = np.sum([cosines[a:b].max(axis=0) for a, b in zip(self.starts, ends, strict=True)], axis=0)
        return best

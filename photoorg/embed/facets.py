"""The families of things that a broad word covers, each as a point of the concept space: furniture is beds, desks..."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from photoorg.core.arrays import Vectors
from photoorg.embed.base import unit_rows


@dataclass(frozen=True, slots=True)
class Facets:
    """``vectors`` (m, d) int8 with ``lengths`` (m,); ``group`` (n,) names the group of each word of a table or is -1.

    Group g has the vectors from ``starts[g]`` to ``starts[g + 1]``; words with one meaning share a group.
    """

    vectors: NDArray[np.int8]
    lengths: Vectors
    group: NDArray[np.int16]
    starts: NDArray[np.int32]

    @classmethod
    def of(cls, arrays: Mapping[str, NDArray[np.generic]]) -> Facets:
        """Those in a table as it was read."""
        return cls(
            arrays["facets"].astype(np.int8, copy=False),
            arrays["facet_lengths"].astype(np.float32),
            arrays["facet_group"].astype(np.int16, copy=False),
            arrays["facet_starts"].astype(np.int32, copy=False),
        )

    def __contains__(self, row: int) -> bool:
        return bool(self.group[row] >= 0)

    def __getitem__(self, row: int) -> Vectors:
        """The facets (k, d) of the word in a row; the weightiest has length one."""
        group = int(self.group[row])
        part = slice(int(self.starts[group]), int(self.starts[group + 1]))
        scaled: Vectors = unit_rows(self.vectors[part].astype(np.float32)) * self.lengths[part, None]
        return scaled

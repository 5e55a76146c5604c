"""Whether two pictures that may look alike do: by their vectors, and shade by shade."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from photoorg.catalog.store import Catalog
from photoorg.media.likeness import Shades, correlation, shades

#: The least cosine and the least correlation, in each of several ways to be alike.
Bars = Sequence[tuple[float, float]]

#: Pictures whose shades are kept, at 9 KB each: most are compared with several others in turn.
_KEPT = 4_096


class Alike:
    """Answers for contents of ``catalog``, by their vectors of ``space``; keeps what it has read of them."""

    def __init__(self, catalog: Catalog, space: str) -> None:
        self._catalog = catalog
        self._space = space
        self._vectors: dict[int, NDArray[np.float32] | None] = {}
        self._shades = lru_cache(_KEPT)(self._read)

    def agree(self, one: int, other: int, bars: Bars) -> bool:
        """Whether the vectors and the thumbnails of two contents agree at least as much as one of ``bars`` asks."""
        first, second = self._vector(one), self._vector(other)
        if first is None or second is None:
            return False
        cosine = float(first @ second)
        asked = [needed for least, needed in bars if cosine >= least]
        if not asked:
            return False
        seen, beside = self._shades(one), self._shades(other)
        return seen is not None and beside is not None and correlation(seen, beside) >= min(asked)

    def _vector(self, content: int) -> NDArray[np.float32] | None:
        if content not in self._vectors:
            self._vectors[content] = self._catalog.vectors.of(self._space, [content]).get(content)
        return self._vectors[content]

    def _read(self, content: int) -> Shades | None:
        jpeg = self._catalog.thumbnails.get([content], 128).get(content)
        return None if jpeg is None else shades(jpeg)

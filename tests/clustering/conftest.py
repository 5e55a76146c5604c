"""Made-up libraries of vectors with known groups."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray

Blobs = Callable[..., tuple[NDArray[np.float32], NDArray[np.int64]]]


@pytest.fixture(scope="session")
def blobs() -> Blobs:
    """Unit vectors round random directions, with the number of each vector's direction."""

    def make(
        sizes: list[int], spread: float = 0.05, dim: int = 32, seed: int = 0
    ) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
        generator = np.random.default_rng(seed)
        labels = np.repeat(np.arange(len(sizes)), sizes)
        centres = generator.standard_normal((len(sizes), dim))
        centres /= np.linalg.norm(centres, axis=1, keepdims=True)
        vectors = centres[labels] + spread * generator.standard_normal((len(labels), dim))
        order = generator.permutation(len(labels))
        vectors = vectors[order] / np.linalg.norm(vectors[order], axis=1, keepdims=True)
        return vectors.astype(np.float32), labels[order]

    return make

"""An easy synthetic set: round clusters about random directions."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray

Blobs = Callable[..., tuple[NDArray[np.float32], NDArray[np.int32]]]


@pytest.fixture
def blobs() -> Blobs:
    def make(
        clusters: int = 4, size: int = 50, dim: int = 32, noise: float = 0.1, seed: int = 0
    ) -> tuple[NDArray[np.float32], NDArray[np.int32]]:
        rng = np.random.default_rng(seed)
        centres = rng.normal(size=(clusters, dim))
        centres /= np.linalg.norm(centres, axis=1, keepdims=True)
        truth = rng.permutation(np.repeat(np.arange(clusters, dtype=np.int32), size))
        vectors = centres[truth] + rng.normal(0, noise, (len(truth), dim))
        vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
        return vectors.astype(np.float32), truth

    return make

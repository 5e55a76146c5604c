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


Drawn = tuple[NDArray[np.uint8], NDArray[np.int32]]


@pytest.fixture(scope="session")
def drawn() -> Drawn:
    """120 pictures of 32 px of three kinds, lying and standing stripes and discs, in changing places and colours."""
    rng = np.random.default_rng(0)
    size = 32
    y, x = np.mgrid[0:size, 0:size]
    truth = np.arange(120, dtype=np.int32) % 3
    pictures = np.zeros((len(truth), size, size, 3), np.uint8)
    for place, kind in enumerate(truth):
        phase, (row, column) = rng.random() * 6, rng.integers(10, 22, 2)
        disc = np.where((x - column) ** 2 + (y - row) ** 2 < 64, 1.0, -1.0)
        shape = (np.sin(y * 1.2 + phase), np.sin(x * 1.2 + phase), disc)[kind]
        grey = shape * 60 + 128 + rng.normal(0, 12, (size, size))
        pictures[place] = np.clip(grey[..., None] + rng.normal(0, 10, 3), 0, 255)
    return pictures, truth

"""Made-up vectors, and a stand-in for the catalog's table of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
import pytest
from numpy.typing import NDArray

SPACE = "toy@1/visual"


def unit(rng: np.random.Generator, n: int, dim: int = 16) -> NDArray[np.float32]:
    """Random directions (n, dim)."""
    rows = rng.standard_normal((n, dim)).astype(np.float32)
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def clustered(rng: np.random.Generator, n: int, dim: int = 64) -> NDArray[np.float32]:
    """Directions (n, dim) as encoders give them: kinds, and a spectrum that falls."""
    spectrum = np.arange(1, dim + 1) ** -0.5
    centres = rng.standard_normal((max(8, n // 100), dim))
    rows = (centres[rng.integers(0, len(centres), n)] + 0.8 * rng.standard_normal((n, dim))) * spectrum
    return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)


class Table:
    """Vectors by id, as the catalog keeps them: appended or removed, never changed, float16."""

    def __init__(self, dim: int = 16, batch: int = 7) -> None:
        self._dim = dim
        self._batch = batch
        self._next = 1
        self.stored: dict[int, tuple[int, NDArray[np.float16]]] = {}

    def put(self, contents: list[int], vectors: NDArray[np.float32]) -> None:
        for content, vector in zip(contents, vectors, strict=True):
            self.stored[self._next] = (content, vector.astype(np.float16))
            self._next += 1

    def remove(self, content: int) -> None:
        self.stored = {key: row for key, row in self.stored.items() if row[0] != content}

    def dim(self, space: str) -> int | None:
        return self._dim if space == SPACE and self.stored else None

    def stamp(self, space: str) -> tuple[int, int]:
        return max(self.stored, default=0), len(self.stored)

    def rows(self, space: str, after: int = 0) -> Iterator[tuple[int, NDArray[np.int64], NDArray[np.float16]]]:
        keys = sorted(key for key in self.stored if key > after)
        for start in range(0, len(keys), self._batch):
            part = [self.stored[key] for key in keys[start : start + self._batch]]
            ids = np.array([content for content, _ in part], dtype=np.int64)
            yield keys[min(start + self._batch, len(keys)) - 1], ids, np.stack([vector for _, vector in part])


@pytest.fixture
def space() -> str:
    return SPACE


@pytest.fixture(scope="session")
def directions() -> Callable[..., NDArray[np.float32]]:
    return unit


@pytest.fixture(scope="session")
def kinds() -> Callable[..., NDArray[np.float32]]:
    return clustered


@pytest.fixture
def rng() -> np.random.Generator:
    return np.random.default_rng(20)


@pytest.fixture
def table(rng: np.random.Generator) -> Table:
    """Forty vectors under the contents 100, 101, ..."""
    table = Table()
    table.put(list(range(100, 140)), unit(rng, 40))
    return table


@pytest.fixture
def empty_table() -> Table:
    """No vector yet; 64 dimensions."""
    return Table(dim=64, batch=500)

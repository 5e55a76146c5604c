"""One of several processes that follow the same growing catalog: run by test_refresh, by its path.

Arguments: the folder of the vector files, the space, and how many vectors to see added. The vectors are the same in
every process; each process is at a step of its own.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from photoorg.index.refresh import current

DIM = 16


class Growing:
    """Vector ``i`` has the id ``i`` and belongs to the content ``1000 + i``."""

    def __init__(self) -> None:
        self.count = 0

    def dim(self, space: str) -> int:
        return DIM

    def stamp(self, space: str) -> tuple[int, int]:
        return self.count, self.count

    def rows(self, space: str, after: int = 0) -> Iterator[tuple[int, NDArray[np.int64], NDArray[np.float32]]]:
        for number in range(max(after, 0) + 1, self.count + 1):
            vector = np.random.default_rng(number).standard_normal((1, DIM)).astype(np.float32)
            yield number, np.array([1000 + number]), vector


def follow(folder: Path, space: str, steps: int) -> None:
    """Read everything after every vector that joins."""
    growing = Growing()
    for growing.count in range(1, steps + 1):
        matrix = current(folder, space, DIM, growing)
        assert matrix.ids[: growing.count].tolist() == list(range(1001, 1001 + growing.count))
        assert np.allclose(np.linalg.norm(matrix.vectors, axis=1), 1, atol=1e-5)


if __name__ == "__main__":
    follow(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))

"""Keeps the memory-mapped vectors of a space in step with the catalog, which has the truth."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from photoorg.core import disk
from photoorg.index import files
from photoorg.index.arrays import renormalised
from photoorg.index.matrix import Batch, VectorMatrix


class VectorSource(Protocol):
    """Where vectors come from: the catalog's table of them."""

    def dim(self, space: str) -> int | None:
        """The dimension of ``space``, None while it holds nothing."""

    def stamp(self, space: str) -> tuple[int, int]:
        """``(newest vector id, number of vectors)``."""

    def rows(self, space: str, after: int = 0) -> Iterator[Batch]:
        """The vectors whose id is above ``after``, in the order of their ids, in batches."""


def current(folder: Path, space: str, dim: int, source: VectorSource) -> VectorMatrix:
    """The matrix of ``space`` as the catalog has it now: mapped, else grown, else built anew.

    Any number of processes may call this at once; one writes, the others wait for it.

    Raises:
        OSError: the folder cannot be written, or the disk is full.
    """
    matrix = VectorMatrix.open(folder, space, dim, source.stamp(space))
    if matrix is not None and _same_end(matrix, space, source):
        return matrix
    disk.make_folders(str(folder))
    with files.exclusive(folder / f"{files.safe_name(space)}.lock"):
        grown = _grown(VectorMatrix.open(folder, space, dim), space, source)
        return grown or VectorMatrix.rebuild(folder, space, dim, source.rows(space))


def _grown(matrix: VectorMatrix | None, space: str, source: VectorSource) -> VectorMatrix | None:
    """``matrix`` with the vectors that joined the catalog since; None where some of its own have left it."""
    if matrix is None or not _same_end(matrix, space, source):
        return None
    while matrix.stamp != source.stamp(space):  # again where another process added some meanwhile
        longer = matrix.append(source.rows(space, matrix.stamp.newest))
        if len(longer) == len(matrix):
            return None
        matrix = longer
    return matrix


def _same_end(matrix: VectorMatrix, space: str, source: VectorSource) -> bool:
    """Whether the catalog still has the last row: not so after a restored copy, or commits that a power cut took."""
    for _, ids, vectors in source.rows(space, matrix.stamp.newest - 1):
        if not len(matrix) or ids[0] != matrix.ids[-1]:
            return False
        return bool((renormalised(vectors[:1]) == matrix.vectors[-1]).all())
    return not len(matrix)

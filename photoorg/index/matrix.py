"""The vectors of one space as a memory-mapped float32 file: what exact search runs over.

Three files in the catalog's ``vectors`` folder: ``<space>.<generation>.f32`` (rows of unit length, C order,
little-endian), ``<space>.<generation>.ids`` (the content id of each row, int64) and the manifest ``<space>.json``,
which says how many rows count and which state of the catalog they are. New vectors are written behind the rows that
count, so a growing library does not rewrite everything and open mappings stay valid.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields, replace
from functools import cached_property
from pathlib import Path
from typing import BinaryIO, NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from photoorg.core import disk
from photoorg.core.arrays import Ids, Rows, Vectors
from photoorg.index import files
from photoorg.index.arrays import renormalised

#: A batch from the catalog: the newest vector id in it, content ids (n,), vectors (n, d).
Batch = tuple[int, Ids, NDArray[np.floating]]

Scalar = TypeVar("Scalar", bound=np.generic)

_FORMAT = 1
_DATA = (".f32", ".ids")


class Stamp(NamedTuple):
    """A state of the catalog's vectors of one space: the newest vector's id, and how many vectors there are."""

    newest: int
    rows: int


@dataclass(frozen=True, slots=True)
class _Manifest:
    """What ``<space>.json`` holds. The checksums are CRC-32 of the bytes of the rows that count."""

    format: int
    space: str
    dim: int
    generation: int
    newest: int
    rows: int
    ids_checksum: int
    vectors_checksum: int

    @classmethod
    def load(cls, folder: Path, space: str, dim: int) -> _Manifest | None:
        found = files.read_manifest(_manifest_path(folder, space))
        if found is None or {field.name for field in fields(cls)} != set(found):
            return None
        if not all(isinstance(value, int) for key, value in found.items() if key != "space"):
            return None
        manifest = cls(**found)  # type: ignore[arg-type]
        fits = (manifest.format, manifest.space, manifest.dim) == (_FORMAT, space, dim) and manifest.rows >= 0
        return manifest if fits else None


@dataclass(frozen=True)
class VectorMatrix:
    """Vectors (n, d) float32 of unit length and their content ids (n,) int64; never changes once made."""

    vectors: Vectors
    ids: Ids
    _folder: Path
    _manifest: _Manifest

    @classmethod
    def open(cls, folder: Path, space: str, dim: int, stamp: tuple[int, int] | None = None) -> VectorMatrix | None:
        """Map the file of ``space``: None where it is absent, damaged, of another dimension or another ``stamp``."""
        manifest = _Manifest.load(folder, space, dim)
        if manifest is None or (stamp is not None and stamp != (manifest.newest, manifest.rows)):
            return None
        data, ids = (_data_path(folder, space, manifest.generation, suffix) for suffix in _DATA)
        try:
            vectors: Vectors = _map(data, np.dtype("<f4"), (manifest.rows, dim))
            matrix = cls(vectors, _map(ids, np.dtype("<i8"), (manifest.rows,)), folder, manifest)
        except (OSError, ValueError):  # gone, or shorter than the manifest says
            return None
        return matrix if zlib.crc32(matrix.ids.data) == manifest.ids_checksum else None

    @classmethod
    def rebuild(cls, folder: Path, space: str, dim: int, batches: Iterable[Batch]) -> VectorMatrix:
        """Write ``batches`` as a new generation and map it; what was there before stays until that is done.

        Raises:
            ValueError: a batch does not have ``dim`` columns, or as many ids as vectors.
            OSError: the folder cannot be written, or the disk is full.
        """
        disk.make_folders(str(folder))
        name = files.safe_name(space)
        generation = files.next_generation(folder, name, _DATA)
        empty = _Manifest(_FORMAT, space, dim, generation, 0, 0, 0, 0)
        manifest = _write(folder, empty, batches)
        files.remove_generations(folder, name, _DATA, keep=generation)
        return cls._reopen(folder, manifest)

    def append(self, batches: Iterable[Batch]) -> VectorMatrix:
        """Write ``batches`` behind the rows of this matrix; gives the longer one, and leaves this one as it is.

        Only for the holder of the lock (see ``refresh.current``), on the newest state.

        Raises:
            ValueError, OSError: as ``rebuild``; the rows that counted before still do.
        """
        return self._reopen(self._folder, _write(self._folder, self._manifest, batches))

    @classmethod
    def _reopen(cls, folder: Path, manifest: _Manifest) -> VectorMatrix:
        matrix = cls.open(folder, manifest.space, manifest.dim, (manifest.newest, manifest.rows))
        if matrix is None:
            raise OSError(f"The vector file in {folder} does not read back as it was written.")
        return matrix

    @property
    def stamp(self) -> Stamp:
        """The state of the catalog that this matrix holds."""
        return Stamp(self._manifest.newest, self._manifest.rows)

    @property
    def generation(self) -> int:
        """Of two matrices of one generation, the longer begins with the rows of the other."""
        return self._manifest.generation

    @property
    def dim(self) -> int:
        """Columns of ``vectors``."""
        return self._manifest.dim

    def __len__(self) -> int:
        return self._manifest.rows

    def rows_of(self, ids: Ids) -> Rows:
        """The row (n,) of each of ``ids`` (n,), -1 for those that have none."""
        if not len(self):
            return np.full(len(ids), -1, np.intp)
        places = np.searchsorted(self.ids, ids, sorter=self._order).clip(max=len(self) - 1)
        rows = self._order[places]
        return np.where(self.ids[rows] == ids, rows, -1)

    def vectors_of(self, ids: Ids) -> Vectors | None:
        """The vectors (n, d) of ``ids`` (n,); None where one of them has none."""
        rows = self.rows_of(ids)
        return None if (rows < 0).any() else np.ascontiguousarray(self.vectors[rows])

    @cached_property
    def _order(self) -> Rows:
        """The rows by ascending id."""
        return np.argsort(self.ids, kind="stable")

    def intact(self) -> bool:
        """Whether every byte is as it was written. Reads the whole file: about a second a gigabyte."""
        return zlib.crc32(self.vectors.data) == self._manifest.vectors_checksum


def _write(folder: Path, manifest: _Manifest, batches: Iterable[Batch]) -> _Manifest:
    """Write ``batches`` behind the rows of ``manifest`` and publish the manifest of the result."""
    row_bytes = (manifest.dim * 4, 8)
    paths = [_data_path(folder, manifest.space, manifest.generation, suffix) for suffix in _DATA]
    rows, newest = manifest.rows, manifest.newest
    checksums = [manifest.vectors_checksum, manifest.ids_checksum]
    with _at(paths[0], rows * row_bytes[0]) as data, _at(paths[1], rows * row_bytes[1]) as ids:
        for last, batch_ids, vectors in batches:
            if vectors.shape != (len(batch_ids), manifest.dim):
                raise ValueError(f"{len(batch_ids)} ids do not fit vectors {vectors.shape}, dim {manifest.dim}")
            parts = renormalised(vectors), np.ascontiguousarray(batch_ids, dtype="<i8")
            for position, (file, part) in enumerate(zip((data, ids), parts, strict=True)):
                file.write(part.data)
                checksums[position] = zlib.crc32(part.data, checksums[position])
            rows, newest = rows + len(batch_ids), max(newest, last)
        files.flush(data)
        files.flush(ids)
    written = replace(manifest, newest=newest, rows=rows, vectors_checksum=checksums[0], ids_checksum=checksums[1])
    files.write_manifest(_manifest_path(folder, manifest.space), asdict(written))
    return written


def _at(path: Path, offset: int) -> BinaryIO:
    """``path`` open for writing at ``offset``; a torn end behind it is overwritten."""
    path.touch()
    file = path.open("r+b")
    file.seek(offset)
    return file


def _map(path: Path, dtype: np.dtype[Scalar], shape: tuple[int, ...]) -> NDArray[Scalar]:
    if not shape[0]:  # nothing can be mapped
        return np.empty(shape, dtype)
    return np.asarray(np.memmap(path, dtype=dtype, mode="r", shape=shape))


def _data_path(folder: Path, space: str, generation: int, suffix: str) -> Path:
    return folder / f"{files.safe_name(space)}.{generation}{suffix}"


def _manifest_path(folder: Path, space: str) -> Path:
    return folder / f"{files.safe_name(space)}.json"

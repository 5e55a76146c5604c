"""Approximate search by a hierarchical navigable small world graph (Malkov and Yashunin 2018), through hnswlib.

The graph is a file of the catalog's ``vectors`` folder, ``<space>.<generation>.hnsw``, beside a manifest
``<space>.hnsw.json`` with its size and digest: hnswlib can crash on a damaged file, so it never sees one.
"""

from __future__ import annotations

import hashlib
import platform
import threading
from importlib import metadata
from pathlib import Path

import numpy as np

from photoorg.core import disk
from photoorg.core.arrays import Ids, Vectors
from photoorg.core.paths import display_path
from photoorg.index import files

#: Links a node.
LINKS = 16
#: Candidates kept while a node is linked in. 200 takes twice the time to build for 0.001 more recall at 100k.
EF_CONSTRUCTION = 100
#: Candidates kept while searching: so many at least, and one for every so many nodes. On vectors as hard as real
#: ones (bench/vectors.py) 256 find 0.995 of the 50 nearest to an example among 100,000, in 0.7 ms. Among a million
#: they find 0.91, 2,000 find 0.965, and 10,000 find 0.981 in 31 ms (0.995 for words, in 20 ms). Directions without
#: any structure are out of reach from 100,000 on (2048: 0.85), but no encoder gives such.
EF_SEARCH = 256
EF_NODES = 100

_FORMAT = 1
_DATA = (".hnsw",)


def available() -> bool:
    """Whether hnswlib can be used; it is built by a C++ compiler, so it may be missing, or not fit its Python."""
    try:
        import hnswlib  # noqa: F401
    except ImportError:
        return False
    return True


class HnswIndex:
    """A graph over unit vectors, labelled with content ids. Safe from any thread: one lock guards it.

    hnswlib allows neither adding beside a search nor resizing beside either.
    """

    def __init__(self, dim: int, file: Path | None = None) -> None:
        import hnswlib

        self.dim = dim
        self._graph = hnswlib.Index(space="ip", dim=dim)
        if file is None:
            self._graph.init_index(max_elements=1, M=LINKS, ef_construction=EF_CONSTRUCTION, random_seed=0)
        else:  # loading over a graph that was begun makes hnswlib complain on standard error
            self._graph.load_index(str(file))
        self._ids: Ids = np.empty(0, dtype=np.int64)
        self._deleted: Ids = np.empty(0, dtype=np.int64)
        self._lock = threading.Lock()

    @property
    def ids(self) -> Ids:
        """The content ids (n,) that searches can find, ascending."""
        return self._ids

    @property
    def deleted(self) -> int:
        """How many nodes are only marked as deleted: they still cost memory and time."""
        return len(self._deleted)

    def add(self, ids: Ids, vectors: Vectors) -> None:
        """Link in unit ``vectors`` (n, d) under ``ids`` (n,), on all cores; searches wait or are refused meanwhile.

        Raises:
            ValueError: shapes do not fit, or an id is here: a content's vector never changes.
        """
        if vectors.shape != (len(ids), self.dim):
            raise ValueError(f"{len(ids)} ids do not fit vectors {vectors.shape}, dim {self.dim}")
        ascending = np.unique(ids)
        if len(ascending) < len(ids) or np.isin(ascending, self._ids).any():
            raise ValueError("an id is in the graph already")
        with self._lock:
            needed = self._graph.get_current_count() + len(ids)
            if needed > self._graph.get_max_elements():
                self._graph.resize_index(max(needed, self._graph.get_max_elements() * 5 // 4))
            self._graph.add_items(vectors, ids)
            self._ids = np.insert(self._ids, np.searchsorted(self._ids, ascending), ascending)
            self._deleted = np.setdiff1d(self._deleted, ascending)

    def remove(self, ids: Ids) -> None:
        """Let searches find ``ids`` (n,) no more; ids that are not here are passed over."""
        with self._lock:
            gone = np.intersect1d(ids, self._ids)
            for label in gone.tolist():
                self._graph.mark_deleted(label)
            self._ids = np.setdiff1d(self._ids, gone)
            self._deleted = np.union1d(self._deleted, gone)

    def search(self, queries: Vectors, k: int) -> Ids | None:
        """The ids (q, k) that the graph finds nearest to ``queries`` (q, d), best first.

        None when it cannot say: it is being changed just now, holds fewer than ``k``, or did not reach that many.
        """
        if not 0 < k <= len(self._ids) or not self._lock.acquire(blocking=False):
            return None
        try:
            self._graph.set_ef(max(EF_SEARCH, len(self._ids) // EF_NODES, 2 * k))
            labels, _ = self._graph.knn_query(queries, k, num_threads=1 if len(queries) == 1 else -1)
        except RuntimeError:  # fewer than k within reach
            return None
        finally:
            self._lock.release()
        return np.asarray(labels, dtype=np.int64)

    def save(self, folder: Path, space: str) -> None:
        """Write the graph as the one of ``space``; the one before stays until that is done.

        Raises:
            OSError: the folder cannot be written, the disk is full, or hnswlib cannot write to such a path.
        """
        disk.make_folders(str(folder))
        name = files.safe_name(space)
        generation = files.next_generation(folder, name, _DATA)
        path = folder / f"{name}.{generation}{_DATA[0]}"
        with self._lock:
            try:
                self._graph.save_index(str(path))
            except (RuntimeError, TypeError) as error:  # TypeError: a path that is no text
                raise OSError(f"hnswlib cannot write {display_path(str(path))}: {error}") from error
            content = {**_origin(space, self.dim), "generation": generation, "deleted": self._deleted.tolist()}
        with path.open("r+b") as file:
            files.flush(file)
        files.write_manifest(_manifest_path(folder, space), {**content, "digest": _digest(path)})
        files.remove_generations(folder, name, _DATA, keep=generation)

    @classmethod
    def load(cls, folder: Path, space: str, dim: int) -> HnswIndex | None:
        """Read the graph of ``space``; about two seconds a gigabyte.

        None where hnswlib or the file is missing, the file is not, byte for byte, what was saved, or another
        hnswlib or another kind of machine made it.
        """
        manifest = files.read_manifest(_manifest_path(folder, space))
        if not available() or manifest is None or not _origin(space, dim).items() <= manifest.items():
            return None
        path = folder / f"{files.safe_name(space)}.{manifest.get('generation')}{_DATA[0]}"
        deleted = manifest.get("deleted")
        if not isinstance(deleted, list) or _digest(path) != manifest.get("digest"):
            return None
        try:
            index = cls(dim, path)
        except (RuntimeError, TypeError):
            return None
        index._deleted = np.array(sorted(deleted), dtype=np.int64)
        index._ids = np.setdiff1d(np.array(index._graph.get_ids_list(), dtype=np.int64), index._deleted)
        return index


def _origin(space: str, dim: int) -> dict[str, object]:
    """What a file must have been made of, and by, to be read here: its format is the memory of the machine."""
    return {
        "format": _FORMAT,
        "space": space,
        "dim": dim,
        "hnswlib": metadata.version("hnswlib"),
        "machine": platform.machine(),
    }


def _digest(path: Path) -> str | None:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "blake2b").hexdigest()
    except OSError:
        return None


def _manifest_path(folder: Path, space: str) -> Path:
    return folder / f"{files.safe_name(space)}.hnsw.json"

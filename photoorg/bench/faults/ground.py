"""The library that faults happen to: small photos with companions, made once for each scene and copied for each run."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, cast

import numpy as np
from PIL import Image

from photoorg.catalog.store import Catalog
from photoorg.core.hashing import hash_file
from photoorg.core.jobs import CancelToken, Job, run
from photoorg.core.types import Metadata
from photoorg.embed.profiles import profile
from photoorg.services.factory import Services
from photoorg.services.library.ingest import Ingest
from photoorg.services.profiles.switching import Switching
from photoorg.services.worker.messages import ReadResult, ReadTask

if TYPE_CHECKING:
    from photoorg.services.worker.host import Worker

#: Where photos lie below the root; the companions of a photo have its stem.
PHOTOS = ("2023/a.jpg", "2023/b.jpg", "2024/a.jpg", "2024/b.jpg", "2024/c.jpg", "d.jpg", "e.jpg")
COMPANIONS = ("2023/a.CR2", "2024/a.xmp", "2024/a.MOV", "d.jpg.xmp")
_DIM = 8
#: Files have times of their own, some days apart.
_TIME = 1_600_000_000


class Reader:
    """Reads photos for the catalog in this very process: a fault is to hit the writing, not the decoding.

    ``spaces`` are those in which each gets a vector.
    """

    def __init__(self, spaces: Sequence[str]) -> None:
        self._spaces = tuple(spaces)

    def read(self, tasks: Iterable[ReadTask], cancel: CancelToken | None = None) -> Iterator[ReadResult]:
        """Every file, hashed, with a vector made of its hash."""
        for task in tasks:
            try:
                status = os.stat(task.path)
                content = hash_file(task.path)
            except OSError as error:
                yield ReadResult(task.key, task.path, None, 0, 0, failure=f"It cannot be read: {error.strerror}.")
                continue
            if content in task.known:
                yield ReadResult(task.key, task.path, content, status.st_size, status.st_mtime_ns)
                continue
            vector = np.frombuffer(content[:_DIM], np.uint8).astype(np.float32) + 1
            data = (vector / np.linalg.norm(vector)).astype("<f2").tobytes()
            yield ReadResult(
                task.key,
                task.path,
                content,
                status.st_size,
                status.st_mtime_ns,
                Metadata(8, 6, "JPEG"),
                {128: b"\xff\xd8 small", 384: b"\xff\xd8 large"},
                dict.fromkeys(self._spaces, data),
            )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """There is nothing to end."""


class Home:
    """One library: ``base`` holds the root ``photos`` and the catalog, ``other`` lies on the other volume."""

    def __init__(self, base: Path, other: Path) -> None:
        self.base = base
        self.other = other
        self.root = base / "photos"
        self.folder = base / "catalog"

    def make_photos(self) -> None:
        """Write the photos and their companions, each with bytes of its own."""
        for number, name in enumerate(PHOTOS + COMPANIONS):
            path = self.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if name in PHOTOS:
                Image.new("RGB", (8, 6), (number * 30, 99, 255 - number * 20)).save(path, quality=95)
            else:
                path.write_bytes(name.encode() * 50)
            os.utime(path, (_TIME + number * 86_400, _TIME + number * 86_400))

    @staticmethod
    def write(path: Path, data: bytes) -> None:
        """A file of the person's own, with the same time in every run."""
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        os.utime(path, (_TIME + len(data), _TIME + len(data)))

    def open(self) -> Services:
        """The services over the catalog, finishing first what was interrupted, as a start of the program does."""
        from photoorg import services

        return services.open(self.folder)

    def index(self, opened: Services) -> None:
        """Index the root, with both search files."""
        catalog = opened._catalog
        ingest = Ingest(catalog, Switching(catalog), _reader, _no_graphs, _no_groups)
        run(ingest.index([str(self.root)]))
        refresh(catalog)

    def places(self) -> list[Path]:
        """Where originals may be."""
        return [self.base, self.other]

    def files(self) -> dict[str, list[tuple[str, bytes]]]:
        """The paths (with their time) of all files outside the catalog, by their bytes."""
        found: dict[str, list[tuple[str, bytes]]] = {}
        for place in self.places():
            for folder, _, names in os.walk(place):
                if folder == str(self.folder) or folder.startswith(f"{self.folder}{os.sep}"):
                    continue
                for name in names:
                    path = os.path.join(folder, name)
                    found.setdefault(path, []).append((path, Path(path).read_bytes()))
        return found

    def tree(self) -> dict[str, tuple[bytes, int]]:
        """Every original: bytes and time of modification, by path."""
        return {
            path: (data, os.stat(path).st_mtime_ns) for path, entries in self.files().items() for _, data in entries
        }

    def save(self, kept: Path) -> None:
        """Keep both places as they are now."""
        for name, place in (("base", self.base), ("other", self.other)):
            shutil.copytree(place, kept / name, symlinks=True)

    def restore(self, kept: Path) -> None:
        """Make both places what they were when they were kept."""
        for name, place in (("base", self.base), ("other", self.other)):
            shutil.rmtree(place, ignore_errors=True)
            shutil.copytree(kept / name, place, symlinks=True)


def refresh(catalog: Catalog) -> None:
    """Bring the search files up to date, as the first search does."""
    from photoorg.index.refresh import current

    for space in Switching(catalog).active.spaces:
        dim = catalog.vectors.dim(space)
        if dim is not None:
            current(catalog.vector_files, space, dim, catalog.vectors)


def _reader(name: str) -> Worker:
    return cast("Worker", Reader(profile(name).spaces))


def _no_graphs(profile: str, cancel: CancelToken) -> Job[None]:
    yield from ()


def _no_groups(cancel: CancelToken) -> Job[None]:
    yield from ()


def chosen(ids: Sequence[int], chance: Any) -> list[int]:
    """Some of ``ids``, at least one, in any order."""
    return list(chance.sample(ids, chance.randint(1, len(ids))))

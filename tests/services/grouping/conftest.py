"""A library of made-up photos whose vectors say what they show: real catalog, real services, no files to decode."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from photoorg.catalog.intake import ReadFile
from photoorg.catalog.store import Catalog
from photoorg.core.clusters import Cluster
from photoorg.core.jobs import run
from photoorg.core.types import FoundFile, Metadata
from photoorg.embed.specs import LITE0_CONCEPTS, LITE0_VISUAL
from photoorg.embed.words import WordTable
from photoorg.services import Services

VISUAL, CONCEPTS = LITE0_VISUAL, LITE0_CONCEPTS
_DIM = 48


class Album:
    """Adds photos of a kind, which look alike and show what the kind is called."""

    def __init__(self, folder: Path) -> None:
        (folder / "photos").mkdir()
        self.catalog = Catalog(folder / "catalog")
        self.services = Services(self.catalog)
        self._root = self.catalog.roots.add(str(folder / "photos"))
        self._rng = np.random.default_rng(3)
        self._centres: dict[str, np.ndarray] = {}
        self._words = WordTable.load()
        self._count = 0

    def add(
        self,
        kind: str,
        count: int,
        *,
        taken: str | None = None,
        where: tuple[float, float] | None = None,
        noise: float = 0.3,
        folder: str = "",
    ) -> list[int]:
        """``count`` photos of a kind, in a folder; their ids. A ``kind`` of '' gives photos that are like no others."""
        return [self._add(kind, taken, where, noise, folder) for _ in range(count)]

    def background(self) -> int:
        """A library for the others to be grouped in: six more kinds. How many photos that is."""
        return sum(len(self.add(kind, 12)) for kind in ("boat", "bird", "guitar", "shoe", "tree", "clock"))

    def read_again(self, photo: int, kind: str) -> None:
        """The file of a photo was edited in place: it shows something else."""
        with self.catalog.database.write():
            self.catalog.database.connection.execute("UPDATE photos SET pending = 1 WHERE id = ?", (photo,))
        self._take(photo, kind, None, None, 0.3)

    def cluster(self) -> None:
        """A full run."""
        run(self.services.clusters.run())

    def update(self) -> None:
        """What indexing ends with."""
        run(self.services.clusters.update())

    def groups(self) -> dict[int, set[int]]:
        """Group to photos."""
        return {group.id: {photo.id for photo in group.photos} for group in self.services.clusters.all().clusters}

    def of(self, photos: list[int]) -> Cluster:
        """The one group that holds exactly ``photos``."""
        (found,) = [
            group
            for group in self.services.clusters.all().clusters
            if {photo.id for photo in group.photos} == set(photos)
        ]
        return found

    def ungrouped(self) -> set[int]:
        """The photos in no group."""
        return {photo.id for photo in self.services.clusters.all().ungrouped}

    def _add(self, kind: str, taken: str | None, where: tuple[float, float] | None, noise: float, folder: str) -> int:
        self._count += 1
        rel = os.path.join(folder, f"{self._count:05}.jpg")
        with self.catalog.database.write() as connection:
            self.catalog.intake.found(FoundFile(self._root.id, rel, 3, 5), "2020-01-01T00:00:00")
            photo = int(connection.execute("SELECT max(id) FROM photos").fetchone()[0])
        return self._take(photo, kind, taken, where, noise)

    def _take(self, photo: int, kind: str, taken: str | None, where: tuple[float, float] | None, noise: float) -> int:
        own = self._rng.standard_normal(_DIM)
        centre = self._centres.setdefault(kind, self._rng.standard_normal(_DIM)) if kind else own
        visual = centre / np.linalg.norm(centre) + noise * own / np.linalg.norm(own)
        shown = self._words.encode([kind or "thing"])[0]
        concepts = shown + 0.3 * self._rng.standard_normal(len(shown)) / len(shown) ** 0.5
        latitude, longitude = where or (None, None)
        with self.catalog.database.write():
            taken_in = self.catalog.intake.take(
                ReadFile(
                    photo,
                    3,
                    5,
                    "2020-01-01T00:00:00",
                    hash=self._rng.bytes(16),
                    metadata=Metadata(4, 3, "JPEG", taken=taken, latitude=latitude, longitude=longitude),
                    vectors={VISUAL: _half(visual), CONCEPTS: _half(concepts)},
                )
            )
        return taken_in.id


def _half(vector: np.ndarray) -> bytes:
    return (vector / np.linalg.norm(vector)).astype("<f2").tobytes()


@pytest.fixture
def album(tmp_path: Path) -> Iterator[Album]:
    made = Album(tmp_path)
    yield made
    made.services.close()


@pytest.fixture
def three_kinds(album: Album) -> tuple[Album, list[int], list[int], list[int]]:
    """Dogs, pizzas and cars, grouped, among others."""
    album.background()
    kinds = album.add("dog", 14), album.add("pizza", 12), album.add("car", 10)
    album.cluster()
    return album, *kinds

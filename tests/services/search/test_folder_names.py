"""What folders are called counts in a search by words."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from photoorg.catalog.intake import ReadFile
from photoorg.catalog.store import Catalog
from photoorg.core.conditions import Conditions
from photoorg.core.types import FITS, FoundFile, Metadata, Query
from photoorg.embed.profiles import EMBEDDED
from photoorg.services.search.folder_names import CERTAINTY, FolderNames
from photoorg.services.search.library_vectors import LibraryVectors
from photoorg.services.search.service import Search

#: Folders with the number of photos in each.
FOLDERS = {
    "2024-05 Birthday Ella": 3,
    "2024-05 Birthday Ella/Kitchen": 2,
    "Trips/Lake_Garda": 4,
    "Trips/Dogs": 2,
    "Xqzzkwv": 2,
    "DCIM/100CANON": 20,
    "DCIM": 2,
}


class Library:
    """Photos whose vectors are noise: only the names of their folders say anything."""

    def __init__(self, folder: Path, graph_above: int) -> None:
        self.catalog = Catalog(folder / "catalog")
        (folder / "Pictures").mkdir()
        self.root = self.catalog.roots.add(str(folder / "Pictures"))
        self.search = Search(self.catalog, EMBEDDED, LibraryVectors(self.catalog, EMBEDDED, graph_above), self._none)
        self.names = FolderNames(self.catalog)
        chance = np.random.default_rng(0)
        number = 0
        with self.catalog.database.write():
            for name, count in FOLDERS.items():
                for _ in range(count):
                    number += 1
                    rel = os.path.join(*name.split("/"), f"{number:04}.jpg")
                    self.catalog.intake.found(FoundFile(self.root.id, rel, 1, 1), "2020-01-01T00:00:00")
                    vectors = {}
                    for space in (EMBEDDED.text, EMBEDDED.visual):
                        vector = chance.standard_normal(256)
                        vectors[space] = (vector / np.linalg.norm(vector)).astype("<f2").tobytes()
                    metadata = Metadata(4, 3, "JPEG", taken="2020-06-15T12:00:00")
                    read = ReadFile(
                        number, 1, 1, "", hash=number.to_bytes(16, "big"), metadata=metadata, vectors=vectors
                    )
                    self.catalog.intake.take(read)

    @staticmethod
    def _none() -> None:
        raise AssertionError("no foreign file is read here")


@pytest.fixture(params=[10_000, 5], ids=["exact", "graph"])
def library(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Library]:
    made = Library(tmp_path, request.param)
    yield made
    made.catalog.close()


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("birthday", [1, 2, 3, 4, 5]),
        ("the Birthday of Ella", [1, 2, 3, 4, 5]),
        ("birthday kitchen", [4, 5]),
        ("birthday dog", []),
        ("ella", [1, 2, 3, 4, 5]),
        ("dog", [10, 11]),
        ("lake garda", [6, 7, 8, 9]),
        ("birth", []),
        ("dcim", []),
        ("canon", []),
        ("the", []),
        ("pictures", []),
        ("", []),
    ],
)
def test_what_folders_are_called(library: Library, text: str, contents: list[int]) -> None:
    assert library.names.called(text).tolist() == contents


def test_a_name_that_most_photos_bear_tells_nothing(library: Library) -> None:
    with library.catalog.database.write() as connection:
        connection.execute(
            "UPDATE photos SET rel = CAST('Trips/Dogs/' || rel AS BLOB) WHERE CAST(rel AS TEXT) LIKE 'DCIM%'"
        )
    assert len(library.names.called("dog")) == 0
    assert library.names.called("birthday").tolist() == [1, 2, 3, 4, 5]


def test_photos_in_a_folder_of_the_name_come_first_and_fit(library: Library) -> None:
    hits = library.search.search(Query("birthday", limit=8))
    assert {hit.id for hit in hits[:5]} == {1, 2, 3, 4, 5}
    assert [hit.certainty >= CERTAINTY > FITS for hit in hits] == [True] * 5 + [False] * 3
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert library.search.understood("ella").text == "ella", "what a folder is called is no misspelling"


def test_a_name_that_no_encoder_knows_finds_its_folder_and_nothing_else(library: Library) -> None:
    hits = library.search.search(Query("xqzzkwv", limit=8))
    assert {hit.id for hit in hits if hit.certainty >= FITS} == {12, 13}
    assert {hit.id for hit in hits[:2]} == {12, 13}


def test_conditions_hold_for_them_too_and_other_searches_do_not_ask(library: Library) -> None:
    below = Conditions(folder=os.path.join(library.root.path, "2024-05 Birthday Ella", "Kitchen"))
    assert {hit.id for hit in library.search.search(Query("birthday", where=below))} == {4, 5}
    library.search.folder_names = None
    assert max(hit.certainty for hit in library.search.search(Query("birthday", limit=8))) < FITS

"""A catalog without a database, over made-up vectors: what the product's search needs of one, and no more.

A million photos are there at once, where writing them into a real catalog would take longer than the bench. What it
leaves out is the look-up of the answers' rows, a tenth of a millisecond.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

from photoorg.bench.vectors import MadeLibrary
from photoorg.catalog.store import Catalog
from photoorg.core.types import Photo, State
from photoorg.embed.profiles import EMBEDDED
from photoorg.services.search.library_vectors import LibraryVectors
from photoorg.services.search.service import Search


class _Photos:
    """Every content is one photo of the same number."""

    def __init__(self, count: int) -> None:
        self._count = count

    def searchable(self, **_: Any) -> array[int]:
        return array("q", range(1, self._count + 1))

    def of_contents(self, contents: Iterable[int], **_: Any) -> dict[int, list[Photo]]:
        return {
            content: [Photo(content, f"/made/{content}.jpg", State.PRESENT, content, 4_000_000)] for content in contents
        }


class _Database:
    def version(self) -> int:
        """Nobody writes to it."""
        return 1


class MadeCatalog:
    """Stands in for ``Catalog``; the vector files lie in ``folder``."""

    def __init__(self, folder: Path, library: MadeLibrary) -> None:
        self.vector_files = folder
        self.vectors = library
        self.photos = _Photos(library.count)
        self.database = _Database()


def search_over(catalog: MadeCatalog, space: str) -> tuple[Search, LibraryVectors]:
    """The product's own search over ``catalog``, with one space for words and for likeness, and its vectors."""
    profile = replace(EMBEDDED, text=space, visual=space)
    stand_in = cast(Catalog, catalog)
    vectors = LibraryVectors(stand_in, profile)
    search = Search(stand_in, profile, vectors, _no_worker)
    search.folder_names = None  # there are no files, so no folders
    return search, vectors


def _no_worker() -> Any:
    raise AssertionError("a search by words needs no worker")

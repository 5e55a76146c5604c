"""Folders that are called what is asked for: what a person wrote on them counts beside what photos show.

Nobody who types the name of a folder wants to read that nothing fits, whatever an encoder makes of the word.
"""

from __future__ import annotations

import os
import threading
from dataclasses import dataclass

import numpy as np

from photoorg.catalog.facets import folders
from photoorg.catalog.store import Catalog
from photoorg.core.arrays import Ids
from photoorg.core.conditions import Conditions
from photoorg.embed import german
from photoorg.embed.reading import tokens_of
from photoorg.embed.words import STOP_WORDS
from photoorg.services.grouping.folders import spoken_folder

#: How sure a photo is in such a folder, at least: more likely right than wrong, but nobody looked at the photo.
CERTAINTY = 0.6
#: A name that more than this share of the photos bears tells none from the others.
_MOST = 0.5
_SAYING_NOTHING = STOP_WORDS | german.STOP_WORDS


@dataclass(frozen=True, slots=True)
class _Folder:
    path: str
    words: frozenset[str]
    photos: int


class FolderNames:
    """Knows what the folders of one catalog are called. Safe from any thread."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._lock = threading.Lock()
        self._version: int | None = None
        self._folders: list[_Folder] = []

    def called(self, text: str) -> Ids:
        """The contents (n,), ascending, of all photos in folders whose names hold every word of ``text`` that says
        something, whole; the names of the folders they lie in count too. Singular and plural are the same.
        """
        asked = _words(text)
        with self._lock:
            self._refresh()
            named = [folder for folder in self._folders if asked and asked <= folder.words]
            whole = sum(folder.photos for folder in self._folders)
        if not named or sum(folder.photos for folder in named) > _MOST * whole:
            return np.empty(0, np.int64)
        found: set[int] = set()
        above = ""
        for folder in sorted(named, key=lambda each: each.path + os.sep):
            if not above or not folder.path.startswith(above):  # what lies below one is found with it
                above = folder.path + os.sep
                found.update(self._catalog.photos.searchable(where=Conditions(folder=folder.path)))
        return np.array(sorted(found), np.int64)

    def _refresh(self) -> None:
        version = self._catalog.database.version()
        if version != self._version:
            roots = [root.path for root in self._catalog.roots.all()]
            self._folders = [
                _Folder(path, _words_of_path(path, roots), photos) for path, photos in folders(self._catalog.database)
            ]
            self._version = version


def _words(text: str) -> frozenset[str]:
    return frozenset(_one(token) for token in tokens_of(text) if token not in _SAYING_NOTHING)


def _words_of_path(path: str, roots: list[str]) -> frozenset[str]:
    """What the names say from the root on down; those that cameras and programs give say nothing."""
    above = (root for root in roots if path == root or path.startswith(root.rstrip(os.sep) + os.sep))
    root = max(above, key=len, default=path)  # a root may be taken out meanwhile
    names = [os.path.basename(root), *os.path.relpath(path, root).split(os.sep)]
    return frozenset().union(*(_words(spoken_folder(name)) for name in names if name != os.curdir))


def _one(word: str) -> str:
    """A word without the ending of the plural: enough to tell that both mean the same."""
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word

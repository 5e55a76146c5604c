"""What a query's hits are held against: how well the same photos fit words that nobody asked for."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import numpy as np

from photoorg.core.arrays import Vectors
from photoorg.core.paths import resource
from photoorg.embed import models_folder

if TYPE_CHECKING:
    from photoorg.embed.specs import EncoderSpec


_WORDS = "search/background.txt"
_FILE = "background.npy"


def words(name: str = _WORDS) -> list[str]:
    """The words of a list among the resources."""
    lines = resource(name).read_text("utf-8").splitlines()
    return [word for line in lines if not line.startswith("#") for word in line.split()]


def background(spec: EncoderSpec, encode: Callable[[Sequence[str]], Vectors]) -> Vectors:
    """Unit vectors (b, d) of the background words in the text space of ``spec``.

    Kept beside a downloaded encoder's weights: it takes some seconds to ``encode`` them.
    """
    file = models_folder.folder(spec) / _FILE
    listed = words()
    if spec.library != "lite0":
        try:
            kept: Vectors = np.load(file, allow_pickle=False)
            if kept.ndim == 2 and len(kept) == len(listed):
                return kept
        except (OSError, ValueError):
            pass
    vectors = np.ascontiguousarray(encode(listed), dtype=np.float32)
    if spec.library != "lite0" and file.parent.is_dir():
        _keep(vectors, str(file))
    known: Vectors = vectors[vectors.any(axis=1)]
    return known


def _keep(vectors: Vectors, file: str) -> None:
    temporary = f"{file}.{os.getpid()}.tmp"
    try:
        with open(temporary, "wb") as stream:
            np.save(stream, vectors)
        os.replace(temporary, file)
    except OSError:  # a disk that is full: then they are made again the next time
        if os.path.exists(temporary):
            os.unlink(temporary)

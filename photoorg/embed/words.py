"""Text of the embedded profile: a static table of words and phrases in the concept space. numpy only.

A query is the weighted sum of the vectors of the longest phrases found in it (a static embedding in the sense of
word vectors; convex combination of concepts: Norouzi et al. 2013). All that costs time, a sentence encoder and
WordNet, happened when the table was made by ``photoorg train words``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from photoorg.core.arrays import Vectors
from photoorg.core.paths import resource
from photoorg.embed.base import SpaceId, unit_rows
from photoorg.embed.profiles import LITE0_CONCEPTS
from photoorg.embed.tables import WORDS_FILE, read_table

_TOKEN = re.compile(r"\w+(?:['’-]\w+)*")
#: Words that say nothing, or nothing that the concepts could tell apart (colours, sizes), about what a picture shows.
_STOP_TEXT = (
    "a about all also am an and another any are as at be beautiful been best big black blue brown by can cute day do"
    " favorite favourite find for from funny get give good gray green grey had happy has have having he her here his"
    " holding how i image images in is it its kind large like little looking lots making many me mine my near new next"
    " nice of old on one or other our photo photograph photographs photos pic pics picture pictures pink please pretty"
    " purple red search see she shot show showing shows sitting small some something standing taken that the their them"
    " there these they thing things this those time to today two us very was we wearing were what when where which"
    " white who with yellow yesterday you young your"
)
STOP_WORDS = frozenset(_STOP_TEXT.split())
_LONGEST_PHRASE = 5
#: Endings of plurals and what they stand for.
_PLURALS = (("ies", "y"), ("ves", "f"), ("ves", "fe"), ("men", "man"), ("es", ""), ("s", ""), ("'s", ""), ("’s", ""))
_OTHER_ENDINGS = (("ing", ""), ("ing", "e"), ("ed", ""), ("ed", "e"), ("y", ""))


class WordTable:
    """Queries to unit vectors. ``words`` are lower case; ``vectors`` (n, d) unit int8; ``weights`` (n,)."""

    space: SpaceId = LITE0_CONCEPTS

    def __init__(self, words: Sequence[str], vectors: NDArray[np.int8], weights: Vectors) -> None:
        self._rows = {word: row for row, word in enumerate(words)}
        self._vectors = vectors
        self._weights = weights

    @classmethod
    def load(cls, file: Path | None = None) -> WordTable:
        """The shipped table, or the one in ``file``.

        Raises:
            CannotError: it is missing or damaged.
        """
        arrays = read_table(file or resource(WORDS_FILE))
        words = arrays["words"].tobytes().decode("utf-8").split("\n")
        return cls(words, arrays["vectors"].astype(np.int8, copy=False), arrays["weights"].astype(np.float32))

    def __len__(self) -> int:
        return len(self._rows)

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors (n, d); a text without any known word gives a zero row."""
        rows = [self._sum(list(self.lookup(text))) for text in texts]
        return unit_rows(np.stack(rows)) if rows else np.zeros((0, self._vectors.shape[1]), np.float32)

    def _sum(self, rows: list[int]) -> Vectors:
        vectors = unit_rows(self._vectors[rows].astype(np.float32))
        total: Vectors = self._weights[rows] @ vectors
        return total

    def lookup(self, text: str) -> Iterator[int]:
        """The rows of the words and phrases of ``text``: the longest first from the left, stop words left out."""
        tokens = _TOKEN.findall(unicodedata.normalize("NFC", text).lower())
        start = 0
        while start < len(tokens):
            for end in range(min(len(tokens), start + _LONGEST_PHRASE), start, -1):
                row = self._row(" ".join(tokens[start:end]))
                if row is not None and not (end == start + 1 and tokens[start] in STOP_WORDS):
                    yield row
                    break
            else:
                end = start + 1
                if tokens[start] not in STOP_WORDS:
                    yield from self._parts(tokens[start])
            start = end

    def _row(self, word: str) -> int | None:
        for base in _bases(word):
            if base in self._rows:
                return self._rows[base]
        return None

    def _parts(self, word: str) -> list[int]:
        """The rows of two known words that an unknown one is made of, if any: ``birthdaycake``, ``sea-view``."""
        for cut in range(len(word) - 3, 2, -1):
            rows = [self._row(word[:cut].rstrip("-'’")), self._row(word[cut:].lstrip("-'’"))]
            known = [row for row in rows if row is not None]
            if len(known) == len(rows):
                return known
        return []


def _bases(word: str) -> Iterator[str]:
    """``word`` itself, then what it may be a plural or another form of."""
    yield word
    for endings in (_PLURALS, _OTHER_ENDINGS):
        for ending, base in endings:
            if word.endswith(ending) and len(word) - len(ending) >= 3:
                stem = word[: -len(ending)]
                yield stem + base
                if endings is _OTHER_ENDINGS and stem[-1] == stem[-2]:
                    yield stem[:-1]

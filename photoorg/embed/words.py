"""Text of the embedded profile: a static table of words and phrases in the concept space. numpy only.

A query is the weighted sum of the vectors of the longest phrases found in it (a static embedding in the sense of
word vectors; convex combination of concepts: Norouzi et al. 2013). All that costs time, a sentence encoder and
WordNet, happened when the table was made by ``photoorg train words``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from photoorg.core.arrays import Vectors
from photoorg.core.paths import resource
from photoorg.embed import german
from photoorg.embed.asked import Asked
from photoorg.embed.base import SpaceId, unit_rows
from photoorg.embed.facets import Facets
from photoorg.embed.profiles import LITE0_CONCEPTS
from photoorg.embed.reading import Phrase, Reading, Tongue, read, tokens_of
from photoorg.embed.spelling import Spelling
from photoorg.embed.tables import WORDS_FILE, read_table

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
#: Endings of plurals and what they stand for.
_PLURALS = (("ies", "y"), ("ves", "f"), ("ves", "fe"), ("men", "man"), ("es", ""), ("s", ""), ("'s", ""), ("’s", ""))
_OTHER_ENDINGS = (("ing", ""), ("ing", "e"), ("ed", ""), ("ed", "e"), ("y", ""))


class WordTable:
    """Queries to points. ``words`` (n) are lower case; ``vectors`` (n, d) unit int8; ``weights`` (n,).

    ``common`` (n,) says how common a word is, 0-1; ``facets`` what broad words are made of.
    """

    space: SpaceId = LITE0_CONCEPTS

    def __init__(
        self,
        words: Sequence[str],
        vectors: NDArray[np.int8],
        weights: Vectors,
        common: Vectors | None = None,
        facets: Facets | None = None,
    ) -> None:
        self._rows = {word: row for row, word in enumerate(words)}
        self._vectors = vectors
        self._weights = weights
        self._common = np.zeros(len(words), np.float32) if common is None else common
        self._facets = facets
        self._english = Tongue(self._found, STOP_WORDS)
        self._german: Tongue | None = None
        self._german_words: dict[str, list[str]] = {}
        self._spelling: dict[str, Spelling] = {}

    @classmethod
    def load(cls, file: Path | None = None) -> WordTable:
        """The shipped table, or the one in ``file``.

        Raises:
            CannotError: it is missing or damaged.
        """
        arrays = read_table(file or resource(WORDS_FILE))
        words = arrays["words"].tobytes().decode("utf-8").split("\n")
        facets = Facets.of(arrays) if "facets" in arrays else None
        common = np.float32(1 / 255) * arrays["common"].astype(np.float32) if "common" in arrays else None
        vectors, weights = arrays["vectors"].astype(np.int8, copy=False), arrays["weights"].astype(np.float32)
        return cls(words, vectors, weights, common, facets)

    def __len__(self) -> int:
        return len(self._rows)

    def knows(self, phrase: str) -> bool:
        """Whether ``phrase``, or what it is a form of, is in the table as a whole."""
        return self._found(phrase) is not None

    def weight(self, row: int) -> float:
        """How much the word in a row counts: 1 where its meaning was given, less where it was borrowed."""
        return float(self._weights[row])

    def common(self, row: int) -> float:
        """How common the word in a row is, 0-1."""
        return float(self._common[row])

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors (n, d); a text without any known word gives a zero row."""
        rows = [self._mean(self.read(text).phrases) for text in texts]
        return unit_rows(np.stack(rows)) if rows else np.zeros((0, self._vectors.shape[1]), np.float32)

    def ask(self, text: str, language: str = "") -> Asked | None:
        """What a query asks for; None where no word of it is known. ``language`` as in `read`."""
        reading = self.read(text, language)
        mean = self._mean(reading.phrases)
        length = float(np.linalg.norm(mean))
        if not length:
            return None
        known = [float(self._weights[list(phrase.rows)].mean()) for phrase in reading.phrases]
        trust = sum(known) / (len(known) + len(reading.unknown))
        parts = [self._facets_of(phrase) for phrase in reading.phrases]
        shares = [own[None] if broad is None else broad for broad, own in parts]
        facets = np.concatenate(shares) / length
        reach = float((unit_rows(facets) @ mean).max() / length)
        if all(broad is None for broad, _ in parts):
            return Asked(mean / length, trust=trust, reach=reach)
        starts = np.cumsum([0, *map(len, shares[:-1])])
        return Asked(mean / length, facets, tuple(starts.tolist()), trust, reach)

    def read(self, text: str, language: str = "") -> Reading:
        """What of ``text`` is known.

        It is read as English unless German leaves fewer words unknown; ``language`` "de" prefers German, for words
        that mean one thing here and another there (Rock, Hose).
        """
        tokens = tokens_of(text)
        reading, tongue = self._best_reading(tokens, language)
        nearest = {word: self._corrected(word, tongue) for word in reading.unknown}
        if not any(nearest.values()):
            return reading
        mended = read([nearest.get(token) or token for token in tokens], tongue)
        return Reading(mended.text, mended.phrases, mended.unknown, changed=True)

    def read_english(self, text: str) -> Reading:
        """``text`` as it is spelt, in English."""
        return read(tokens_of(text), self._english)

    def _best_reading(self, tokens: Sequence[str], language: str) -> tuple[Reading, Tongue]:
        english = read(tokens, self._english)
        if language != "de" and not english.unknown:
            return english, self._english
        tongue = self._german_tongue()
        german = read(tokens, tongue)
        if len(german.unknown) < len(english.unknown) + (language == "de"):
            return german, tongue
        return english, self._english

    def _german_tongue(self) -> Tongue:
        if self._german is None:
            self._german_words = german.load()
            joints = ("", "s", "es", "n", "en", "e")
            self._german = Tongue(self._found_german, german.STOP_WORDS, 4, 0.5, joints)
        return self._german

    def _corrected(self, word: str, tongue: Tongue) -> str | None:
        """The common word that ``word`` is a misspelling of."""
        language = "en" if tongue is self._english else "de"
        if language not in self._spelling:
            rows = [(word, row) for word, row in self._rows.items() if self._common[row] and word.isalpha()]
            common = {word: float(self._common[row]) for word, row in rows}
            if language == "de":
                worth = {key: self._found_german(key) for key in self._german_words if key.isalpha()}
                common |= {key: float(self._common[rows[0]]) for key, rows in worth.items() if rows}
            self._spelling[language] = Spelling(list(common), np.array(list(common.values()), np.float32))
        return self._spelling[language].nearest(word)

    def _mean(self, phrases: Sequence[Phrase]) -> Vectors:
        total = np.zeros(self._vectors.shape[1], np.float32)
        for phrase in phrases:
            total += self._own(phrase)
        return total

    def _own(self, phrase: Phrase) -> Vectors:
        rows = list(phrase.rows)
        vectors = unit_rows(self._vectors[rows].astype(np.float32))
        own: Vectors = (self._weights[rows] @ vectors) * np.float32(phrase.weight / len(rows))
        return own

    def _facets_of(self, phrase: Phrase) -> tuple[Vectors | None, Vectors]:
        """The facets (k, d) of a phrase, if it is a broad one or has several senses, and its own vector (d,)."""
        own, facets = self._own(phrase), self._facets
        if len(phrase.rows) == 1 and (facets is None or phrase.rows[0] not in facets):
            return None, own
        parts = []
        for row in phrase.rows:
            broad = (
                facets[row]
                if facets is not None and row in facets
                else unit_rows(self._vectors[[row]].astype(np.float32))
            )
            parts.append(broad * np.float32(phrase.weight * self._weights[row]))
        return np.concatenate(parts), own

    def _found(self, word: str) -> tuple[int, ...] | None:
        for base in _bases(word):
            if base in self._rows:
                return (self._rows[base],)
        return None

    def _found_german(self, word: str) -> tuple[int, ...] | None:
        for base in german.bases(word):
            if base in self._german_words:
                readings = [self.read_english(english) for english in self._german_words[base]]
                return tuple(row for reading in readings for phrase in reading.phrases for row in phrase.rows) or None
        return self._found(word)


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

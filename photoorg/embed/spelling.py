"""What a misspelt word may stand for: the nearest known word by Damerau-Levenshtein distance, the commonest first.

Optimal string alignment (Damerau 1964; Levenshtein 1966): letters left out, added, exchanged, or two that changed
places. Letter counts rule out nearly all words before any is compared letter by letter.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

#: Shorter words have too many neighbours to say which was meant.
_SHORTEST = 4
#: Letters from which on a word may be two off, and three.
_TWO, _THREE = 7, 10
_LETTERS = 26
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
#: What a step of distance costs in common use, and a first letter that is another.
_STEP, _OTHER_START = 1.0, 0.7


def folded(word: str) -> str:
    """``word`` in lower case, with umlauts written out and other accents left off."""
    plain = unicodedata.normalize("NFC", word).lower().translate(_UMLAUTS)
    return "".join(c for c in unicodedata.normalize("NFD", plain) if unicodedata.category(c) != "Mn")


class Spelling:
    """Single ``words`` (n,) that may have been meant, with how ``common`` (n,) each is, 0-1."""

    def __init__(self, words: Sequence[str], common: NDArray[np.floating]) -> None:
        self._words = list(words)
        self._common = np.asarray(common, np.float32)
        self._counts = np.zeros((len(self._words), _LETTERS), np.int8)
        for row, word in enumerate(self._words):
            self._counts[row] = _letters(folded(word))

    def nearest(self, word: str) -> str | None:
        """The word that ``word`` is probably a misspelling of; None where none is near enough."""
        asked = folded(word)
        if len(asked) < _SHORTEST or not asked.isalpha() or not self._words:
            return None
        most = 1 + (len(asked) >= _TWO) + (len(asked) >= _THREE)
        # A change of one letter changes two counts by one at most.
        apart = np.abs(self._counts - _letters(asked)).sum(axis=1)
        best, found = -np.inf, None
        for row in np.flatnonzero(apart <= 2 * most):
            candidate = folded(self._words[row])
            steps = distance(asked, candidate, most)
            # Three letters off is only believed of a word that begins and ends alike.
            if steps > most or (steps == _most_far(most) and (candidate[0], candidate[-1]) != (asked[0], asked[-1])):
                continue
            score = float(self._common[row]) - _STEP * steps - _OTHER_START * (candidate[0] != asked[0])
            if score > best:
                best, found = score, self._words[row]
        return found


def _most_far(most: int) -> int:
    return max(most, 2)


def distance(one: str, other: str, most: int) -> int:
    """Steps from ``one`` to ``other``; some number above ``most`` where there are more."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    last = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        row = [i]
        for j, wanted in enumerate(other, start=1):
            steps = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                steps = min(steps, before[j - 2] + 1)
            row.append(steps)
        if min(row) > most:
            return most + 1
        before, last = last, row
    return last[-1]


def _letters(word: str) -> NDArray[np.int8]:
    counts = np.zeros(_LETTERS, np.int8)
    for letter in word:
        if "a" <= letter <= "z":
            counts[ord(letter) - ord("a")] += 1
    return counts

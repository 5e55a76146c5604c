"""Taking a query apart into the words and phrases that a table knows: in English, in another language, misspelt.

The longest known phrase counts, from the left. Words that say nothing about what a picture shows are left out. A query
is read in the language that leaves fewer of its words unknown; what then is still unknown is taken for a misspelling
of the nearest common word, and that is said.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

_TOKEN = re.compile(r"\w+(?:['’-]\w+)*")
_LONGEST_PHRASE = 5
#: What comes before the head of a compound word counts half.
_MODIFIER = 0.5

Rows = tuple[int, ...]
#: The rows of a word or phrase; None where it is unknown.
Find = Callable[[str], "Rows | None"]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A word or phrase of a query that is known, as the ``rows`` of the table that say it, and what it counts."""

    rows: Rows
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Reading:
    """What was understood of a query: its ``text`` with misspelt words ``changed``, and the words that are unknown."""

    text: str
    phrases: tuple[Phrase, ...]
    unknown: tuple[str, ...] = ()
    changed: bool = False


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language: how to ``find`` its words, those that say nothing, and how to split its compounds."""

    find: Find
    stop_words: frozenset[str]
    #: How many letters each part of a compound has at least; its head comes last.
    shortest_part: int = 3
    modifier: float = 1.0
    #: Letters that may join the parts.
    joints: tuple[str, ...] = ("",)


def tokens_of(text: str) -> list[str]:
    """The words of ``text`` in lower case, without numbers."""
    return [token for token in _TOKEN.findall(unicodedata.normalize("NFC", text).lower()) if not token.isdigit()]


def read(tokens: Sequence[str], tongue: Tongue) -> Reading:
    """``tokens`` in one language."""
    phrases: list[Phrase] = []
    unknown: list[str] = []
    start = 0
    while start < len(tokens):
        end, found = _longest(tokens, start, tongue)
        phrases += found
        if not found and tokens[start] not in tongue.stop_words:
            unknown.append(tokens[start])
        start = end
    return Reading(" ".join(tokens), tuple(phrases), tuple(unknown))


def _longest(tokens: Sequence[str], start: int, tongue: Tongue) -> tuple[int, list[Phrase]]:
    for end in range(min(len(tokens), start + _LONGEST_PHRASE), start, -1):
        if end == start + 1 and tokens[start] in tongue.stop_words:
            continue
        rows = tongue.find(" ".join(tokens[start:end]))
        if rows:
            return end, [Phrase(rows)]
    if tokens[start] in tongue.stop_words:
        return start + 1, []
    return start + 1, list(_parts(tokens[start], tongue))


def _parts(word: str, tongue: Tongue) -> Iterator[Phrase]:
    """Two known words that an unknown one is made of, if any: ``birthdaycake``, ``sea-view``, ``Hochzeitsfoto``."""
    least = tongue.shortest_part
    for cut in range(least, len(word) - least + 1) if tongue.modifier < 1 else range(len(word) - least, least - 1, -1):
        head = tongue.find(word[cut:].lstrip("-'’"))
        first = word[:cut].rstrip("-'’")
        for joint in tongue.joints:
            stem = first.removesuffix(joint)
            before = tongue.find(stem) if len(stem) >= least else None
            if head and before and first.endswith(joint):
                yield Phrase(before, tongue.modifier)
                yield Phrase(head)
                return

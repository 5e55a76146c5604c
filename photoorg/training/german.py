"""``photoorg train german --out FILE``: German words and phrases, each with the English words that mean the same.

From the dictionary Ding (Frank Richter, TU Chemnitz; GPL-2.0-or-later) as the Debian package ``trans-de-en`` installs
it. Kept are words whose English the word table knows, so that a query in German is one in words that have a place in
the concept space. Of several translations those count that stand first, stand on more lines, and are in common use.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from photoorg.core.errors import CannotError
from photoorg.core.jobs import Job, Progress
from photoorg.embed.german import bases
from photoorg.embed.spelling import folded
from photoorg.embed.words import WordTable

DEFAULT_FILE = Path("/usr/share/trans/de-en")
#: Remarks: gender, field, explanation, other forms.
_REMARKS = re.compile(r"\{[^}]*\}|\[[^\]]*\]|\([^)]*\)|<[^>]*>|/.*")
_BEFORE = re.compile(r"^(?:to|a|an|the|der|die|das|ein|eine|sich) ")
_TERM = re.compile(r"[^\W\d_]+(?:[ '’-][^\W\d_]+)*")
#: Words in a German term, at most.
_LONGEST = 2
#: What an English word needs to count in a query, and to be one in common use.
_KNOWN, _COMMON = 0.7, 0.35
#: A second translation is kept where it is nearly as good as the first.
_NEARLY = 0.6
_MOST = 2
#: What the worth of a word is whose meaning was given.
_EVERYDAY = 1.4
#: The cosine from which on two words mean the same.
_SAME = 0.99
#: What another line with the same pair counts beside the best one.
_AGAIN = 0.2
#: What forms and compounds (the later parts of a line) count beside the headword.
_LATER = 0.6


def train(out: Path, dictionary: Path = DEFAULT_FILE) -> Job[dict[str, object]]:
    """Write the list to ``out``, a line a German term; gives its size. Deterministic.

    Raises:
        CannotError: the dictionary is not installed.
    """
    try:
        text = dictionary.read_text(encoding="utf-8")
    except OSError as error:
        raise CannotError(
            f"There is no dictionary {dictionary}.", "Run: apt-get install trans-de-en, or name its file."
        ) from error
    yield Progress("Reading the dictionary", 0)
    table = WordTable.load()
    chosen = choose(pairs(text.splitlines()), table)
    head = "# German, tab, English words of words.npz; from Ding, version 1.9 (c) Frank Richter, GPL-2.0-or-later.\n"
    lines = (f"{german}\t{', '.join(english)}\n" for german, english in sorted(chosen.items()))
    out.write_text(head + "".join(lines), encoding="utf-8")
    return {"words": len(chosen), "bytes": out.stat().st_size}


def pairs(lines: Iterable[str]) -> Iterator[tuple[str, str, float]]:
    """German term, English term, and how much the line says for the pair, of lines in Ding's format."""
    for line in lines:
        left, mark, right = line.partition(" :: ")
        if line.startswith("#") or not mark:
            continue
        for position, (german, english) in enumerate(zip(left.split("|"), right.split("|"), strict=False)):
            for place, term in enumerate(_terms(german)):
                for rank, translation in enumerate(_terms(english)):
                    share = 1 / ((1 + place) ** 0.5 * (1 + rank))
                    yield term, translation, share if position == 0 else share * _LATER


def choose(found: Iterable[tuple[str, str, float]], table: WordTable) -> dict[str, list[str]]:
    """The best translations of each German term (folded) among those that the ``table`` knows."""
    scores: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    worth: dict[str, float] = {}
    for german, english, share in found:
        key = folded(german)
        if len(german.split()) > _LONGEST or len(key) < 3:
            continue
        if english not in worth:
            worth[english] = _worth(table, english)
        spoken = key.isalpha() or worth[english] >= _EVERYDAY  # phrases only where the table means them too
        if worth[english] and spoken:
            # The best line speaks for the pair; more lines are only more of its uses.
            before = scores[key][english]
            scores[key][english] = max(before, share * worth[english]) + _AGAIN * min(before, share * worth[english])
    chosen: dict[str, list[str]] = {}
    for german, translations in sorted(scores.items(), key=lambda item: (len(item[0]), item[0])):
        best = sorted(translations, key=lambda english: (-translations[english], english))
        good = [english for english in best[:_MOST] if translations[english] >= _NEARLY * translations[best[0]]]
        if good != [german] and not _follows(german, good, chosen, table):
            chosen[german] = good
    return chosen


def _follows(german: str, english: list[str], chosen: dict[str, list[str]], table: WordTable) -> bool:
    """Whether a query finds the same without the line: it is a form of a word that has one."""
    for base in list(bases(german))[1:]:
        if base in chosen:
            one, other = table.encode([english[0], chosen[base][0]])
            return float(one @ other) > _SAME
    return False


def _worth(table: WordTable, english: str) -> float:
    """0 where ``english`` is no word or phrase in common use with a meaning; more for the commonest."""
    phrases = table.read_english(english).phrases
    if len(phrases) != 1 or len(phrases[0].rows) != 1 or not table.knows(english):
        return 0.0
    row = phrases[0].rows[0]
    if table.weight(row) < _KNOWN or table.common(row) < _COMMON:
        return 0.0
    return (0.2 + table.common(row)) ** 2


def _terms(part: str) -> Iterator[str]:
    for alternative in part.split(";"):
        term = _BEFORE.sub("", " ".join(_REMARKS.sub(" ", alternative).split()).lower())
        if _TERM.fullmatch(term):
            yield term

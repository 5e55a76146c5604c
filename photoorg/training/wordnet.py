"""WordNet 3.0 nouns (Miller 1995): synonyms, hypernyms and frequencies of what a picture can show.

Read from the database files of the Debian package ``wordnet-base``, when tables are built; the offset of a
noun is the number in its ImageNet id.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from photoorg.core.errors import CannotError

DEFAULT_FOLDER = Path("/usr/share/wordnet")
_HYPERNYM_MARKS = ("@", "@i")


@dataclass(frozen=True, slots=True)
class Synset:
    """One meaning: its id as ImageNet writes it, its synonyms, and the ids of broader meanings."""

    id: str
    lemmas: tuple[str, ...]
    hypernyms: tuple[str, ...]


class WordNet:
    """The nouns of WordNet by id and by word."""

    def __init__(self, folder: Path = DEFAULT_FOLDER) -> None:
        try:
            data = (folder / "data.noun").read_text(encoding="latin-1")
            index = (folder / "index.noun").read_text(encoding="latin-1")
            frequencies = (folder / "cntlist.rev").read_text(encoding="latin-1")
        except OSError as error:
            raise CannotError(
                f"WordNet's files are not in {folder}.", "Run: apt-get install wordnet-base, or name their folder."
            ) from error
        self.synsets = {s.id: s for s in map(_synset, data.splitlines()) if s is not None}
        #: Word -> ids of its meanings, the commonest first.
        self.senses = dict(_sense_line(line) for line in index.splitlines() if not line.startswith(" "))
        self._frequency = _noun_frequencies(frequencies)

    def ancestors(self, synset: str) -> dict[str, int]:
        """Every broader meaning of ``synset``, itself included, with the least number of steps to it."""
        steps = {synset: 0}
        queue = [synset]
        for current in queue:
            for parent in self.synsets[current].hypernyms:
                if parent not in steps:
                    steps[parent] = steps[current] + 1
                    queue.append(parent)
        return steps

    def frequency(self, word: str) -> int:
        """How often ``word`` occurs as a noun in the texts that WordNet counted."""
        return self._frequency.get(word.replace(" ", "_"), 0)


def _synset(line: str) -> Synset | None:
    if line.startswith(" "):
        return None
    parts = line.partition(" | ")[0].split()
    count = int(parts[3], 16)
    lemmas = tuple(parts[4 + 2 * i].replace("_", " ") for i in range(count))
    pointers = parts[5 + 2 * count :]
    hypernyms = tuple(
        f"n{pointers[i + 1]}" for i in range(0, 4 * int(parts[4 + 2 * count]), 4) if pointers[i] in _HYPERNYM_MARKS
    )
    return Synset(f"n{parts[0]}", lemmas, hypernyms)


def _sense_line(line: str) -> tuple[str, tuple[str, ...]]:
    parts = line.split()
    senses = int(parts[2])
    return parts[0].replace("_", " "), tuple(f"n{offset}" for offset in parts[-senses:])


def _noun_frequencies(text: str) -> dict[str, int]:
    counts: dict[str, int] = {}
    for line in text.splitlines():
        key, _, count = line.split()
        word, _, sense = key.partition("%")
        if sense.startswith("1:"):
            counts[word] = counts.get(word, 0) + int(count)
    return counts

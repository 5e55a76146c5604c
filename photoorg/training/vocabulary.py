"""What a word means in terms of the concepts an encoder can see: its meaning, a weight for every concept.

Concepts are the 1,000 ImageNet classes and the probes. Three sources, in this order: the everyday table
(resources/embedded/everyday.tsv, our own writing), the noun hierarchy of WordNet, and, for every other
word, the meanings of its nearest neighbours by sentence vectors (see ``photoorg.training.words``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from photoorg.core.errors import CannotError
from photoorg.training.wordnet import WordNet

#: Concept number -> weight.
Meaning = dict[int, float]

PROBE_MARK = "@"


def class_ids() -> list[str]:
    """The WordNet ids of the 1,000 ImageNet classes, in the order of the classifier's outputs."""
    from timm.data.imagenet_info import ImageNetInfo

    return list(ImageNetInfo().label_names())  # type: ignore[no-untyped-call]


class ConceptNames:
    """Resolves names of classes, broader nouns and probes to weights over concepts."""

    def __init__(self, wordnet: WordNet, classes: Sequence[str], probes: Sequence[str]) -> None:
        self._wordnet = wordnet
        self.count = len(classes) + len(probes)
        self._probes = {f"{PROBE_MARK}{name}": len(classes) + i for i, name in enumerate(probes)}
        #: Synset id -> numbers of the classes that it covers.
        self.covered: dict[str, list[int]] = defaultdict(list)
        for number, synset in enumerate(classes):
            for ancestor in wordnet.ancestors(synset):
                self.covered[ancestor].append(number)
        self._classes_by_name: dict[str, list[int]] = defaultdict(list)
        for number, synset in enumerate(classes):
            for lemma in wordnet.synsets[synset].lemmas:
                self._classes_by_name[lemma.lower()].append(number)

    def __call__(self, name: str) -> Meaning:
        """The concepts called ``name``, with weights of root mean square one over what a broad noun covers.

        Raises:
            CannotError: nothing is called so.
        """
        if name in self._probes:
            return {self._probes[name]: 1.0}
        numbers = self._classes_by_name.get(name.lower()) or self.covered.get(name) or self._broader(name)
        if not numbers:
            raise CannotError(f"No concept is called {name!r}.")
        return {number: 1 / len(numbers) ** 0.5 for number in numbers}

    def _broader(self, name: str) -> list[int]:
        for synset in self._wordnet.senses.get(name.lower(), ()):
            if synset in self.covered:
                return self.covered[synset]
        return []

    def nearest_broader(self, synset: str, broadest: int = 64) -> Meaning | None:
        """The meaning of the nearest noun above ``synset`` that covers a class, unless it covers too many."""
        steps = self._wordnet.ancestors(synset)
        for ancestor in sorted(steps, key=lambda a: (steps[a], a)):
            numbers = self.covered.get(ancestor, [])
            if numbers:
                return {n: 1 / len(numbers) ** 0.5 for n in numbers} if len(numbers) <= broadest else None
        return None

    def nouns(self, broadest: int = 400) -> Iterator[tuple[str, Meaning]]:
        """Every WordNet name of a class or of a noun that covers up to ``broadest`` classes.

        A word with several meanings takes the commonest that covers a class; a class's own name comes first.
        """
        names = {lemma.lower() for synset in self.covered for lemma in self._wordnet.synsets[synset].lemmas}
        for name in sorted(names):
            numbers = self._classes_by_name.get(name) or self._broader(name)
            if 0 < len(numbers) <= broadest:
                yield name, {number: 1 / len(numbers) ** 0.5 for number in numbers}


def read_everyday(file: Path, names: ConceptNames) -> dict[str, Meaning]:
    """The everyday table: word or phrase -> meaning. A phrase on two lines takes the sum.

    Raises:
        CannotError: a line names an unknown concept; the message says which.
    """
    table: dict[str, Meaning] = {}
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        words, _, concepts = line.partition("\t")
        try:
            meaning = _sum(names, concepts)
        except (CannotError, ValueError) as error:
            raise CannotError(f"{file.name}, line {number}: {error}") from error
        for word in words.split(","):
            merged = table.setdefault(word.strip().lower(), {})
            for concept, weight in meaning.items():
                merged[concept] = merged.get(concept, 0.0) + weight
    return table


def _sum(names: ConceptNames, concepts: str) -> Meaning:
    meaning: Meaning = {}
    for part in concepts.split(","):
        name, weight = part.strip(), 1.0
        head, _, tail = name.rpartition(" ")
        if tail.replace(".", "", 1).isdigit():
            name, weight = head, float(tail)
        for concept, share in names(name).items():
            meaning[concept] = meaning.get(concept, 0.0) + weight * share
    return meaning

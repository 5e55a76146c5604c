"""``photoorg train words --out FILE``: the static table of words and phrases in the concept space.

Anchors are the words whose meaning is given (the everyday table, WordNet names of classes and of broader nouns).
Every other word of the vocabulary takes the mean meaning of the anchors nearest to it by all-MiniLM-L6-v2, weighted
by a sharp softmax, and counts in a query as much as the nearest one is near. What WordNet places under a noun that
covers a few classes (a taco under dish) takes half of its meaning from there.

Words whose meaning is given also have facets: the families of what they cover (see ``photoorg.training.facets``).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

import numpy as np

from photoorg.core.arrays import Vectors
from photoorg.core.jobs import Job, Progress
from photoorg.core.paths import resource
from photoorg.embed.base import unit_rows
from photoorg.embed.tables import CONCEPTS_FILE, ConceptTable
from photoorg.embed.words import STOP_WORDS
from photoorg.training.facets import Table, families, small
from photoorg.training.minilm import MiniLM
from photoorg.training.vocabulary import ConceptNames, Meaning, class_ids, read_everyday
from photoorg.training.wordnet import DEFAULT_FOLDER, WordNet

EVERYDAY_FILE = "embedded/everyday.tsv"
#: Softmax sharpness over cosines, and how many anchors may speak for a word.
_SHARPNESS, _NEIGHBOURS = 30.0, 8
#: A word counts from this cosine to its nearest anchor on, and fully from the second.
_FAINT, _CLEAR = 0.35, 0.75
#: What a broader noun says of a word, beside a nearest anchor that is as good as the same.
_INHERITED = 0.7
_CHUNK = 2048
#: Animals, plants, artifacts, food and drink, natural objects, bodies of water, geological formations.
_VISIBLE = frozenset(
    ("n00015388", "n00017222", "n00021939", "n00021265", "n07555863", "n00019128", "n09225146", "n09287968")
)


def train(out: Path, wordnet: Path = DEFAULT_FOLDER, everyday: Path | None = None) -> Job[dict[str, object]]:
    """Write the word table to ``out``; gives its size in words and bytes. Deterministic.

    Raises:
        CannotError: WordNet or the sentence encoder is not installed, or the everyday table has a mistake.
    """
    concepts = ConceptTable.load(resource(CONCEPTS_FILE))
    yield Progress("Reading WordNet", 0)
    nouns = WordNet(wordnet)
    names = ConceptNames(nouns, class_ids(), concepts.probes)
    given = read_everyday(everyday or resource(EVERYDAY_FILE), names)
    anchors: dict[str, Meaning] = dict(names.nouns()) | given
    encoder = MiniLM()
    others = _other_words(nouns, encoder, anchors)
    words = [*anchors, *others]
    sentences = np.zeros((len(words), 384), np.float32)
    for start in range(0, len(words), _CHUNK):
        sentences[start : start + _CHUNK] = encoder.encode(words[start : start + _CHUNK])
        yield Progress("Encoding words", min(start + _CHUNK, len(words)), len(words))
    meanings = concepts.meanings(_dense(list(anchors.values()), names.count))
    borrowed, weights = borrow(sentences[len(anchors) :], sentences[: len(anchors)], meanings)
    placed = [names.nearest_broader(synset) if synset else None for synset in others.values()]
    inherited = concepts.meanings(_dense([meaning or {} for meaning in placed], names.count))
    vectors = np.concatenate([meanings, unit_rows(borrowed * weights[:, None] + inherited * _INHERITED)])
    weights = np.maximum(weights, [_INHERITED if meaning else 0.0 for meaning in placed])
    weights = np.concatenate([np.ones(len(anchors), np.float32), weights])
    facets = families(list(anchors.values()), concepts, names.count)
    _save(out, words, vectors, weights, _common(words, set(given), set(anchors), nouns, encoder), facets)
    return {"words": len(words), "anchors": len(anchors), "bytes": out.stat().st_size}


def borrow(sentences: Vectors, anchors: Vectors, meanings: Vectors) -> tuple[Vectors, Vectors]:
    """Meanings (n, d) and weights (n,) of words by ``sentences`` (n, e), from ``anchors`` (m, e) with ``meanings``."""
    cosines = sentences @ anchors.T
    nearest = np.argpartition(-cosines, _NEIGHBOURS, axis=1)[:, :_NEIGHBOURS]
    near = np.take_along_axis(cosines, nearest, axis=1)
    best = near.max(axis=1, keepdims=True)
    shares = np.exp(_SHARPNESS * (near - best))
    shares /= shares.sum(axis=1, keepdims=True)
    vectors = unit_rows(np.einsum("nk,nkd->nd", shares, meanings[nearest]))
    weights = ((best[:, 0] - _FAINT) / (_CLEAR - _FAINT)).clip(0, 1).astype(np.float32)
    return vectors, weights


def _other_words(wordnet: WordNet, encoder: MiniLM, known: Mapping[str, Meaning]) -> dict[str, str | None]:
    """Single nouns that have no meaning yet, those in use and those that can be seen, with the visible synset."""
    words = {}
    for word in sorted(wordnet.senses):
        if word.isalpha() and len(word) > 2 and word not in known and word not in STOP_WORDS:
            visible = next((s for s in wordnet.senses[word] if _can_be_seen(wordnet, word, s)), None)
            if visible or wordnet.frequency(word) or encoder.has_word(word):
                words[word] = visible
    return words


def _can_be_seen(wordnet: WordNet, word: str, synset: str) -> bool:
    """Whether ``word`` in the meaning ``synset`` is no name, and falls under something visible."""
    return word in wordnet.synsets[synset].lemmas and not _VISIBLE.isdisjoint(wordnet.ancestors(synset))


def _dense(meanings: Sequence[Meaning], count: int) -> Vectors:
    rows = np.zeros((len(meanings), count), np.float32)
    for row, meaning in zip(rows, meanings, strict=True):
        row[list(meaning)] = list(meaning.values())
    return rows


def _common(
    words: Sequence[str], given: Collection[str], anchors: Collection[str], wordnet: WordNet, encoder: MiniLM
) -> Vectors:
    """How common each word is, 0-1: for corrections of what is misspelt, and to choose among translations."""
    common = np.zeros(len(words), np.float32)
    for row, word in enumerate(words):
        rank = encoder.rank(word)
        if word in given:
            common[row] = 1.0
        elif rank is not None:
            common[row] = 0.9 - 0.5 * rank
        elif word in anchors or wordnet.frequency(word):
            common[row] = 0.35
    return common


def _save(
    out: Path, words: Sequence[str], vectors: Vectors, weights: Vectors, common: Vectors, facets: dict[str, Table]
) -> None:
    text = np.frombuffer("\n".join(words).encode("utf-8"), dtype=np.uint8)
    group = np.full(len(words), -1, np.int16)
    group[: len(facets["facet_group"])] = facets["facet_group"]
    arrays: dict[str, Table] = {
        **facets,
        "facet_group": group,
        "words": text,
        "vectors": small(vectors),
        "weights": weights.astype(np.float16),
        "common": np.rint(common * 255).astype(np.uint8),
    }
    with out.open("wb") as file:
        np.savez(file, **arrays)  # type: ignore[arg-type]  # its own options have no such names

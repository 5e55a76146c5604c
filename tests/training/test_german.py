from __future__ import annotations

from pathlib import Path

import pytest

from photoorg.core.errors import CannotError
from photoorg.core.jobs import run
from photoorg.embed import german as shipped
from photoorg.embed.words import WordTable
from photoorg.training import german

LINES = [
    "# a remark",
    "Hund {m} [zool.] | Hunde {pl} | einen Hund abrichten :: dog; dawg (in speech) | dogs | to train a dog",
    "Möbel {pl}; Möbelstück {n} :: furniture",
    "Pizza {f} [cook.] :: pizza",
    "Quisquilie {f} :: immaterialness",
]


def test_lines_are_taken_apart_into_pairs() -> None:
    found = {(german, english): share for german, english, share in german_pairs()}
    assert found["hund", "dog"] > found["hund", "dawg"] > 0
    assert found["hunde", "dogs"] < found["hund", "dog"]
    assert found["möbelstück", "furniture"] < found["möbel", "furniture"]


def test_only_words_with_a_common_meaning_are_kept() -> None:
    chosen = german.choose(german_pairs(), WordTable.load())
    assert chosen["hund"] == ["dog"]
    assert chosen["moebel"] == ["furniture"]
    assert not {"quisquilie", "pizza", "einen hund abrichten", "hunde"} & set(chosen)


def test_the_list_is_written_and_read(tmp_path: Path) -> None:
    dictionary, out = tmp_path / "de-en", tmp_path / "german.tsv"
    dictionary.write_text("\n".join(LINES), encoding="utf-8")
    made = run(german.train(out, dictionary))
    assert isinstance(made, dict)
    assert made["words"] == len(shipped.load(out))
    assert shipped.load(out)["hund"] == ["dog"]


def test_without_the_dictionary_its_package_is_named(tmp_path: Path) -> None:
    with pytest.raises(CannotError) as caught:
        run(german.train(tmp_path / "german.tsv", tmp_path / "nothing"))
    assert "trans-de-en" in caught.value.hint


def german_pairs() -> list[tuple[str, str, float]]:
    return list(german.pairs(LINES))

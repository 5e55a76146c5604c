from __future__ import annotations

import numpy as np
import pytest

from photoorg.embed.spelling import Spelling, distance, folded


@pytest.mark.parametrize(
    ("one", "other", "steps"),
    [("cat", "cat", 0), ("sheild", "shield", 1), ("piza", "pizza", 1), ("boat", "bot", 1), ("kitten", "sitting", 3)],
)
def test_steps_between_words(one: str, other: str, steps: int) -> None:
    assert distance(one, other, 3) == distance(other, one, 3) == steps


def test_words_too_far_apart_are_not_counted_out() -> None:
    assert distance("kitten", "sitting", 2) > 2
    assert distance("cat", "catamaran", 2) > 2


def test_the_commonest_of_the_nearest_is_meant() -> None:
    spelling = Spelling(["pizza", "pisa", "plaza"], np.array([1.0, 0.4, 0.6]))
    assert spelling.nearest("piza") == "pizza"
    assert spelling.nearest("plazza") == "plaza"


def test_what_is_short_or_far_from_everything_is_left_alone() -> None:
    spelling = Spelling(["cat", "pizza"], np.array([1.0, 1.0]))
    assert spelling.nearest("cot") is None
    assert spelling.nearest("xqzzyvw") is None
    assert Spelling([], np.zeros(0)).nearest("pizza") is None


def test_folding_writes_umlauts_out() -> None:
    assert folded("Möbel") == "moebel"
    assert folded("Straße") == "strasse"
    assert folded("Café") == "cafe"

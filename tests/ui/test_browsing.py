from __future__ import annotations

from photoorg.core.types import Hit, State
from photoorg.ui.browsing import DOUBTFUL, ENOUGH, worthwhile


def hits(certainties: list[float]) -> list[Hit]:
    return [Hit(number, "x.jpg", 0.2, certainty, State.PRESENT) for number, certainty in enumerate(certainties)]


def test_the_doubtful_tail_is_left_out() -> None:
    found = hits([0.9] * 60 + [DOUBTFUL / 2] * 50)
    assert worthwhile(found) == found[:60]


def test_some_doubtful_ones_are_shown_where_there_is_nothing_better() -> None:
    found = hits([0.9] + [0.0] * 50)
    assert worthwhile(found) == found[:ENOUGH]
    assert worthwhile([]) == []

"""Ids that last: hand-worked cases, and what holds for every partition."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from photoorg.clustering.identity import carried_over, carried_themes, stars


def ids(*values: int) -> np.ndarray:
    return np.array(values, np.int64)


def test_the_first_run_makes_new_groups() -> None:
    assert carried_over(ids(0, 0, 0, 0), ids(0, 0, 0, -1)).tolist() == [-1, -1, -1, 0]


def test_the_same_groups_under_other_numbers_keep_their_ids() -> None:
    before = ids(7, 7, 7, 9, 9, 9, 0)
    assert carried_over(before, ids(1, 1, 1, 0, 0, 0, -1)).tolist() == before.tolist()


def test_an_id_goes_where_most_of_its_photos_went() -> None:
    before = ids(7, 7, 7, 7, 7, 7, 7)
    assert carried_over(before, ids(0, 0, 0, 1, 1, 1, 1)).tolist() == [-1, -1, -1, 7, 7, 7, 7]


def test_of_two_groups_that_become_one_the_larger_gives_its_id() -> None:
    before = ids(3, 3, 3, 8, 8, 8, 8)
    assert carried_over(before, ids(0, 0, 0, 0, 0, 0, 0)).tolist() == [8] * 7


def test_two_photos_are_no_group_unless_it_is_held() -> None:
    assert carried_over(ids(4, 4, 5, 5), ids(0, 0, 1, 1), held={5}).tolist() == [0, 0, 5, 5]


def test_a_held_group_keeps_what_the_run_took_away() -> None:
    assert carried_over(ids(4, 4, 4, 4), ids(0, 0, 0, -1), held={4}).tolist() == [4, 4, 4, 4]


def test_new_photos_join_a_held_group() -> None:
    assert carried_over(ids(4, 4, 0, 0), ids(0, 0, 0, 0), held={4}).tolist() == [4, 4, 4, 4]


def test_a_small_held_group_does_not_swallow_a_large_one() -> None:
    before = ids(4, 4, 6, 6, 6)
    assert carried_over(before, ids(0, 0, 0, 0, 0), held={4}).tolist() == before.tolist()


def test_two_held_groups_stay_apart_and_newcomers_go_to_the_nearer() -> None:
    before = ids(4, 4, 5, 5, 0, 0)
    vectors = np.array([[1, 0], [1, 0], [0, 1], [0, 1], [0.8, 0.6], [0.6, 0.8]], np.float32)
    assert carried_over(before, ids(0, 0, 0, 0, 0, 0), {4, 5}, vectors).tolist() == [4, 4, 5, 5, 4, 5]


def test_a_named_theme_wins_over_a_larger_one() -> None:
    before = ids(1, 2, 0)
    assert carried_themes(before, ids(0, 0, 1), ids(3, 90, 5), held={1}).tolist() == [1, 1, -2]
    assert carried_themes(before, ids(0, 0, 1), ids(3, 90, 5)).tolist() == [2, 2, -2]


def test_stars_say_all_of_these() -> None:
    assert stars([[5, 6, 9], [1], []]).tolist() == [[5, 6], [5, 9]]


@given(
    st.lists(st.tuples(st.integers(0, 5), st.integers(-1, 5)), min_size=1, max_size=60),
    st.sets(st.integers(1, 5)),
)
def test_no_id_is_given_twice_and_held_photos_stay(pairs: list[tuple[int, int]], held: set[int]) -> None:
    before = np.array([pair[0] for pair in pairs], np.int64)
    labels = np.array([pair[1] for pair in pairs], np.int64)
    after = carried_over(before, labels, held)
    stayed = np.isin(before, list(held))
    assert (after[stayed] == before[stayed]).all()
    for id in np.unique(after[(after != 0) & ~np.isin(after, list(held))]):
        rows = after == id
        assert len(np.unique(labels[rows])) == 1
        assert labels[rows][0] >= 0
        assert rows.sum() >= 3
        assert id < 0 or id in before

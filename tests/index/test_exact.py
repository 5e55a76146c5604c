from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from photoorg.index import exact


def naive(vectors, ids, query, k, allowed):
    """One product at a time, sorted by score and then by id."""
    scores = [(-float(np.dot(vectors[row], query)), int(ids[row]), row) for row in range(len(vectors)) if allowed[row]]
    return [row for _, _, row in sorted(scores)[:k]]


@settings(max_examples=150, deadline=None)
@given(
    n=st.integers(0, 60),
    dim=st.integers(1, 9),
    queries=st.integers(0, 4),
    k=st.integers(0, 70),
    share=st.sampled_from([0.0, 0.3, 1.0, None]),
    block=st.sampled_from([1, 64, 1 << 20]),
    seed=st.integers(0, 2**32 - 1),
)
def test_gives_what_a_naive_loop_gives(n, dim, queries, k, share, block, seed):
    rng = np.random.default_rng(seed)
    # Few whole numbers: products are exact in float32, and equal scores are frequent.
    vectors = rng.integers(-2, 3, (n, dim)).astype(np.float32)
    asked = rng.integers(-2, 3, (queries, dim)).astype(np.float32)
    ids = rng.permutation(1000)[:n].astype(np.int64)
    allowed = None if share is None else rng.random(n) < share
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(exact, "_BLOCK_BYTES", block)
        rows, scores = exact.search(vectors, ids, asked, k, allowed)
    mask = np.ones(n, bool) if allowed is None else allowed
    assert rows.shape == scores.shape == (queries, min(k, int(mask.sum())))
    for query, found, found_scores in zip(asked, rows, scores, strict=True):
        assert found.tolist() == naive(vectors, ids, query, k, mask)
        assert found_scores.tolist() == [float(np.dot(vectors[row], query)) for row in found]


def test_one_query_alone_and_among_others_find_the_same(rng, directions):
    vectors, ids = directions(rng, 5000), np.arange(5000)
    together, _ = exact.search(vectors, ids, vectors[:20], 10)
    alone = [exact.search(vectors, ids, query[None], 10)[0][0] for query in vectors[:20]]
    assert np.array_equal(together, alone)
    assert together[:, 0].tolist() == list(range(20))


@given(
    scores=st.lists(st.sampled_from([-np.inf, -1.0, 0.0, 0.5, 2.0]), max_size=40),
    k=st.integers(1, 50),
    seed=st.integers(0, 100),
)
def test_best_sorts_as_a_full_sort_does(scores, k, seed):
    ids = np.random.default_rng(seed).permutation(1000)[: len(scores)]
    rows = exact.best(np.array(scores, np.float32), ids, k)
    expected = sorted((-score, int(id), row) for row, (score, id) in enumerate(zip(scores, ids, strict=True)))
    assert rows.tolist() == [row for score, _, row in expected if score < np.inf][:k]


@pytest.mark.parametrize(
    ("queries", "ids", "k", "allowed"),
    [
        (np.zeros((1, 3)), np.arange(5), 1, None),
        (np.zeros(4), np.arange(5), 1, None),
        (np.zeros((1, 4)), np.arange(4), 1, None),
        (np.zeros((1, 4)), np.arange(5), -1, None),
        (np.zeros((1, 4)), np.arange(5), 1, np.ones(4, bool)),
        (np.full((1, 4), np.nan), np.arange(5), 1, None),
    ],
    ids=["dim", "one query without its axis", "ids", "k", "mask", "not finite"],
)
def test_refuses_what_does_not_fit(queries, ids, k, allowed):
    with pytest.raises(ValueError, match=r"fit|each of|k is|finite"):
        exact.search(np.zeros((5, 4), np.float32), ids, queries, k, allowed)

from __future__ import annotations

import numpy as np
import pytest

from photoorg.bench.vectors import WORDS, MadeLibrary


@pytest.fixture
def words():
    rows = np.random.default_rng(1).standard_normal((30, 64))
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def read(library, after=0):
    batches = list(library.rows("any", after))
    return np.concatenate([ids for _, ids, _ in batches]), np.concatenate([rows for _, _, rows in batches])


def test_no_word_twice():
    assert len(set(WORDS)) == len(WORDS) > 200


def test_the_same_library_at_every_reading(words):
    library = MadeLibrary(words, 45_000)
    ids, vectors = read(library)
    assert library.stamp("any") == (45_000, 45_000)
    assert ids.tolist() == list(range(1, 45_001))
    assert vectors.dtype == np.float16
    assert np.allclose(np.linalg.norm(vectors.astype(np.float32), axis=1), 1, atol=1e-2)
    later_ids, later = read(library, after=20_500)
    assert np.array_equal(later_ids, ids[20_500:])
    assert np.array_equal(later, vectors[20_500:])


def test_photos_of_an_occasion_lie_together_and_examples_among_them(words):
    library = MadeLibrary(words, 5000)
    _, vectors = read(library)
    rows = vectors.astype(np.float32)
    nearest = np.sort(library.more(50) @ rows.T, axis=1)[:, ::-1]
    assert nearest[:, 0].mean() > 0.5
    assert nearest[:, 0].mean() > nearest[:, 100].mean() + 0.15
    assert nearest.max() < 0.999  # none of them is in the library

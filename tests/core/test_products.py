"""Inner products in parts are those of one matrix product."""

from __future__ import annotations

import numpy as np
import pytest

from photoorg.core.products import _MANY, among, inner, table


@pytest.mark.parametrize("count", [0, 3, _MANY - 1, _MANY, 2 * _MANY + 1])
def test_the_halves_are_the_whole(count: int) -> None:
    chance = np.random.default_rng(count)
    vectors, query = chance.standard_normal((count, 8), np.float32), chance.standard_normal(8, np.float32)
    np.testing.assert_allclose(inner(vectors, query), vectors @ query, atol=1e-5)
    assert inner(vectors, query).dtype == np.float32


@pytest.mark.parametrize(("rows", "others"), [(0, 5), (5, 0), (1, 1), (8, 2048), (33, 70), (512, 63)])
@pytest.mark.parametrize("dim", [1, 256, 1000])
def test_a_table_in_blocks_is_the_matrix_product(rows: int, others: int, dim: int) -> None:
    chance = np.random.default_rng(rows)
    left, right = chance.standard_normal((rows, dim), np.float32), chance.standard_normal((others, dim), np.float32)
    expected = left.astype(np.float64) @ right.T.astype(np.float64)
    np.testing.assert_allclose(table(left, right), expected, atol=1e-6 * dim)
    np.testing.assert_allclose(table(left[::2], right[::3]), expected[::2, ::3], atol=1e-6 * dim)
    assert table(left, right).dtype == np.float32


@pytest.mark.parametrize("rows", [0, 1, 15, 64, 65, 200])
@pytest.mark.parametrize("dim", [7, 256, 768])
def test_the_products_of_rows_with_each_other_mirror(rows: int, dim: int) -> None:
    vectors = np.random.default_rng(rows).standard_normal((rows, dim), np.float32)
    found = among(vectors)
    np.testing.assert_allclose(found, vectors.astype(np.float64) @ vectors.T.astype(np.float64), atol=1e-6 * dim)
    off = ~np.eye(rows, dtype=bool)
    np.testing.assert_allclose(found[off], found.T[off], atol=1e-6 * dim)

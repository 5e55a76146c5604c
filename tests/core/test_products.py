"""Inner products in two halves are those in one."""

from __future__ import annotations

import numpy as np
import pytest

from photoorg.core.products import _MANY, inner


@pytest.mark.parametrize("count", [0, 3, _MANY - 1, _MANY, 2 * _MANY + 1])
def test_the_halves_are_the_whole(count: int) -> None:
    chance = np.random.default_rng(count)
    vectors, query = chance.standard_normal((count, 8), np.float32), chance.standard_normal(8, np.float32)
    np.testing.assert_allclose(inner(vectors, query), vectors @ query, atol=1e-5)
    assert inner(vectors, query).dtype == np.float32

"""The quick median is numpy's."""

from __future__ import annotations

import numpy as np
import pytest

from photoorg.core.middle import median


@pytest.mark.parametrize("count", [1, 2, 3, 20, 8191, 8192])
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_the_median_is_numpys(count: int, dtype: type) -> None:
    values = np.random.default_rng(count).standard_normal(count).astype(dtype)
    kept = values.copy()
    assert median(values) == float(np.median(values))
    assert median(values[::3]) == float(np.median(values[::3])), "of every third value, which lie apart"
    np.testing.assert_array_equal(values, kept)


def test_values_that_are_all_one_have_it_in_their_middle() -> None:
    assert median(np.full(6, 0.25, np.float32)) == 0.25

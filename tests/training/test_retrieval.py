from __future__ import annotations

import numpy as np
import pytest

from photoorg.training.retrieval import average_precision, precision_at


@pytest.mark.parametrize(
    ("ranking", "expected"),
    [
        ([1, 1, 0, 0], 1.0),
        ([0, 1], 0.5),
        ([1, 0, 1], (1 + 2 / 3) / 2),
        ([0, 0, 1, 1], (1 / 3 + 2 / 4) / 2),
        ([0, 0], 0.0),
        ([], 0.0),
    ],
)
def test_average_precision(ranking: list[int], expected: float) -> None:
    assert average_precision(np.array(ranking, bool)) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("ranking", "count", "expected"),
    [
        ([1] * 20 + [0] * 5, 20, 1.0),
        ([1] * 10 + [0] * 10 + [1] * 30, 20, 0.5),
        ([1, 1, 0, 1], 20, 1.0),  # all three that exist are among the first 20
        ([0, 1, 0, 1], 2, 0.5),
        ([0] * 20 + [1], 20, 0.0),
        ([0, 0], 20, 0.0),
    ],
)
def test_precision_counts_what_can_be_found(ranking: list[int], count: int, expected: float) -> None:
    assert precision_at(np.array(ranking, bool), count) == pytest.approx(expected)

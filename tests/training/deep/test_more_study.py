from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from photoorg.core.jobs import run
from photoorg.training.deep.more_study import study

Blobs = Callable[..., tuple[NDArray[np.float32], NDArray[np.int32]]]


def test_the_rest_of_each_kind_is_looked_for_in_four_ways(blobs: Blobs) -> None:
    vectors, truth = blobs(clusters=4, size=30, dim=256, noise=0.04)
    rows: Any = run(study(vectors, truth, truth, draws=[0]))
    assert [row["learnt_from"] for row in rows] == [
        "nearest mean", "the groups kept, and the rest", "all groups", "all groups, and the rest",
    ]  # fmt: skip
    nearest, *_, whole = rows
    assert whole["precision"][0] == 1
    assert whole["recall"][0] > 0.95
    assert nearest["recall"][0] < 0.95, "what is left of a kind is nearest to its own mean"
    assert all(row["f"][1] == 0 for row in rows), "one draw has no spread"


def test_no_proposal_is_no_precision(blobs: Blobs) -> None:
    vectors, truth = blobs(clusters=2, size=4, noise=0.1)
    rows: Any = run(study(vectors, truth, np.arange(8, dtype=np.int32), draws=[0, 1]))
    assert all(0 <= row[figure][0] <= 1 for row in rows for figure in ("precision", "recall", "f"))

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray

from photoorg.core.errors import Cancelled, CannotError
from photoorg.core.jobs import CancelToken, run
from photoorg.training.deep.semisupervised import Fitted, Settings, fit

Blobs = Callable[..., tuple[NDArray[np.float32], NDArray[np.int32]]]


def _fit(vectors: NDArray[np.float32], known: NDArray[np.int32], settings: Settings | None = None) -> Fitted:
    found = run(fit(vectors, known, settings))
    assert isinstance(found, Fitted)
    return found


def test_a_few_labels_reach_the_rest(blobs: Blobs) -> None:
    vectors, truth = blobs(clusters=4, size=60, noise=0.16)
    known = np.full(len(truth), -1, np.int32)
    for kind in range(4):
        known[np.flatnonzero(truth == kind)[:2]] = kind
    both = _fit(vectors, known)
    assert (both.probabilities.argmax(1) == truth).mean() > 0.95
    assert (both.labels[both.sure] == truth[both.sure]).mean() > 0.97
    assert both.sure.mean() > 0.2
    alone = _fit(vectors, known, Settings(alone=200))
    assert both.sure.mean() > alone.sure.mean()  # the rest made it surer
    assert np.array_equal(_fit(vectors, known).probabilities, both.probabilities)


def test_everything_known_and_nothing_known(blobs: Blobs) -> None:
    vectors, truth = blobs(clusters=3, size=20)
    assert (_fit(vectors, truth).probabilities.argmax(1) == truth).all()
    with pytest.raises(CannotError, match="two clusters"):
        _fit(vectors, np.where(truth == 0, 0, -1).astype(np.int32))
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        run(fit(vectors, truth, cancel=cancel))

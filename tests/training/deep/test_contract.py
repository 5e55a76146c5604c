"""The contract of the clustering protocol for the methods that are trained, and that they learn an easy set."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
import torch
from numpy.typing import NDArray

from photoorg.clustering.metrics import score
from photoorg.clustering.protocol import Clusterer
from photoorg.core.errors import Cancelled
from photoorg.core.jobs import CancelToken
from photoorg.training.deep import trained

Blobs = Callable[..., tuple[NDArray[np.float32], NDArray[np.int32]]]
METHODS = trained(k=4)


@pytest.fixture(params=METHODS.values(), ids=METHODS.keys())
def method(request: pytest.FixtureRequest) -> Clusterer:
    chosen: Clusterer = request.param
    return chosen


def test_an_easy_set_is_learnt_the_same_way_each_time(method: Clusterer, blobs: Blobs) -> None:
    vectors, truth = blobs()
    before, state = vectors.copy(), torch.random.get_rng_state()
    labels = method.fit(vectors, CancelToken())
    assert labels.dtype == np.int32
    assert score(truth, labels).acc > 0.95
    torch.manual_seed(99)  # what others draw does not matter
    assert np.array_equal(method.fit(vectors), labels)
    torch.random.set_rng_state(state)
    method.fit(vectors[:20])
    assert torch.equal(torch.random.get_rng_state(), state)  # nor is anything drawn from them
    assert np.array_equal(vectors, before)
    assert np.unique(labels).tolist() == list(range(labels.max() + 1))


def test_few_photos_and_equal_ones(method: Clusterer, blobs: Blobs) -> None:
    vectors, _ = blobs()
    for count in (0, 1, 2, 5):
        assert method.fit(vectors[:count]).shape == (count,)
    assert len(np.unique(method.fit(np.repeat(vectors[:1], 12, axis=0)))) == 1


def test_a_cancelled_method_stops(method: Clusterer, blobs: Blobs) -> None:
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        method.fit(blobs()[0], cancel)

"""The sorter of FIG. 3 and the published merges."""

from __future__ import annotations

import numpy as np
import pytest

from photoorg.clustering.merges import confidence_links, intimate_links
from photoorg.clustering.metrics import score
from photoorg.clustering.neighbours import Neighbours, nearest
from photoorg.clustering.published import published
from photoorg.clustering.sorter import ring_sequence
from photoorg.core.errors import Cancelled
from photoorg.core.jobs import CancelToken, run


def test_rings_give_the_standard_order_where_none_is_empty(blobs):
    vectors, _ = blobs([200], spread=0.2)
    standard = run(nearest(vectors, 40))
    for centre in range(0, 200, 23):
        assert ring_sequence(vectors, centre, 40, 0.5).tolist() == standard.ids[centre].tolist()


def test_the_first_empty_ring_ends_the_sequence():
    angles = np.radians([0, 10, 20, 90])
    vectors = np.stack([np.cos(angles), np.sin(angles)], 1).astype(np.float32)
    assert ring_sequence(vectors, 0, 4, 0.1).tolist() == [0, 1, 2]
    assert ring_sequence(vectors, 0, 4, 2.0).tolist() == [0, 1, 2, 3]
    assert ring_sequence(vectors, 0, 2, 2.0).tolist() == [0, 1]


def test_a_ring_has_a_width():
    with pytest.raises(ValueError, match="width"):
        ring_sequence(np.eye(2, dtype=np.float32), 0, 2, 0)


@pytest.mark.parametrize("method", published().values(), ids=published().keys())
def test_as_methods_they_find_clear_groups(method, blobs):
    vectors, truth = blobs([40, 30, 25, 20], spread=0.04)
    labels = method.fit(vectors, CancelToken())
    assert labels.dtype == np.int32
    found = score(truth, labels)
    assert found.bcubed.precision > 0.95
    assert found.bcubed.recall > 0.8
    assert method.fit(vectors[:0]).shape == (0,)
    assert method.fit(vectors[:1]).tolist() == [0]
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        method.fit(vectors, cancel)


def two_pairs() -> tuple[Neighbours, np.ndarray]:
    """0 and 1 are sure of each other, 2 and 3 too; 1 and 2 are doubtful."""
    ids = np.array([[0, 1, 2], [1, 0, 2], [2, 3, 1], [3, 2, 1]], np.int32)
    cosines = np.array([[1, 0.9, 0.5], [1, 0.9, 0.6], [1, 0.8, 0.6], [1, 0.8, 0.4]], np.float32)
    probabilities = np.array([[1, 0.95, 0.1], [1, 0.95, 0.3], [1, 0.92, 0.3], [1, 0.92, 0.1]], np.float32)
    return Neighbours(ids, cosines), probabilities


def test_confidence_links_join_the_sure():
    neighbours, probabilities = two_pairs()
    # 1 is the surest. 0 joins it; 2 is surer than 3, joins 1 by its only surer neighbour, and 3 joins 2.
    assert confidence_links(neighbours, probabilities, 0.5).tolist() == [0, 0, 0, 0]
    assert confidence_links(neighbours, probabilities, 0.7).tolist() == [0, 0, 1, 1]
    assert confidence_links(neighbours, probabilities, 0.95).tolist() == [0, 1, 2, 3]


def test_intimate_links_want_something_in_common():
    neighbours, probabilities = two_pairs()
    assert intimate_links(neighbours, probabilities, 0.6).tolist() == [0, 0, 1, 1]
    probabilities[1, 2] = 0.99  # 1 is sure of 2 as well: of 2's two photos only 2 itself is on both lists
    assert intimate_links(neighbours, probabilities, 0.6).tolist() == [0, 0, 1, 1]
    assert intimate_links(neighbours, probabilities, 0.5).tolist() == [0, 0, 0, 0]

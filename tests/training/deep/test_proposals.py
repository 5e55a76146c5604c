from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray

from photoorg.core.errors import Cancelled, CannotError
from photoorg.core.jobs import CancelToken, run
from photoorg.training.deep import proposals
from photoorg.training.deep.proposals import Proposed, propose

Blobs = Callable[..., tuple[NDArray[np.float32], NDArray[np.int32]]]


def _propose(vectors: NDArray[np.float32], groups: NDArray[np.int32], *wanted: int) -> Proposed:
    found = run(propose(vectors, groups, np.array(wanted)))
    assert isinstance(found, Proposed)
    return found


def _kept(truth: NDArray[np.int32], each: int) -> NDArray[np.int32]:
    """Only the first ``each`` of every group are in it."""
    groups = np.full(len(truth), -1, np.int32)
    for kind in np.unique(truth):
        groups[np.flatnonzero(truth == kind)[:each]] = kind
    return groups


def test_the_rest_of_a_group_is_found_and_nothing_else(blobs: Blobs) -> None:
    vectors, truth = blobs(clusters=4, size=40, noise=0.1)
    found = _propose(vectors, _kept(truth, 8), 1, 3)
    assert set(found.groups.tolist()) == {-1, 1, 3}
    assert np.array_equal(found.groups, np.where(np.isin(truth, [1, 3]), truth, -1))
    assert np.array_equal(_propose(vectors, _kept(truth, 8), 1, 3).certainty, found.certainty)


def test_what_is_like_nothing_is_left_in_no_group(blobs: Blobs) -> None:
    vectors, truth = blobs(clusters=3, size=30, noise=0.1)
    groups = _kept(truth, 20)
    stranger = truth == 2  # a kind of which no group is known
    groups[stranger] = -1
    found = _propose(vectors, groups, 0)
    assert (found.groups[stranger] == -1).all()
    assert (found.groups[truth == 0] == 0).all()


def test_a_photo_in_another_group_is_proposed_where_it_does_not_fit_there(blobs: Blobs) -> None:
    vectors, truth = blobs(clusters=3, size=40, noise=0.1)
    groups = truth.copy()
    strays = np.flatnonzero(truth == 0)[:2]
    groups[strays] = 1
    found = _propose(vectors, groups, 0)
    assert (found.groups[strays] == 0).all()
    assert (found.groups[truth != 0] == -1).all()


def test_a_large_library_is_looked_at_around_the_groups_only(blobs: Blobs, monkeypatch: pytest.MonkeyPatch) -> None:
    vectors, truth = blobs(clusters=4, size=40, noise=0.1)
    monkeypatch.setattr(proposals, "_AROUND", 60)
    found = _propose(vectors, _kept(truth, 8), 1)
    assert (found.certainty > 0).sum() == 60
    assert (found.groups[truth == 1] == 1).all()


def test_one_group_alone_and_a_cancelled_search(blobs: Blobs) -> None:
    vectors, truth = blobs(clusters=2, size=10)
    alone = np.where(truth == 0, 0, -1).astype(np.int32)
    with pytest.raises(CannotError):
        _propose(vectors, alone, 0)
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        run(propose(vectors, truth, np.array([0]), cancel=cancel))


def test_what_is_left_of_the_group_that_photos_were_taken_from_comes_after_them(blobs: Blobs) -> None:
    vectors, truth = blobs(clusters=3, size=30, noise=0.1)
    groups = truth.copy()
    groups[np.flatnonzero(truth == 0)[:6]] = 7
    assert (_propose(vectors, groups, 7).groups == np.where((truth == 0), 7, -1)).all()
    kept = run(propose(vectors, groups, np.array([7]), held=np.array([0, 7])))
    assert isinstance(kept, Proposed)
    assert ((kept.groups == 7) == (groups == 7)).mean() > 0.9, "a person keeps the rest apart"

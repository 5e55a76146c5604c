from __future__ import annotations

import numpy as np
import pytest

from photoorg.clustering import neighbours
from photoorg.clustering.neighbours import nearest, nearest_of
from photoorg.core.errors import Cancelled
from photoorg.core.jobs import CancelToken, run


def test_a_sequence_begins_with_the_photo_and_descends(blobs):
    vectors, _ = blobs([30, 30])
    found = run(nearest(vectors, 10))
    assert found.ids.shape == (60, 10)
    assert found.ids.dtype == np.int32
    assert (found.ids[:, 0] == np.arange(60)).all()
    assert (np.diff(found.cosines, axis=1) <= 1e-6).all()
    wanted = np.argsort(-(vectors @ vectors.T), axis=1)[:, :10]
    assert (np.sort(found.ids, 1) == np.sort(wanted, 1)).all()


def test_copies_of_a_photo_do_not_take_its_place():
    vectors = np.tile(np.eye(4, dtype=np.float32)[:1], (6, 1))
    found = run(nearest(vectors, 3))
    assert (found.ids[:, 0] == np.arange(6)).all()
    assert found.cosines.max() <= 1.0


def test_k_is_cut_to_the_library_and_an_empty_library_is_empty():
    assert run(nearest(np.eye(3, dtype=np.float32), 40)).ids.shape == (3, 3)
    assert run(nearest(np.zeros((0, 8), np.float32), 40)).ids.shape[0] == 0


def test_cells_find_almost_all_that_exact_search_finds(blobs, monkeypatch):
    vectors, _ = blobs([60] * 50, spread=0.12)
    exact = run(nearest(vectors, 20))
    monkeypatch.setattr(neighbours, "EXACT_BELOW", 100)
    cells = run(nearest(vectors, 20))
    assert (cells.ids[:, 0] == np.arange(len(vectors))).all()
    recall = np.mean([len(np.intersect1d(a, b)) / 20 for a, b in zip(exact.ids, cells.ids, strict=True)])
    assert recall > 0.95
    assert (np.diff(cells.cosines, axis=1) <= 1e-6).all()


def test_cells_survive_a_library_of_copies(monkeypatch):
    monkeypatch.setattr(neighbours, "EXACT_BELOW", 100)
    vectors = np.tile(np.eye(4, dtype=np.float32)[:1], (300, 1))
    found = run(nearest(vectors, 5))
    assert (found.ids[:, 0] == np.arange(300)).all()


def test_new_photos_are_compared_with_the_library(blobs):
    vectors, labels = blobs([30, 30])
    found = nearest_of(vectors[:2], vectors[2:], 5)
    assert (labels[2:][found.ids] == labels[:2, None]).all()


def test_it_can_be_stopped(blobs):
    vectors, _ = blobs([30])
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        run(nearest(vectors, 5, cancel))


def test_wrong_shapes_are_refused():
    with pytest.raises(ValueError, match="Vectors"):
        run(nearest(np.zeros(3, np.float32), 5))

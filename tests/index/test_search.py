from __future__ import annotations

import sys
import threading

import numpy as np
import pytest

from photoorg.core.errors import Cancelled
from photoorg.core.jobs import CancelToken, run
from photoorg.index import exact, hnsw, search
from photoorg.index.search import VectorIndex

needs_hnswlib = pytest.mark.skipif(not hnsw.available(), reason="hnswlib is not installed")


@pytest.fixture
def library(empty_table, rng, kinds):
    """2,000 vectors, 64-d."""
    empty_table.put(list(range(5000, 7000)), kinds(rng, 2000))
    return empty_table


@pytest.fixture
def index(tmp_path, space, library):
    """Large enough for a graph; none is there yet."""
    index = VectorIndex(tmp_path, space, library, graph_above=1000)
    index.refresh()
    return index


@pytest.fixture
def without_exact(monkeypatch):
    """From here on, scoring more than a few hundred rows exactly is an error."""
    honest = exact.search

    def small_only(vectors, *rest):
        assert len(vectors) < 500, "the graph should have answered"
        return honest(vectors, *rest)

    return lambda: monkeypatch.setattr(exact, "search", small_only)


def truth(index, queries, k, allowed=None):
    matrix = index.refresh()
    rows, scores = exact.search(matrix.vectors, matrix.ids, queries, k, allowed)
    return matrix.ids[rows], scores


def recall(found, expected):
    return np.mean([len(np.intersect1d(a, b)) / len(b) for a, b in zip(found, expected, strict=True)])


def test_an_empty_catalog(tmp_path, space, empty_table):
    index = VectorIndex(tmp_path, space, empty_table)
    assert index.refresh() is None
    assert not index.graph_due
    ids, scores = index.search(np.zeros((2, 64), np.float32), 5)
    assert ids.shape == scores.shape == (2, 0)


def test_small_libraries_are_searched_exactly(tmp_path, space, library):
    index = VectorIndex(tmp_path, space, library)
    matrix = index.refresh()
    assert not index.graph_due
    assert run(index.build_graph(CancelToken())) is False
    ids, scores = index.search(matrix.vectors[:20], 10)
    assert np.array_equal(ids, truth(index, matrix.vectors[:20], 10)[0])
    assert ids[:, 0].tolist() == list(range(5000, 5020))
    assert np.allclose(scores[:, 0], 1, atol=1e-6)


def test_without_hnswlib_a_large_library_is_searched_exactly(index, monkeypatch):
    monkeypatch.setitem(sys.modules, "hnswlib", None)
    assert not index.graph_due
    assert run(index.build_graph(CancelToken())) is False
    queries = index.refresh().vectors[:5]
    assert np.array_equal(index.search(queries, 10)[0], truth(index, queries, 10)[0])


@needs_hnswlib
def test_the_graph_is_built_and_answers(index, without_exact, rng, kinds):
    queries = kinds(rng, 50)
    expected, expected_scores = truth(index, queries, 20)
    assert index.graph_due
    steps = list(index.build_graph(CancelToken()))
    assert (steps[-1].done, steps[-1].total) == (2000, 2000)
    assert not index.graph_due
    without_exact()
    ids, scores = index.search(queries, 20)
    assert recall(ids, expected) >= 0.98
    assert np.allclose(scores[:, 0], expected_scores[:, 0])
    assert (np.diff(scores, axis=1) <= 0).all()


@needs_hnswlib
def test_the_saved_graph_is_loaded_by_the_next_process(index, tmp_path, space, library, without_exact, rng, kinds):
    run(index.build_graph(CancelToken()))
    (file,) = tmp_path.glob("*.hnsw")
    written = file.stat().st_mtime_ns
    again = VectorIndex(tmp_path, space, library, graph_above=1000)
    queries = kinds(rng, 10)
    expected, _ = truth(again, queries, 20)
    assert again.graph_due
    assert run(again.build_graph(CancelToken())) is True
    assert file.stat().st_mtime_ns == written
    without_exact()
    assert recall(again.search(queries, 20)[0], expected) >= 0.98


@needs_hnswlib
@pytest.mark.parametrize("harm", ["truncated", "old"])
def test_a_damaged_or_old_graph_is_mended(index, tmp_path, space, library, harm, rng, kinds):
    run(index.build_graph(CancelToken()))
    (file,) = tmp_path.glob("*.hnsw")
    if harm == "truncated":
        file.write_bytes(file.read_bytes()[:-100])
    else:
        library.remove(5003)
        library.put([9000, 9001], kinds(rng, 2))
    again = VectorIndex(tmp_path, space, library, graph_above=1000)
    matrix = again.refresh()
    for _ in range(2):  # exactly at first, then through the mended graph
        ids, _ = again.search(matrix.vectors[-2:], 3)
        assert np.array_equal(ids, truth(again, matrix.vectors[-2:], 3)[0])
        assert 5003 in matrix.ids or 5003 not in again.search(matrix.vectors[:5], 50)[0]
        assert run(again.build_graph(CancelToken())) is True


@needs_hnswlib
def test_newer_vectors_are_found_before_the_graph_has_them(index, library, without_exact, rng, kinds):
    run(index.build_graph(CancelToken()))
    more = kinds(rng, 100)
    library.put(list(range(100)), more)
    queries = np.concatenate([index.refresh().vectors[-100:], kinds(rng, 20)])
    expected, _ = truth(index, queries, 20)
    assert not index.graph_due
    without_exact()
    ids, _ = index.search(queries, 20)
    assert ids[:100, 0].tolist() == list(range(100))
    assert recall(ids, expected) >= 0.98


@needs_hnswlib
def test_a_long_tail_makes_the_graph_due(index, library, monkeypatch, rng, kinds):
    monkeypatch.setattr(search, "TAIL_ROWS", 50)
    run(index.build_graph(CancelToken()))
    library.put(list(range(60)), kinds(rng, 60))
    index.refresh()
    assert index.graph_due
    assert [step.done for step in index.build_graph(CancelToken())][-1] == 2060
    assert not index.graph_due


@needs_hnswlib
def test_vectors_that_left_are_not_found(index, library):
    run(index.build_graph(CancelToken()))
    query = index.refresh().vectors[:1]
    assert index.search(query, 1)[0].tolist() == [[5000]]
    library.remove(5000)
    index.refresh()
    assert index.graph_due
    for _ in range(2):
        assert 5000 not in index.search(query, 50)[0]
        run(index.build_graph(CancelToken()))


@needs_hnswlib
def test_many_deleted_nodes_make_a_new_graph(index, library, tmp_path):
    run(index.build_graph(CancelToken()))
    for content in range(5000, 5600):
        library.remove(content)
    index.refresh()
    assert run(index.build_graph(CancelToken())) is True
    loaded = hnsw.HnswIndex.load(tmp_path, "toy@1/visual", 64)
    assert loaded is not None
    assert (len(loaded.ids), loaded.deleted) == (1400, 0)


@needs_hnswlib
@pytest.mark.parametrize("share", [0.0, 0.001, 0.02, 0.5, 0.95, 1.0])
def test_only_allowed_rows_are_answers(index, rng, kinds, share):
    run(index.build_graph(CancelToken()))
    matrix = index.refresh()
    allowed = rng.random(len(matrix)) < share
    queries = kinds(rng, 20)
    ids, scores = index.search(queries, 20, allowed)
    expected, _ = truth(index, queries, 20, allowed)
    assert ids.shape == scores.shape == expected.shape
    assert np.isin(ids, matrix.ids[allowed]).all()
    assert not ids.size or recall(ids, expected) >= 0.98


@needs_hnswlib
def test_a_stopped_build_goes_on_where_it_was(index, tmp_path, space, monkeypatch):
    monkeypatch.setattr(search, "_LINK_ROWS", 500)
    cancel = CancelToken()
    job = index.build_graph(cancel)
    while next(job).done < 1000:
        pass
    cancel.cancel()
    with pytest.raises(Cancelled):
        next(job)
    assert [step.done for step in index.build_graph(CancelToken())] == [0, 1500, 2000]
    assert not index.graph_due


@needs_hnswlib
def test_searches_go_on_while_the_graph_grows(index, library, monkeypatch, rng, kinds):
    run(index.build_graph(CancelToken()))
    monkeypatch.setattr(search, "_LINK_ROWS", 20)
    library.put(list(range(1500)), kinds(rng, 1500))
    queries = index.refresh().vectors[-5:]
    expected, _ = truth(index, queries, 10)
    errors, recalls = [], []

    def build():
        try:
            run(index.build_graph(CancelToken()))
        except BaseException as error:
            errors.append(error)

    builder = threading.Thread(target=build)
    builder.start()
    while builder.is_alive():
        recalls.append(recall(index.search(queries, 10)[0], expected))
    builder.join()
    assert not errors
    assert min(recalls) >= 0.98


def test_refreshing_threads_see_whole_states(tmp_path, space, library, rng, kinds):
    index = VectorIndex(tmp_path, space, library)
    more = kinds(rng, 300)
    wrong = []

    def read():
        for _ in range(100):
            matrix = index.refresh()
            ids, _ = index.search(matrix.vectors[:1], 1)
            if len(matrix.ids) != len(matrix.vectors) or ids.tolist() != [[5000]]:
                wrong.append(ids)

    readers = [threading.Thread(target=read) for _ in range(3)]
    for reader in readers:
        reader.start()
    for number, vector in enumerate(more):
        library.put([number], vector[None])
    for reader in readers:
        reader.join()
    assert not wrong
    assert len(index.refresh()) == 2300

from __future__ import annotations

import sys
import threading

import numpy as np
import pytest

from photoorg.index import exact, hnsw

pytestmark = pytest.mark.skipif(not hnsw.available(), reason="hnswlib is not installed")


def recall(found, truth):
    return float(np.mean([len(np.intersect1d(a, b)) / len(b) for a, b in zip(found, truth, strict=True)]))


@pytest.fixture(scope="module")
def vectors(kinds):
    return kinds(np.random.default_rng(30), 3000)


@pytest.fixture(scope="module")
def saved(vectors, tmp_path_factory):
    """A folder with the graph of ``vectors``, built once."""
    folder = tmp_path_factory.mktemp("graph")
    graph = hnsw.HnswIndex(64)
    graph.add(np.arange(1000, 4000), vectors)
    graph.save(folder, "any")
    return folder


@pytest.fixture
def graph(saved):
    graph = hnsw.HnswIndex.load(saved, "any", 64)
    assert graph is not None
    return graph


def test_recall_against_exact_search(graph, vectors, rng, kinds):
    queries = np.concatenate([kinds(rng, 100), vectors[:100]])
    truth, _ = exact.search(vectors, np.arange(1000, 4000), queries, 50)
    found = graph.search(queries, 50)
    assert recall(found - 1000, truth) >= 0.98


def test_recall_on_directions_without_any_structure(rng, directions):
    """The hardest data there is; what encoders give is far from it."""
    vectors = directions(rng, 3000, 64)
    graph = hnsw.HnswIndex(64)
    graph.add(np.arange(3000), vectors)
    queries = directions(rng, 100, 64)
    truth, _ = exact.search(vectors, np.arange(3000), queries, 50)
    assert recall(graph.search(queries, 50), truth) >= 0.98


def test_grows_beyond_its_first_size(graph, rng, kinds):
    more = kinds(rng, 700)
    for start in range(0, 700, 100):
        graph.add(np.arange(start, start + 100), more[start : start + 100])
    assert graph.ids.tolist() == [*range(700), *range(1000, 4000)]
    assert graph.search(more[:50], 1)[:, 0].tolist() == list(range(50))


def test_removed_ids_are_not_found_and_may_return(graph, vectors):
    graph.remove(np.array([1000, 1001, 99_999]))
    assert len(graph.ids) == 2998
    assert graph.deleted == 2
    assert not np.isin([1000, 1001], graph.search(vectors[:2], 20)).any()
    graph.add(np.array([1001]), vectors[1:2])
    assert graph.deleted == 1
    assert graph.search(vectors[1:2], 1).tolist() == [[1001]]


def test_an_id_is_added_once(graph, vectors):
    with pytest.raises(ValueError, match="already"):
        graph.add(np.array([1000]), vectors[:1])
    with pytest.raises(ValueError, match="already"):
        graph.add(np.array([5, 5]), vectors[:2])
    with pytest.raises(ValueError, match="do not fit"):
        graph.add(np.array([5]), vectors[:2])


def test_cannot_say_when_asked_for_more_than_it_holds(graph, vectors):
    assert graph.search(vectors[:1], 3001) is None
    assert graph.search(vectors[:1], 0) is None
    assert hnsw.HnswIndex(64).search(vectors[:1], 1) is None


def test_searches_beside_additions_answer_or_decline(graph, vectors, rng, kinds):
    more = kinds(rng, 4000)
    outcomes = []

    def add():
        for start in range(0, 4000, 50):
            graph.add(np.arange(10_000 + start, 10_050 + start), more[start : start + 50])

    writer = threading.Thread(target=add)
    writer.start()
    while writer.is_alive():
        found = graph.search(vectors[:1], 1)
        outcomes.append(None if found is None else int(found[0, 0]))
    writer.join()
    assert set(outcomes) <= {None, 1000}
    assert graph.search(more[:50], 1)[:, 0].tolist() == list(range(10_000, 10_050))


def test_saved_and_loaded(graph, vectors, tmp_path, space):
    graph.remove(np.array([1007]))
    graph.save(tmp_path, space)
    loaded = hnsw.HnswIndex.load(tmp_path, space, 64)
    assert loaded is not None
    assert np.array_equal(loaded.ids, graph.ids)
    assert loaded.deleted == 1
    assert np.array_equal(loaded.search(vectors[:50], 20), graph.search(vectors[:50], 20))
    loaded.add(np.array([1007]), vectors[7:8])
    assert loaded.search(vectors[7:8], 1).tolist() == [[1007]]


def test_saving_again_leaves_one_file(graph, tmp_path, space):
    graph.save(tmp_path, space)
    graph.save(tmp_path, space)
    assert len(list(tmp_path.glob("*.hnsw"))) == 1
    assert hnsw.HnswIndex.load(tmp_path, space, 64) is not None


@pytest.mark.parametrize("harm", ["gone", "empty", "short", "flipped", "replaced"])
def test_a_damaged_file_never_reaches_hnswlib(graph, tmp_path, space, harm, monkeypatch):
    graph.save(tmp_path, space)
    (path,) = tmp_path.glob("*.hnsw")
    whole = bytearray(path.read_bytes())
    match harm:
        case "gone":
            path.unlink()
        case "empty":
            path.write_bytes(b"")
        case "short":
            path.write_bytes(whole[: len(whole) // 2])
        case "flipped":
            whole[len(whole) // 3] ^= 1
            path.write_bytes(whole)
        case "replaced":
            path.write_bytes(np.random.default_rng(0).bytes(len(whole)))
    monkeypatch.setattr(hnsw.HnswIndex, "__init__", lambda *_: pytest.fail("hnswlib was asked to read it"))
    assert hnsw.HnswIndex.load(tmp_path, space, 64) is None


@pytest.mark.parametrize("field", ["format", "space", "dim", "hnswlib", "machine", "generation", "deleted", "digest"])
def test_a_file_of_another_making_is_not_loaded(graph, tmp_path, space, field):
    graph.save(tmp_path, space)
    (path,) = tmp_path.glob("*.hnsw.json")
    path.write_text(path.read_text().replace(f'"{field}"', f'"no {field}"'))
    assert hnsw.HnswIndex.load(tmp_path, space, 64) is None
    path.write_text("no manifest")
    assert hnsw.HnswIndex.load(tmp_path, space, 64) is None


def test_a_folder_that_hnswlib_cannot_name(graph, tmp_path, space):
    with pytest.raises(OSError, match="hnswlib cannot write"):
        graph.save(tmp_path / "no text: \udcff", space)


def test_without_hnswlib(graph, tmp_path, space, monkeypatch):
    graph.save(tmp_path, space)
    monkeypatch.setitem(sys.modules, "hnswlib", None)
    assert not hnsw.available()
    assert hnsw.HnswIndex.load(tmp_path, space, 64) is None

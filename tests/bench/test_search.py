from __future__ import annotations

import json

import pytest

from photoorg.bench import search
from photoorg.bench.made_catalog import MadeCatalog, search_over
from photoorg.bench.vectors import WORDS, MadeLibrary
from photoorg.core.jobs import CancelToken, run
from photoorg.core.types import Query
from photoorg.embed.profiles import EMBEDDED, load_text_encoder
from photoorg.index import hnsw
from photoorg.services.search import library_vectors

needs_hnswlib = pytest.mark.skipif(not hnsw.available(), reason="hnswlib is not installed")


@needs_hnswlib
def test_measures_exact_search_the_graph_and_the_product():
    result = json.loads(json.dumps(search.run(sizes=(500, 2000), queries=40, k=20)))
    for row in result["sizes"]:
        assert all(row[part]["median_ms"] > 0 for part in ("embed", "exact", "graph", "product"))
        assert row["graph"]["recall_words"] >= 0.98
        assert row["graph"]["recall_examples"] >= 0.98
    text = search.describe(result)
    assert "2,000" in text
    assert result["machine"]["cpu"] in text


def test_exact_only():
    result = search.run(sizes=(300,), queries=5, exact_only=True)
    assert "graph" not in result["sizes"][0]
    assert "300" in search.describe(result)


@pytest.mark.parametrize(("took", "verdict"), [(24.9, "met"), (25.1, "missed")])
def test_the_bar_is_told(took, verdict):
    result = search.run(sizes=(300,), queries=5, exact_only=True)
    result["sizes"][0] |= {"vectors": 100_000, "product": {"median_ms": took}}
    assert f"25: {verdict}" in search.describe(result)


@needs_hnswlib
@pytest.mark.parametrize("graph_above", [500, 10_000])
def test_the_product_answers_over_made_vectors(tmp_path, monkeypatch, graph_above):
    monkeypatch.setattr(library_vectors.LibraryVectors.__init__, "__defaults__", (graph_above,))
    encoder = load_text_encoder(EMBEDDED)
    library = MadeLibrary(encoder.encode(WORDS), 2000)
    product, vectors = search_over(MadeCatalog(tmp_path, library), "made")
    run(vectors.build_graphs(CancelToken()))
    assert bool(list(tmp_path.glob("*.hnsw"))) == (graph_above == 500)
    found = product.search(Query(text="dog", limit=10))
    assert [hit.score for hit in found] == sorted((hit.score for hit in found), reverse=True)
    # The ranking moves some up for their likeness, but only among what fits the word.
    cosines = vectors.snapshot().text @ encoder.encode(["dog"])[0]
    assert len(found) == 10
    assert {hit.id for hit in found} <= {int(row) + 1 for row in cosines.argsort()[-200:]}

from __future__ import annotations

import json

import pytest

from photoorg.bench import search
from photoorg.index import hnsw


@pytest.mark.skipif(not hnsw.available(), reason="hnswlib is not installed")
def test_measures_both_ways_and_says_which_the_product_uses(monkeypatch):
    monkeypatch.setattr(search, "GRAPH_ABOVE", 1000)
    result = json.loads(json.dumps(search.run(sizes=(500, 2000), queries=40, k=20)))
    small, large = result["sizes"]
    assert (small["product"], large["product"]) == ("exact", "graph")
    assert small["product_ms"] == small["exact"]["median_ms"] > 0
    assert large["product_ms"] == large["graph"]["median_ms"] > 0
    for row in (small, large):
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
    result["sizes"][0] |= {"vectors": 100_000, "product_ms": took}
    assert f"{verdict}: {took} of 25 ms" in search.describe(result)

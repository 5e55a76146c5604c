"""Search in libraries of several sizes: exact and through the graph, words to answers, and the graph's recall."""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from photoorg.bench.bars import beside
from photoorg.bench.machine import line, machine
from photoorg.bench.made_catalog import MadeCatalog, search_over
from photoorg.bench.vectors import WORDS, MadeLibrary
from photoorg.core.jobs import CancelToken
from photoorg.core.jobs import run as finish
from photoorg.core.types import Query
from photoorg.index import hnsw
from photoorg.index.search import VectorIndex

if TYPE_CHECKING:
    from photoorg.embed.base import TextEncoder

SIZES = (10_000, 100_000, 1_000_000)
#: Milliseconds that a query may take, the embedding of its words included, by the size of the library.
BARS = {100_000: 25.0, 1_000_000: 60.0}
_SPACE = "bench@1/made"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``run``."""
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="vectors in the library")
    parser.add_argument("--queries", type=int, default=200, help="how many queries to take the median of")
    parser.add_argument("--k", type=int, default=50, help="how many answers to ask for")
    parser.add_argument("--exact-only", action="store_true", help="leave out the graph, which takes long to build")


def run(
    *, sizes: Sequence[int] = SIZES, queries: int = 200, k: int = 50, exact_only: bool = False
) -> dict[str, object]:
    """Measure each size in a folder of its own. Times are milliseconds; recall is that of the graph against exact."""
    from photoorg.embed.profiles import EMBEDDED, load_text_encoder

    found = machine()
    encoder = load_text_encoder(EMBEDDED)
    # A word that the encoder does not know is the zero vector: it has no nearest photos.
    words = [word for word in WORDS if encoder.encode([word]).any()]
    rows = [_measure(encoder, words, size, queries, k, graph=not exact_only and hnsw.available()) for size in sizes]
    return {"bench": "search", "machine": found, "space": EMBEDDED.text, "k": k, "queries": queries, "sizes": rows}


def _measure(
    encoder: TextEncoder, known: Sequence[str], size: int, queries: int, k: int, *, graph: bool
) -> dict[str, Any]:
    words = [known[position % len(known)] for position in range(queries)]
    library = MadeLibrary(encoder.encode(known), size)
    with tempfile.TemporaryDirectory(prefix="photoorg-bench-") as name:
        result = _index(encoder, Path(name), library, words, k, graph=graph)
        search, vectors = search_over(MadeCatalog(Path(name), library), _SPACE)
        finish(vectors.build_graphs(CancelToken()))  # finds the one that was built just now
        product = _times(lambda word: search.search(Query(text=word, limit=k)), words)
        return {"vectors": size, **result, "product": product}


def _index(
    encoder: TextEncoder, folder: Path, library: MadeLibrary, words: Sequence[str], k: int, *, graph: bool
) -> dict[str, Any]:
    _say(f"{library.count:,} vectors: writing the file")
    index = VectorIndex(folder, _SPACE, library, graph_above=0)
    index.refresh()
    result: dict[str, Any] = {
        "dim": library.dim(_SPACE),
        "embed": _times(lambda word: encoder.encode([word]), words),
        "exact": _times(lambda word: index.search(encoder.encode([word]), k), words),
    }
    if graph:
        _say(f"{library.count:,} vectors: building the graph")
        result["graph"] = _graph(encoder, index, library, words, k)
        result["graph"]["file_mb"] = round(sum(path.stat().st_size for path in folder.glob("*.hnsw")) / 1e6)
    return result


def _graph(
    encoder: TextEncoder, index: VectorIndex, library: MadeLibrary, words: Sequence[str], k: int
) -> dict[str, Any]:
    asked = {"recall_words": encoder.encode(words), "recall_examples": library.more(len(words))}
    truth = {name: index.search(vectors, k)[0] for name, vectors in asked.items()}
    began = time.monotonic()
    finish(index.build_graph(CancelToken()))
    return {
        "build_s": round(time.monotonic() - began, 1),
        **_times(lambda word: index.search(encoder.encode([word]), k), words),
        **{name: _recall(index.search(vectors, k)[0], truth[name]) for name, vectors in asked.items()},
    }


def describe(result: dict[str, Any]) -> str:
    """The table that people read."""
    head = f"{'vectors':>10}{'words':>8}{'exact':>8}{'graph':>8}{'product':>9}{'bar':>14}"
    lines = [
        line(result["machine"]),
        f"{result['k']} answers, median ms of {result['queries']} queries in words, their embedding (words) included;",
        "product is the whole search: exact or through the graph, ranking and certainty; recall is the graph's",
        f"{head}{'recall':>9}{'(examples)':>11}{'build s':>9}{'MB':>7}",
    ]
    for row in result["sizes"]:
        graph = row.get("graph")
        cells = f"{row['vectors']:>10,}{row['embed']['median_ms']:>8.2f}{row['exact']['median_ms']:>8.1f}"
        cells += f"{graph['median_ms']:>8.1f}" if graph else f"{'-':>8}"
        took = row["product"]["median_ms"]
        cells += f"{took:>9.1f}{beside(took, BARS.get(row['vectors'])):>14}"
        if graph:
            cells += f"{graph['recall_words']:>9.3f}{graph['recall_examples']:>11.3f}"
            cells += f"{graph['build_s']:>9.0f}{graph['file_mb']:>7}"
        lines.append(cells)
    return "\n".join(lines)


def _times(call: Callable[[str], object], words: Sequence[str]) -> dict[str, float]:
    """The median and 95th percentile of ``call`` over ``words``, after one call that maps the file."""
    call(words[0])
    times = []
    for word in words:
        began = time.perf_counter()
        call(word)
        times.append(1000 * (time.perf_counter() - began))
    return {"median_ms": round(statistics.median(times), 2), "p95_ms": round(float(np.quantile(times, 0.95)), 2)}


def _recall(found: NDArray[np.int64], truth: NDArray[np.int64]) -> float:
    """The mean share of the true answers (q, k) that were found."""
    shares = [np.isin(right, ids).mean() for ids, right in zip(found, truth, strict=True)]
    return round(float(np.mean(shares)), 4)


def _say(what: str) -> None:
    print(what, file=sys.stderr, flush=True)

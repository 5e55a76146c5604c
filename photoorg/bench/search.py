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

from photoorg.bench.machine import line, machine
from photoorg.bench.vectors import WORDS, MadeLibrary
from photoorg.core.jobs import CancelToken
from photoorg.core.jobs import run as finish
from photoorg.index import hnsw
from photoorg.index.search import GRAPH_ABOVE, VectorIndex

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
    vectors = encoder.encode(words)
    library = MadeLibrary(encoder.encode(known), size)
    with tempfile.TemporaryDirectory(prefix="photoorg-bench-") as folder:
        _say(f"{size:,} vectors: writing the file")
        index = VectorIndex(Path(folder), _SPACE, library, graph_above=0)
        matrix = index.refresh()
        assert matrix is not None
        search = _by_words(encoder, index, k)
        exact_times = _times(search, words)
        result: dict[str, Any] = {
            "vectors": size,
            "dim": matrix.dim,
            "embed_ms": _times(lambda word: encoder.encode([word]), words)["median_ms"],
            "exact": exact_times,
            "product": "exact",
            "product_ms": exact_times["median_ms"],
        }
        if not graph:
            return result
        _say(f"{size:,} vectors: building the graph")
        examples = library.more(queries)
        truth = [index.search(asked, k)[0] for asked in (vectors, examples)]
        began = time.monotonic()
        finish(index.build_graph(CancelToken()))
        result["graph"] = {
            "build_s": round(time.monotonic() - began, 1),
            **_times(search, words),
            "recall_words": _recall(index.search(vectors, k)[0], truth[0]),
            "recall_examples": _recall(index.search(examples, k)[0], truth[1]),
            "file_mb": round(sum(path.stat().st_size for path in Path(folder).glob("*.hnsw")) / 1e6),
        }
        if size > GRAPH_ABOVE:
            result |= {"product": "graph", "product_ms": result["graph"]["median_ms"]}
        return result


def describe(result: dict[str, Any]) -> str:
    """The table that people read."""
    lines = [
        line(result["machine"]),
        f"median ms of {result['queries']} queries in words (their embedding included), {result['k']} answers,"
        f" {result['sizes'][0]['dim'] if result['sizes'] else 0} dimensions; * what the product uses at that size",
        f"{'vectors':>10}{'embed':>8}{'exact':>9}{'graph':>9}{'recall':>9}{'(examples)':>11}"
        f"{'build s':>9}{'MB':>7}  bar",
    ]
    for row in result["sizes"]:
        graph = row.get("graph")
        marks = ("*", " ") if row["product"] == "exact" else (" ", "*")
        cells = f"{row['vectors']:>10,}{row['embed_ms']:>8.2f}{row['exact']['median_ms']:>8.1f}{marks[0]}"
        if graph:
            cells += (
                f"{graph['median_ms']:>8.1f}{marks[1]}{graph['recall_words']:>9.3f}{graph['recall_examples']:>11.3f}"
                f"{graph['build_s']:>9.0f}{graph['file_mb']:>7}"
            )
        lines.append(f"{cells}  {_verdict(row)}".rstrip())
    return "\n".join(lines)


def _verdict(row: dict[str, Any]) -> str:
    bar = BARS.get(row["vectors"])
    if bar is None:
        return ""
    return f"{'met' if row['product_ms'] < bar else 'missed'}: {row['product_ms']:.1f} of {bar:.0f} ms"


def _by_words(encoder: TextEncoder, index: VectorIndex, k: int) -> Callable[[str], object]:
    return lambda word: index.search(encoder.encode([word]), k)


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

"""``photoorg evaluate search``: average precision and P@20 of plain queries over labelled photos."""

from __future__ import annotations

import os
import random
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING, Any

from photoorg.core.errors import UsageError
from photoorg.core.jobs import CancelToken, Job, Pace
from photoorg.core.types import FITS, Hit, Query
from photoorg.services import factory
from photoorg.services.search import background_words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


#: How many nonsense queries are asked.
NONSENSE = 100


@dataclass(frozen=True, slots=True)
class LabelledQuery:
    """A query and the globs, relative to the folder, of the photos that it should find."""

    text: str
    globs: tuple[str, ...]


def read_queries(file: Path) -> list[LabelledQuery]:
    """The lines of a query file: query, tab, globs separated by spaces. Blank lines and ``#`` lines are left out.

    Raises:
        UsageError: the file cannot be read, or a line has no tab or no glob.
    """
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or error
        raise UsageError(f"The queries in {file} cannot be read: {why}.") from error
    queries = []
    for number, line in enumerate(lines, start=1):
        if not line.strip() or line.startswith("#"):
            continue
        text, _, globs = line.partition("\t")
        if not text.strip() or not globs.split():
            raise UsageError(f"Line {number} of {file} is not a query, a tab and globs.")
        queries.append(LabelledQuery(text.strip(), tuple(globs.split())))
    return queries


def evaluate_search(
    folder: str, queries: Path, cancel: CancelToken | None = None, profile: str = factory.DEFAULT_PROFILE
) -> Job[dict[str, Any]]:
    """Index ``folder`` into a temporary catalog by the encoders of ``profile``, and run every query over all of it.

    Returns ``{"map", "p20", "queries": [{"query", "ap", "p20", "relevant", "fits"}], "fits", "nonsense"}``.
    Average precision counts a relevant photo that is not found as never found; P@20 divides by the relevant photos
    where there are fewer. ``fits`` is the share of queries for which something is said to fit; ``nonsense`` says that
    of queries made of words for what no photo shows: ``{"queries", "false_positives"}``, a share.

    Raises:
        UsageError: the folder or the query file cannot be used, or a query has no relevant photo.
    """
    from photoorg.training.retrieval import average_precision, precision_at

    wanted = read_queries(queries)
    with tempfile.TemporaryDirectory(prefix="photoorg-") as scratch, factory.open(Path(scratch)) as services:
        services.search.folder_names = None  # here folders are the answers
        yield from services.ingest.index([folder], cancel, profile=profile)
        base = services.roots.list()[0].path
        timeline = services.photos.timeline()
        paths = {
            photo.id: os.path.relpath(photo.path, base).replace(os.sep, "/")
            for photo in services.photos.many(timeline.ids)
        }
        pace = Pace("searching", len(wanted))
        rows = []
        for done, query in enumerate(wanted, start=1):
            relevant = {id for id, path in paths.items() if _matches(path, query.globs)}
            if not relevant:
                raise UsageError(f"No photo below {base} is relevant to “{query.text}”.")
            hits = services.search.search(Query(text=query.text, limit=len(paths)))
            found = [hit.id for hit in hits]
            marks = _marks(found, relevant, len(paths))
            rows.append(
                {
                    "query": query.text,
                    "ap": round(average_precision(marks), 4),
                    "p20": round(precision_at(marks, 20), 4),
                    "relevant": len(relevant),
                    "fits": _fits(hits),
                }
            )
            yield pace.at(done, query.text)
        wrong = [_fits(services.search.search(Query(text=text, limit=1))) for text in nonsense()]
    return {
        "map": _mean(rows, "ap"),
        "p20": _mean(rows, "p20"),
        "queries": rows,
        "fits": _mean(rows, "fits"),
        "nonsense": {"queries": len(wrong), "false_positives": round(sum(wrong) / len(wrong), 4)},
    }


def nonsense() -> list[str]:
    """Queries that should find nothing: words for what no photo shows, three at a time."""
    chance = random.Random(11)
    words = background_words.words("search/nonsense.txt")
    return [" ".join(chance.sample(words, 3)) for _ in range(NONSENSE)]


def _fits(hits: Sequence[Hit]) -> bool:
    return bool(hits) and hits[0].certainty >= FITS


def _marks(found: Sequence[int], relevant: set[int], photos: int) -> NDArray[np.bool_]:
    """Which places (n,) of the ranking are relevant; what was not found comes last, the relevant behind the rest."""
    import numpy as np

    marks = np.zeros(photos, dtype=np.bool_)
    marks[: len(found)] = [id in relevant for id in found]
    missed = len(relevant) - int(marks.sum())
    marks[photos - missed :] = True
    return marks


def _matches(path: str, globs: Sequence[str]) -> bool:
    return any(fnmatchcase(path, glob) for glob in globs)


def _mean(rows: Sequence[dict[str, Any]], key: str) -> float:
    return round(sum(row[key] for row in rows) / len(rows), 4) if rows else 0.0

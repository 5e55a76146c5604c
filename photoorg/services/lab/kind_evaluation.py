"""``photoorg evaluate kinds``: precision and recall of the kinds on pictures whose kind is known."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from photoorg.core.errors import UsageError
from photoorg.core.jobs import CancelToken, Job
from photoorg.core.marks import Judgement
from photoorg.core.types import Kind
from photoorg.services import factory


@dataclass(frozen=True, slots=True)
class _Judged:
    """A picture: its ``kind``, where it is from, its path below the folder, and what it was taken for."""

    kind: Kind
    source: str
    path: str
    judged: Judgement


def evaluate_kinds(
    folder: str, cancel: CancelToken | None = None, profile: str = factory.DEFAULT_PROFILE
) -> Job[dict[str, Any]]:
    """Index ``folder`` into a temporary catalog, and compare what is told with its first sub-folders, named as kinds.

    Returns ``{"kinds": [{"kind", "photos", "precision", "recall", "f"}], "accuracy", "confusion": {kind: {told: n}},
    "sources": [{"kind", "source", "photos", "recall", "told": {kind: n}}], "wrong": [{"path", "kind", "told",
    "certainty"}], "failed": [{"path", "reason"}]}``. A source is a sub-folder of a kind. Pictures in other sub-folders
    are left out.

    Raises:
        UsageError: there is no such folder, or no sub-folder of it is named after a kind.
    """
    with tempfile.TemporaryDirectory(prefix="photoorg-") as scratch, factory.open(Path(scratch)) as services:
        report = yield from services.ingest.index([folder], cancel, profile=profile)
        base = services.roots.list()[0].path
        photos = services.photos.many(services.photos.timeline().ids)
        told = services.kinds.of([photo.content for photo in photos if photo.content is not None])
        pictures = []
        for photo in photos:
            first, *rest = os.path.relpath(photo.path, base).split(os.sep)
            if rest and first in list(Kind) and photo.content in told:
                source = rest[0] if len(rest) > 1 else ""
                pictures.append(_Judged(Kind(first), source, os.sep.join((first, *rest)), told[photo.content]))
    if not pictures:
        raise UsageError(f"No sub-folder of {base} is named {', '.join(Kind)}.")
    return {**_table(pictures), "failed": [{"path": each.path, "reason": each.reason} for each in report.failed]}


def _table(pictures: Sequence[_Judged]) -> dict[str, Any]:
    right = [each for each in pictures if each.judged.kind == each.kind]
    by_source: dict[tuple[Kind, str], list[_Judged]] = {}
    for each in pictures:
        by_source.setdefault((each.kind, each.source), []).append(each)
    wrong = sorted(
        (each for each in pictures if each.judged.kind != each.kind), key=lambda each: -each.judged.certainty
    )
    return {
        "kinds": [_row(kind, pictures) for kind in Kind],
        "accuracy": round(len(right) / len(pictures), 4),
        "confusion": {kind.value: _told([each for each in pictures if each.kind == kind]) for kind in Kind},
        "sources": [
            {
                "kind": kind.value,
                "source": source,
                "photos": len(members),
                "recall": round(sum(each.judged.kind == kind for each in members) / len(members), 4),
                "told": _told(members),
            }
            for (kind, source), members in sorted(by_source.items())
        ],
        "wrong": [
            {
                "path": each.path,
                "kind": each.kind.value,
                "told": each.judged.kind.value,
                "certainty": each.judged.certainty,
            }
            for each in wrong
        ],
    }


def _row(kind: Kind, pictures: Sequence[_Judged]) -> dict[str, Any]:
    """Precision and recall of one kind; None where nothing was told or nothing is there."""
    found = sum(each.kind == kind and each.judged.kind == kind for each in pictures)
    told = sum(each.judged.kind == kind for each in pictures)
    there = sum(each.kind == kind for each in pictures)
    return {
        "kind": kind.value,
        "photos": there,
        "precision": round(found / told, 4) if told else None,
        "recall": round(found / there, 4) if there else None,
        "f": round(2 * found / (told + there), 4) if told + there else None,
    }


def _told(pictures: Sequence[_Judged]) -> dict[str, int]:
    counts = {kind.value: sum(each.judged.kind == kind for each in pictures) for kind in Kind}
    return {kind: count for kind, count in counts.items() if count}

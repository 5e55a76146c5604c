"""Which of several like photos is worth keeping, and why."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping, Sequence

from photoorg.catalog.looks import Candidate

#: What programs add to the name of a copy; an underscore counts as a gap between words.
_COPY_MARKS = re.compile(
    r"\b(copy|copie|copia|kopie|duplicate|edit|edited|resized?|small|thumb|thumbnail|whatsapp)\b|\(\d+\)\s*$|~\d+$"
    r"|\bwa\d+\b",
    re.IGNORECASE,
)
#: One thumbnail is sharper than another when its measure is larger by more than a quarter.
_SHARPER = 1.25


def original_name(path: str) -> bool:
    """Whether a file's name carries no mark of a copy."""
    stem = os.path.splitext(os.path.basename(path))[0]
    return not _COPY_MARKS.search(re.sub(r"[_\-]", " ", stem))


def choose(photos: Sequence[Candidate], sharpness: Mapping[int, float]) -> tuple[Candidate, str]:
    """The keeper among at least two photos, and a sentence that says why.

    In this order: more pixels, sharper, the original name, more metadata, more companions; then the older file.
    ``sharpness`` is by content.
    """
    features: list[tuple[Callable[[Candidate], float], float, Callable[[Candidate], str]]] = [
        (lambda photo: photo.pixels, 1.0, lambda photo: f"the most pixels ({photo.pixels / 1e6:.1f} megapixels)"),
        (lambda photo: sharpness.get(photo.content, 0.0), _SHARPER, lambda photo: "the sharpest picture"),
        (lambda photo: original_name(photo.path), 1.0, lambda photo: "the name of an original"),
        (lambda photo: photo.facts, 1.0, lambda photo: "the most complete metadata"),
        (lambda photo: photo.companions, 1.0, lambda photo: "files that belong to it"),
    ]
    left = list(photos)
    reasons: list[str] = []
    for value, slack, text in features:
        best = max(value(photo) for photo in left)
        fewer = [photo for photo in left if value(photo) * slack >= best]
        if len(fewer) < len(left):
            reasons.append(text(fewer[0]))
        left = fewer
    keeper = min(left, key=lambda photo: (photo.mtime_ns, photo.id))
    if any(photo.mtime_ns != keeper.mtime_ns for photo in left):
        reasons.append("the oldest file")
    return keeper, f"It has {_joined(reasons)}." if reasons else "All are alike; it was found first."


def _joined(reasons: Sequence[str]) -> str:
    if len(reasons) < 2:
        return "".join(reasons)
    return f"{', '.join(reasons[:-1])} and {reasons[-1]}"

"""``photoorg evaluate attention FOLDER``: does attention provision help transfer clustering tell look-alikes apart?"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from photoorg.clustering.metrics import score
from photoorg.core.arrays import Labels, Vectors
from photoorg.core.errors import UsageError
from photoorg.core.jobs import CancelToken, Job, Pace
from photoorg.embed.base import Pixels, unit_rows
from photoorg.embed.lite0 import prepare
from photoorg.training.attention import Attention, masked, subject
from photoorg.training.deep.dtc import Form, TransferClustering
from photoorg.training.features import open_picture, pictures_below

_BATCH = 16


def study(
    folder: Path, seeds: Sequence[int] = range(5), cancel: CancelToken | None = None
) -> Job[list[dict[str, Any]]]:
    """DTC on whole photos, on their subjects, on both, and with the subject as second view: mean and spread of seeds.

    The first sub-folder is the label, and the number of classes is told.

    Raises:
        UsageError: there are fewer than two sub-folders with photos.
        CannotError: OpenCV is not installed.
        Cancelled: ``cancel`` asked for it.
    """
    attention = Attention()
    named = list(pictures_below(folder))
    whole: list[Vectors] = []
    alone: list[Vectors] = []
    classes: list[str] = []
    shares: list[float] = []
    pace = Pace("cutting subjects out", len(named))
    for start in range(0, len(named), _BATCH):
        if cancel is not None:
            cancel.checkpoint()
        read = [(name, each) for name, file in named[start : start + _BATCH] if (each := _prepared(file)) is not None]
        yield pace.at(start)
        if not read:
            continue
        pictures = np.stack([each for _, each in read])
        masks = [subject(p, h) for p, h in zip(pictures, attention.heat(pictures), strict=True)]
        whole.append(attention.vectors(pictures))
        alone.append(attention.vectors(np.stack([masked(p, m) for p, m in zip(pictures, masks, strict=True)])))
        classes += [parts[1] if len(parts := name.split("/")) > 2 else "" for name, _ in read]
        shares += [float(mask.mean()) for mask in masks]
    if len(set(classes)) < 2:
        raise UsageError("There are no labels to compare with.", "Sort the photos into sub-folders.")
    truth = np.unique(classes, return_inverse=True)[1].astype(np.int32)
    rows = yield from _compare(np.concatenate(whole), np.concatenate(alone), truth, seeds, cancel)
    return [{"photos": len(truth), "subject_share": round(float(np.mean(shares)), 3), **row} for row in rows]


def _prepared(file: Path) -> Pixels | None:
    try:
        return prepare(open_picture(file))
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None


def _compare(
    whole: Vectors, alone: Vectors, truth: Labels, seeds: Sequence[int], cancel: CancelToken | None
) -> Job[list[dict[str, Any]]]:
    both = unit_rows(whole + alone)
    cases: list[tuple[str, Form, Vectors, Vectors | None]] = [
        ("whole photo", "baseline", whole, None),
        ("subject", "baseline", alone, None),
        ("both", "baseline", both, None),
        ("whole photo", "pi", whole, None),
        ("whole photo, subject as second view", "pi", whole, alone),
    ]
    rows: list[dict[str, Any]] = []
    pace = Pace("clustering", len(cases) * len(seeds))
    for features, form, vectors, second in cases:
        found = []
        for seed in seeds:
            method = TransferClustering(int(truth.max()) + 1, form, seed=seed)
            probabilities = yield from method.train(vectors, cancel, second)
            scores = score(truth, probabilities.argmax(1))
            found.append((scores.acc, scores.nmi, scores.ari))
            yield pace.at(len(rows) * len(seeds) + len(found))
        mean, spread = np.mean(found, axis=0), np.std(found, axis=0)
        figures = {
            name: [round(float(m), 4), round(float(s), 4)]
            for name, m, s in zip(("acc", "nmi", "ari"), mean, spread, strict=True)
        }
        rows.append({"features": features, "form": form, **figures})
    return rows

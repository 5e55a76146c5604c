"""``photoorg train simclr|moco --data FOLDER... --out FILE.safetensors``: a backbone of a person's own photos."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from photoorg.clustering.metrics import score
from photoorg.core.arrays import Labels, Vectors
from photoorg.core.errors import UsageError
from photoorg.core.jobs import CancelToken, Job
from photoorg.embed.base import unit_rows
from photoorg.training.deep.contrastive import Settings, embed, save, train
from photoorg.training.deep.pictures import load_pictures
from photoorg.training.deep.scan import Scan

#: Side in pixels of the pictures that the small backbone sees.
SIZE = 64


def command(
    data: Sequence[Path], out: Path, settings: Settings, cancel: CancelToken | None = None
) -> Job[dict[str, Any]]:
    """Train on the pictures below the folders ``data`` and write the weights to ``out``.

    Where there are sub-folders, gives how SCAN on these features agrees with them, and SCAN on raw pixels.

    Raises:
        UsageError: there are no pictures.
    """
    found = yield from load_pictures(data, SIZE, cancel)
    if len(found.names) < 2:
        raise UsageError("There are no pictures to learn from.", "Name folders of photos after --data.")
    backbone = yield from train(found.pictures, settings, cancel)
    save(backbone, settings, out)
    report: dict[str, Any] = {"out": str(out), "pictures": len(found.names), "epochs": settings.epochs}
    truth, classes = found.truth()
    if len(classes) > 1:
        report["scan"] = yield from _agreement(embed(backbone, found.pictures), truth, len(classes), cancel)
        pixels = (found.pictures[:, ::4, ::4].reshape(len(truth), -1) / 255 - 0.5).astype(np.float32)
        report["scan_on_pixels"] = yield from _agreement(pixels, truth, len(classes), cancel)
    return report


def _agreement(vectors: Vectors, truth: Labels, k: int, cancel: CancelToken | None) -> Job[dict[str, float]]:
    labels = yield from Scan(k).train(unit_rows(vectors), cancel)
    known = truth >= 0
    scores = score(truth[known], labels[known])
    return {"acc": round(scores.acc, 4), "nmi": round(scores.nmi, 4), "ari": round(scores.ari, 4)}

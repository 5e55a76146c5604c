"""``photoorg train gatcluster --data FOLDER... --out FILE``: clusters of photos with no pretrained weights."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from photoorg.clustering.baselines import KMeans
from photoorg.clustering.metrics import score
from photoorg.clustering.models.gatcluster import ARCHITECTURES
from photoorg.core.arrays import Labels
from photoorg.core.errors import UsageError
from photoorg.core.jobs import CancelToken, Job
from photoorg.training.deep.gatcluster import Clustered, Settings, train
from photoorg.training.deep.pictures import PictureSet, contact_sheet, heated, load_pictures

#: Pictures of each cluster on the sheet, every one beside its attention.
_SHOWN = 6


def command(
    data: Sequence[Path],
    out: Path,
    architecture: str = "small",
    clusters: int | None = None,
    settings: Settings | None = None,
    cancel: CancelToken | None = None,
) -> Job[dict[str, Any]]:
    """Cluster the pictures below the folders ``data``; ``out`` is the checkpoint, which a second run goes on from.

    Beside it come OUT.json (the cluster of every picture, the losses, and where there are sub-folders the curve of
    agreement with them), and OUT.png, pictures of every cluster with the attention drawn over them. ``clusters`` is
    by default the number of sub-folders, or the architecture's own.

    Raises:
        UsageError: there is no such architecture, or there are too few pictures.
    """
    if architecture not in ARCHITECTURES:
        raise UsageError(f"There is no architecture {architecture!r}.", f"There are: {', '.join(ARCHITECTURES)}.")
    shape = ARCHITECTURES[architecture]
    found = yield from load_pictures(data, shape.size, cancel)
    truth, classes = found.truth()
    shape = dataclasses.replace(shape, clusters=clusters or len(classes) or shape.clusters)
    if len(found.names) < 2 * shape.clusters:
        raise UsageError(f"{len(found.names)} pictures are too few for {shape.clusters} clusters.")
    curve = _curve_so_far(out)

    def watch(epoch: int, labels: Labels) -> None:
        if classes:  # kept with every epoch, as the checkpoint is, for a run that goes on from both
            curve.append({"epoch": epoch, **_agreement(truth, labels)})
            out.with_suffix(".json").write_text(json.dumps({"curve": curve}), encoding="utf-8")

    made = yield from train(found.pictures, shape, settings, out, watch, cancel)
    report: dict[str, Any] = {"pictures": len(found.names), "clusters": shape.clusters, "losses": made.losses}
    if classes:
        report |= {
            "curve": curve,
            "pixels": _pixels(found, truth, shape.clusters),
            "last": _agreement(truth, made.labels),
        }
    members = dict(zip(found.names, made.labels.tolist(), strict=True))
    out.with_suffix(".json").write_text(json.dumps({**report, "members": members}, indent=1), encoding="utf-8")
    _sheet(found, made).save(out.with_suffix(".png"))
    return report


def _curve_so_far(out: Path) -> list[dict[str, float]]:
    """The curve of the run that left the checkpoint ``out``; empty where there is none."""
    try:
        kept = json.loads(out.with_suffix(".json").read_text("utf-8"))["curve"] if out.exists() else []
    except (OSError, ValueError, KeyError):
        return []
    return list(kept)


def _agreement(truth: Labels, labels: Labels) -> dict[str, float]:
    known = truth >= 0
    scores = score(truth[known], labels[known])
    return {"acc": round(scores.acc, 4), "nmi": round(scores.nmi, 4), "ari": round(scores.ari, 4)}


def _pixels(found: PictureSet, truth: Labels, k: int) -> dict[str, float]:
    """k-means on the same grey pixels at half size: what any learning must beat."""
    grey = found.pictures[:, ::2, ::2].astype(np.float32).mean(3).reshape(len(truth), -1) / 255
    return _agreement(truth, KMeans("k-means++", k).fit(grey))


def _sheet(found: PictureSet, made: Clustered) -> Any:
    """A row a cluster: the pictures it is surest of, each with its attention beside it."""
    rows = []
    for cluster in np.unique(made.labels):
        members = np.flatnonzero(made.labels == cluster)
        surest = members[np.argsort(-made.probabilities[members, cluster], kind="stable")][:_SHOWN]
        row = []
        for i in surest:
            row += [found.pictures[i], heated(found.pictures[i], made.attention[i])]
        rows.append(row)
    return contact_sheet(rows)

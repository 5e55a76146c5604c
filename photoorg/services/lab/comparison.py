"""``photoorg evaluate clusters``: clustering methods against the folders that a person sorted photos into."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from photoorg.core.errors import UsageError
from photoorg.core.jobs import CancelToken, Job, Progress
from photoorg.services.factory import DEFAULT_PROFILE
from photoorg.services.lab import methods
from photoorg.services.lab.reading import Reading, read_folder, read_with_backbone

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from photoorg.clustering.metrics import Scores

#: The level of the row that is the better of a method's coarsest and finest one, by BCubed F.
BETTER = "better"


@dataclass(frozen=True)
class Comparison:
    """A labelled folder, the partitions that were made of it, and a row of figures for each of them and more."""

    reading: Reading
    truth: NDArray[np.int32]
    classes: list[str]
    partitions: list[methods.Partition]
    rows: list[dict[str, Any]]


def evaluate_clusters(
    folder: str,
    wanted: Sequence[str] | None = None,
    html: Path | None = None,
    profile: str = DEFAULT_PROFILE,
    cancel: CancelToken | None = None,
) -> Job[list[dict[str, Any]]]:
    """Cluster the photos below ``folder`` by each method and score it; the first sub-folder is the label.

    Photos directly in ``folder`` belong nowhere: each counts as a class of its own. Methods that must know the number
    of clusters are told the number of classes. Rows are as in CONTRACTS, with ``bcubed_macro`` (classes weighing the
    same), and ``reason`` where a method cannot do it. ``html`` names a file for a report with contact sheets.

    Raises:
        UsageError: the folder is missing or has no labels, or there is no such method.
        CannotError: the encoder cannot be loaded, or the report cannot be written.
    """
    names = methods.chosen(wanted)  # a wrong name is told before minutes of reading
    reading = yield from read_folder(folder, profile, cancel, thumbs=html is not None)
    compared = yield from compare(reading, _visual(reading, profile), names, cancel, _own(reading, profile))
    if html is not None:
        from photoorg.services.lab import report

        yield Progress("writing the report", 0)
        yield from report.write([("", compared, _visual(reading, profile))], compared.rows, html, cancel)
    return compared.rows


def evaluate_encoders(
    folder: str,
    wanted: Sequence[str] | None = None,
    html: Path | None = None,
    backbones: Sequence[Path] = (),
    cancel: CancelToken | None = None,
) -> Job[list[dict[str, Any]]]:
    """``evaluate_clusters`` for the encoders of every installed profile: the table of the Imantics report.

    Rows have the profile's name under ``encoder``, with " text" behind it for its text space where that is another
    than the visual one. A profile that is not installed has a single row with the ``reason``. ``backbones`` are
    networks that ``photoorg train simclr`` or ``moco`` made, which come under the names of their files.

    Raises:
        UsageError: as for ``evaluate_clusters``.
        CannotError: an encoder or a backbone cannot be loaded, or the report cannot be written.
    """
    from photoorg.embed.models_folder import profile_installed
    from photoorg.embed.profiles import profiles

    names = methods.chosen(wanted or methods.IMANTICS)
    rows: list[dict[str, Any]] = []
    seen: list[tuple[str, Comparison, NDArray[np.float32]]] = []

    def add(name: str, reading: Reading, vectors: NDArray[np.float32], own: NDArray[np.float32] | None) -> Job[None]:
        compared = yield from compare(reading, vectors, names, cancel, own)
        rows.extend({"encoder": name, **row} for row in compared.rows)
        seen.append((name, compared, vectors))

    for profile in profiles().values():
        if not profile_installed(profile):
            reason = f"not installed; photoorg profiles pull {profile.name}"
            rows.append({"encoder": profile.name, "method": "", "level": None, **_figures(None), "reason": reason})
            continue
        reading = yield from read_folder(folder, profile.name, cancel, thumbs=html is not None)
        vectors, own = _visual(reading, profile.name), _own(reading, profile.name)
        yield from add(profile.name, reading, vectors, own)
        if profile.text != profile.visual and profile.text in reading.vectors:
            yield from add(f"{profile.name} text", reading, reading.vectors[profile.text], None)
    for file in backbones:
        reading, vectors = yield from read_with_backbone(folder, file, cancel, thumbs=html is not None)
        yield from add(file.stem, reading, vectors, None)
    if html is not None:
        from photoorg.services.lab import report

        yield Progress("writing the report", 0)
        yield from report.write(seen, rows, html, cancel)
    return rows


def compare(
    reading: Reading,
    vectors: NDArray[np.float32],
    names: Sequence[str],
    cancel: CancelToken | None = None,
    own: NDArray[np.float32] | None = None,
) -> Job[Comparison]:
    """Run the methods ``names`` on the photos' ``vectors`` (n, d) and score them against their folders.

    ``own`` (n, e) is what the product's own method makes clusters of, where that is something else.

    Raises:
        UsageError: there are no labels.
    """
    truth, classes = reading.labels()
    if not classes:
        raise UsageError(
            "There are no labels to compare with.", "Sort the photos into sub-folders; the first one is the label."
        )
    made = yield from methods.partitions(vectors, len(classes), names, cancel, own)
    rows = [_row(partition, truth) for partition in made]
    return Comparison(reading, truth, classes, made, _with_better(rows))


def _visual(reading: Reading, profile: str) -> NDArray[np.float32]:
    import numpy as np

    from photoorg.embed.profiles import profile as named

    return reading.vectors.get(named(profile).visual, np.zeros((0, 1), np.float32))


def _own(reading: Reading, profile: str) -> NDArray[np.float32]:
    from photoorg.embed.kinship import for_clusters
    from photoorg.embed.profiles import profile as named

    visual = named(profile).visual
    return for_clusters(visual, {visual: _visual(reading, profile), **reading.vectors})


def _row(partition: methods.Partition, truth: NDArray[np.int32]) -> dict[str, Any]:
    from photoorg.clustering.metrics import score

    row: dict[str, Any] = {"method": partition.method, "level": partition.level}
    scores = None if partition.labels is None else score(truth, partition.labels)
    row |= _figures(scores)
    row["seconds"] = round(partition.seconds, 3)
    if partition.reason:
        row["reason"] = partition.reason
    return row


def _figures(scores: Scores | None) -> dict[str, Any]:
    if scores is None:
        keys = ("clusters", "noise", "bcubed", "bcubed_macro", "pairwise", "nmi", "ami", "ari", "acc")
        return dict.fromkeys(keys)
    return {
        "clusters": scores.clusters,
        "noise": round(scores.noise, 4),
        "bcubed": [round(value, 4) for value in scores.bcubed.as_list()],
        "bcubed_macro": [round(value, 4) for value in scores.bcubed_macro.as_list()],
        "pairwise": [round(value, 4) for value in scores.pairwise.as_list()],
        "nmi": round(scores.nmi, 4),
        "ami": round(scores.ami, 4),
        "ari": round(scores.ari, 4),
        "acc": round(scores.acc, 4),
    }


def _with_better(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """``rows`` with, behind the rows of a method of several levels, the better of its coarsest and finest one."""
    found: list[dict[str, Any]] = []
    for place, row in enumerate(rows):
        found.append(row)
        last = place + 1 == len(rows) or rows[place + 1]["method"] != row["method"]
        levels = [r for r in rows if r["method"] == row["method"] and r["level"] is not None and r["bcubed"]]
        if last and len(levels) > 1:
            best = max((levels[0], levels[-1]), key=lambda r: float(r["bcubed"][2]))
            found.append({**best, "level": BETTER, "better": best["level"]})
    return found

"""The report of a comparison: one HTML file that needs nothing else, with contact sheets, because people look."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from photoorg.core.errors import CannotError
from photoorg.core.jobs import CancelToken, Job
from photoorg.services.lab.plots import line_chart

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from photoorg.services.lab.comparison import Comparison
    from photoorg.services.lab.methods import Partition

#: Photos of a cluster, and clusters of a method, that are shown; the rest is counted.
_PHOTOS_SHOWN, _CLUSTERS_SHOWN = 16, 60
#: Components that the ablation keeps.
_DIMENSIONS = (2, 4, 8, 16, 32, 64, 128, 256)

_NOTE = """<p class="note">Largest clusters first. A red frame marks a photo that lies in another folder than most of
its cluster. Point at a photo for its folder and name.</p>"""
_STYLE = """
:root { color-scheme: light dark; font: 14px/1.45 system-ui, sans-serif; }
body { margin: 2rem auto; max-width: 1180px; padding: 0 1rem; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.2rem; margin-top: 2.2rem; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { padding: .25rem .7rem; text-align: right; border-bottom: 1px solid #8884; }
th:first-child, td:first-child, th:nth-child(2), td:nth-child(2) { text-align: left; }
tr.best td { font-weight: 600; }
details { border-bottom: 1px solid #8884; padding: .5rem 0; }
summary { cursor: pointer; font-weight: 600; }
.cluster { margin: .9rem 0; }
.cluster p { margin: 0 0 .25rem; }
.sheet { display: flex; flex-wrap: wrap; gap: 4px; }
.p { width: 96px; height: 96px; border-radius: 4px; background: center / cover no-repeat #8883; }
.p.other { outline: 3px solid #d9482b; outline-offset: -3px; }
.charts { display: flex; flex-wrap: wrap; gap: 1rem; }
.chart { width: 370px; fill: currentColor; font-size: 11px; } .chart .title { font-size: 13px; font-weight: 600; }
.note { opacity: .75; }
"""


#: An encoder's name (empty where there is but one), what was compared, and the vectors (n, d) it was made from.
Compared = tuple[str, "Comparison", "NDArray[np.float32]"]


def write(
    compared: Sequence[Compared], rows: list[dict[str, Any]], file: Path, cancel: CancelToken | None = None
) -> Job[None]:
    """Write the report of comparisons on one folder, with the table of all ``rows``, to ``file``.

    Raises:
        CannotError: the file cannot be written.
        Cancelled: ``cancel`` asked for it.
    """
    photos, classes = len(compared[0][1].truth), len(compared[0][1].classes)
    rules, parts = [], []
    for number, (name, each, vectors) in enumerate(compared):
        charts = yield from _charts(each, vectors, cancel)
        sheets = _Sheets(each, f"p{number}-")
        made = "".join(sheets.of(partition) for partition in each.partitions if partition.labels is not None)
        rules.append(sheets.rules())
        title = f": {escape(name)}" if name else ""
        parts.append(
            f'<h2>Numbers of clusters and of dimensions{title}</h2><div class="charts">{"".join(charts)}</div>'
        )
        parts.append(f"<h2>Contact sheets{title}</h2>{_NOTE}{made}")
    page = f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Clusters compared</title><style>{_STYLE}{"".join(rules)}</style></head><body>
<h1>Clusters compared</h1>
<p>{photos:,} photos in {classes:,} folders, which are the labels. BCubed and pairwise are precision, recall and F.
Methods that must know the number of clusters were told {classes:,}. NMI grows with the number of clusters; AMI does
not. Photos of no cluster count as clusters of one.</p>
{_table(rows)}
{"".join(parts)}
</body></html>
"""
    try:
        file.write_text(page, encoding="utf-8")
    except OSError as error:
        raise CannotError(f"The report {file} cannot be written: {error.strerror}.") from error


def _charts(compared: Comparison, vectors: NDArray[np.float32], cancel: CancelToken | None) -> Job[list[str]]:
    """Elbow, silhouette, and the ablation of principal components, as far as there are photos enough."""
    import numpy as np

    from photoorg.clustering.diagnostics import ablation, cluster_counts, sweep

    made: list[str] = []
    ks = cluster_counts(len(vectors), most=4 * len(compared.classes))
    if len(ks) >= 3:
        found = yield from sweep(vectors, ks, cancel)
        for title, values, mark in (
            (f"Elbow: {found.elbow}", found.inertia, found.elbow),
            (f"Silhouette: best at {found.best}", found.silhouette, found.best),
        ):
            line = {title: list(zip(map(float, ks), values, strict=True))}
            made.append(line_chart(title, line, "clusters (k-means++)", "", log_x=True, mark=mark))
    labelled = np.flatnonzero(compared.truth >= 0)
    limit = min(vectors.shape[1], len(labelled))
    dimensions = sorted({min(count, limit) for count in _DIMENSIONS if count < 2 * limit})
    if len(compared.classes) > 1 and len(dimensions) > 1:
        scores = yield from ablation(vectors[labelled], compared.truth[labelled], dimensions, cancel)
        lines = {
            "BCubed F": [(float(d), s.bcubed.f) for d, s in zip(dimensions, scores, strict=True)],
            "AMI": [(float(d), s.ami) for d, s in zip(dimensions, scores, strict=True)],
        }
        made.append(line_chart("Principal components kept", lines, "components", "", log_x=True))
    return made


def _table(rows: list[dict[str, Any]]) -> str:
    several = any("encoder" in row for row in rows)
    head = ("method", "level", "clusters", "noise", "BCubed", "macro F", "pairwise", "NMI", "AMI", "ARI", "ACC", "s")
    best = max((row["bcubed"][2] for row in rows if row["bcubed"] and row["level"] != "better"), default=None)
    lines = ["<table><tr>", "<th>encoder</th>" if several else "", *(f"<th>{name}</th>" for name in head), "</tr>"]
    for row in rows:
        encoder = f"<td>{escape(row['encoder'])}</td>" if several else ""
        level = f"better: {row['better']}" if "better" in row else row["level"] or ""
        if not row["bcubed"]:
            reason = f'<td colspan="10">{escape(row["reason"])}</td>'
            lines.append(f"<tr>{encoder}<td>{row['method']}</td><td>{level}</td>{reason}</tr>")
            continue
        cells = (
            row["method"],
            level,
            f"{row['clusters']:,}",
            f"{row['noise']:.0%}",
            " ".join(f"{value:.3f}" for value in row["bcubed"]),
            f"{row['bcubed_macro'][2]:.3f}",
            " ".join(f"{value:.3f}" for value in row["pairwise"]),
            *(f"{row[key]:.3f}" for key in ("nmi", "ami", "ari", "acc")),
            f"{row['seconds']:.1f}",
        )
        mark = ' class="best"' if row["bcubed"][2] == best else ""
        lines += [f"<tr{mark}>", encoder, *(f"<td>{escape(str(cell))}</td>" for cell in cells), "</tr>"]
    return "".join([*lines, "</table>"])


class _Sheets:
    """The contact sheets of one comparison. A photo that several methods show is in the file once, as a CSS rule."""

    def __init__(self, compared: Comparison, prefix: str) -> None:
        self._compared = compared
        self._prefix = prefix
        self._shown: set[int] = set()

    def rules(self) -> str:
        """A rule for every picture that was shown so far."""
        thumbs = self._compared.reading.thumbs
        return "".join(
            f".{self._prefix}{i}{{background-image:url(data:image/jpeg;base64,{b64encode(thumbs[i]).decode()})}}"
            for i in sorted(self._shown)
        )

    def of(self, partition: Partition) -> str:
        """The sheet of one partition."""
        import numpy as np

        assert partition.labels is not None
        labels = partition.labels
        sizes = np.bincount(labels[labels >= 0]) if (labels >= 0).any() else np.zeros(0, int)
        order = np.argsort(-sizes, kind="stable")
        blocks = [self._cluster(np.flatnonzero(labels == number)) for number in order[:_CLUSTERS_SHOWN]]
        more = len(order) - len(blocks)
        if more > 0:
            blocks.append(f'<p class="note">and {more:,} smaller clusters</p>')
        alone = int((labels < 0).sum())
        title = f"{partition.method}{f' ({partition.level})' if partition.level else ''}"
        count = f"{len(order):,} clusters" + (f", {alone:,} photos in none" if alone else "")
        return f"<details><summary>{escape(title)}: {count}</summary>{''.join(blocks)}</details>"

    def _cluster(self, members: NDArray[np.intp]) -> str:
        import numpy as np

        compared = self._compared
        kinds, counts = np.unique(compared.truth[members], return_counts=True)
        common = int(kinds[counts.argmax()])
        share = counts.max() / len(members)
        # Evenly spread over the cluster: its first photos often come from one folder.
        places = np.unique(np.linspace(0, len(members) - 1, min(_PHOTOS_SHOWN, len(members))).round().astype(int))
        self._shown.update(int(i) for i in members[places])
        tiles = []
        for i in members[places]:
            kind = "" if compared.truth[i] == common else " other"
            name = escape(compared.reading.relative(int(i)), quote=True)
            tiles.append(f'<div class="p {self._prefix}{i}{kind}" role="img" aria-label="{name}" title="{name}"></div>')
        most = escape(compared.classes[common]) if common >= 0 else "no folder"
        return (
            f'<div class="cluster"><p>{len(members):,} photos, {share:.0%} {most}</p>'
            f'<div class="sheet">{"".join(tiles)}</div></div>'
        )

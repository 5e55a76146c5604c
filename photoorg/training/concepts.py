"""``photoorg train concepts --data FOLDER... --out DIR``: the linear tables of the embedded profile.

Principal components of the visual space, the concept space of the classifier's own weights, and the probes, which
learn from the folders' pictures and from pages that ``photoorg.training.drawn`` draws. Deterministic up to the
rounding of the machine's arithmetic. The word table stands on these tables and is made after them.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from photoorg.core.arrays import Vectors
from photoorg.core.jobs import Job
from photoorg.core.paths import resource
from photoorg.embed.backbone import Backbone
from photoorg.embed.base import unit_rows
from photoorg.embed.tables import CONCEPTS_FILE, VISUAL_FILE, ConceptTable, VisualTable
from photoorg.training.features import FeatureSet, extract, joined, pictures_below
from photoorg.training.probes import Probe, fit_probes, is_scene, read_labels

PROBES_FILE = "embedded/probes.tsv"
DIMENSIONS = 256
#: Directions are divided by their variance to this power: half way between plain and standard deviation.
_WHITENING = 0.25
#: A probe that is certain counts this much beside all classes together.
_GAIN = 0.5
#: Pictures drawn of each kind, and pictures taken at most from one folder: large sets must not drown small ones.
_DRAWN, _MOST = 40, 40


def train(data: Sequence[Path], out: Path, drawn: int = _DRAWN) -> Job[dict[str, object]]:
    """Write the tables for the pictures below the folders ``data`` into ``out``; gives the probes' figures.

    A picture's name, which resources/embedded/probes.tsv refers to, begins with the last part of its folder. The
    spaces are fitted without the pictures of the folder ``scenes``: the probes alone learn from these.

    Raises:
        CannotError: the encoder's weights are missing.
    """
    backbone = Backbone()
    files = [pair for folder in data for pair in thinned(list(pictures_below(folder)), _MOST)]
    real = yield from extract([pair for pair in files if not is_scene(pair[0])], backbone, "Looking at pictures")
    scenes = yield from extract([pair for pair in files if is_scene(pair[0])], backbone, "Looking at scenes")
    pages = yield from _drawn_pages(drawn, backbone)
    probes = yield from fit_probes(joined([real, pages, scenes]), read_labels(resource(PROBES_FILE)))
    out.mkdir(parents=True, exist_ok=True)
    save_visual(fit_visual(real.features), out / Path(VISUAL_FILE).name)
    concepts = fit_concepts(backbone.class_weights, real.logits, probes)
    save_concepts(concepts, out / Path(CONCEPTS_FILE).name)
    figures = {p.name: {"found": round(p.found, 3), "false_alarms": round(p.false_alarms, 4)} for p in probes}
    return {"pictures": len(real.names), "scenes": len(scenes.names), "drawn": len(pages.names), "probes": figures}


def _drawn_pages(count: int, backbone: Backbone) -> Job[FeatureSet]:
    """Features of ``count`` drawn pictures of each kind, named drawn/KIND/NUMBER; one kind in memory at a time."""
    from photoorg.training.drawn import KINDS, draw

    sets = []
    for kind in KINDS:
        named: list[tuple[str, Image.Image | Path]] = [(f"drawn/{kind}/{i}", draw(kind, i)) for i in range(count)]
        sets.append((yield from extract(named, backbone, f"Drawing {kind}")))
    return joined(sets)


def thinned(pictures: list[tuple[str, Path]], most: int) -> list[tuple[str, Path]]:
    """At most ``most`` pictures of each folder that has sub-folders beside it, evenly spread; flat folders whole, and
    scenes.
    """
    folders: dict[str, list[tuple[str, Path]]] = {}
    for name, path in pictures:
        folders.setdefault(name.rpartition("/")[0], []).append((name, path))
    kept = []
    for folder, members in folders.items():
        step = max(1, -(-len(members) // most)) if "/" in folder and not is_scene(f"{folder}/") else 1
        kept += members[::step]
    return kept


def fit_visual(features: Vectors) -> VisualTable:
    """The visual table of features (n, 1280)."""
    roots = np.sqrt(features.astype(np.float64))
    mean = roots.mean(axis=0)
    variances, directions = np.linalg.eigh(np.cov((roots - mean).T))
    variances, directions = variances[::-1][:DIMENSIONS], directions[:, ::-1][:, :DIMENSIONS]
    components = _fixed_signs(directions) / np.maximum(variances, 1e-12) ** _WHITENING
    return VisualTable(mean.astype(np.float32), components.astype(np.float32))


def fit_concepts(class_weights: Vectors, logits: Vectors, probes: Sequence[Probe]) -> ConceptTable:
    """The concept table; ``logits`` (n, 1000) of ordinary photos give the mean."""
    return ConceptTable(
        mean=ConceptTable.class_activations(logits).mean(axis=0),
        basis=class_basis(class_weights, DIMENSIONS - len(probes)),
        probe_weights=np.stack([probe.weights for probe in probes]),
        probe_bias=np.array([probe.bias for probe in probes], np.float32),
        gain=_GAIN,
        probes=tuple(probe.name for probe in probes),
    )


def class_basis(class_weights: Vectors, dimensions: int) -> Vectors:
    """The (1000, d) principal directions among classes of the classifier's centred, unit weight rows (1000, 1280)."""
    rows = unit_rows(class_weights - class_weights.mean(axis=0)).astype(np.float64)
    _, directions = np.linalg.eigh(rows @ rows.T)
    return _fixed_signs(directions[:, ::-1][:, :dimensions]).astype(np.float32)


def save_visual(table: VisualTable, file: Path) -> None:
    """Write ``table`` in half precision."""
    np.savez(file, mean=table.mean.astype(np.float16), components=table.components.astype(np.float16))


def save_concepts(table: ConceptTable, file: Path) -> None:
    """Write ``table`` in half precision."""
    np.savez(
        file,
        mean=table.mean.astype(np.float16),
        basis=table.basis.astype(np.float16),
        probe_weights=table.probe_weights.astype(np.float16),
        probe_bias=table.probe_bias,
        gain=np.float32(table.gain),
        probes=np.array(table.probes),
    )


def _fixed_signs(directions: NDArray[np.float64]) -> NDArray[np.float64]:
    """Each column with its largest entry positive: eigenvectors have no sign of their own."""
    largest = np.abs(directions).argmax(axis=0)
    fixed: NDArray[np.float64] = directions * np.sign(directions[largest, np.arange(directions.shape[1])])
    return fixed

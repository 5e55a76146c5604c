"""Makes the tables of the embedded profile: principal components, the concept space, the probes.

``photoorg train concepts --data FOLDER... --out DIR``; needs no labels but those of resources/embedded/probes.tsv.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from photoorg.embed.base import Vectors, unit_rows
from photoorg.embed.tables import ConceptTable, VisualTable

VISUAL_DIMENSIONS = 256
CONCEPT_DIMENSIONS = 256
#: Directions are divided by their variance to this power: half way between plain and standard deviation.
_WHITENING = 0.25


def fit_visual(features: Vectors) -> VisualTable:
    """The visual table of features (n, 1280)."""
    roots = np.sqrt(features.astype(np.float64))
    mean = roots.mean(axis=0)
    variances, directions = np.linalg.eigh(np.cov((roots - mean).T))
    variances, directions = variances[::-1][:VISUAL_DIMENSIONS], directions[:, ::-1][:, :VISUAL_DIMENSIONS]
    components = _fixed_signs(directions) / np.maximum(variances, 1e-12) ** _WHITENING
    return VisualTable(mean.astype(np.float32), components.astype(np.float32))


def class_basis(class_weights: Vectors, dimensions: int) -> Vectors:
    """The (1000, d) principal directions among classes of the classifier's centred, unit weight rows (1000, 1280)."""
    rows = unit_rows(class_weights - class_weights.mean(axis=0)).astype(np.float64)
    _, directions = np.linalg.eigh(rows @ rows.T)
    return _fixed_signs(directions[:, ::-1][:, :dimensions]).astype(np.float32)


def fit_concepts(class_weights: Vectors, logits: Vectors, probes: Sequence[str]) -> ConceptTable:
    """The concept table without its probes' weights; ``logits`` (n, 1000) of ordinary photos give the mean."""
    return ConceptTable(
        mean=ConceptTable.class_activations(logits).mean(axis=0),
        basis=class_basis(class_weights, CONCEPT_DIMENSIONS - len(probes)),
        probe_weights=np.zeros((len(probes), 1280), np.float32),
        probe_bias=np.full(len(probes), -30.0, np.float32),
        gain=1.0,
        probes=tuple(probes),
    )


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

"""``photoorg train kinship``: the table in which photos of one kind lie close, from folders of labelled photos.

A kind is a class for groups, and a family of classes for themes; what differs within either counts half.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from photoorg.core.arrays import Vectors
from photoorg.core.errors import UsageError
from photoorg.core.jobs import Job
from photoorg.embed.kinship import KinshipTable, joined
from photoorg.training.refiner.families import families
from photoorg.training.refiner.make import held_out_classes, read_all
from photoorg.training.refiner.sources import CONCEPTS, OWN, Source, split
from photoorg.training.wordnet import WordNet

DIMENSIONS = 256
#: Of the mean variance within kinds, added in every direction: what so few kinds teach is not believed to the letter.
#: Between a third and one it makes no difference.
_REGULARISED = 0.5


def make(data: Sequence[Path], out: Path, *, held_out: Sequence[str] = ()) -> Job[dict[str, Any]]:
    """Learn from the class sub-folders of ``data``, less the classes ``held_out``, and write the table to ``out``.

    Names of ``held_out``, and the folder ``out``.work, are those of ``train refiner``.

    Raises:
        UsageError: there is nothing to learn from, or ``held_out`` names what is not there.
        CannotError: WordNet or the backbone's weights are missing.
    """
    work = out.with_name(out.name + ".work")
    sources = yield from read_all(data, work)
    labelled = [source for source in sources if any(source.classes)]
    if not labelled:
        raise UsageError("Labelled folders are needed.", "Give for instance --data caltech60 tiny140")
    learn, _ = split(labelled, held_out_classes(labelled, held_out))
    kinds = families([name for source in labelled for name in source.classes if name], WordNet())
    table = fit(learn, [*learn, *(source for source in sources if not any(source.classes))], kinds)
    out.parent.mkdir(parents=True, exist_ok=True)
    table.save(out)
    shutil.rmtree(work)
    return {
        "out": str(out),
        "bytes": out.stat().st_size,
        "learnt from": {source.name: len(set(source.classes) - {""}) for source in learn},
    }


def fit(
    learn: Sequence[Source], everything: Sequence[Source], kinds: Mapping[str, str], dimensions: int = DIMENSIONS
) -> KinshipTable:
    """The table of the classes of ``learn`` and their families ``kinds``, which count the same whatever their size;
    ``everything`` says how photos lie in general.
    """
    rows = [joined(source.vectors[OWN], source.vectors[CONCEPTS]) for source in learn]
    classes = [source.classes for source in learn]
    wider = [np.array([kinds.get(name, name) for name in names.tolist()]) for names in classes]
    within = (_within(rows, classes) + _within(rows, wider)) / 2
    size = len(within)
    variances, directions = np.linalg.eigh(within + _REGULARISED * np.trace(within) / size * np.eye(size))
    whitened = directions / np.sqrt(variances)
    photos = np.concatenate([joined(s.vectors[OWN], s.vectors[CONCEPTS]) for s in everything]).astype(np.float64)
    _, among = np.linalg.eigh(whitened.T @ np.cov(photos.T) @ whitened)
    components = whitened @ among[:, ::-1][:, :dimensions]
    largest = np.abs(components).argmax(axis=0)  # an eigenvector has no sign of its own
    components *= np.sign(components[largest, np.arange(components.shape[1])])
    return KinshipTable(components.astype(np.float32))


def _within(parts: Sequence[Vectors], classes: Sequence[NDArray[np.str_]]) -> NDArray[np.float64]:
    """The covariance (d, d) within the ``classes`` of all ``parts``, each (n, d): the mean over classes."""
    found, count = np.zeros((parts[0].shape[1],) * 2), 0
    for vectors, names in zip(parts, classes, strict=True):
        for name in np.unique(names):
            if name:
                rows = vectors[names == name].astype(np.float64)
                apart = rows - rows.mean(axis=0)
                found += apart.T @ apart / len(rows)
                count += 1
    return found / max(count, 1)

"""Labelled photos as several encoders see them, kept on disk so that no photo is read twice."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from photoorg.core.arrays import Vectors
from photoorg.core.errors import CannotError
from photoorg.core.jobs import Job, Pace
from photoorg.core.paths import resource
from photoorg.embed.backbone import load_network
from photoorg.embed.base import Pixels, unit_rows
from photoorg.embed.efficientnet import EfficientNetLite0
from photoorg.embed.lite0 import prepare
from photoorg.embed.tables import CONCEPTS_FILE, VISUAL_FILE, ConceptTable, VisualTable
from photoorg.training.features import open_picture, pictures_below

#: Blocks of the backbone whose pooled output stands in for another, weaker encoder.
_BLOCKS = (10, 13, 16)
#: The space for likeness, and the one for words, of the encoder that ships.
OWN, CONCEPTS = "visual", "concepts"
#: The encoders by name, and how often each is drawn: the one that ships counts most. What ``embed.kinship`` makes of it
#: is not among them: with it, drawn most often, the weights came out the same (README beside them).
ENCODERS = {OWN: 4, "features": 1, CONCEPTS: 1, **{f"block{block}": 1 for block in _BLOCKS}}
_BATCH = 8


@dataclass(frozen=True, slots=True)
class Source:
    """One folder: ``classes`` (n,) by photo, empty for photos without a label, and ``vectors`` (n, d) by encoder."""

    name: str
    classes: NDArray[np.str_]
    vectors: dict[str, Vectors]

    def only(self, keep: NDArray[np.bool_]) -> Source:
        """The photos marked in ``keep`` (n,)."""
        return Source(self.name, self.classes[keep], {name: rows[keep] for name, rows in self.vectors.items()})


def read(folder: Path, cache: Path) -> Job[Source]:
    """The photos of ``folder``, whose sub-folders are classes; photos that lie in none have no label.

    Raises:
        CannotError: there are no photos, or the weights of the backbone are missing.
    """
    file = cache / f"{folder.name}.npz"
    if not file.exists():
        yield from _extract(folder, file)
    with np.load(file) as stored:
        return Source(
            folder.name, stored["classes"], {name: unit_rows(stored[name].astype(np.float32)) for name in ENCODERS}
        )


def _extract(folder: Path, file: Path) -> Job[None]:
    named = list(pictures_below(folder))
    if not named:
        raise CannotError(f"There are no photos in {folder}.")
    network = load_network().to(memory_format=torch.channels_last)
    classify = network.classifier
    visual, concepts = VisualTable.load(resource(VISUAL_FILE)), ConceptTable.load(resource(CONCEPTS_FILE))
    classes: list[str] = []
    parts: dict[str, list[Vectors]] = {name: [] for name in ENCODERS}
    pace = Pace(f"Reading {folder.name}", len(named))
    with ThreadPoolExecutor(2) as pool:
        for start in range(0, len(named), _BATCH):
            batch = named[start : start + _BATCH]
            pixels = list(pool.map(_pixels, [path for _, path in batch]))
            read = [(name, picture) for (name, _), picture in zip(batch, pixels, strict=True) if picture is not None]
            if read:
                *blocks, features = _pooled(network, np.stack([picture for _, picture in read]))
                logits = classify(torch.from_numpy(features)).detach().numpy()
                parts[OWN].append(visual(features))
                parts["features"].append(features)
                parts[CONCEPTS].append(concepts.pictures(features, logits))
                for block, pooled in zip(_BLOCKS, blocks, strict=True):
                    parts[f"block{block}"].append(pooled)
                classes += [name.split("/")[1] if name.count("/") > 1 else "" for name, _ in read]
            yield pace.at(start + len(batch))
    stored = {name: np.concatenate(rows).astype(np.float16) for name, rows in parts.items()}
    partial = file.with_suffix(".partial.npz")
    np.savez(partial, classes=np.array(classes), **stored)  # type: ignore[arg-type]
    partial.replace(file)


@torch.inference_mode()
def _pooled(network: EfficientNetLite0, batch: Pixels) -> list[Vectors]:
    """What each of ``_BLOCKS`` and the last layer give for pictures (n, 224, 224, 3), averaged: (n, channels)."""
    values = torch.from_numpy(batch).permute(0, 3, 1, 2).to(torch.float32).sub_(127).div_(128)
    found = []
    for number, part in enumerate(network.features):
        values = part(values)
        if number in _BLOCKS:
            found.append(values.mean((2, 3)).numpy())
    return [*found, network.pool(values).flatten(1).numpy()]


def _pixels(path: Path) -> Pixels | None:
    try:
        return prepare(open_picture(path))
    except (OSError, ValueError, SyntaxError):
        return None


def split(sources: Sequence[Source], held_out: dict[str, set[str]]) -> tuple[list[Source], list[Source]]:
    """Sources to learn from and to validate with: of each, the classes that ``held_out`` names go to validation."""
    learn, validate = [], []
    for source in sources:
        out = np.isin(source.classes, sorted(held_out.get(source.name, set())))
        if (~out).any():
            learn.append(source.only(~out))
        if out.any():
            validate.append(source.only(out))
    return learn, validate

"""Features of labelled pictures, the raw material of the embedded profile's tables."""

from __future__ import annotations

import fnmatch
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps

from photoorg.core.arrays import Vectors
from photoorg.core.jobs import Job, Pace
from photoorg.core.types import PICTURE_SUFFIXES
from photoorg.embed.backbone import CLASSES, FEATURES, Backbone
from photoorg.embed.lite0 import prepare

_BATCH = 64


@dataclass(frozen=True)
class FeatureSet:
    """Pictures by name, with their features (n, 1280) and class logits (n, 1000)."""

    names: list[str]
    features: Vectors
    logits: Vectors

    def matching(self, globs: str) -> NDArray[np.bool_]:
        """Which names match one of the space-separated ``globs``."""
        patterns = globs.split()
        return np.array([any(fnmatch.fnmatchcase(name, p) for p in patterns) for name in self.names], dtype=bool)


def joined(sets: Sequence[FeatureSet]) -> FeatureSet:
    """All pictures of several sets as one."""
    return FeatureSet(
        [name for part in sets for name in part.names],
        np.concatenate([part.features for part in sets]),
        np.concatenate([part.logits for part in sets]),
    )


def pictures_below(folder: Path) -> Iterator[tuple[str, Path]]:
    """(name, file) of every picture below ``folder``, in a fixed order; a name begins with the folder's own."""
    for base, folders, files in os.walk(folder):
        folders.sort()
        for file in sorted(files):
            path = Path(base) / file
            if path.suffix.lower() in PICTURE_SUFFIXES:
                yield path.relative_to(folder.parent).as_posix(), path


def open_picture(file: Path) -> Image.Image:
    """The picture upright in RGB, transparent parts white; OSError when it cannot be read."""
    with Image.open(file) as image:
        image.draft("RGB", (512, 512))
        upright = ImageOps.exif_transpose(image)
        if upright.has_transparency_data:
            upright = upright.convert("RGBA")
            white = Image.new("RGBA", upright.size, "white")
            white.alpha_composite(upright)
            upright = white
        return upright.convert("RGB")


def extract(named: Sequence[tuple[str, Image.Image | Path]], backbone: Backbone, phase: str) -> Job[FeatureSet]:
    """Features of pictures, given as files or drawn; files that cannot be read are left out."""
    pace = Pace(phase, len(named))
    names: list[str] = []
    parts: list[Vectors] = []
    for start in range(0, len(named), _BATCH):
        pixels = []
        for name, source in named[start : start + _BATCH]:
            try:
                pixels.append(prepare(source if isinstance(source, Image.Image) else open_picture(source)))
            except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
                continue
            names.append(name)
        if pixels:
            parts.append(backbone.features(np.stack(pixels)))
        yield pace.at(min(start + _BATCH, len(named)))
    features = np.concatenate(parts) if parts else np.zeros((0, FEATURES), np.float32)
    logits = features @ backbone.class_weights.T + backbone.class_bias
    assert logits.shape[1] == CLASSES
    return FeatureSet(names, features, logits)

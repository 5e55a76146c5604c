"""Small square pictures from folders, and heat drawn over them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps

from photoorg.core.arrays import Labels
from photoorg.core.jobs import CancelToken, Job, Pace
from photoorg.training.features import open_picture, pictures_below

Pictures = NDArray[np.uint8]


@dataclass(frozen=True)
class PictureSet:
    """Pictures (n, s, s, 3) with their names, FOLDER/.../FILE, and files."""

    names: list[str]
    files: list[Path]
    pictures: Pictures

    def truth(self) -> tuple[Labels, list[str]]:
        """The class (n,) of every picture, its first sub-folder, -1 for none; and the classes' names."""
        parts = [name.split("/") for name in self.names]
        classes = sorted({part[1] for part in parts if len(part) > 2})
        number = {name: place for place, name in enumerate(classes)}
        return np.array([number[p[1]] if len(p) > 2 else -1 for p in parts], np.int32), classes


def load_pictures(folders: Sequence[Path], size: int, cancel: CancelToken | None = None) -> Job[PictureSet]:
    """The middle square of every picture below ``folders`` at ``size`` pixels; what cannot be read is left out.

    Raises:
        Cancelled: ``cancel`` asked for it.
    """
    found = [pair for folder in folders for pair in pictures_below(folder)]
    names: list[str] = []
    files: list[Path] = []
    squares: list[Pictures] = []
    pace = Pace("reading pictures", len(found))
    for done, (name, file) in enumerate(found, start=1):
        if cancel is not None:
            cancel.checkpoint()
        try:
            squares.append(square(open_picture(file), size))
        except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
            continue
        names.append(name)
        files.append(file)
        yield pace.at(done, name)
    pictures = np.stack(squares) if squares else np.zeros((0, size, size, 3), np.uint8)
    return PictureSet(names, files, pictures)


def square(image: Image.Image, size: int) -> Pictures:
    """The middle of an RGB picture as (size, size, 3)."""
    return np.asarray(ImageOps.fit(image, (size, size), Image.Resampling.BICUBIC), np.uint8)


def heated(picture: Pictures, heat: NDArray[np.floating]) -> Pictures:
    """``picture`` (h, w, 3) with ``heat`` (a, b) in 0-1 over it: dark and blue where cold, as it is where warm."""
    height, width = picture.shape[:2]
    grown = Image.fromarray((np.clip(heat, 0, 1) * 255).astype(np.uint8)).resize(
        (width, height), Image.Resampling.BICUBIC
    )
    warmth = np.asarray(grown, np.float32)[..., None] / 255
    cold = picture * 0.35 + np.array([0, 10, 60], np.float32)
    return np.clip(picture * warmth + cold * (1 - warmth), 0, 255).astype(np.uint8)


def contact_sheet(pictures: Sequence[Sequence[Pictures]], gap: int = 4) -> Image.Image:
    """Rows of pictures (s, s, 3) of one size as one picture, white between them."""
    side = pictures[0][0].shape[0]
    columns = max(len(row) for row in pictures)
    sheet = Image.new("RGB", (columns * (side + gap) + gap, len(pictures) * (side + gap) + gap), "white")
    for y, row in enumerate(pictures):
        for x, picture in enumerate(row):
            sheet.paste(Image.fromarray(picture), (gap + x * (side + gap), gap + y * (side + gap)))
    return sheet

"""What made a photo lie where it lies: the heat over all of it, and the outline of its subject."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from photoorg.core.arrays import Mask, Vectors
from photoorg.core.errors import CannotError
from photoorg.embed.lite0 import prepare, seen
from photoorg.training.attention import Attention, Heat, subject

#: The longer side of the heat that is given, in cells: smooth at any size, and small enough to send.
_CELLS = 96
#: How far (pixels of the encoder's input) a simplified outline may keep from the mask's own.
_SLACK = 1.2
#: Pieces of a subject smaller than this share of the input are left out of the outline.
_PIECE = 0.01

#: Closed lines, each of points (x, y) in fractions of the picture.
Outline = tuple[tuple[tuple[float, float], ...], ...]


@dataclass(frozen=True)
class Explained:
    """``heat`` (h, w) covers the whole picture, 0-255; ``outline`` is empty where no subject stands out.

    ``lacking`` says in sentences why there is no outline at all, where something is not installed.
    """

    heat: NDArray[np.uint8]
    outline: Outline
    lacking: tuple[str, ...] = ()


class Explainer:
    """Explains by Grad-CAM++ and GrabCut, see ``training.attention``.

    Raises:
        CannotError: the encoder's weights are missing or damaged.
    """

    def __init__(self) -> None:
        self._attention = Attention()

    def explain(self, image: Image.Image, towards: Vectors | None = None) -> Explained:
        """What in ``image`` makes it lie in the direction ``towards`` (256,); None: where it lies itself.

        The encoder sees the middle of a long picture: outside of that it is cold.
        """
        square = prepare(image)
        goal = self._attention.vectors(square[None])[0] if towards is None else towards
        heat = self._attention.heat(square[None], goal)[0]
        box = seen(image.size)
        outline: Outline = ()
        lacking: tuple[str, ...] = ()
        try:
            outline = _outline(subject(square, heat), box, image.size)
        except CannotError as error:
            lacking = (error.message, error.hint)
        return Explained(_spread(heat, box, image.size), outline, lacking)


def _spread(heat: Heat, box: tuple[float, float, float, float], size: tuple[int, int]) -> NDArray[np.uint8]:
    """The heat of what the encoder saw, ``box`` in pixels of a picture of ``size``, laid out over all of it."""
    scale = _CELLS / max(size)
    width, height = (max(1, round(side * scale)) for side in size)
    left, top, right, bottom = (round(edge * scale) for edge in box)
    inside = max(1, right - left), max(1, bottom - top)
    warm = Image.fromarray((np.clip(heat, 0, 1) * 255).astype(np.uint8)).resize(inside, Image.Resampling.BICUBIC)
    whole = Image.new("L", (width, height))
    whole.paste(warm, (left, top))
    return np.asarray(whole, np.uint8)


def _outline(mask: Mask, box: tuple[float, float, float, float], size: tuple[int, int]) -> Outline:
    """The lines around ``mask`` (h, w) of what lies in ``box``; none where all of it is the subject."""
    import cv2

    if mask.all():
        return ()
    height, width = mask.shape
    found, _ = cv2.findContours(mask.astype(np.uint8), cv2.RETR_CCOMP, cv2.CHAIN_APPROX_NONE)
    lines = []
    for contour in found:
        if cv2.contourArea(contour) < _PIECE * mask.size:
            continue
        points = cv2.approxPolyDP(contour, _SLACK, True).reshape(-1, 2) + 0.5
        across = (box[0] + points[:, 0] / width * (box[2] - box[0])) / size[0]
        down = (box[1] + points[:, 1] / height * (box[3] - box[1])) / size[1]
        lines.append(tuple((float(x), float(y)) for x, y in zip(across, down, strict=True)))
    return tuple(lines)

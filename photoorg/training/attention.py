"""Attention provision: look where the encoder looked, cut the subject out there, and embed that alone.

After the slides on deep visual attention based transfer clustering: Grad-CAM++ finds the region, GrabCut (Rother,
Kolmogorov and Blake 2004), seeded by it instead of by hand, the subject.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import numpy as np
import torch
from numpy.typing import NDArray

from photoorg.clustering.models.gradcam import grad_cam_plus_plus
from photoorg.core.arrays import Mask, Vectors
from photoorg.core.errors import CannotError
from photoorg.core.paths import resource
from photoorg.embed.backbone import load_network
from photoorg.embed.base import Pixels
from photoorg.embed.tables import VISUAL_FILE, VisualTable

#: What the network was trained on: (x - 127) / 128.
_MEAN, _SCALE = 127.0, 128.0
_BATCH = 16
#: Heat above which a pixel surely belongs to the subject, probably does, and below which it surely does not.
_SURELY, _PROBABLY, _NOT = 0.8, 0.35, 0.1
#: The longer side in pixels at which subjects are cut out, at least.
_CUT_SIDE = 112
#: Rounds of GrabCut; the outline hardly moves after three.
_ROUNDS = 4
#: A subject smaller or larger than these shares of the picture is a failure, and the whole picture is kept.
_SMALLEST, _LARGEST = 0.03, 0.97

Heat = NDArray[np.float32]
_Kind = TypeVar("_Kind", bound=np.generic)


class Attention:
    """The embedded profile's encoder with its last feature maps laid open. Not fast, and in single precision.

    Raises:
        CannotError: the weights are missing or damaged.
    """

    def __init__(self) -> None:
        self._network = load_network().eval().requires_grad_(False)
        table = VisualTable.load(resource(VISUAL_FILE))
        self._mean, self._components = torch.from_numpy(table.mean), torch.from_numpy(table.components)

    def vectors(self, pixels: Pixels) -> Vectors:
        """Unit vectors (n, 256) of prepared pictures (n, 224, 224, 3), in the space of similarity."""
        parts = [self._visual(self._maps(part).mean((2, 3))).numpy() for part in _parts(pixels)]
        return np.concatenate(parts) if parts else np.zeros((0, self._components.shape[1]), np.float32)

    def heat(self, pixels: Pixels, towards: Vectors | None = None) -> Heat:
        """Where the encoder looked, (n, 7, 7) in 0-1, in prepared pictures (n, 224, 224, 3).

        ``towards`` (n, 256) or (256,) asks what makes a picture lie in that direction, that of its cluster's centre;
        None what makes the classifier's first guess.
        """
        if towards is None:
            found = [grad_cam_plus_plus(self._maps(part), self._first_guess) for part in _parts(pixels)]
        else:
            goals = np.array(np.broadcast_to(towards, (len(pixels), towards.shape[-1])))
            found = [
                grad_cam_plus_plus(self._maps(part), _Towards(self._turned, goal))
                for part, goal in zip(_parts(pixels), _parts(goals), strict=True)
            ]
        return torch.cat(found).numpy() if found else np.zeros((0, 7, 7), np.float32)

    def _maps(self, pixels: Pixels) -> torch.Tensor:
        with torch.no_grad():
            inputs = torch.tensor(np.asarray(pixels)).permute(0, 3, 1, 2).float()
            maps: torch.Tensor = self._network.features((inputs - _MEAN) / _SCALE)
            return maps

    def _visual(self, features: torch.Tensor) -> torch.Tensor:
        return torch.nn.functional.normalize(self._turned(features), dim=1)

    def _turned(self, features: torch.Tensor) -> torch.Tensor:
        turned: torch.Tensor = (features.clamp_min(1e-6).sqrt() - self._mean) @ self._components
        return turned

    def _first_guess(self, maps: torch.Tensor) -> torch.Tensor:
        logits: torch.Tensor = self._network.classifier(maps.mean((2, 3)))
        return logits.max(1).values


class _Towards:
    """How far pictures lie in a direction, before their vectors are made unit: a cosine has no slope at its top."""

    def __init__(self, turned: Callable[[torch.Tensor], torch.Tensor], goal: Vectors) -> None:
        self._turned, self._goal = turned, torch.from_numpy(np.ascontiguousarray(goal))

    def __call__(self, maps: torch.Tensor) -> torch.Tensor:
        return (self._turned(maps.mean((2, 3))) * self._goal).sum(1)


def _parts(rows: NDArray[_Kind]) -> list[NDArray[_Kind]]:
    return [rows[start : start + _BATCH] for start in range(0, len(rows), _BATCH)]


def subject(picture: Pixels, heat: Heat) -> Mask:
    """Which pixels (h, w) of ``picture`` (h, w, 3) belong to its subject, seeded by ``heat`` (a, b) in 0-1.

    All of them where no subject stands out.

    Raises:
        CannotError: OpenCV is not installed.
    """
    try:
        import cv2
    except ImportError as error:
        raise CannotError("Cutting out subjects needs OpenCV.", "Run: pip install opencv-python-headless") from error
    full = picture.shape[:2]
    shrink = max(1, max(full) // _CUT_SIDE)  # a quarter of the pixels takes a quarter of the time
    small = np.ascontiguousarray(picture[::shrink, ::shrink, ::-1])  # OpenCV takes blue first
    height, width = small.shape[:2]
    warmth = cv2.resize(np.asarray(heat, np.float32), (width, height), interpolation=cv2.INTER_CUBIC)
    seeds = np.full((height, width), cv2.GC_PR_BGD, np.uint8)
    seeds[warmth < _NOT] = cv2.GC_BGD
    seeds[warmth >= _PROBABLY] = cv2.GC_PR_FGD
    seeds[warmth >= _SURELY] = cv2.GC_FGD
    everything = np.ones(full, bool)
    if not (seeds == cv2.GC_FGD).any() or not np.isin(seeds, (cv2.GC_BGD, cv2.GC_PR_BGD)).any():
        return everything
    cv2.setRNGSeed(0)  # its colour models begin with k-means
    behind, before = np.zeros((1, 65)), np.zeros((1, 65))  # GrabCut's own models, in its own format
    cv2.grabCut(small, seeds, (0, 0, 1, 1), behind, before, _ROUNDS, cv2.GC_INIT_WITH_MASK)
    cut = np.isin(seeds, (cv2.GC_FGD, cv2.GC_PR_FGD))
    found: Mask = cut.repeat(shrink, 0).repeat(shrink, 1)[: full[0], : full[1]]
    return found if _SMALLEST <= found.mean() <= _LARGEST else everything


def masked(picture: Pixels, mask: Mask) -> Pixels:
    """``picture`` (h, w, 3) with what is outside ``mask`` (h, w) in the grey that the network takes for nothing."""
    found: Pixels = np.where(mask[..., None], picture, np.uint8(_MEAN))
    return found

"""What a library gives for a spec: a network, and how pictures are cut and scaled for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from PIL.Image import Image
from torch import nn

from photoorg.embed.base import Pixels

#: From a picture of any size to one of the network's own, as RGB.
Geometry = Callable[[Image], Image]


@dataclass(frozen=True)
class Network:
    """A network in evaluation mode from normalised pixels (n, 3, size, size) to features (n, d).

    ``mean`` and ``std`` are those of the channels, in 0-1. ``short_side`` is what ``geometry`` scales down to.
    """

    module: nn.Module
    geometry: Geometry
    mean: tuple[float, ...]
    std: tuple[float, ...]
    size: int
    short_side: int

    def prepare(self, image: Image) -> Pixels:
        """``image`` as (size, size, 3) uint8."""
        return np.asarray(self.geometry(image.convert("RGB")).convert("RGB"), dtype=np.uint8)


def geometry_of(transforms: Sequence[object]) -> Geometry:
    """The steps of a torchvision pipeline that turn a picture into a picture: all before it becomes a tensor.

    Taken from the library instead of written anew, so that both see the same pixels.
    """
    steps: list[Callable[[Image], Image]] = []
    for step in transforms:
        if type(step).__name__ in ("ToTensor", "MaybeToTensor", "PILToTensor"):
            break
        assert callable(step)
        steps.append(step)

    def apply(image: Image) -> Image:
        for step in steps:
            image = step(image)
        return image

    return apply

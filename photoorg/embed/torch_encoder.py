"""The image encoder for every library but our own: a network, its variants, one space."""

from __future__ import annotations

import os

os.environ.setdefault("OMP_WAIT_POLICY", "passive")  # torch reads it when it is imported

from typing import TYPE_CHECKING

import torch

from photoorg.core.arrays import Vectors
from photoorg.core.errors import UsageError
from photoorg.embed import devices, networks
from photoorg.embed.base import Pixels, SpaceId, unit_rows
from photoorg.embed.engine import Engine
from photoorg.embed.specs import EncoderSpec
from photoorg.embed.tuning import Tuner

if TYPE_CHECKING:
    from PIL.Image import Image


class TorchEncoder:
    """Pictures to unit vectors in the visual space of ``spec``; the network is loaded at once.

    Raises:
        CannotError: the weights are missing or damaged, or the device is not there.
        UsageError: no loader is known for the library.
    """

    def __init__(self, spec: EncoderSpec, threads: int | None = None, device: str = "auto") -> None:
        if threads is not None:
            torch.set_num_threads(threads)
        self.id = spec.id
        self._network = load_network(spec)
        scaled_mean = [255 * value for value in self._network.mean]
        scaled_std = [255 * value for value in self._network.std]
        self.engine = Engine(self._network.module, scaled_mean, scaled_std, devices.choose(device))
        self._tuner = Tuner(self.engine, spec.id)
        self.input_size = self._network.short_side
        self._space = spec.visual_space
        self.spaces: dict[SpaceId, int] = {self._space: self._dimensions()}

    @property
    def batch_size(self) -> int:
        """How many pictures are best encoded in one go."""
        return self.engine.batch_size

    def prepare(self, image: Image) -> Pixels:
        """``image`` as the network's own library would cut and scale it, (size, size, 3) uint8."""
        return self._network.prepare(image)

    def encode(self, batch: Pixels) -> dict[SpaceId, Vectors]:
        """Unit vectors (n, d) for prepared pictures (n, size, size, 3)."""
        self._tuner.watch(batch)
        return {self._space: unit_rows(self.engine(batch))}

    def _dimensions(self) -> int:
        import numpy as np

        size = self._network.size
        return int(self.engine(np.zeros((1, size, size, 3), np.uint8)).shape[1])


def load_network(spec: EncoderSpec) -> networks.Network:
    """The network of an installed encoder, in float32.

    Raises:
        CannotError: it is not installed, damaged, or does not fit.
        UsageError: no loader is known for the library.
    """
    if spec.library == "open_clip":
        from photoorg.embed import open_clip_models

        return open_clip_models.load_network(spec)
    if spec.library == "timm":
        from photoorg.embed import timm_models

        return timm_models.load_network(spec)
    if spec.library == "torchvision":
        from photoorg.embed import torchvision_models

        return torchvision_models.load_network(spec)
    raise UsageError(f"There is no image encoder in {spec.library!r}.", "Choose open_clip, timm or torchvision.")

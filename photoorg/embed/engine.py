"""Runs a network over prepared pictures: in one of its variants, on a device, in batches that fit its memory."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from torch import nn

from photoorg.core.arrays import Vectors
from photoorg.embed import devices
from photoorg.embed.base import Pixels
from photoorg.embed.variants import FLOAT32, Runner, build

#: Guess at the memory (bytes) a picture takes on its way through, until one has been watched.
_FIRST_GUESS = 64 << 20


class Engine:
    """A network from pixels (n, 3, h, w), normalised by ``mean`` and ``std`` (0-255), to features (n, d).

    ``module`` stays in float32 on the processor, and the variants are made from it.
    """

    def __init__(
        self,
        module: nn.Module,
        mean: Sequence[float],
        std: Sequence[float],
        device: torch.device | None = None,
        variant: str = FLOAT32,
    ) -> None:
        self.device = device or torch.device("cpu")
        self.module = module
        self._mean = torch.tensor(mean, dtype=torch.float32).reshape(1, -1, 1, 1)
        self._std = torch.tensor(std, dtype=torch.float32).reshape(1, -1, 1, 1)
        self._bytes_each = _FIRST_GUESS
        self.use(variant)

    def use(self, variant: str, runner: Runner | None = None) -> None:
        """Run as ``variant`` from now on; ``runner`` is it, where it is made already."""
        self.variant = variant
        self._runner = runner or build(variant, self.module, self.device)

    @property
    def batch_size(self) -> int:
        """How many pictures go through at once."""
        return devices.batch_size(self.device, self._bytes_each)

    def __call__(self, batch: Pixels) -> Vectors:
        """Features (n, d) float32 of prepared pictures (n, h, w, 3)."""
        return self.run(self._runner, batch)

    def run(self, runner: Runner, batch: Pixels) -> Vectors:
        """As a call, by another variant's ``runner``."""
        parts: list[Vectors] = []
        start, size = 0, self.batch_size
        while start < len(batch):
            try:
                parts.append(self._forward(runner, batch[start : start + size]))
            except torch.OutOfMemoryError:
                if size == 1:
                    raise
                torch.cuda.empty_cache()  # another program took what was free a moment ago
                size = max(1, size // 2)
                continue
            start += size
            size = self.batch_size
        return np.concatenate(parts)

    @torch.inference_mode()
    def _forward(self, runner: Runner, batch: Pixels) -> Vectors:
        cuda = self.device.type == "cuda"
        if cuda:
            before = torch.cuda.memory_allocated(self.device)
            torch.cuda.reset_peak_memory_stats(self.device)
        pixels = torch.from_numpy(np.require(batch, requirements=("C", "W"))).to(self.device).permute(0, 3, 1, 2)
        mean, std = self._mean.to(self.device), self._std.to(self.device)
        features: Vectors = runner(pixels.to(torch.float32).sub_(mean).div_(std)).float().cpu().numpy()
        if cuda:
            used = torch.cuda.max_memory_allocated(self.device) - before
            self._bytes_each = max(1, used // len(batch))
        return features

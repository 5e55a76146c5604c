"""Several encoders as one: the picture is decoded once, and each sees it in its own way."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from photoorg.core.arrays import Vectors
from photoorg.embed.base import ImageEncoder, Pixels, SpaceId

if TYPE_CHECKING:
    from PIL.Image import Image


class CombinedEncoder:
    """Gives those of the encoders' ``spaces`` that are wanted. Inputs travel end to end in one row of bytes."""

    def __init__(self, encoders: Sequence[ImageEncoder], spaces: Sequence[SpaceId]) -> None:
        self._encoders = list(encoders)
        self._shapes: list[tuple[int, ...]] = []
        self.id = "+".join(encoder.id for encoder in encoders)
        self.spaces = {
            space: encoder.spaces[space] for encoder in encoders for space in encoder.spaces if space in spaces
        }
        self.input_size = max(encoder.input_size for encoder in encoders)
        self.batch_size = min(encoder.batch_size for encoder in encoders)

    def prepare(self, image: Image) -> Pixels:
        """All inputs, (bytes,) uint8."""
        inputs = [encoder.prepare(image) for encoder in self._encoders]
        self._shapes = [pixels.shape for pixels in inputs]  # the same for every picture
        return np.concatenate([pixels.reshape(-1) for pixels in inputs])

    def encode(self, batch: Pixels) -> dict[SpaceId, Vectors]:
        """Unit vectors (n, d) a space for a batch (n, bytes)."""
        found: dict[SpaceId, Vectors] = {}
        start = 0
        for encoder, shape in zip(self._encoders, self._shapes, strict=True):
            stop = start + int(np.prod(shape))
            vectors = encoder.encode(np.ascontiguousarray(batch[:, start:stop]).reshape(len(batch), *shape))
            found.update((space, rows) for space, rows in vectors.items() if space in self.spaces)
            start = stop
        return found

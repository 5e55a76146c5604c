"""What every encoder offers: a picture becomes one unit vector in each of the encoder's named spaces."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray

from photoorg.core.arrays import Vectors

if TYPE_CHECKING:
    from PIL.Image import Image

#: Encoder id, preprocessing version and table version in one word: ``lite0@1/visual``.
SpaceId = str
Pixels = NDArray[np.uint8]


class ImageEncoder(Protocol):
    """Turns pictures into vectors. Lives in the worker process, used by one thread at a time."""

    id: str
    #: Space id -> number of dimensions.
    spaces: dict[SpaceId, int]
    #: Pixels that the short side of a picture should have at least, so that nothing is enlarged.
    input_size: int

    @property
    def batch_size(self) -> int:
        """How many pictures are best encoded in one go."""

    def prepare(self, image: Image) -> Pixels:
        """The encoder's input, uint8 of one shape for all, from an RGB picture. Safe in any thread."""

    def encode(self, batch: Pixels) -> dict[SpaceId, Vectors]:
        """Unit vectors (n, d) a space for a batch (n, ...) of prepared pictures."""


class TextEncoder(Protocol):
    """Turns words into vectors of the space in which pictures are searched by text."""

    space: SpaceId

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors (n, d); a text without any known word gives a zero row."""


def unit_rows(matrix: NDArray[np.floating]) -> Vectors:
    """``matrix`` (n, d) with every row scaled to length one; rows of zeros stay zero."""
    lengths = np.linalg.norm(matrix, axis=1, keepdims=True)
    return np.ascontiguousarray(matrix / np.where(lengths > 0, lengths, 1), dtype=np.float32)

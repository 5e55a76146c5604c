"""The image encoder of the embedded profile: EfficientNet-Lite0 and two tables of our own.

torch is imported with the first picture that is encoded: a run that only follows moved files never needs it.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from photoorg.core.arrays import Vectors
from photoorg.core.paths import resource
from photoorg.embed.base import Pixels, SpaceId
from photoorg.embed.profiles import LITE0_CONCEPTS, LITE0_VISUAL
from photoorg.embed.tables import CONCEPTS_FILE, VISUAL_FILE, ConceptTable, VisualTable

if TYPE_CHECKING:
    from PIL.Image import Image

    from photoorg.embed.backbone import Backbone
    from photoorg.embed.engine import Engine
    from photoorg.embed.tuning import Tuner

#: Side in pixels of the square that the network sees.
INPUT_SIZE = 224
#: A longer side is squeezed by this much at most, and cropped beyond it. Cropping alone sees classes best (mean log
#: likelihood on 400 photos -0.70, at 1.1 -0.72, at 4/3 -0.79); a little squeezing keeps more of what stands aside.
_SQUEEZE = 1.1


class Lite0Encoder:
    """Pictures to ``lite0@1/visual`` and ``lite0@1/concepts-2`` in one pass."""

    id = "lite0@1"
    input_size = INPUT_SIZE
    batch_size = 8

    def __init__(self, threads: int | None = None, variant: str | None = None) -> None:
        self._threads = threads
        self._variant = variant
        self._visual = VisualTable.load(resource(VISUAL_FILE))
        self._concepts = ConceptTable.load(resource(CONCEPTS_FILE))
        self.spaces: dict[SpaceId, int] = {
            LITE0_VISUAL: self._visual.components.shape[1],
            LITE0_CONCEPTS: self._concepts.dimensions,
        }

    @property
    def engine(self) -> Engine:
        """The network as it is run."""
        return self._backbone.engine

    @cached_property
    def _tuner(self) -> Tuner | None:
        """None where the variant was asked for."""
        from photoorg.embed.tuning import Tuner

        return Tuner(self.engine, self.id) if self._variant is None else None

    @cached_property
    def _backbone(self) -> Backbone:
        from photoorg.embed.backbone import Backbone

        return Backbone(self._threads, self._variant)

    def prepare(self, image: Image) -> Pixels:
        """The middle of ``image`` as (224, 224, 3) uint8, squeezed by a tenth at most."""
        return prepare(image)

    def encode(self, batch: Pixels) -> dict[SpaceId, Vectors]:
        """Unit vectors (n, 256) in each space for (n, 224, 224, 3) prepared pictures.

        Raises:
            CannotError: the weights are missing or damaged.
        """
        if self._tuner is not None:
            self._tuner.watch(batch)
        features = self._backbone.features(batch)
        logits = features @ self._backbone.class_weights.T + self._backbone.class_bias
        return {
            LITE0_VISUAL: self._visual(features),
            LITE0_CONCEPTS: self._concepts.pictures(features, logits),
        }


def prepare(image: Image) -> Pixels:
    """The encoder's input from a picture of any size, see ``Lite0Encoder.prepare``."""
    from PIL.Image import Resampling

    square = image.convert("RGB").resize(
        (INPUT_SIZE, INPUT_SIZE),
        Resampling.BICUBIC,
        box=seen(image.size),
        reducing_gap=2.0,
    )
    return np.asarray(square, dtype=np.uint8)


def seen(size: tuple[int, int]) -> tuple[float, float, float, float]:
    """The part (left, top, right, bottom in pixels) that the encoder sees of a picture of ``size``."""
    width, height = size
    across, down = min(width, height * _SQUEEZE), min(height, width * _SQUEEZE)
    left, top = (width - across) / 2, (height - down) / 2
    return left, top, left + across, top + down

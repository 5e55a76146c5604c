"""The linear tables that turn EfficientNet-Lite0's features into the two spaces of the embedded profile.

Made by ``photoorg train concepts``; see resources/embedded/README.md for the data, the command and the figures.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from photoorg.core.arrays import Vectors
from photoorg.core.errors import CannotError
from photoorg.embed.base import unit_rows

VISUAL_FILE = "embedded/visual.npz"
CONCEPTS_FILE = "embedded/concepts.npz"
WORDS_FILE = "embedded/words.npz"


def read_table(file: Path) -> dict[str, NDArray[np.generic]]:
    """The arrays of a table, half precision widened to float32.

    Raises:
        CannotError: the file is damaged.
    """
    try:
        with np.load(file, allow_pickle=False) as arrays:
            return {
                name: array.astype(np.float32) if array.dtype == np.float16 else array for name, array in arrays.items()
            }
    except (OSError, ValueError, KeyError) as error:
        raise CannotError(f"The table {file.name} cannot be read.", "Install photoorg again.") from error


@dataclass(frozen=True)
class VisualTable:
    """Square roots of the features (Hellinger), centred, on partly whitened principal components, unit length.

    ``mean`` is (1280,), ``components`` (1280, d).
    """

    mean: Vectors
    components: Vectors

    @classmethod
    def load(cls, file: Path) -> VisualTable:
        """The table in ``file``."""
        arrays = read_table(file)
        return cls(arrays["mean"].astype(np.float32), arrays["components"].astype(np.float32))

    def __call__(self, features: Vectors) -> Vectors:
        """Unit vectors (n, d) of features (n, 1280)."""
        return unit_rows((np.sqrt(features) - self.mean) @ self.components)


@dataclass(frozen=True)
class ConceptTable:
    """What the encoder sees in a picture, as a point where words are points too.

    The classes: square roots of their probabilities (so that the inner product with a query is the Bhattacharyya
    coefficient), less those of the mean photo, projected on the principal directions of the classifier's own
    weights, in which classes that look alike lie together. Each probe (person, receipt, ...) has an axis of
    its own after them.

    ``mean`` is (1000,), ``basis`` (1000, c), ``probe_weights`` (p, 1280), ``probe_bias`` (p,), ``gain`` the
    length of a certain probe's axis against that of the classes.
    """

    mean: Vectors
    basis: Vectors
    probe_weights: Vectors
    probe_bias: Vectors
    gain: float
    probes: tuple[str, ...]

    @classmethod
    def load(cls, file: Path) -> ConceptTable:
        """The table in ``file``."""
        arrays = read_table(file)
        return cls(
            arrays["mean"].astype(np.float32),
            arrays["basis"].astype(np.float32),
            arrays["probe_weights"].astype(np.float32),
            arrays["probe_bias"].astype(np.float32),
            float(arrays["gain"].astype(np.float32)),
            tuple(str(name) for name in arrays["probes"]),
        )

    @property
    def dimensions(self) -> int:
        """Dimensions of the space."""
        return int(self.basis.shape[1]) + len(self.probes)

    def pictures(self, features: Vectors, logits: Vectors) -> Vectors:
        """Unit vectors (n, d) of pictures with ``features`` (n, 1280) and class ``logits`` (n, 1000)."""
        classes = unit_rows(self.class_activations(logits) - self.mean) @ self.basis
        return unit_rows(np.concatenate([classes, self.gain * self.probe_activations(features)], axis=1))

    def meanings(self, weights: NDArray[np.floating]) -> Vectors:
        """Unit vectors (n, d) of meanings: weights (n, 1000 + p) over classes and probes."""
        classes = weights[:, : len(self.basis)] @ self.basis
        return unit_rows(np.concatenate([classes, weights[:, len(self.basis) :]], axis=1))

    @staticmethod
    def class_activations(logits: Vectors) -> Vectors:
        """Square roots of the class probabilities, rows of unit length."""
        shifted = np.exp(0.5 * (logits - logits.max(axis=1, keepdims=True)))
        return unit_rows(shifted)

    def probe_activations(self, features: Vectors) -> Vectors:
        """How sure each probe is, (n, p) in 0-1."""
        scores = unit_rows(np.sqrt(features)) @ self.probe_weights.T + self.probe_bias
        return np.asarray(1 / (1 + np.exp(-scores.clip(-30, 30))), dtype=np.float32)

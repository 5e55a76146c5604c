"""Weighs the pixels, what the encoder sees and what the file says: a kind, and how certain it is.

Small networks in numpy, one for pixels alone and one for pixels with the vector of each encoder it was trained for,
so that a library of another profile is told apart too. Made by ``photoorg train kinds``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from photoorg.core.errors import CannotError
from photoorg.core.paths import resource
from photoorg.core.types import Kind, Metadata
from photoorg.media.kinds import facts
from photoorg.media.kinds.evidence import Evidence

WEIGHTS_FILE = "kinds/kinds.safetensors"
KINDS: tuple[Kind, ...] = tuple(Kind)
#: The name of the network that needs no vector.
PIXELS = "pixels"

Matrix = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Signs:
    """All that is known of one picture: ``vectors`` by space, ``name`` of its file."""

    pixels: Evidence
    metadata: Metadata
    vectors: Mapping[str, Matrix]
    name: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The likeliest kind and its probability."""

    kind: Kind
    certainty: float


@dataclass(frozen=True)
class Network:
    """One hidden layer over standardised inputs (n, d); gives calibrated log odds (n, kinds).

    ``mean`` and ``scale`` are (d,), ``first`` (d, h), ``second`` (h, kinds), already divided by the temperature.
    """

    mean: Matrix
    scale: Matrix
    first: Matrix
    first_bias: Matrix
    second: Matrix
    second_bias: Matrix

    def __call__(self, inputs: Matrix) -> Matrix:
        """Logits (n, kinds)."""
        hidden = np.clip((inputs - self.mean) / self.scale, -6, 6) @ self.first + self.first_bias
        return np.asarray(np.maximum(hidden, 0) @ self.second + self.second_bias, dtype=np.float32)


class Classifier:
    """Tells kinds. ``networks`` are keyed by the space whose vectors they see beside the pixels, or ``pixels``."""

    def __init__(self, networks: Mapping[str, Network], table: facts.Weights, version: str) -> None:
        self._networks = networks
        self._table = table
        self.version = version

    @property
    def spaces(self) -> tuple[str, ...]:
        """The spaces whose vectors are of use."""
        return tuple(name for name in self._networks if name != PIXELS)

    def __call__(self, pictures: Sequence[Signs]) -> list[Verdict]:
        """The kind of each picture, from all that is known of it."""
        return [Verdict(KINDS[int(row.argmax())], round(float(row.max()), 4)) for row in self.probabilities(pictures)]

    def probabilities(self, pictures: Sequence[Signs]) -> Matrix:
        """(n, kinds), in the order of ``Kind``."""
        logits = np.zeros((len(pictures), len(KINDS)), dtype=np.float32)
        if not len(pictures):
            return logits
        used = [next((space for space in self.spaces if space in each.vectors), PIXELS) for each in pictures]
        for name, network in self._networks.items():
            rows = [row for row, space in enumerate(used) if space == name]
            if rows:
                logits[rows] = network(np.stack([_inputs(pictures[row], name) for row in rows]))
        for row, each in enumerate(pictures):
            logits[row] += facts.weigh(self._table, each.metadata, each.name)
        odds = np.exp(logits - logits.max(axis=1, keepdims=True))
        return np.asarray(odds / odds.sum(axis=1, keepdims=True), dtype=np.float32)


def _inputs(signs: Signs, name: str) -> Matrix:
    return signs.pixels if name == PIXELS else np.concatenate([signs.pixels, signs.vectors[name]])


@cache
def shipped() -> Classifier:
    """The classifier that comes with the program.

    Raises:
        CannotError: its weights are missing or damaged.
    """
    return load(resource(WEIGHTS_FILE))


def load(file: Path) -> Classifier:
    """The classifier whose weights are in ``file``.

    Raises:
        CannotError: the file is missing or damaged.
    """
    from safetensors import SafetensorError, safe_open

    try:
        with safe_open(file, framework="np") as stored:
            arrays = {name: stored.get_tensor(name).astype(np.float32) for name in stored.keys()}  # noqa: SIM118
            about: dict[str, Any] = stored.metadata() or {}
        names = json.loads(about["networks"])
        parts = Network.__dataclass_fields__
        networks = {name: Network(**{part: arrays[f"{name}/{part}"] for part in parts}) for name in names}
        return Classifier(networks, facts.weights(), about["version"])
    except (OSError, KeyError, ValueError, SafetensorError) as error:
        raise CannotError(f"The weights in {file.name} cannot be read.", "Install photoorg again.") from error

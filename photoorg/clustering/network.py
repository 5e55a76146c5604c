"""The refiner at work: the trained network computed in numpy, so that clustering needs no torch.

It computes what ``models.refiner.Refiner`` computes in evaluation mode with norms first; a test compares the two.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from photoorg.clustering.configs import RefinerConfig
from photoorg.core.errors import CannotError
from photoorg.core.paths import resource

Array = NDArray[np.float32]
#: Keys and values of an attention.
Looked = tuple[Array, Array]

#: Attention beyond this is as good as certain. e to this power, times any length, is still a float32.
_STEEPEST = np.float32(60)

#: Where the shipped weights are.
WEIGHTS = "refiner/universal.safetensors"


class Network:
    """The universal refiner. ``weights`` are a state dict of ``Refiner``, ``temperatures`` (levels,) calibrate it.

    Raises:
        CannotError: the weights do not fit the configuration.
    """

    def __init__(self, config: RefinerConfig, weights: Mapping[str, Array], temperatures: Array) -> None:
        if config.levels != len(temperatures) or not config.norm_first:
            raise CannotError("These weights are not of a universal refiner.")
        self.config = config
        self._temperatures = temperatures
        try:
            self._project = _Linear.of(weights, "project")
            self._encoder = [
                _EncoderLayer(weights, f"encoder.layers.{i}", config) for i in range(config.encoder_layers)
            ]
            self._decoder = [
                _DecoderLayer(weights, f"decoder.layers.{i}", config) for i in range(config.decoder_layers)
            ]
            self._ranks, self._levels = weights["ranks"], weights["levels"]
            self._answer = _Linear.of(weights, "answer")
        except KeyError as error:
            raise CannotError(f"The refiner's weights lack {error.args[0]!r}.") from error

    def logits(self, tokens: Array) -> Array:
        """Uncalibrated logits (B, k, levels) for ``tokens`` (B, k, inputs); k may be shorter than in training."""
        seen = self._project(tokens)
        memory = seen
        for layer in self._encoder:
            memory = layer(memory)
        queries = seen + self._ranks[: tokens.shape[1]]
        looked = [step.look(memory) for step in self._decoder]  # the same for all levels
        answers = []
        for level in self._levels:
            state = queries + level
            for step, seen_by in zip(self._decoder, looked, strict=True):
                state = step(state, seen_by)
            answers.append(self._answer(state))
        return np.concatenate(answers, 2)

    def probabilities(self, tokens: Array) -> Array:
        """Calibrated probabilities (B, k, levels) that a position is in the cluster of the first."""
        scaled = self.logits(tokens) / self._temperatures
        found: Array = 1 / (1 + np.exp(-np.clip(scaled, -30, 30)))
        return found


def load(file: Path) -> Network:
    """The network in a safetensors file that ``train refiner`` wrote.

    Raises:
        CannotError: it is not there, damaged, or of another kind.
    """
    from safetensors import SafetensorError, safe_open

    try:
        with safe_open(file, framework="numpy") as opened:
            weights = {name: opened.get_tensor(name) for name in opened.keys()}  # noqa: SIM118 - no mapping
            note = opened.metadata() or {}
    except (OSError, SafetensorError) as error:
        raise CannotError(f"The refiner's weights cannot be read: {file}") from error
    try:
        settings: dict[str, Any] = {field.name: _value(note[field.name], field.type) for field in fields(RefinerConfig)}
        config = RefinerConfig(**settings)
    except (KeyError, ValueError) as error:
        raise CannotError(f"This file holds no refiner: {file}") from error
    temperatures = weights.pop("temperatures", np.ones(config.levels, np.float32))
    return Network(config, {name: array.astype(np.float32) for name, array in weights.items()}, temperatures)


@cache
def shipped() -> Network:
    """The network that comes with photoorg."""
    return load(resource(WEIGHTS))


def _value(text: str, kind: object) -> int | float | bool:
    if kind in (bool, "bool"):
        return text == "True"
    return float(text) if kind in (float, "float") else int(text)


class _Linear:
    """``weight`` (in, out) and ``bias`` (out,)."""

    def __init__(self, weight: Array, bias: Array) -> None:
        self._weight, self._bias = np.ascontiguousarray(weight), bias

    @classmethod
    def of(cls, weights: Mapping[str, Array], name: str) -> _Linear:
        return cls(weights[f"{name}.weight"].T, weights[f"{name}.bias"])

    def after(self, norm: str, weights: Mapping[str, Array]) -> _Linear:
        """This on values that were only standardised: the scale and shift of ``norm`` are taken into the weights."""
        scale, shift = weights[f"{norm}.weight"], weights[f"{norm}.bias"]
        return _Linear(scale[:, None] * self._weight, self._bias + shift @ self._weight)

    def __call__(self, values: Array) -> Array:
        flat: Array = values.reshape(-1, values.shape[-1]) @ self._weight
        flat += self._bias
        return flat.reshape(*values.shape[:-1], -1)


def _standard(values: Array) -> Array:
    """``values`` (..., width) less their mean, over their deviation."""
    # Means as products with a vector: numpy's own sums along short rows take four times as long.
    width = values.shape[-1]
    mean = np.full(width, 1 / width, np.float32)
    centred: Array = values - (values @ mean)[..., None]
    variance = (centred * centred) @ mean
    variance += np.float32(1e-5)
    centred /= np.sqrt(variance, out=variance)[..., None]
    return centred


class _Attention:
    """Attention with the norm before it. What is asked for and what is looked at are linear in standardised values."""

    def __init__(self, weights: Mapping[str, Array], name: str, heads: int, norm: str) -> None:
        joint, bias = weights[f"{name}.in_proj_weight"].T, weights[f"{name}.in_proj_bias"]
        width = len(joint)
        scale = np.float32((width // heads) ** -0.5)
        asked = _Linear(joint[:, :width] * scale, bias[:width] * scale)
        self._asked = asked.after(norm, weights)
        self._seen = _Linear(joint[:, width:], bias[width:])
        self._seen_itself = self._seen.after(norm, weights)
        self._out = _Linear.of(weights, f"{name}.out_proj")
        self._heads = heads

    def look(self, values: Array) -> Looked:
        """The keys (B, heads, d, k) and values (B, heads, k, d) of what is attended to, which no norm comes before."""
        return self._split(self._seen(values))

    def itself(self, standard: Array) -> Array:
        """What ``standard`` (B, k, width) finds in itself."""
        return self(standard, self._split(self._seen_itself(standard)))

    def __call__(self, standard: Array, looked: Looked) -> Array:
        """What ``standard`` (B, k, width) finds in ``looked``."""
        count, length, width = standard.shape
        keys, values = looked
        queries = self._asked(standard).reshape(count, length, self._heads, -1).transpose(0, 2, 1, 3)
        scores: Array = queries @ keys
        # Far from any overflow, so that no greatest one must be looked for, which numpy is slow at in short rows.
        np.clip(scores, -_STEEPEST, _STEEPEST, out=scores)
        np.exp(scores, out=scores)
        total = scores @ np.ones(scores.shape[-1], np.float32)
        found: Array = scores @ values
        found /= total[..., None]
        return self._out(found.transpose(0, 2, 1, 3).reshape(count, length, width))

    def _split(self, both: Array) -> Looked:
        split = both.reshape(*both.shape[:2], 2, self._heads, -1)
        return split[:, :, 0].transpose(0, 2, 3, 1), split[:, :, 1].transpose(0, 2, 1, 3)


class _FeedForward:
    def __init__(self, weights: Mapping[str, Array], name: str, norm: str) -> None:
        self._first = _Linear.of(weights, f"{name}.linear1").after(norm, weights)
        self._second = _Linear.of(weights, f"{name}.linear2")

    def __call__(self, standard: Array) -> Array:
        inner = self._first(standard)
        np.maximum(inner, 0, out=inner)
        return self._second(inner)


class _EncoderLayer:
    def __init__(self, weights: Mapping[str, Array], name: str, config: RefinerConfig) -> None:
        self._attention = _Attention(weights, f"{name}.self_attn", config.heads, f"{name}.norm1")
        self._forward = _FeedForward(weights, name, f"{name}.norm2")

    def __call__(self, values: Array) -> Array:
        values = values + self._attention.itself(_standard(values))
        values += self._forward(_standard(values))
        return values


class _DecoderLayer:
    def __init__(self, weights: Mapping[str, Array], name: str, config: RefinerConfig) -> None:
        self._itself = _Attention(weights, f"{name}.self_attn", config.heads, f"{name}.norm1")
        self._memory = _Attention(weights, f"{name}.multihead_attn", config.heads, f"{name}.norm2")
        self._forward = _FeedForward(weights, name, f"{name}.norm3")

    def look(self, memory: Array) -> Looked:
        """What this layer attends to in what the encoder gave."""
        return self._memory.look(memory)

    def __call__(self, values: Array, looked: Looked) -> Array:
        values = values + self._itself.itself(_standard(values))
        values += self._memory(_standard(values), looked)
        values += self._forward(_standard(values))
        return values

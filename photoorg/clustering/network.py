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
            self._project = _Linear(weights, "project")
            self._encoder = [
                _EncoderLayer(weights, f"encoder.layers.{i}", config) for i in range(config.encoder_layers)
            ]
            self._decoder = [
                _DecoderLayer(weights, f"decoder.layers.{i}", config) for i in range(config.decoder_layers)
            ]
            self._ranks, self._levels = weights["ranks"], weights["levels"]
            self._answer = _Linear(weights, "answer")
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
    def __init__(self, weights: Mapping[str, Array], name: str) -> None:
        self._weight = np.ascontiguousarray(weights[f"{name}.weight"].T)
        self._bias = weights[f"{name}.bias"]

    def __call__(self, values: Array) -> Array:
        flat: Array = values.reshape(-1, values.shape[-1]) @ self._weight
        flat += self._bias
        return flat.reshape(*values.shape[:-1], -1)


class _Norm:
    def __init__(self, weights: Mapping[str, Array], name: str) -> None:
        self._weight, self._bias = weights[f"{name}.weight"], weights[f"{name}.bias"]
        width = len(self._weight)
        self._mean = np.full(width, 1 / width, np.float32)

    def __call__(self, values: Array) -> Array:
        # Means as products with a vector: numpy's own sums along short rows take four times as long.
        centred: Array = values - (values @ self._mean)[..., None]
        deviation = np.sqrt((centred * centred) @ self._mean + np.float32(1e-5))
        centred /= deviation[..., None]
        centred *= self._weight
        centred += self._bias
        return centred


class _Attention:
    def __init__(self, weights: Mapping[str, Array], name: str, heads: int) -> None:
        joint, bias = weights[f"{name}.in_proj_weight"], weights[f"{name}.in_proj_bias"]
        width = joint.shape[1]
        parts = {
            f"{part}.{kind}": values
            for part, rows in (("q", slice(0, width)), ("kv", slice(width, None)))
            for kind, values in (("weight", joint[rows]), ("bias", bias[rows]))
        }
        self._queries, self._keys_values = _Linear(parts, "q"), _Linear(parts, "kv")
        self._out = _Linear(weights, f"{name}.out_proj")
        self._heads = heads

    def look(self, asked: Array) -> Looked:
        """The keys (B, heads, d, k) and values (B, heads, k, d) of what is attended to."""
        count, length, width = asked.shape
        both = self._keys_values(asked).reshape(count, length, 2, self._heads, width // self._heads)
        return both[:, :, 0].transpose(0, 2, 3, 1), both[:, :, 1].transpose(0, 2, 1, 3)

    def __call__(self, asking: Array, looked: Looked) -> Array:
        count, length, width = asking.shape
        each = width // self._heads
        keys, values = looked
        queries = self._queries(asking).reshape(count, length, self._heads, each).transpose(0, 2, 1, 3)
        scores: Array = queries @ keys
        scores *= np.float32(each**-0.5)
        scores -= scores.max(-1, keepdims=True)
        np.exp(scores, out=scores)
        total = scores @ np.ones(scores.shape[-1], np.float32)
        found: Array = scores @ values
        found /= total[..., None]
        return self._out(found.transpose(0, 2, 1, 3).reshape(count, length, width))


class _FeedForward:
    def __init__(self, weights: Mapping[str, Array], name: str) -> None:
        self._first, self._second = _Linear(weights, f"{name}.linear1"), _Linear(weights, f"{name}.linear2")

    def __call__(self, values: Array) -> Array:
        inner = self._first(values)
        np.maximum(inner, 0, out=inner)
        return self._second(inner)


class _EncoderLayer:
    def __init__(self, weights: Mapping[str, Array], name: str, config: RefinerConfig) -> None:
        self._attention = _Attention(weights, f"{name}.self_attn", config.heads)
        self._forward = _FeedForward(weights, name)
        self._norms = [_Norm(weights, f"{name}.norm{i}") for i in (1, 2)]

    def __call__(self, values: Array) -> Array:
        normed = self._norms[0](values)
        values = values + self._attention(normed, self._attention.look(normed))
        return values + self._forward(self._norms[1](values))


class _DecoderLayer:
    def __init__(self, weights: Mapping[str, Array], name: str, config: RefinerConfig) -> None:
        self._itself = _Attention(weights, f"{name}.self_attn", config.heads)
        self._memory = _Attention(weights, f"{name}.multihead_attn", config.heads)
        self._forward = _FeedForward(weights, name)
        self._norms = [_Norm(weights, f"{name}.norm{i}") for i in (1, 2, 3)]

    def look(self, memory: Array) -> Looked:
        """What this layer attends to in what the encoder gave."""
        return self._memory.look(memory)

    def __call__(self, values: Array, looked: Looked) -> Array:
        normed = self._norms[0](values)
        values = values + self._itself(normed, self._itself.look(normed))
        values = values + self._memory(self._norms[1](values), looked)
        return values + self._forward(self._norms[2](values))

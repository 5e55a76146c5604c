"""Fits the classifier's networks: cross-entropy, sources and kinds balanced; a temperature on sources left out."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn.functional import cross_entropy

from photoorg.media.kinds.classifier import KINDS, Matrix, Network

_STEPS, _BATCH, _RATE, _DECAY, _DROPOUT = 600, 192, 5e-3, 2e-2, 0.3
#: Networks fitted side by side and averaged: hidden units of all stand in one layer.
_TOGETHER, _HIDDEN = 4, 32
_FOLDS = 4
#: Labels of collections err now and then, and pictures between the kinds exist.
_SMOOTHING = 0.02


def fit(inputs: Matrix, kinds: NDArray[np.int64], sources: NDArray[np.str_], seed: int = 0) -> tuple[Network, float]:
    """A calibrated network for ``inputs`` (n, d), and its temperature.

    The temperature is that under which the probabilities of sources that the network did not learn from are their
    frequencies (Guo et al. 2017).
    """
    folds = _folds(sources, seed)
    logits = np.zeros((len(inputs), len(KINDS)), np.float32)
    for fold in range(_FOLDS):
        rest = folds != fold
        logits[~rest] = _fitted(inputs[rest], kinds[rest], sources[rest], seed)(inputs[~rest])
    weights = balance(kinds, sources)
    temperature = _temperature(logits, kinds, weights)
    network = _fitted(inputs, kinds, sources, seed)
    return (
        Network(
            network.mean,
            network.scale,
            network.first,
            network.first_bias,
            network.second / temperature,
            network.second_bias / temperature,
        ),
        temperature,
    )


def balance(kinds: NDArray[np.int64], sources: NDArray[np.str_]) -> Matrix:
    """Weights (n,): kinds count alike, and a source of a kind with the square root of its pictures."""
    pairs = np.array([f"{kind}:{source}" for kind, source in zip(kinds, sources, strict=True)])
    _, inverse, counts = np.unique(pairs, return_inverse=True, return_counts=True)
    weights = 1 / np.sqrt(counts)[inverse]
    for kind in np.unique(kinds):
        weights[kinds == kind] /= weights[kinds == kind].sum()
    return np.asarray(weights / weights.mean(), dtype=np.float32)


def _folds(sources: NDArray[np.str_], seed: int) -> NDArray[np.int64]:
    """A fold (n,) for every picture; a source lies in one."""
    names, inverse = np.unique(sources, return_inverse=True)
    places = np.zeros(len(names), np.int64)
    # Kind by kind (a name begins with it), so that every fold has all of them.
    for kind in {name.split("/")[0] for name in names}:
        own = np.flatnonzero([name.split("/")[0] == kind for name in names])
        places[np.random.default_rng(seed).permutation(own)] = np.arange(len(own)) % _FOLDS
    return places[inverse]


@torch.enable_grad()
def _fitted(inputs: Matrix, kinds: NDArray[np.int64], sources: NDArray[np.str_], seed: int) -> Network:
    """Networks fitted side by side, as one that gives the mean of their logits."""
    generator = torch.Generator().manual_seed(seed)
    mean, scale = inputs.mean(axis=0), inputs.std(axis=0) + 1e-3
    x = torch.from_numpy(np.clip((inputs - mean) / scale, -6, 6))
    y, weights = torch.from_numpy(kinds), torch.from_numpy(balance(kinds, sources))
    sides = ((x.shape[1], _HIDDEN), (1, _HIDDEN), (_HIDDEN, len(KINDS)), (1, len(KINDS)))
    first, first_bias, second, second_bias = parts = [
        (torch.randn(_TOGETHER, *side, generator=generator) * (side[0] ** -0.5 if side[0] > 1 else 0)).requires_grad_()
        for side in sides
    ]
    optimiser = torch.optim.AdamW(parts, _RATE, weight_decay=_DECAY)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, _RATE, total_steps=_STEPS)
    for _ in range(_STEPS):
        # Each network draws pictures of its own.
        rows = torch.multinomial(weights, _TOGETHER * _BATCH, replacement=True, generator=generator)
        seen = _dropped(x[rows].view(_TOGETHER, _BATCH, -1), _DROPOUT / 2, generator)
        hidden = _dropped(torch.relu(seen @ first + first_bias), _DROPOUT, generator)
        logits = (hidden @ second + second_bias).view(-1, len(KINDS))
        loss = _TOGETHER * cross_entropy(logits, y[rows], label_smoothing=_SMOOTHING)
        optimiser.zero_grad()
        torch.autograd.backward(loss)
        optimiser.step()
        schedule.step()
    return Network(
        mean.astype(np.float32),
        scale.astype(np.float32),
        np.concatenate(first.detach().numpy(), axis=1),
        first_bias.detach().numpy().reshape(-1),
        np.concatenate(second.detach().numpy() / _TOGETHER, axis=0),
        second_bias.detach().numpy().mean(axis=(0, 1)),
    )


def _dropped(values: torch.Tensor, share: float, generator: torch.Generator) -> torch.Tensor:
    """Dropout, by a generator of its own."""
    return values * (torch.rand(values.shape, generator=generator) >= share) / (1 - share)


def _temperature(logits: Matrix, kinds: NDArray[np.int64], weights: Matrix) -> float:
    choices = np.logspace(-0.5, 0.8, 53)
    losses = []
    for choice in choices:
        scaled = logits / choice
        shifted = scaled - scaled.max(axis=1, keepdims=True)
        chosen = shifted[np.arange(len(kinds)), kinds] - np.log(np.exp(shifted).sum(axis=1))
        losses.append(-float(weights @ chosen))
    return float(choices[int(np.argmin(losses))])


def packed(networks: Mapping[str, Network]) -> dict[str, Matrix]:
    """The arrays of ``classifier.load``."""
    return {
        f"{name}/{part}": np.ascontiguousarray(getattr(network, part))
        for name, network in networks.items()
        for part in Network.__dataclass_fields__
    }

"""Deep transfer clustering (Han, Vedaldi and Zisserman, ICCV 2019): sharpen soft assignments to learnt centres.

The slides on attention-provided transfer clustering use it with |z + mu| in the assignment, a misprint for |z - mu|.
"""

from __future__ import annotations

import math

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

_LEAST = 1e-12


class TransferNetwork(nn.Module):
    """An encoder's vectors (n, d) to as many dimensions as there are clusters, and the clusters' centres there.

    Begins as the principal components of the vectors and the centres that k-means finds among them; both are learnt.
    """

    def __init__(self, mean: NDArray[np.float32], components: NDArray[np.float32]) -> None:
        super().__init__()
        inputs, outputs = components.shape
        self.project = nn.Linear(inputs, outputs)
        with torch.no_grad():
            self.project.weight.copy_(torch.from_numpy(components.T.copy()))
            self.project.bias.copy_(torch.from_numpy(-mean @ components))
        self.centres = nn.Parameter(torch.zeros(0, outputs))

    def place_centres(self, centres: NDArray[np.float32]) -> None:
        """Begin with these ``centres`` (k, outputs)."""
        self.centres = nn.Parameter(torch.from_numpy(np.ascontiguousarray(centres)))

    def forward(self, vectors: torch.Tensor) -> torch.Tensor:
        """Probabilities (n, k) that photos belong to the clusters."""
        return student_t(self.project(vectors), self.centres)


def student_t(points: torch.Tensor, centres: torch.Tensor, alpha: float = 1.0) -> torch.Tensor:
    """Equation 1: p(k|i) ~ (1 + |z_i - mu_k|^2 / alpha)^(-(alpha + 1) / 2), (n, k), from ``points`` and ``centres``."""
    distances = (points[:, None] - centres).square().sum(-1)
    kernel = (1 + distances / alpha) ** (-(alpha + 1) / 2)
    return kernel / kernel.sum(1, keepdim=True)


def targets(probabilities: torch.Tensor) -> torch.Tensor:
    """Equation 3: q(k|i) ~ p(k|i)^2 / sum_i p(k|i), rows (n, k) summing to one: sharper, and fair to small clusters."""
    sharp = probabilities.square() / probabilities.sum(0).clamp_min(_LEAST)
    return (sharp / sharp.sum(1, keepdim=True)).detach()


def divergence(wanted: torch.Tensor, probabilities: torch.Tensor) -> torch.Tensor:
    """Equation 2: KL(q || p) = 1/N sum_i sum_k q log(q / p), from (n, k) ``wanted`` q and ``probabilities`` p."""
    logs = wanted.clamp_min(_LEAST).log() - probabilities.clamp_min(_LEAST).log()
    return (wanted * logs).sum(1).mean()


def consistency(probabilities: torch.Tensor, other: torch.Tensor) -> torch.Tensor:
    """Equation 5: the mean squared difference of (n, k) ``probabilities`` from those of another view or of the past."""
    return (probabilities - other.detach()).square().mean()


def consistency_weight(epoch: int, ramp: int = 5, most: float = 10.0) -> float:
    """10 exp(-5 (1 - t/5)^2), rising over the first ``ramp`` epochs and ``most`` from then on."""
    return most * math.exp(-5 * (1 - min(epoch / ramp, 1)) ** 2)


class TemporalEnsemble:
    """Equation 6: a moving average of every photo's probabilities over epochs, corrected for its start at zero."""

    def __init__(self, decay: float = 0.6) -> None:
        self._decay = decay
        self._sum: torch.Tensor | None = None
        self._epochs = 0

    def update(self, probabilities: torch.Tensor) -> torch.Tensor:
        """Take in an epoch's ``probabilities`` (n, k); gives the average (n, k), divided by 1 - decay^epochs."""
        previous = torch.zeros_like(probabilities) if self._sum is None else self._sum
        self._epochs += 1
        self._sum = self._decay * previous + (1 - self._decay) * probabilities.detach()
        return self._sum / (1 - self._decay**self._epochs)

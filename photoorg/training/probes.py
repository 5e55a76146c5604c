"""Probes: linear detectors on frozen features for what the 1,000 classes lack (person, receipt, screenshot, ...).

Logistic regression with the classes balanced, on square roots of features scaled to length one, then Platt
scaling on cross-validated scores (Platt 1999), shifted so that a probe is only sure of a photo when hardly any
unrelated photo is.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray

from photoorg.embed.base import Vectors, unit_rows

_DECAY = 3e-4
_FOLDS = 5


@dataclass(frozen=True)
class Probe:
    """A detector: ``weights`` (1280,) and ``bias`` give the log odds on unit square-root features."""

    name: str
    weights: Vectors
    bias: float


def probe_inputs(features: Vectors) -> Vectors:
    """What a probe sees of features (n, 1280)."""
    return unit_rows(np.sqrt(features))


@torch.enable_grad()
def fit_logistic(
    inputs: Vectors, labels: NDArray[np.bool_], weights: NDArray[np.floating] | None = None, decay: float = _DECAY
) -> tuple[Vectors, float]:
    """Weights (d,) and bias of a logistic regression of ``labels`` (n,) on ``inputs`` (n, d), classes balanced."""
    x, y = torch.from_numpy(inputs), torch.from_numpy(labels.astype(np.float32))
    w = torch.ones_like(y) if weights is None else torch.from_numpy(np.asarray(weights, np.float32))
    w = torch.where(y > 0, w / (w * y).sum(), w / (w * (1 - y)).sum()) / 2
    beta = torch.zeros(inputs.shape[1] + 1, requires_grad=True)
    optimiser = torch.optim.LBFGS([beta], max_iter=200, line_search_fn="strong_wolfe")

    def loss() -> torch.Tensor:
        optimiser.zero_grad()
        odds = x @ beta[:-1] + beta[-1]
        value = torch.nn.functional.binary_cross_entropy_with_logits(odds, y, w, reduction="sum")
        value = value + decay * beta[:-1].square().sum()
        value.backward()  # type: ignore[no-untyped-call]
        return value

    optimiser.step(loss)  # type: ignore[no-untyped-call]
    fitted = beta.detach().numpy()
    return fitted[:-1].copy(), float(fitted[-1])

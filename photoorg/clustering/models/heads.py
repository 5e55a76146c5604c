"""Several linear heads side by side, as SCAN and TEMI train them: each an independent try at the same clusters."""

from __future__ import annotations

import math

import torch
from torch import nn


class LinearHeads(nn.Module):
    """``heads`` linear maps from d inputs to ``clusters`` logits, evaluated together."""

    def __init__(self, inputs: int, clusters: int, heads: int) -> None:
        super().__init__()
        bound = 1 / math.sqrt(inputs)  # as torch's own Linear
        self.weight = nn.Parameter(torch.empty(heads, clusters, inputs).uniform_(-bound, bound))
        self.bias = nn.Parameter(torch.zeros(heads, clusters))

    def forward(self, features: torch.Tensor) -> torch.Tensor:
        """Logits (heads, n, clusters) of ``features`` (n, d)."""
        return torch.einsum("nd,hkd->hnk", features, self.weight) + self.bias[:, None]

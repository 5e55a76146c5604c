"""SimCLR (Chen, Kornblith, Norouzi and Hinton, ICML 2020): tell two views of one photo from those of all others."""

from __future__ import annotations

import torch
from torch import nn


def nt_xent(first: torch.Tensor, second: torch.Tensor, temperature: float = 0.5) -> torch.Tensor:
    """SimCLR, equation 1: -log exp(sim(z_i, z_j) / t) / sum_{k != i} exp(sim(z_i, z_k) / t), mean over 2 n views.

    ``first`` and ``second`` (n, d) are the projections of two views of the same photos; sim is the cosine.
    """
    count = len(first)
    views = nn.functional.normalize(torch.cat([first, second]), dim=1)
    logits = views @ views.T / temperature
    logits = logits.masked_fill(torch.eye(2 * count, dtype=torch.bool, device=logits.device), -torch.inf)
    partner = torch.arange(2 * count, device=logits.device).roll(count)
    return nn.functional.cross_entropy(logits, partner)

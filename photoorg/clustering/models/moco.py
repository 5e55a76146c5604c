"""MoCo (He, Fan, Wu, Xie and Girshick, CVPR 2020): as SimCLR, with a queue of earlier keys and a slow key encoder."""

from __future__ import annotations

import torch
from torch import nn


def info_nce(queries: torch.Tensor, keys: torch.Tensor, queue: torch.Tensor, temperature: float = 0.2) -> torch.Tensor:
    """MoCo, equation 1: cross-entropy of each query's own key against all keys of the queue.

    ``queries`` and ``keys`` (n, d) are projections of two views, ``queue`` (m, d) earlier keys of unit length. No
    gradient passes through the keys.
    """
    q = nn.functional.normalize(queries, dim=1)
    k = nn.functional.normalize(keys.detach(), dim=1)
    own = (q * k).sum(1, keepdim=True)
    logits = torch.cat([own, q @ queue.T], dim=1) / temperature
    return nn.functional.cross_entropy(logits, torch.zeros(len(q), dtype=torch.long, device=q.device))


class Queue:
    """The last ``length`` keys, of unit length; begins with random ones."""

    def __init__(self, length: int, dimensions: int) -> None:
        self.keys = nn.functional.normalize(torch.randn(length, dimensions), dim=1)
        self._next = 0

    def push(self, keys: torch.Tensor) -> None:
        """Replace the oldest keys by ``keys`` (n, d); of more than there are places the last are kept."""
        kept = nn.functional.normalize(keys.detach(), dim=1)[-len(self.keys) :]
        places = (self._next + torch.arange(len(kept))) % len(self.keys)
        keys_now = self.keys.clone()  # a loss over the old ones may still wait for its gradient
        keys_now[places] = kept
        self.keys = keys_now
        self._next = int((self._next + len(kept)) % len(self.keys))

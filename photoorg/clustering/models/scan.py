"""SCAN: semantic clustering by adopting nearest neighbours (Van Gansbeke et al., ECCV 2020), on frozen features.

Neighbours are told to agree, and the clusters to be used evenly; then the surest photos label themselves. The paper
trains a whole network; here linear heads over an encoder's vectors are trained.
"""

from __future__ import annotations

import torch

#: Keeps the logarithm of a product of probabilities finite.
_LEAST = 1e-8


def scan_loss(anchors: torch.Tensor, neighbours: torch.Tensor, entropy_weight: float = 5.0) -> torch.Tensor:
    """Equation 2: -mean log <p_i, p_neighbour> - lambda H(mean p), a value (h,) for each head.

    ``anchors`` and ``neighbours`` are probabilities (h, n, k) of photos and of one neighbour of each.
    """
    return consistency(anchors, neighbours) - entropy_weight * mean_entropy(anchors)


def consistency(anchors: torch.Tensor, neighbours: torch.Tensor) -> torch.Tensor:
    """First term of equation 2: -mean log <p_i, p_neighbour> (h,)."""
    together = (anchors * neighbours).sum(-1)
    return -together.clamp_min(_LEAST).log().mean(-1)


def mean_entropy(probabilities: torch.Tensor) -> torch.Tensor:
    """Entropy (h,) in nats of the mean (h, k) of ``probabilities`` (h, n, k); log k when clusters are used evenly."""
    mean = probabilities.mean(-2)
    return -(mean * mean.clamp_min(_LEAST).log()).sum(-1)


def self_label_loss(
    logits: torch.Tensor, augmented: torch.Tensor, threshold: float = 0.99
) -> tuple[torch.Tensor, torch.Tensor]:
    """Cross-entropy of ``augmented`` logits (n, k) against the labels of photos that ``logits`` (n, k) are sure of.

    Classes weigh inversely to their number of sure photos, as in the paper, so that large ones do not swallow small
    ones. Gives the loss (0 where nobody is sure) and which photos (n,) were. No gradient passes through ``logits``.
    """
    with torch.no_grad():
        certainty, labels = logits.softmax(-1).max(-1)
        sure = certainty > threshold
        counts = torch.bincount(labels[sure], minlength=logits.shape[-1]).to(logits.dtype)
        weights = torch.where(counts > 0, sure.sum() / counts.clamp_min(1), torch.zeros_like(counts))
    if not bool(sure.any()):
        return augmented.sum() * 0, sure
    loss = torch.nn.functional.cross_entropy(augmented[sure], labels[sure], weight=weights)
    return loss, sure

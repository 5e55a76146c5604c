"""A head over an encoder's vectors, fitted to some labelled photos and to what it is sure of among the rest.

Patent application US 2023/0186600, paragraph 50 and claim 6: a labelled set D_L trains first, and triggers training
samples in the far larger unlabelled set D_U. The second term is FixMatch's (Sohn et al., NeurIPS 2020, equation 4).
"""

from __future__ import annotations

import torch

from photoorg.clustering.models.scan import self_label_loss


def supervised_loss(logits: torch.Tensor, labels: torch.Tensor) -> torch.Tensor:
    """Cross-entropy of ``logits`` (n, k) with ``labels`` (n,), every class with the same weight however many it has."""
    counts = torch.bincount(labels, minlength=logits.shape[1]).to(logits.dtype)
    weights = torch.where(counts > 0, 1 / counts.clamp_min(1), 0)
    return torch.nn.functional.cross_entropy(logits, labels, weight=weights)


def total_loss(
    labelled: torch.Tensor,
    labels: torch.Tensor,
    plain: torch.Tensor,
    disturbed: torch.Tensor,
    threshold: float = 0.95,
    weight: float = 1.0,
) -> torch.Tensor:
    """L_s + weight * L_u: ``labelled`` logits (n, k) against ``labels`` (n,), and ``disturbed`` logits (m, k) of
    unlabelled photos against the labels that their ``plain`` logits (m, k) are sure of.

    L_u counts by the share of photos that are sure, so that a few early ones do not lead.
    """
    loss, sure = self_label_loss(plain, disturbed, threshold)
    return supervised_loss(labelled, labels) + weight * sure.float().mean() * loss

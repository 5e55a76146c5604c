"""TEMI: teacher ensemble-weighted pointwise mutual information (Adaloglou et al., BMVC 2023).

A student and its slowly following teacher look at neighbours. What both see counts by how much more often the two
occur in one cluster than chance would have it, so that no entropy term and no weight for one is needed.
"""

from __future__ import annotations

import torch

_LEAST = 1e-8


def pmi(student: torch.Tensor, teacher: torch.Tensor, marginal: torch.Tensor, beta: float = 0.6) -> torch.Tensor:
    """Pointwise mutual information (h, n) of equation 6: log sum_c (q_s(c|x) q_t(c|x'))^beta / q_t(c).

    ``student`` and ``teacher`` are probabilities (h, n, k) of photos and their neighbours, ``marginal`` (h, k) the
    teacher's running mean; ``beta`` below 1 keeps clusters from dying out.
    """
    joint = (student * teacher).clamp_min(_LEAST) ** beta
    return (joint / marginal[:, None].clamp_min(_LEAST)).sum(-1).log()


def pair_weights(teacher: torch.Tensor, neighbours: torch.Tensor) -> torch.Tensor:
    """How likely (n,) the teachers' heads find both photos of a pair in one cluster (equation 8).

    The mean over heads of sum_c q_t(c|x) q_t(c|x'), from probabilities (h, n, k): false neighbours count less.
    """
    return (teacher * neighbours).sum(-1).mean(0)


def temi_loss(
    student: tuple[torch.Tensor, torch.Tensor],
    teacher: tuple[torch.Tensor, torch.Tensor],
    marginal: torch.Tensor,
    beta: float = 0.6,
) -> torch.Tensor:
    """Equations 7 and 9: minus the weighted mean of both directions' PMI, a value (h,) for each head.

    ``student`` and ``teacher`` hold the probabilities (h, n, k) of photos and of their neighbours.
    """
    weights = pair_weights(*teacher)
    both = pmi(student[0], teacher[1], marginal, beta) + pmi(student[1], teacher[0], marginal, beta)
    return -(weights * both / 2).mean(-1)


@torch.no_grad()
def follow(teacher: torch.nn.Module, student: torch.nn.Module, momentum: float) -> None:
    """Move the parameters of ``teacher`` towards those of ``student``: t = m t + (1 - m) s."""
    for slow, fast in zip(teacher.parameters(), student.parameters(), strict=True):
        slow.lerp_(fast, 1 - momentum)

"""Grad-CAM++ (Chattopadhay, Sarkar, Howlader and Balasubramanian, WACV 2018): where a network looked."""

from __future__ import annotations

from collections.abc import Callable

import torch

_LEAST = 1e-12


def grad_cam_plus_plus(maps: torch.Tensor, score: Callable[[torch.Tensor], torch.Tensor]) -> torch.Tensor:
    """Heat (n, h, w) in 0-1 over feature ``maps`` (n, c, h, w) for the ``score`` (n,) that follows from them.

    Equations 7, 10 and 19, with Y = exp(S): derivatives of Y are powers of dS/dA times Y, so that
    alpha = g^2 / (2 g^2 + sum_ab A_ab g^3) with g = dS/dA, w = sum_ij alpha relu(g), L = relu(sum_c w_c A_c). The
    factor Y is the same all over a picture and goes when its heat is scaled to 0-1.
    """
    given = maps.detach().requires_grad_(True)
    with torch.enable_grad():
        (gradient,) = torch.autograd.grad(score(given).sum(), given)
    return heat_of(given.detach(), gradient)


def heat_of(maps: torch.Tensor, gradient: torch.Tensor) -> torch.Tensor:
    """The heat (n, h, w) from ``maps`` and dS/dA, both (n, c, h, w); zero where nothing speaks for the score."""
    square = gradient.square()
    beneath = 2 * square + maps.sum((2, 3), keepdim=True) * square * gradient
    # Where the gradient is zero so is alpha.
    usable = beneath.abs() > _LEAST
    alpha = torch.where(usable, square / torch.where(usable, beneath, 1), 0)
    weights = (alpha * gradient.relu()).sum((2, 3), keepdim=True)
    heat = (weights * maps).sum(1).relu()
    low, high = heat.amin((1, 2), keepdim=True), heat.amax((1, 2), keepdim=True)
    return (heat - low) / (high - low).clamp_min(_LEAST)

"""Grad-CAM++ worked by hand and found where the evidence is."""

from __future__ import annotations

import pytest
import torch

from photoorg.clustering.models.gradcam import grad_cam_plus_plus, heat_of


def test_weights_worked_by_hand() -> None:
    # Two channels of 1 x 2; gradients 0.5 and 0.1 all over.
    maps = torch.tensor([[[[4.0, 0.0]], [[1.0, 9.0]]]])
    gradient = torch.tensor([[[[0.5, 0.5]], [[0.1, 0.1]]]])
    # alpha = g^2 / (2 g^2 + sum A g^3) = 1 / (2 + sum A g): 1 / (2 + 4 * 0.5), 1 / (2 + 10 * 0.1).
    first, second = 2 * 0.5 / 4, 2 * 0.1 / 3
    left, right = first * 4 + second * 1, second * 9
    assert left > right
    found = heat_of(maps, gradient)
    assert found.tolist() == [[[1, 0]]]  # scaled to 0-1
    three = torch.cat([maps, torch.zeros(1, 2, 1, 1)], 3)
    grown = heat_of(three, torch.cat([gradient, gradient[..., :1]], 3))
    first, second = 3 * 0.5 / 4, 3 * 0.1 / 3
    assert grown[0, 0].tolist() == pytest.approx([1, (second * 9) / (first * 4 + second), 0])


def test_heat_lies_where_the_score_comes_from() -> None:
    torch.manual_seed(0)
    maps = torch.rand(2, 3, 5, 5) * 0.1
    maps[0, 1, 3, 2] = 5.0
    maps[1, 1, 0, 4] = 5.0
    found = grad_cam_plus_plus(maps, lambda m: m[:, 1].mean((1, 2)) * 3 - m[:, 0].mean((1, 2)))
    assert found.shape == (2, 5, 5)
    assert [divmod(int(heat.argmax()), 5) for heat in found] == [(3, 2), (0, 4)]
    assert (found.amin().item(), found.amax().item()) == (0, 1)


def test_nothing_speaks_for_it() -> None:
    maps = torch.rand(1, 2, 3, 3)
    assert grad_cam_plus_plus(maps, lambda m: -m.sum((1, 2, 3))).abs().max() == 0
    assert bool(torch.isfinite(grad_cam_plus_plus(maps, lambda m: m.sum((1, 2, 3)) * 0)).all())

"""SCAN's losses worked by hand."""

from __future__ import annotations

import math

import pytest
import torch

from photoorg.clustering.models.heads import LinearHeads
from photoorg.clustering.models.scan import consistency, mean_entropy, scan_loss, self_label_loss


def test_equation_2_worked_by_hand() -> None:
    anchors = torch.tensor([[[0.75, 0.25], [0.25, 0.75]]])
    neighbours = torch.tensor([[[0.5, 0.5], [0.25, 0.75]]])
    # <p, q>: 0.375 + 0.125 = 0.5 and 0.0625 + 0.5625 = 0.625.
    agreement = -(math.log(0.5) + math.log(0.625)) / 2
    assert consistency(anchors, neighbours).tolist() == pytest.approx([agreement])
    assert mean_entropy(anchors).tolist() == pytest.approx([math.log(2)])  # the mean is even
    assert scan_loss(anchors, neighbours, 4.0).tolist() == pytest.approx([agreement - 4 * math.log(2)])


def test_heads_are_independent_and_all_learn() -> None:
    torch.manual_seed(0)
    heads = LinearHeads(5, 3, 4)
    features = torch.randn(7, 5)
    logits = heads(features)
    assert logits.shape == (4, 7, 3)
    expected = features @ heads.weight[2].T + heads.bias[2]
    assert torch.allclose(logits[2], expected, atol=1e-6)
    scan_loss(logits.softmax(-1), heads(torch.randn(7, 5)).softmax(-1))[1].backward()
    assert heads.weight.grad is not None
    assert heads.weight.grad[1].abs().sum() > 0
    assert heads.weight.grad[[0, 2, 3]].abs().sum() == 0


def test_extreme_probabilities_give_finite_gradients() -> None:
    logits = torch.tensor([[[500.0, -500.0]]], requires_grad=True)
    loss = scan_loss(logits.softmax(-1), torch.tensor([[[0.0, 1.0]]]))
    loss.sum().backward()
    assert bool(torch.isfinite(loss).all())
    assert logits.grad is not None
    assert bool(torch.isfinite(logits.grad).all())


def test_only_sure_photos_label_themselves_and_rare_labels_weigh_more() -> None:
    logits = torch.tensor([[9.0, 0.0], [9.0, 0.0], [0.0, 9.0], [0.2, 0.0]], requires_grad=True)
    augmented = torch.tensor([[1.0, 0.0], [0.0, 0.0], [0.0, 0.0], [0.0, 5.0]], requires_grad=True)
    loss, sure = self_label_loss(logits, augmented, 0.99)
    assert sure.tolist() == [True, True, True, False]
    # Weights 3/2 for label 0 (two photos), 3 for label 1 (one); cross-entropy averages by weight.
    first = -math.log(math.e / (math.e + 1))
    assert float(loss.detach()) == pytest.approx((1.5 * first + 1.5 * math.log(2) + 3 * math.log(2)) / 6)
    loss.backward()
    assert logits.grad is None  # targets are targets
    assert augmented.grad is not None
    assert augmented.grad[3].abs().sum() == 0


def test_nobody_sure_is_no_loss() -> None:
    augmented = torch.zeros(2, 3, requires_grad=True)
    loss, sure = self_label_loss(torch.zeros(2, 3), augmented)
    assert (float(loss.detach()), sure.any().item()) == (0, False)

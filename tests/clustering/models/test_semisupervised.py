from __future__ import annotations

import math

import pytest
import torch

from photoorg.clustering.models.semisupervised import supervised_loss, total_loss


def test_classes_weigh_the_same_however_many_photos_they_have() -> None:
    logits = torch.tensor([[0.0, 0.0], [0.0, 0.0], [0.0, math.log(3)]])
    labels = torch.tensor([0, 0, 1])
    # Class 0: log 2, class 1: -log(3/4).
    assert supervised_loss(logits, labels).item() == pytest.approx((math.log(2) - math.log(0.75)) / 2)


def test_the_rest_counts_by_how_much_of_it_is_sure() -> None:
    labelled, labels = torch.tensor([[2.0, 0.0], [0.0, 2.0]]), torch.tensor([0, 1])
    plain = torch.tensor([[9.0, 0.0], [0.1, 0.0], [0.0, 0.1], [0.0, 0.0]])
    disturbed = torch.zeros(4, 2, requires_grad=True)
    alone = supervised_loss(labelled, labels)
    loss = total_loss(labelled, labels, plain, disturbed, weight=2.0)
    assert loss.item() == pytest.approx(alone.item() + 2 * 0.25 * math.log(2))
    loss.backward()
    assert disturbed.grad is not None
    assert disturbed.grad[0].abs().sum() > 0
    assert disturbed.grad[1:].abs().sum() == 0

"""Contrastive losses worked by hand, and MoCo's queue."""

from __future__ import annotations

import math

import pytest
import torch

from photoorg.clustering.models.moco import Queue, info_nce
from photoorg.clustering.models.resnet import SmallResNet
from photoorg.clustering.models.simclr import nt_xent


def test_nt_xent_worked_by_hand() -> None:
    first = torch.tensor([[2.0, 0.0], [0.0, 1.0]])
    second = torch.tensor([[3.0, 0.0], [0.0, -4.0]])
    # Unit views: e1, e2, e1, -e2. Temperature 0.5: cosines 1, 0, -1 become e^2, 1, e^-2.
    one = math.exp(2) / (math.exp(2) + 1 + 1)  # e1 with e1, against e2 and -e2
    two = math.exp(-2) / (math.exp(-2) + 1 + 1)  # e2 with -e2, against e1 twice
    assert float(nt_xent(first, second, 0.5)) == pytest.approx(-(2 * math.log(one) + 2 * math.log(two)) / 4)


def test_nt_xent_is_least_when_views_agree_and_photos_differ() -> None:
    agree = nt_xent(torch.eye(4), torch.eye(4))
    assert agree < nt_xent(torch.eye(4), torch.eye(4).roll(1, 0))
    assert agree < nt_xent(torch.ones(4, 4), torch.ones(4, 4))


def test_info_nce_worked_by_hand() -> None:
    queries = torch.tensor([[5.0, 0.0]], requires_grad=True)
    keys = torch.tensor([[1.0, 1.0]], requires_grad=True)
    queue = torch.tensor([[0.0, 1.0], [-1.0, 0.0]])
    own = math.exp(math.sqrt(0.5) / 0.2)
    loss = info_nce(queries, keys, queue, 0.2)
    assert loss.item() == pytest.approx(-math.log(own / (own + 1 + math.exp(-5))))
    loss.backward()
    assert queries.grad is not None
    assert keys.grad is None


def test_the_queue_forgets_the_oldest() -> None:
    queue = Queue(4, 2)
    queue.push(torch.tensor([[2.0, 0.0], [0.0, 3.0], [4.0, 0.0]]))
    queue.push(torch.tensor([[0.0, -1.0], [-1.0, 0.0]]))
    assert queue.keys.tolist() == [[-1, 0], [0, 1], [1, 0], [0, -1]]
    queue.push(torch.eye(2)[torch.tensor([0, 0, 0, 0, 0, 1])])
    assert sorted(map(tuple, queue.keys.tolist())) == [(0, 1), (1, 0), (1, 0), (1, 0)]


def test_the_backbone_halves_three_times() -> None:
    torch.manual_seed(0)
    backbone = SmallResNet(8)
    assert backbone.stages(backbone.stem(torch.rand(2, 3, 32, 32))).shape == (2, 32, 4, 4)
    assert backbone(torch.rand(2, 3, 32, 32)).shape == (2, backbone.outputs)

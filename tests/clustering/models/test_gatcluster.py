"""GATCluster's equations worked by hand, and what its gradients reach."""

from __future__ import annotations

import math

import pytest
import torch

from photoorg.clustering.models.gatcluster import (
    ARCHITECTURES,
    GATCluster,
    Targets,
    Weights,
    attention_loss,
    attention_targets,
    balanced_targets,
    entropy_loss,
    gaussian_attention,
    relations,
    separability_loss,
    total_loss,
    transformation_loss,
)

LABELS = torch.tensor([[0.8, 0.2], [0.6, 0.4]])


def test_equation_3_is_a_cosine_or_the_authors_product() -> None:
    wanted = torch.tensor([[1.0, 0.0], [0.0, 1.0]])
    cosines = [0.8 / math.sqrt(0.68), 0.4 / math.sqrt(0.52)]
    assert float(transformation_loss(LABELS, wanted)) == pytest.approx(-sum(cosines) / 2)
    assert float(transformation_loss(LABELS, wanted, normalised=False)) == pytest.approx(-(0.8 + 0.4) / 2)


def test_equations_4_and_10_share_by_frequency() -> None:
    # z = 1.4 and 0.6.
    first, second = [0.8 / 1.4, 0.2 / 0.6], [0.6 / 1.4, 0.4 / 0.6]
    assert balanced_targets(LABELS)[0].tolist() == pytest.approx([value / sum(first) for value in first])
    assert balanced_targets(LABELS)[1].tolist() == pytest.approx([value / sum(second) for value in second])
    first = [0.64 / 1.4, 0.04 / 0.6]
    assert attention_targets(LABELS)[0].tolist() == pytest.approx([value / sum(first) for value in first])


def test_equation_5_relates_a_cluster_and_everyone_with_itself() -> None:
    assert relations(torch.tensor([1, 0, 1])).tolist() == [[1, 0, 1], [0, 1, 0], [1, 0, 1]]
    assert relations(torch.tensor([-1, -1])).tolist() == [[1, 0], [0, 1]]


def test_equation_6_is_the_cross_entropy_of_cosines() -> None:
    labels = torch.tensor([[1.0, 0.0], [0.5, 0.5]])
    cosine = math.sqrt(0.5)
    apart = separability_loss(labels, torch.eye(2))
    assert float(apart) == pytest.approx(-2 * math.log(1 - cosine) / 4, abs=1e-5)
    together = separability_loss(labels, torch.ones(2, 2))
    assert float(together) == pytest.approx(-2 * math.log(cosine) / 4, abs=1e-5)


def test_equation_7_is_least_when_clusters_are_used_evenly() -> None:
    assert float(entropy_loss(LABELS)) == pytest.approx(0.7 * math.log(0.7) + 0.3 * math.log(0.3))
    assert float(entropy_loss(torch.eye(2))) == pytest.approx(-math.log(2))
    assert float(entropy_loss(torch.tensor([[1.0, 0.0]]))) == pytest.approx(0)


def test_equation_8_is_a_gaussian_over_the_unit_square() -> None:
    attention = gaussian_attention(torch.tensor([[0.0, 1.0, 0.5], [0.5, 0.5, 1.0]]), (3, 5), alpha=0.05)
    assert attention.shape == (2, 3, 5)
    assert attention[0, 2, 0].item() == pytest.approx(1)  # x 0, y 1: the last row's first column
    assert attention[1, 1, 2].item() == pytest.approx(1)
    # A quarter of the width aside, delta 1: exp(-0.0625 / 0.1).
    assert attention[1, 1, 3].item() == pytest.approx(math.exp(-0.625))
    # Half of the height away, delta 0.5: exp(-0.25 / 0.05).
    assert attention[0, 1, 0].item() == pytest.approx(math.exp(-5))


def test_equation_9_is_the_mean_binary_cross_entropy() -> None:
    wanted = torch.tensor([[1.0, 0.0], [0.5, 0.5]])
    expected = -(2 * math.log(0.8) + 0.5 * sum(map(math.log, (0.6, 0.4, 0.4, 0.6)))) / 4
    assert float(attention_loss(LABELS, wanted)) == pytest.approx(expected)


def test_equation_11_adds_them_up() -> None:
    wanted = Targets(balanced_targets(LABELS), torch.tensor([0, 1]), attention_targets(LABELS))
    attended = torch.tensor([[0.7, 0.3], [0.1, 0.9]])
    expected = (
        separability_loss(LABELS, torch.eye(2))
        + 2 * transformation_loss(LABELS, wanted.labels)
        + 7 * attention_loss(attended, wanted.attention)
        + 11 * (entropy_loss(LABELS) + entropy_loss(attended))
    )
    assert float(total_loss(LABELS, attended, wanted, Weights(2, 7, 11))) == pytest.approx(float(expected))


SIDES = {"stl10": 6, "imagenet10": 6, "cifar10": 7, "small": 7, "tiny": 13}


@pytest.mark.parametrize(("name", "side"), SIDES.items())
def test_the_architectures_end_in_maps(name: str, side: int) -> None:
    torch.manual_seed(0)
    shape = ARCHITECTURES[name]
    network = GATCluster(shape)
    labels, attended, attention = network(torch.rand(2, 1, shape.size, shape.size))
    assert labels.shape == attended.shape == (2, shape.clusters)
    assert attention.shape == (2, side, side)
    assert torch.allclose(labels.sum(1), torch.ones(2))


def test_every_part_learns_from_its_own_task() -> None:
    torch.manual_seed(0)
    network = GATCluster(ARCHITECTURES["tiny"])
    labels, attended, _ = network(torch.rand(8, 1, 32, 32))
    attention_loss(attended, attention_targets(labels).detach()).backward(retain_graph=True)
    reached = {name for name, p in network.named_parameters() if p.grad is not None and p.grad.abs().sum() > 0}
    assert any(name.startswith("window") for name in reached)
    assert any(name.startswith("features") for name in reached)
    assert not any(name.startswith("label_head") for name in reached)
    wanted = Targets(balanced_targets(labels).detach(), torch.arange(8) % 3, attention_targets(labels).detach())
    total_loss(labels, attended, wanted).backward()
    assert all(p.grad is not None and bool(torch.isfinite(p.grad).all()) for p in network.parameters())

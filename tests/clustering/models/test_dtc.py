"""DTC's equations worked by hand."""

from __future__ import annotations

import math

import numpy as np
import pytest
import torch

from photoorg.clustering.models.dtc import (
    TemporalEnsemble,
    TransferNetwork,
    consistency,
    consistency_weight,
    divergence,
    student_t,
    targets,
)


def test_equation_1_measures_from_the_centre() -> None:
    found = student_t(torch.tensor([[1.0, 0.0]]), torch.tensor([[1.0, 1.0], [1.0, -2.0]]))
    # 1 / (1 + 1) and 1 / (1 + 4), as shares.
    assert found.tolist() == [pytest.approx([0.5 / 0.7, 0.2 / 0.7])]
    sharp = student_t(torch.tensor([[1.0, 0.0]]), torch.tensor([[1.0, 1.0], [1.0, -2.0]]), alpha=3.0)
    kernel = [(1 + 1 / 3) ** -2, (1 + 4 / 3) ** -2]
    assert sharp.tolist() == [pytest.approx([value / sum(kernel) for value in kernel])]


def test_equation_3_squares_and_balances() -> None:
    found = targets(torch.tensor([[0.8, 0.2], [0.6, 0.4]], requires_grad=True))
    # Columns sum to 1.4 and 0.6.
    first = [0.64 / 1.4, 0.04 / 0.6]
    second = [0.36 / 1.4, 0.16 / 0.6]
    assert found[0].tolist() == pytest.approx([value / sum(first) for value in first])
    assert found[1].tolist() == pytest.approx([value / sum(second) for value in second])
    assert not found.requires_grad


def test_equation_2_is_a_divergence() -> None:
    q, p = torch.tensor([[0.5, 0.5], [1.0, 0.0]]), torch.tensor([[0.25, 0.75], [0.5, 0.5]])
    expected = (0.5 * math.log(2) + 0.5 * math.log(2 / 3) + math.log(2)) / 2
    assert float(divergence(q, p)) == pytest.approx(expected)
    assert float(divergence(p, p)) == pytest.approx(0)


def test_gradients_reach_projection_and_centres_and_not_the_other_view() -> None:
    network = TransferNetwork(np.zeros(3, np.float32), np.eye(3, 2, dtype=np.float32))
    network.place_centres(np.array([[1, 0], [0, 1]], np.float32))
    vectors, other = torch.rand(4, 3), torch.rand(4, 2, requires_grad=True)
    probabilities = network(vectors)
    (divergence(targets(probabilities), probabilities) + consistency(probabilities, other.softmax(1))).backward()
    for parameter in network.parameters():
        assert parameter.grad is not None
        assert parameter.grad.abs().sum() > 0
    assert other.grad is None
    assert len(list(network.parameters())) == 3


def test_the_network_begins_as_principal_components() -> None:
    mean, components = np.array([1, 2, 3], np.float32), np.array([[0, 1], [1, 0], [0, 0]], np.float32)
    network = TransferNetwork(mean, components)
    assert network.project(torch.tensor([[1.0, 5.0, 9.0]])).tolist() == [[3.0, 0.0]]


def test_the_ramp_of_the_consistency() -> None:
    assert consistency_weight(0) == pytest.approx(10 * math.exp(-5))
    assert consistency_weight(4) == pytest.approx(10 * math.exp(-0.2))
    assert consistency_weight(5) == consistency_weight(50) == 10


def test_temporal_ensembling_has_no_memory_of_zero() -> None:
    ensemble = TemporalEnsemble(0.6)
    first, second = torch.tensor([[1.0, 0.0]]), torch.tensor([[0.0, 1.0]])
    assert ensemble.update(first).tolist() == [pytest.approx([1.0, 0.0])]
    # 0.6 * 0.4 and 0.4, over 1 - 0.36.
    assert ensemble.update(second).tolist() == [pytest.approx([0.24 / 0.64, 0.4 / 0.64])]

"""TEMI's losses worked by hand."""

from __future__ import annotations

import math

import pytest
import torch

from photoorg.clustering.models.temi import follow, pair_weights, pmi, temi_loss


def test_pointwise_mutual_information_worked_by_hand() -> None:
    student = torch.tensor([[[0.9, 0.1]]])
    teacher = torch.tensor([[[0.4, 0.6]]])
    marginal = torch.tensor([[0.5, 0.25]])
    # beta 1: log(0.36 / 0.5 + 0.06 / 0.25) = log 0.96.
    assert pmi(student, teacher, marginal, beta=1).tolist() == [[pytest.approx(math.log(0.96), abs=1e-6)]]
    half = math.log(math.sqrt(0.36) / 0.5 + math.sqrt(0.06) / 0.25)
    assert pmi(student, teacher, marginal, beta=0.5).tolist() == [[pytest.approx(half, abs=1e-6)]]


def test_independence_has_no_information() -> None:
    even = torch.full((1, 3, 4), 0.25)
    assert pmi(even, even, torch.full((1, 4), 0.25), beta=1).abs().max() < 1e-6


def test_pairs_that_the_teachers_part_count_less() -> None:
    first = torch.tensor([[[1.0, 0.0], [1.0, 0.0]], [[0.5, 0.5], [1.0, 0.0]]])
    second = torch.tensor([[[1.0, 0.0], [0.0, 1.0]], [[0.5, 0.5], [0.0, 1.0]]])
    assert pair_weights(first, second).tolist() == [0.75, 0.0]


def test_the_loss_is_the_weighted_mean_of_both_directions() -> None:
    torch.manual_seed(1)
    parts = [torch.rand(3, 5, 4).softmax(-1) for _ in range(4)]
    marginal = torch.rand(3, 4).softmax(-1)
    weights = (parts[2] * parts[3]).sum(-1).mean(0)
    expected = []
    for head in range(3):
        total = 0.0
        for photo in range(5):
            one = ((parts[0][head, photo] * parts[3][head, photo]) ** 0.6 / marginal[head]).sum().log()
            two = ((parts[1][head, photo] * parts[2][head, photo]) ** 0.6 / marginal[head]).sum().log()
            total -= float(weights[photo] * (one + two) / 2)
        expected.append(total / 5)
    loss = temi_loss((parts[0], parts[1]), (parts[2], parts[3]), marginal)
    assert loss.tolist() == pytest.approx(expected, rel=1e-5)


def test_the_teacher_follows_slowly() -> None:
    student, teacher = torch.nn.Linear(1, 1), torch.nn.Linear(1, 1)
    torch.nn.init.constant_(student.weight, 1.0)
    torch.nn.init.constant_(teacher.weight, 0.0)
    follow(teacher, student, 0.9)
    assert teacher.weight.item() == pytest.approx(0.1)
    assert student.weight.item() == 1

from __future__ import annotations

import random

import numpy as np
import pytest

from photoorg.clustering.constraints import Constraints, constrained
from photoorg.clustering.partition import Edges, infomap, leiden, renumbered, undirected


def cliques(*sizes: int, bridge: float = 0.1) -> tuple[Edges, int]:
    """Complete graphs in a row, each tied to the next by one weak edge."""
    a, b, weight, start = [], [], [], 0
    for size in sizes:
        if start:
            a.append(start - 1), b.append(start), weight.append(bridge)
        for i in range(start, start + size):
            for j in range(i + 1, start + size):
                a.append(i), b.append(j), weight.append(1.0)
        start += size
    return Edges(np.array(a, np.int32), np.array(b, np.int32), np.array(weight, np.float32)), start


def test_both_directions_make_one_edge_and_half_of_one_direction():
    ids = np.array([[0, 1, 2], [1, 0, 2], [2, 1, 0]], np.int32)
    scores = np.array([[9, 0.8, 0.0], [9, 0.4, 0.6], [9, 0.2, 0.5]], np.float32)
    edges = undirected(ids, scores)
    assert list(zip(edges.a.tolist(), edges.b.tolist(), strict=True)) == [(0, 1), (0, 2), (1, 2)]
    assert edges.weight == pytest.approx([0.6, 0.25, 0.4])


def test_no_edges_at_all():
    edges = undirected(np.zeros((3, 1), np.int32) + np.arange(3, dtype=np.int32)[:, None], np.ones((3, 1), np.float32))
    assert len(edges) == 0
    assert leiden(edges, 3, 1.0).tolist() == [0, 1, 2]


@pytest.mark.parametrize("divide", [lambda e, n: leiden(e, n, 1.0), infomap])
def test_cliques_are_found_again_and_the_process_keeps_its_random_numbers(divide):
    edges, count = cliques(6, 7, 8)
    random.seed(5)
    state = random.getstate()
    labels = divide(edges, count)
    assert labels.tolist() == [0] * 6 + [1] * 7 + [2] * 8
    assert random.getstate() == state
    assert (divide(edges, count) == labels).all()


def test_a_higher_resolution_divides_more():
    generator = np.random.default_rng(0)
    ids = generator.integers(0, 200, (200, 12)).astype(np.int32)
    edges = undirected(ids, np.ones(ids.shape, np.float32))
    assert leiden(edges, 200, 3.0).max() > leiden(edges, 200, 0.5).max()


def test_renumbered_by_first_appearance():
    assert renumbered(np.array([7, -1, 3, 7])).tolist() == [0, -1, 1, 0]


def divide(edges: Edges, count: int) -> np.ndarray:
    return leiden(edges, count, 1.0)


def test_must_links_join_what_the_graph_would_not():
    edges, count = cliques(6, 6, bridge=0.01)
    labels = constrained(edges, count, Constraints(must=np.array([[0, 11], [1, 10], [2, 9]])), divide)
    assert labels[0] == labels[11]
    assert labels[1] == labels[10]


def test_a_group_held_together_draws_no_other_to_it():
    edges, count = cliques(12, 12, 12, 12, bridge=0.5)
    held = np.array([[0, other] for other in range(1, 12)])
    labels = constrained(edges, count, Constraints(must=held), divide)
    assert labels.tolist() == np.repeat([0, 1, 2, 3], 12).tolist()


def test_cannot_links_part_what_the_graph_joins():
    edges, count = cliques(6, 6)
    labels = constrained(edges, count, Constraints(cannot=np.array([[0, 1], [0, 2]])), divide)
    assert labels[0] != labels[1]
    assert labels[0] != labels[2]
    assert len(set(labels[1:6].tolist())) == 1


def test_of_contradicting_wishes_cannot_wins():
    edges, count = cliques(4)
    wishes = Constraints(must=np.array([[0, 1], [1, 2]]), cannot=np.array([[0, 2]]))
    labels = constrained(edges, count, wishes, divide)
    assert labels[0] != labels[2]


def test_random_wishes_are_all_kept():
    generator = np.random.default_rng(1)
    edges, count = cliques(8, 8, 8)
    for _ in range(20):
        cannot = generator.integers(0, count, (6, 2))
        cannot = cannot[cannot[:, 0] != cannot[:, 1]]
        labels = constrained(edges, count, Constraints(cannot=cannot), divide)
        assert (labels[cannot[:, 0]] != labels[cannot[:, 1]]).all()

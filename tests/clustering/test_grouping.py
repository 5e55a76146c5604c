from __future__ import annotations

import numpy as np

from photoorg.clustering.constraints import Constraints
from photoorg.clustering.grouping import group, place
from photoorg.core.jobs import run


def test_blobs_become_groups_and_strangers_stay_out(blobs):
    vectors, labels = blobs([40, 30, 20] * 4)
    found = run(group(vectors))
    for number in range(12):
        mine = found.groups[labels == number]
        assert (mine >= 0).mean() > 0.9
        assert len(np.intersect1d(mine[mine >= 0], found.groups[(labels != number) & (found.groups >= 0)])) == 0


def test_a_group_lies_in_one_theme_and_has_three_photos(blobs):
    vectors, _ = blobs([25] * 8, spread=0.15)
    found = run(group(vectors))
    for number in range(found.groups.max() + 1):
        members = found.groups == number
        assert members.sum() >= 3
        assert len(set(found.themes[members].tolist())) == 1
    assert ((found.groups < 0) == (found.themes < 0)).all()
    assert found.confidence.min() >= 0
    assert found.confidence.max() <= 1


def test_the_same_library_gives_the_same_groups(blobs):
    vectors, _ = blobs([25] * 6, spread=0.15)
    first, second = run(group(vectors)), run(group(vectors))
    assert (first.groups == second.groups).all()
    assert (first.themes == second.themes).all()


def test_libraries_of_none_one_and_two(blobs):
    for count in (0, 1, 2):
        found = run(group(np.eye(8, dtype=np.float32)[:count]))
        assert (found.groups == -1).all()
        assert len(found.groups) == count


def test_what_a_person_parted_stays_apart(blobs):
    vectors, labels = blobs([40, 30] * 5)
    pair = np.flatnonzero(labels == 0)[:2]
    found = run(group(vectors, Constraints(cannot=pair[None])))
    a, b = found.groups[pair]
    assert a != b or a == -1


def test_what_a_person_joined_stays_together(blobs):
    vectors, labels = blobs([40, 30] * 5)
    pair = np.array([np.flatnonzero(labels == 0)[0], np.flatnonzero(labels == 1)[0]])
    found = run(group(vectors, Constraints(must=pair[None])))
    assert found.groups[pair[0]] == found.groups[pair[1]] >= 0


def test_new_photos_join_the_groups_of_their_like(blobs):
    vectors, labels = blobs([40, 30, 20] * 4)
    known, new = vectors[:-6], vectors[-6:]
    found = run(group(known))
    placed = place(new, known, found.groups)
    for row, label in enumerate(labels[-6:]):
        theirs = found.groups[labels[:-6] == label]
        assert placed.groups[row] == np.bincount(theirs[theirs >= 0]).argmax()

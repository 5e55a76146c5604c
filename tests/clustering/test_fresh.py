"""New groups and fitting members, from neighbours alone."""

from __future__ import annotations

import numpy as np

from photoorg.clustering.fresh import fits, fresh_groups


def test_photos_that_name_each_other_are_a_group() -> None:
    ids = np.array([10, 11, 12, 13], np.int64)
    near = np.array([[11, 12, 90], [10, 12, 91], [10, 11, 92], [90, 91, 10]], np.int64)
    cosines = np.array([[0.9, 0.8, 0.1], [0.9, 0.7, 0.2], [0.8, 0.7, 0.0], [0.9, 0.9, 0.3]], np.float32)
    labels, confidence = fresh_groups(ids, near, cosines, 3, 0.25)
    assert labels.tolist() == [0, 0, 0, -1]
    assert np.allclose(confidence, [1.7 / 1.8, 1.6 / 1.8, 1.0, 0.0])


def test_two_are_too_few_and_doubtful_members_do_not_count() -> None:
    ids = np.array([1, 2, 3], np.int64)
    near = np.array([[2, 9], [1, 9], [9, 8]], np.int64)
    cosines = np.full((3, 2), 0.5, np.float32)
    assert fresh_groups(ids, near, cosines, 3, 0.25)[0].tolist() == [-1, -1, -1]
    near = np.array([[2, 3], [1, 3], [1, 9]], np.int64)
    cosines = np.array([[0.9, 0.9], [0.9, 0.9], [0.1, 0.9]], np.float32)
    assert fresh_groups(ids, near, cosines, 3, 0.25)[0].tolist() == [-1, -1, -1]
    assert fresh_groups(ids, near, cosines, 3, 0.1)[0].tolist() == [0, 0, 0]


def test_a_photo_fits_if_it_is_as_near_as_the_members_are() -> None:
    rng = np.random.default_rng(0)
    centre = np.eye(1, 16)[0]
    members = centre + 0.1 * rng.standard_normal((12, 16))
    members = (members / np.linalg.norm(members, axis=1, keepdims=True)).astype(np.float32)
    like = centre + 0.1 * rng.standard_normal(16)
    assert fits((like / np.linalg.norm(like)).astype(np.float32), members)
    assert not fits(np.eye(1, 16, 5, np.float32)[0], members)
    assert fits(np.eye(1, 16, 5, np.float32)[0], members[:3]), "three members say too little"

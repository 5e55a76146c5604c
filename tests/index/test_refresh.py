from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from photoorg.index.matrix import VectorMatrix
from photoorg.index.refresh import current


def expected_ids(table):
    return [content for content, _ in table.stored.values()]


def test_built_once_then_mapped(tmp_path, table, space):
    first = current(tmp_path / "vectors", space, 16, table)
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "vectors").iterdir()}
    second = current(tmp_path / "vectors", space, 16, table)
    assert second.ids.tolist() == first.ids.tolist() == expected_ids(table)
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "vectors").iterdir()} == before


def test_new_vectors_are_appended(tmp_path, table, space, rng, directions):
    first = current(tmp_path, space, 16, table)
    table.put([7, 500, 8], directions(rng, 3))
    second = current(tmp_path, space, 16, table)
    assert second.generation == first.generation
    assert second.ids.tolist() == expected_ids(table)


@pytest.mark.parametrize("gone", [100, 120, 139])
@pytest.mark.parametrize("added", [0, 1, 5])
def test_a_vector_that_left_the_catalog_leaves_the_file(tmp_path, table, space, rng, directions, gone, added):
    current(tmp_path, space, 16, table)
    table.remove(gone)
    table.put(list(range(300, 300 + added)), directions(rng, added))
    assert current(tmp_path, space, 16, table).ids.tolist() == expected_ids(table)


def test_a_restored_catalog_with_the_same_numbers_is_told_apart(tmp_path, table, space, rng, directions):
    current(tmp_path, space, 16, table)
    keys = sorted(table.stored)
    table.stored[keys[-1]] = (777, directions(rng, 1)[0].astype(np.float16))
    assert current(tmp_path, space, 16, table).ids.tolist() == expected_ids(table)


def test_emptied_catalog(tmp_path, table, space):
    current(tmp_path, space, 16, table)
    for content in range(100, 140):
        table.remove(content)
    assert len(current(tmp_path, space, 16, table)) == 0


def test_damage_ends_in_a_rebuild(tmp_path, table, space):
    current(tmp_path, space, 16, table)
    for path in tmp_path.glob("*.f32"):
        path.write_bytes(path.read_bytes()[:-4])
    matrix = current(tmp_path, space, 16, table)
    assert matrix.intact()
    assert matrix.ids.tolist() == expected_ids(table)


def follower(folder, space, steps):
    script = Path(__file__).with_name("follower.py")
    return subprocess.Popen([sys.executable, str(script), str(folder), space, str(steps)], stderr=subprocess.PIPE)


def test_several_processes_follow_one_growing_catalog(tmp_path, space):
    for process in [follower(tmp_path, space, 60) for _ in range(3)]:
        _, errors = process.communicate(timeout=120)
        assert process.returncode == 0, errors.decode()
    left = VectorMatrix.open(tmp_path, space, 16)
    assert left is not None
    assert left.intact()


def test_a_killed_writer_leaves_a_usable_file_and_no_lock(tmp_path, table, space):
    for written in (1, 5, 20):
        process = follower(tmp_path, space, 1_000_000)
        wait_for(lambda rows=written: len(VectorMatrix.open(tmp_path, space, 16) or ()) >= rows)
        process.kill()
        process.communicate()
        left = VectorMatrix.open(tmp_path, space, 16)
        assert left is not None
        assert left.intact()
    # This catalog never had what the killed ones wrote.
    assert current(tmp_path, space, 16, table).ids.tolist() == expected_ids(table)


def wait_for(condition):
    deadline = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < deadline, "the other process wrote nothing"
        time.sleep(0.005)

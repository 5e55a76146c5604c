"""The table in which photos of one kind lie close."""

from __future__ import annotations

import numpy as np
import pytest

from photoorg.core.errors import UsageError
from photoorg.core.jobs import run
from photoorg.embed.kinship import KinshipTable
from photoorg.training import kinship
from photoorg.training.refiner.sources import CONCEPTS, OWN, Source

DIM = 24


def kinds(count: int, seed: int, each: int = 30, first: int = 0) -> Source:
    """Photos of kinds, which differ in the first half of the directions; in the second half every photo differs."""
    rng = np.random.default_rng(seed)
    classes = np.repeat([f"class{first + number:02}" for number in range(count)], each)

    def space() -> np.ndarray:
        centres = np.concatenate([rng.standard_normal((count, DIM // 2)), np.zeros((count, DIM // 2))], 1)
        apart = np.where(np.arange(DIM) < DIM // 2, 0.3, 1.5)
        rows = np.repeat(centres, each, axis=0) + apart * rng.standard_normal((len(classes), DIM))
        return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)

    return Source("kinds", classes, {OWN: space(), CONCEPTS: space()})


def right(vectors: np.ndarray, classes: np.ndarray) -> float:
    """The share of photos whose nearest is of their kind."""
    cosines = vectors @ vectors.T
    np.fill_diagonal(cosines, -1)
    return float((classes[cosines.argmax(1)] == classes).mean())


def test_kinds_that_it_never_saw_lie_closer():
    learn, new = kinds(20, 0), kinds(12, 1, first=20)
    table = kinship.fit([learn], [learn], {}, dimensions=16)
    assert table.components.shape == (2 * DIM, 16)
    seen = table(new.vectors[OWN], new.vectors[CONCEPTS])
    assert right(seen, new.classes) > right(new.vectors[OWN], new.classes) + 0.2


def test_families_count_as_kinds_too():
    learn = kinds(20, 0)
    family = {f"class{number:02}": f"family{number % 4}" for number in range(20)}
    apart = [kinship.fit([learn], [learn], names, dimensions=16) for names in ({}, family)]
    numbers = np.array([int(name[5:]) % 4 for name in learn.classes.tolist()])
    close = []
    for table in apart:
        seen = table(learn.vectors[OWN], learn.vectors[CONCEPTS])
        same = numbers[:, None] == numbers
        cosines = seen @ seen.T
        close.append(cosines[same].mean() - cosines[~same].mean())
    assert close[1] > close[0]


def test_it_is_made_of_folders(monkeypatch, tmp_path):
    labelled, alone = kinds(6, 0), kinds(3, 1)
    alone = Source("alone", np.full(len(alone.classes), ""), alone.vectors)

    def read_all(data, work):
        work.mkdir()
        yield from ()
        return [labelled, alone] if len(data) == 2 else [alone]

    monkeypatch.setattr(kinship, "read_all", read_all)
    out = tmp_path / "kinship.npz"
    made = run(kinship.make([tmp_path, tmp_path], out, held_out=["kinds:5-6"]))
    assert made["learnt from"] == {"kinds": 4}
    assert KinshipTable.load(out).components.shape == (2 * DIM, min(2 * DIM, kinship.DIMENSIONS))
    assert [file.name for file in tmp_path.iterdir()] == ["kinship.npz"]
    with pytest.raises(UsageError, match="Labelled"):
        run(kinship.make([tmp_path], tmp_path / "other.npz"))

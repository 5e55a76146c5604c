"""GATCluster learns three kinds of drawn pictures from nothing, stops and goes on, and keeps a record."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from photoorg.clustering.metrics import score
from photoorg.clustering.models.gatcluster import ARCHITECTURES
from photoorg.core.arrays import Labels
from photoorg.core.errors import Cancelled, CannotError, UsageError
from photoorg.core.jobs import CancelToken, run
from photoorg.training.deep.gatcluster import Clustered, Settings, train
from photoorg.training.deep.gatcluster_command import command
from photoorg.training.deep.pictures import contact_sheet, heated

Drawn = tuple[NDArray[np.uint8], NDArray[np.int32]]
TINY = ARCHITECTURES["tiny"]


def test_it_learns_without_labels_the_same_way_each_time(drawn: Drawn) -> None:
    pictures, truth = drawn
    curve: list[float] = []

    def watch(epoch: int, labels: Labels) -> None:
        curve.append(score(truth, labels).acc)

    found = run(train(pictures, TINY, Settings(epochs=18, mini_batch=16), watch=watch))
    assert isinstance(found, Clustered)
    assert score(truth, found.labels).acc > 0.95
    assert curve[0] < 0.7  # its own start
    assert curve[-1] == score(truth, found.labels).acc
    assert found.attention.shape == (120, 13, 13)
    assert 0 <= found.attention.min() < found.attention.max() <= 1
    assert found.losses[-1] < found.losses[0]
    assert len(found.losses) == 18


def test_a_stopped_training_goes_on_where_it_was(drawn: Drawn, tmp_path: Path) -> None:
    pictures, _ = drawn
    whole = run(train(pictures[:40], TINY, Settings(epochs=4)))
    file, cancel = tmp_path / "gat.pt", CancelToken()
    job = train(pictures[:40], TINY, Settings(epochs=4), file, cancel=cancel)
    next(job)
    next(job)
    cancel.cancel()
    with pytest.raises(Cancelled):
        next(job)
    resumed = run(train(pictures[:40], TINY, Settings(epochs=4), file))
    assert isinstance(whole, Clustered)
    assert isinstance(resumed, Clustered)
    assert resumed.losses == whole.losses
    assert np.array_equal(resumed.labels, whole.labels)
    assert not list(tmp_path.glob("*.new"))
    with pytest.raises(CannotError, match="other settings"):
        run(train(pictures[:40], TINY, Settings(epochs=4, rate=1.0), file))
    file.write_bytes(b"nothing")
    with pytest.raises(CannotError, match="cannot be read"):
        run(train(pictures[:40], TINY, Settings(epochs=4), file))


def test_the_command_writes_clusters_curve_and_a_sheet(drawn: Drawn, tmp_path: Path) -> None:
    pictures, truth = drawn
    for place in range(30):
        file = tmp_path / "data" / f"kind {truth[place]}" / f"{place}.png"
        file.parent.mkdir(parents=True, exist_ok=True)
        Image.fromarray(pictures[place]).save(file)
    (tmp_path / "data" / "torn.jpg").write_bytes(b"\xff\xd8")
    out = tmp_path / "out.pt"
    report = run(command([tmp_path / "data"], out, "tiny", settings=Settings(epochs=1)))
    assert isinstance(report, dict)
    assert (report["pictures"], report["clusters"]) == (30, 3)
    assert [entry["epoch"] for entry in report["curve"]] == [0, 1]
    assert set(report["pixels"]) == {"acc", "nmi", "ari"}
    written = json.loads(out.with_suffix(".json").read_text())
    assert set(written["members"]) == {f"data/kind {truth[place]}/{place}.png" for place in range(30)}
    with Image.open(out.with_suffix(".png")) as sheet:
        assert sheet.width > 2 * 32
    more = run(command([tmp_path / "data"], out, "tiny", settings=Settings(epochs=2)))
    assert isinstance(more, dict)
    assert [entry["epoch"] for entry in more["curve"]] == [0, 1, 2]
    assert more["curve"][:2] == report["curve"]
    with pytest.raises(UsageError, match="no architecture"):
        run(command([tmp_path], out, "huge"))
    with pytest.raises(UsageError, match="too few"):
        run(command([tmp_path / "nothing"], out, "tiny"))


def test_heat_darkens_what_is_cold() -> None:
    picture = np.full((8, 8, 3), 200, np.uint8)
    heat = np.zeros((2, 2))
    heat[:, 1] = 1
    made = heated(picture, heat)
    assert made[4, 7].tolist() == [200, 200, 200]
    assert made[4, 0].sum() < 330
    assert made[4, 0, 2] > made[4, 0, 0]
    assert contact_sheet([[picture, made], [picture]]).size == (2 * 12 + 4, 2 * 12 + 4)

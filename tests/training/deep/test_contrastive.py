"""A backbone trained on drawn pictures gives SCAN features of its own."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from photoorg.clustering.metrics import score
from photoorg.clustering.models.resnet import SmallResNet
from photoorg.core.errors import Cancelled, CannotError, UsageError
from photoorg.core.jobs import CancelToken, run
from photoorg.training.deep.contrastive import Method, Settings, embed, load, save, train
from photoorg.training.deep.contrastive_command import command
from photoorg.training.deep.scan import Scan

Drawn = tuple[NDArray[np.uint8], NDArray[np.int32]]


@pytest.mark.parametrize("method", ["simclr", "moco"])
def test_scan_finds_the_kinds_in_features_of_our_own(method: Method, drawn: Drawn, tmp_path: Path) -> None:
    pictures, truth = drawn
    settings = Settings(method, epochs=12, batch=40, width=16, queue=120)
    backbone = run(train(pictures, settings))
    assert isinstance(backbone, SmallResNet)
    vectors = embed(backbone, pictures)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(120), abs=1e-5)
    assert score(truth, Scan(3, neighbours=10, epochs=60).fit(vectors)).acc > 0.95

    save(backbone, settings, tmp_path / "own.safetensors")
    assert np.array_equal(embed(load(tmp_path / "own.safetensors"), pictures), vectors)
    (tmp_path / "bad.safetensors").write_bytes(b"nothing")
    with pytest.raises(CannotError, match="cannot be read"):
        load(tmp_path / "bad.safetensors")


@pytest.mark.parametrize("method", ["simclr", "moco"])
def test_training_depends_on_its_seed_alone_and_stops(method: Method, drawn: Drawn) -> None:
    pictures = drawn[0][:24]
    made = [run(train(pictures, Settings(method, epochs=1, batch=8, width=4, queue=16))) for _ in range(2)]
    first, second = (embed(each, pictures) for each in made if isinstance(each, SmallResNet))
    assert np.array_equal(first, second)
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        run(train(pictures, Settings(method, width=4), cancel))
    with pytest.raises(CannotError, match="two pictures"):
        run(train(pictures[:1], Settings(method)))


def test_the_command_writes_weights_and_compares_with_folders(drawn: Drawn, tmp_path: Path) -> None:
    pictures, truth = drawn
    for place in range(24):
        file = tmp_path / "data" / f"kind {truth[place]}" / f"{place}.png"
        file.parent.mkdir(parents=True, exist_ok=True)
        Image.fromarray(pictures[place]).save(file)
    out = tmp_path / "own.safetensors"
    report = run(command([tmp_path / "data"], out, Settings(epochs=1, width=4, batch=12)))
    assert isinstance(report, dict)
    assert report["pictures"] == 24
    assert set(report["scan"]) == set(report["scan_on_pixels"]) == {"acc", "nmi", "ari"}
    assert load(out).outputs == 16
    with pytest.raises(UsageError, match="no pictures"):
        run(command([tmp_path / "nothing"], out, Settings()))

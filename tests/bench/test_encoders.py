"""The bench of encoders: every variant beside plain torch, and the winner kept for indexing."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from photoorg.bench import encoders
from photoorg.core.errors import UsageError
from photoorg.embed import adopt, known, machine_file
from tests.embed import tiny


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("PHOTOORG_MODELS", str(tmp_path / "models"))
    checkpoint = tiny.save_clip(tmp_path / "clip")
    spec = adopt.spec_for("open_clip:tiny", checkpoint)
    adopt.install_local(spec, checkpoint)
    known.remember("tiny", spec, "")
    return spec.id


def test_every_variant_is_measured_beside_plain_torch(installed: str) -> None:
    result = encoders.run(profiles=["tiny"], device="cpu", rounds=1)
    (row,) = result["encoders"]  # type: ignore[misc]
    assert row["encoder"] == installed
    assert {"float32", "float32-medium", "bfloat16", encoders.PLAIN} <= set(row["variants"])
    assert row["variants"][encoders.PLAIN]["cosine"] == pytest.approx(1, abs=1e-4)
    assert row["variants"][row["winner"]]["cosine"] >= 0.999
    assert row["words_ms"] > 0
    kept = machine_file.of_encoder(installed)
    assert kept is not None
    assert kept.variant == row["winner"]
    text = encoders.describe(result)
    assert "chosen" in text
    assert encoders.PLAIN in text


def test_random_weights_leave_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PHOTOORG_MODELS", str(tmp_path / "models"))
    result = encoders.run(profiles=[], random=["dinov2"], device="cpu", rounds=1)
    assert [row["random_weights"] for row in result["encoders"]] == [True, True]  # type: ignore[attr-defined]
    assert os.environ["PHOTOORG_MODELS"] == str(tmp_path / "models")
    assert not (tmp_path / "models").exists()


def test_a_folder_without_photos_is_said(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        encoders.run(profiles=[], folder=str(tmp_path))

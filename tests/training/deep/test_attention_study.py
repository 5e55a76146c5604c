from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw

from photoorg.core.errors import UsageError
from photoorg.core.jobs import run
from photoorg.training.deep.attention_study import study


def test_every_case_has_mean_and_spread(tmp_path: Path) -> None:
    rng = np.random.default_rng(0)
    for place in range(8):
        noise = np.clip(rng.normal(110, 20, (96, 96, 3)), 0, 255).astype(np.uint8)
        image = Image.fromarray(noise)
        pen = ImageDraw.Draw(image)
        box = (20, 20, 70, 70)
        _ = pen.ellipse(box, fill="orange") if place % 2 else pen.rectangle(box, fill="blue")
        file = tmp_path / "set" / f"kind {place % 2}" / f"{place}.png"
        file.parent.mkdir(parents=True, exist_ok=True)
        image.save(file)
    (tmp_path / "set" / "kind 0" / "torn.png").write_bytes(b"no")
    rows = run(study(tmp_path / "set", seeds=range(1)))
    assert isinstance(rows, list)
    assert [row["form"] for row in rows] == ["baseline"] * 3 + ["pi"] * 2
    assert {row["photos"] for row in rows} == {8}
    for row in rows:
        mean, spread = row["acc"]
        assert 0.5 <= mean <= 1
        assert spread >= 0
        assert 0 < row["subject_share"] <= 1
    with pytest.raises(UsageError, match="no labels"):
        run(study(tmp_path / "set" / "kind 1"))

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import skimage.data
from PIL import Image

from tests.embed import tiny


@pytest.fixture(scope="session")
def clip_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tiny.save_clip(tmp_path_factory.mktemp("clip"))


@pytest.fixture(scope="session")
def pictures() -> list[Image.Image]:
    """Real photos, wide and narrow, and noise."""
    shown = [Image.fromarray(getattr(skimage.data, name)()) for name in ("chelsea", "astronaut", "coffee", "rocket")]
    noise = np.random.default_rng(0).integers(0, 256, (90, 70, 3), dtype=np.uint8)
    return [*shown, shown[0].crop((0, 0, 80, 300)), Image.fromarray(noise)]


@pytest.fixture
def models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of encoders of the test's own."""
    folder = tmp_path / "models"
    monkeypatch.setenv("PHOTOORG_MODELS", str(folder))
    return folder

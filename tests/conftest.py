"""What all tests share: real pictures made on the spot, the development photos, and a home of their own."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Idle threads of torch sleep: the tests run on all cores at once, each in processes of its own.
os.environ.setdefault("OMP_WAIT_POLICY", "passive")

# A busy machine is no failure: nothing is timed here.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")

_PHOTOS = Path(__file__).resolve().parents[2] / "shared" / "photos"


@pytest.fixture(scope="session")
def development_photos() -> Path:
    """The folder of real photos beside the checkout."""
    if not _PHOTOS.is_dir():
        pytest.skip(f"the development photos are not at {_PHOTOS}")
    return _PHOTOS


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home and data folders of the test's own, so that nobody's catalog is ever touched."""
    home = tmp_path_factory.mktemp("home")
    for name in ("HOME", "USERPROFILE", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(home))
    monkeypatch.delenv("PHOTOORG_CATALOG", raising=False)
    return home


@pytest.fixture
def draw_photo() -> Callable[..., Path]:
    """Writes a small JPEG that differs with ``seed``; gives its path."""

    def draw(path: Path, seed: int = 0, size: tuple[int, int] = (320, 240)) -> Path:
        from PIL import Image, ImageDraw

        image = Image.new("RGB", size, ((seed * 53) % 256, (seed * 97) % 256, (seed * 193) % 256))
        pen = ImageDraw.Draw(image)
        for step in range(8):
            x, y = (seed * 37 + step * 41) % size[0], (seed * 61 + step * 29) % size[1]
            pen.ellipse((x - 20, y - 20, x + 20, y + 20), fill=((step * 31) % 256, (seed * 7) % 256, 200))
        path.parent.mkdir(parents=True, exist_ok=True)
        image.save(path, quality=90)
        return path

    return draw

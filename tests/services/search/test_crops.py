"""Search by a part of a picture: the part is embedded like a photo of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import skimage.data
from PIL import Image

from photoorg.services.worker.host import Worker


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    with Worker("embedded", device="cpu") as made:
        yield made


@pytest.fixture(scope="module", params=[(3000, "JPEG"), (1200, "PNG"), (700, "JPEG")], ids=str)
def photo(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four photos side by side, so that parts differ from the whole."""
    width, kind = request.param
    parts = [Image.fromarray(getattr(skimage.data, name)()) for name in ("chelsea", "coffee", "rocket", "astronaut")]
    tile = (width // 2, width * 3 // 8)
    whole = Image.new("RGB", (2 * tile[0], 2 * tile[1]))
    for number, part in enumerate(parts):
        whole.paste(part.resize(tile, Image.Resampling.BICUBIC), (number % 2 * tile[0], number // 2 * tile[1]))
    file = tmp_path_factory.mktemp("crops") / f"whole.{kind.lower()}"
    whole.save(file, kind, quality=95)
    return file


@pytest.mark.parametrize("crop", [(0, 0, 0.5, 0.5), (0.5, 0, 0.5, 0.5), (0.25, 0.25, 0.5, 0.5), (0.55, 0.6, 0.2, 0.3)])
def test_a_crop_is_embedded_like_a_photo(
    worker: Worker, photo: Path, tmp_path: Path, crop: tuple[float, float, float, float]
) -> None:
    with Image.open(photo) as whole:
        width, height = whole.size
        box = (crop[0] * width, crop[1] * height, (crop[0] + crop[2]) * width, (crop[1] + crop[3]) * height)
        whole.crop(tuple(round(edge) for edge in box)).save(tmp_path / "part.png")
    own, alone = worker.embed_file(str(photo), crop), worker.embed_file(str(tmp_path / "part.png"))
    everything = worker.embed_file(str(photo))
    for space, vector in own.items():
        assert cosine(vector, alone[space]) > 0.98
        assert cosine(vector, alone[space]) > cosine(vector, everything[space])


def cosine(one: np.ndarray, other: np.ndarray) -> float:
    return float(one @ other / np.linalg.norm(one) / np.linalg.norm(other))

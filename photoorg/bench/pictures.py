"""Makes photographs of 12 megapixels to measure with: detail at every scale, about 4 MB each, no two alike."""

from __future__ import annotations

import io
import os
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
from PIL import Image

from photoorg.core.errors import CannotError

SIZE = (4000, 3000)
#: Room around a scene, so that each photo of it is another cut.
_MARGIN = 600
_SCENES = 12
#: Natural scenes have about as much contrast at every scale; the largest here is a fifth of a photo.
_COARSEST = 9
#: Gives about 4 MB for 12 megapixels, as phones do.
QUALITY = 85
#: A JPEG comment of its own makes a copy another content, at no cost to the decoder.
_COMMENT = b"\xff\xfe"


def make(folder: Path, count: int, *, size: tuple[int, int] = SIZE, quality: int = QUALITY, seed: int = 0) -> int:
    """Write ``count`` photos into ``folder``, in sub-folders of 100; returns their bytes in all."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        scenes = list(pool.map(lambda number: scene(size, seed + number), range(min(_SCENES, count))))

        def photo(number: int) -> int:
            picture = _cut(scenes[number % len(scenes)], size, np.random.default_rng([seed, number]))
            data = io.BytesIO()
            picture.save(data, "JPEG", quality=quality)
            return _place(folder, number).write_bytes(data.getbuffer())

        return sum(pool.map(photo, range(count)))


def multiply(originals: Path, folder: Path, count: int) -> None:
    """Write ``count`` files into ``folder``: the photos in ``originals`` again and again, each of another content.

    Raises:
        CannotError: the disk has no room for them.
    """
    sources = sorted(path for path in originals.rglob("*.jpg"))
    needed = sum(path.stat().st_size for path in sources) * count // len(sources)
    folder.mkdir(parents=True, exist_ok=True)
    if shutil.disk_usage(folder).free < needed * 1.1:
        raise CannotError(f"{count:,} photos need {needed / 1e9:.0f} GB in {folder}.", "Ask for fewer with --files.")
    for number, source in zip(range(count), _again(sources), strict=False):
        data, comment = source.read_bytes(), f"{number:08}".encode()
        segment = _COMMENT + (len(comment) + 2).to_bytes(2, "big") + comment
        _place(folder, number).write_bytes(data[:2] + segment + data[2:])


def scene(size: tuple[int, int], seed: int) -> Image.Image:
    """A made-up view, larger than ``size`` by a margin: light, colours and texture at every scale, and some edges."""
    rng = np.random.default_rng(seed)
    whole = (size[0] + _MARGIN, size[1] + _MARGIN)
    light = _texture(rng, whole, _COARSEST).point(lambda level: level * 2 - 128)
    colours = [_texture(rng, whole, _COARSEST, finest=4).point(lambda level: level // 2 + 64) for _ in range(2)]
    picture = Image.merge("YCbCr", (light, *colours)).convert("RGB")
    for _ in range(12):  # flat things with sharp edges: walls, signs, sky
        left, top = (int(rng.integers(0, length * 4 // 5)) for length in whole)
        width, height = (int(rng.integers(length // 20, length // 5)) for length in whole)
        tint = Image.new("RGB", (width, height), tuple(int(value) for value in rng.integers(0, 256, 3)))
        under = picture.crop((left, top, left + width, top + height))
        picture.paste(Image.blend(under, tint, 0.7), (left, top))
    return picture


def _texture(rng: np.random.Generator, size: tuple[int, int], coarsest: int, finest: int = 0) -> Image.Image:
    """Grey noise of equal strength at every scale from 2**``coarsest`` pixels down to 2**``finest``."""
    total = Image.new("L", _reduced(size, coarsest), 128)
    for weight, level in enumerate(range(coarsest, finest - 1, -1), start=2):
        width, height = _reduced(size, level)
        noise = Image.frombytes("L", (width, height), rng.bytes(width * height))
        total = Image.blend(total.resize((width, height), Image.Resampling.BICUBIC), noise, 1 / weight)
    return total.resize(size, Image.Resampling.BICUBIC) if finest else total


def _reduced(size: tuple[int, int], level: int) -> tuple[int, int]:
    return (max(1, size[0] >> level), max(1, size[1] >> level))


def _cut(view: Image.Image, size: tuple[int, int], rng: np.random.Generator) -> Image.Image:
    left, top = (int(rng.integers(0, room + 1)) for room in (view.width - size[0], view.height - size[1]))
    picture = view.crop((left, top, left + size[0], top + size[1]))
    if rng.random() < 0.5:
        picture = picture.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    strength = rng.uniform(0.7, 1.3)
    return picture.point([min(255, round(level * strength)) for level in range(256)] * 3)


def _place(folder: Path, number: int) -> Path:
    path = folder / f"{number // 100:03}" / f"IMG_{number:05}.jpg"
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def _again(paths: list[Path]) -> Iterator[Path]:
    while True:
        yield from paths

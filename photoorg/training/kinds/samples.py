"""Pictures of known kind as the classifier sees them, kept on disk so that no picture is read twice."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from photoorg.core.arrays import Vectors
from photoorg.core.errors import CannotError
from photoorg.core.jobs import Job, Pace
from photoorg.core.types import Kind
from photoorg.embed.base import unit_rows
from photoorg.embed.lite0 import Lite0Encoder
from photoorg.embed.profiles import LITE0_VISUAL
from photoorg.media.kinds.classifier import KINDS
from photoorg.media.kinds.evidence import NAMES, evidence, evidence_of_thumbnail
from photoorg.media.thumbnails import SIDES, thumbnails
from photoorg.training.features import open_picture, pictures_below
from photoorg.training.kinds.alter import altered

#: The space of the network that sees vectors.
SPACE = LITE0_VISUAL
#: How often each picture is altered: those of which there are few, or which meet with most on their way, most often.
VARIANTS = {Kind.PHOTO: 1, Kind.SCREENSHOT: 2, Kind.DOCUMENT: 3, Kind.DRAWING: 1}
_BATCH = 8
#: Photos that papers lie on and screens show.
_TABLES = 40


@dataclass(frozen=True)
class Samples:
    """``kinds`` (n,) numbers in the order of ``Kind``, ``sources`` (n,) KIND/SOURCE, ``pixels`` (n, e), ``vectors``
    (n, d) of ``SPACE``.
    """

    kinds: NDArray[np.int64]
    sources: NDArray[np.str_]
    pixels: Vectors
    vectors: Vectors


@dataclass(frozen=True)
class _Picture:
    file: Path
    kind: Kind
    source: str


def read(folder: Path, cache: Path, variants: Mapping[Kind, int] = VARIANTS) -> Job[Samples]:
    """The pictures of ``folder``/KIND/SOURCE, each as it is and in so many altered ``variants``.

    Raises:
        CannotError: there are no pictures in folders named after the kinds.
    """
    sources = _sources(folder)
    if not sources:
        raise CannotError(f"There are no pictures below {folder}/photo, screenshot, document or drawing.")
    photos = _tables([each for pictures in sources.values() for each in pictures])
    encoder = Lite0Encoder(threads=2)
    files = []
    for source, pictures in sources.items():
        count = variants.get(pictures[0].kind, 0)
        key = repr((count, NAMES, [each.file.name for each in pictures])).encode()
        file = cache / f"{source.replace('/', '-')}-{hashlib.blake2b(key, digest_size=6).hexdigest()}.npz"
        if not file.exists():
            yield from _extract(source, pictures, count, photos, encoder, file)
        files.append(file)
    return joined([_stored(file) for file in files])


def joined(parts: Sequence[Samples]) -> Samples:
    """All samples of several sets as one."""
    return Samples(
        np.concatenate([part.kinds for part in parts]),
        np.concatenate([part.sources for part in parts]),
        np.concatenate([part.pixels for part in parts]),
        np.concatenate([part.vectors for part in parts]),
    )


def _stored(file: Path) -> Samples:
    with np.load(file) as stored:
        return Samples(
            stored["kinds"], stored["sources"], stored["pixels"], unit_rows(stored["vectors"].astype(np.float32))
        )


def _sources(folder: Path) -> dict[str, list[_Picture]]:
    found: dict[str, list[_Picture]] = {}
    for name, path in pictures_below(folder):
        kind, *rest = name.split("/")[1:]
        if kind in list(Kind):
            source = f"{kind}/{rest[0] if len(rest) > 1 else folder.name}"
            found.setdefault(source, []).append(_Picture(path, Kind(kind), source))
    return found


def _extract(
    source: str,
    pictures: Sequence[_Picture],
    variants: int,
    photos: Sequence[Image.Image],
    encoder: Lite0Encoder,
    file: Path,
) -> Job[None]:
    pace = Pace(f"Reading {source}", len(pictures))
    rows: list[tuple[int, str, Vectors, Vectors]] = []
    with ThreadPoolExecutor(2) as pool:
        for start in range(0, len(pictures), _BATCH):
            batch = pictures[start : start + _BATCH]
            lists = list(pool.map(lambda each: list(_seen(each, variants, photos, encoder)), batch))
            seen = [one for several in lists for one in several]
            if seen:
                vectors = encoder.encode(np.stack([pixels for _, _, _, pixels in seen]))[SPACE]
                rows += [(kind, name, signs, row) for (kind, name, signs, _), row in zip(seen, vectors, strict=True)]
            yield pace.at(start + len(batch))
    if not rows:
        raise CannotError(f"None of the pictures of {source} can be read.")
    kinds, sources, signs, found = zip(*rows, strict=True)
    file.parent.mkdir(parents=True, exist_ok=True)
    np.savez(file, kinds=kinds, sources=sources, pixels=np.stack(signs), vectors=np.stack(found).astype(np.float16))


def _tables(pictures: Sequence[_Picture]) -> list[Image.Image]:
    """Photos that papers lie on and screens show."""
    some = [each for each in pictures if each.kind is Kind.PHOTO]
    if not some:
        raise CannotError("There are no photos among the pictures.")
    opened = [_opened(each.file) for each in random.Random(0).sample(some, min(_TABLES, len(some)))]
    return [image for image in opened if image is not None]


def _seen(
    picture: _Picture, variants: int, photos: Sequence[Image.Image], encoder: Lite0Encoder
) -> Iterator[tuple[int, str, Vectors, NDArray[np.uint8]]]:
    """The picture, and what becomes of it: (kind, source, evidence, input of the encoder)."""
    image = _opened(picture.file)
    if image is None:
        return
    chance = random.Random(f"{picture.source}/{picture.file.name}")
    for number in range(1 + variants):
        made, kind = (image, picture.kind) if not number else altered(image, picture.kind, chance, photos)
        reduced = _reduced(made)
        # A library that was indexed before has only thumbnails to look at.
        signs = evidence_of_thumbnail(thumbnails(reduced)[SIDES[0]]) if chance.random() < 0.4 else evidence(reduced)
        yield KINDS.index(kind), picture.source, signs, encoder.prepare(reduced)


def _opened(file: Path) -> Image.Image | None:
    try:
        return open_picture(file)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None


def _reduced(image: Image.Image) -> Image.Image:
    """As small as ``media.reading`` makes it."""
    factor = int(max(1.0, min(max(image.size) / SIDES[0], min(image.size) / 256)))
    return image.reduce(factor) if factor > 1 else image

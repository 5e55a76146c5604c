"""What others ask of a file: everything for the catalog in one pass, or a picture to look at."""

from __future__ import annotations

import math
from collections.abc import Collection
from dataclasses import dataclass, field, replace

from PIL import Image

from photoorg.core.errors import UnreadableError
from photoorg.core.types import Metadata
from photoorg.media.crop import WHOLE, Crop
from photoorg.media.decode import Picture, Target, decode
from photoorg.media.kinds.evidence import evidence
from photoorg.media.metadata import metadata
from photoorg.media.source import read_source
from photoorg.media.thumbnails import SIDES, fit, thumbnails

#: Enough for the larger thumbnail and for the centre of an encoder's input (224-256 px).
INDEXING = Target(long_side=SIDES[0], short_side=256)


@dataclass(frozen=True, slots=True)
class Reading:
    """One file, read for the catalog.

    ``content`` is the blake2b-128 of the whole file. Either ``failure`` says why it has no picture, or ``image``
    (upright RGB, reduced), ``metadata``, ``thumbs`` (long side in px -> JPEG) and ``evidence`` of its kind (float32,
    see ``media.kinds``) are there; where the content was already known, none of these is.
    """

    path: str
    size: int
    mtime_ns: int
    content: bytes
    image: Image.Image | None = None
    metadata: Metadata | None = None
    thumbs: dict[int, bytes] = field(default_factory=dict)
    evidence: bytes = b""
    failure: str | None = None


def read(
    path: str, *, known: Collection[bytes] = (), short_side: int = INDEXING.short_side, with_thumbs: bool = True
) -> Reading:
    """Read, hash and decode one file; only hash it where its content is among ``known``.

    The picture's short side keeps at least ``short_side`` pixels, where it has as many.

    Raises:
        UnreadableError: not even its bytes can be read. A file that is no picture gives a failed ``Reading``.
    """
    source = read_source(path)
    file = (source.path, source.size, source.mtime_ns, source.content)
    if source.content in known:
        return Reading(*file)
    try:
        picture = decode(source, replace(INDEXING, short_side=short_side))
    except UnreadableError as error:
        return Reading(*file, failure=error.message)
    if not with_thumbs:
        return Reading(*file, picture.image, metadata(picture))
    small = fit(picture.image, SIDES[0])
    return Reading(*file, picture.image, metadata(picture), thumbnails(small), evidence(small).tobytes())


def read_region(path: str, crop: Crop = WHOLE, short_side: int = INDEXING.short_side) -> Image.Image:
    """The part ``crop`` of a picture as upright RGB, reduced as ``read`` would: what an encoder is given.

    Raises:
        UnreadableError: the file cannot be read, or is no picture.
    """
    return _cropped(decode(read_source(path), replace(INDEXING, short_side=short_side), crop), crop)


def preview(path: str, max_side: int, crop: Crop = WHOLE) -> tuple[int, int, bytes]:
    """Width, height and the packed RGB bytes of a picture, or a crop of it, for showing large.

    The long side is at most ``max_side`` pixels, never enlarged.

    Raises:
        UnreadableError: the file cannot be read, or is no picture.
    """
    target = Target(max_side, most_pixels=max_side * max_side)
    image = fit(_cropped(decode(read_source(path), target, crop), crop), max_side, Image.Resampling.LANCZOS)
    return image.width, image.height, image.tobytes()


def _cropped(picture: Picture, crop: Crop) -> Image.Image:
    if crop == WHOLE:
        return picture.image
    width, height = picture.image.size
    left, top = min(int(crop[0] * width), width - 1), min(int(crop[1] * height), height - 1)
    right = max(left + 1, math.ceil((crop[0] + crop[2]) * width))
    bottom = max(top + 1, math.ceil((crop[1] + crop[3]) * height))
    return picture.image.crop((max(left, 0), max(top, 0), min(right, width), min(bottom, height)))

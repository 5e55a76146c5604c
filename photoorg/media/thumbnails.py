"""Thumbnails: small JPEGs in two sizes, for the grid and for its largest zoom."""

from __future__ import annotations

import io

from PIL import Image

#: Long sides in pixels, largest first.
SIDES = (384, 128)
QUALITY = 80


def thumbnails(image: Image.Image) -> dict[int, bytes]:
    """A JPEG for each of ``SIDES`` of an upright RGB ``image``; a picture smaller than that keeps its size."""
    made = {}
    for side in SIDES:
        # Each from the one before: less work, and no visible difference.
        image = fit(image, side)
        stream = io.BytesIO()
        image.save(stream, "JPEG", quality=QUALITY, subsampling="4:2:0")
        made[side] = stream.getvalue()
    return made


def fit(image: Image.Image, side: int, resample: Image.Resampling = Image.Resampling.HAMMING) -> Image.Image:
    """``image`` with its long side at most ``side`` pixels, in its own proportions."""
    longest = max(image.size)
    if longest <= side:
        return image
    width, height = (max(1, round(length * side / longest)) for length in image.size)
    return image.resize((width, height), resample)

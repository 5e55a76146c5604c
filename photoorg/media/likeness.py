"""How much alike two pictures look, from their thumbnails: a perceptual hash to find, a correlation to be sure."""

from __future__ import annotations

import io
from functools import cache

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Grey = NDArray[np.float32]
#: A picture squeezed to the square in which pictures are correlated.
Shades = NDArray[np.uint8]

#: Side in pixels of what the hash is made of, and of the block of low frequencies that it keeps.
_SIDE, _LOW = 32, 8
#: Side in pixels at which two pictures are correlated: lines of text still differ there.
_FINE = 96


def grey(jpeg: bytes, side: int | None = None) -> Grey:
    """A thumbnail in shades of grey (h, w), 0 to 255; squeezed to a square of ``side`` pixels if that is given."""
    with Image.open(io.BytesIO(jpeg)) as image:
        flat = image.convert("L")
        if side is not None:
            flat = flat.resize((side, side), Image.Resampling.BOX)
        return np.asarray(flat, dtype=np.float32)


def perceptual_hash(jpeg: bytes) -> bytes:
    """64 bits, most of which two pictures share that differ in size, compression or brightness only.

    The signs of the lowest frequencies of a discrete cosine transform, compared with their median (Zauner,
    "Implementation and Benchmarking of Perceptual Image Hash Functions", 2010, section 3.2.1).
    """
    basis = _cosines()
    block = basis @ grey(jpeg, _SIDE) @ basis.T
    flat = block.ravel()
    return np.packbits(flat > np.median(flat[1:])).tobytes()  # the first is the brightness


def sharpness(jpeg: bytes) -> float:
    """The variance of the Laplacian of a thumbnail (Pech-Pacheco et al. 2000): larger means sharper.

    In thousandths of the variance of its shades, so that more brightness or contrast is not taken for sharpness.
    """
    shades = grey(jpeg)
    if min(shades.shape) < 3:
        return 0.0
    middle = shades[1:-1, 1:-1]
    laplacian = shades[:-2, 1:-1] + shades[2:, 1:-1] + shades[1:-1, :-2] + shades[1:-1, 2:] - 4 * middle
    return 1000 * float(laplacian.var()) / max(float(shades.var()), 1.0)


def shades(jpeg: bytes) -> Shades:
    """What ``correlation`` compares of a thumbnail: its shades of grey (96, 96)."""
    return grey(jpeg, _FINE).astype(np.uint8)  # which loses nothing


def correlation(one: Shades, other: Shades) -> float:
    """How two pictures agree shade by shade, from -1 to 1, whatever their brightness and contrast.

    Two flat pictures agree if they are equally bright.
    """
    first, second = one.astype(np.float32), other.astype(np.float32)
    a, b = first - first.mean(), second - second.mean()
    scale = float(np.sqrt((a * a).sum() * (b * b).sum()))
    if scale < 1.0:
        return 1.0 if abs(float(first.mean() - second.mean())) < 2.0 else 0.0
    return float((a * b).sum()) / scale


@cache
def _cosines() -> Grey:
    """The lowest rows (8, 32) of the orthonormal DCT-II."""
    rows, columns = np.arange(_LOW)[:, None], np.arange(_SIDE)[None]
    basis = np.cos(np.pi * rows * (2 * columns + 1) / (2 * _SIDE)) * np.sqrt(2 / _SIDE)
    basis[0] /= np.sqrt(2)
    return np.asarray(basis, dtype=np.float32)

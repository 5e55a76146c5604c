"""What the pixels of a small picture say about its kind: flat colours, straight lines, text, borders, noise.

Computed from a picture no larger than the larger thumbnail, so that the same numbers come from a file that is being
read and from the thumbnail of one that was read long ago. Screens are drawn by machines: large parts of exactly one
colour, edges that run along rows and columns, text of equal height. Cameras leave noise everywhere.
"""

from __future__ import annotations

import io
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from photoorg.media.thumbnails import SIDES, fit

Evidence = NDArray[np.float32]
_Bytes = NDArray[np.uint8]
_Shares = NDArray[np.float32]

#: Long side in pixels of what is looked at, and the least side that is: smaller pictures are enlarged.
SIDE, _LEAST = SIDES[0], 48
#: Differences of neighbours, of 255: as good as equal, still smooth, an edge, the edge of ink on paper.
_EQUAL, _SMOOTH, _EDGE, _INK = 1, 5, 24, 72
#: Side in pixels of the blocks in which contrast and noise are told.
_BLOCK = 8
#: Distances in pixels at which lines of text may repeat.
_LINES = range(4, 25)

NAMES: tuple[str, ...] = (
    "elongation", "upright",
    "commonest colour", "four commonest", "sixteen commonest", "entropy of colours",
    "white", "black", "grey", "vivid", "mean saturation", "spread of shades",
    "equal across", "equal down", "smooth across", "smooth down", "edges across", "edges down",
    "ink across", "ink down",
    "flat rows", "flat columns", "longest run in a row", "longest run in a column", "long runs",
    "strongest row line", "ten strongest row lines", "row lines",
    "strongest column line", "ten strongest column lines", "column lines",
    "corners of lines", "empty blocks", "noise in the stillest blocks", "noise in the middle blocks",
    "blocks of text", "blocks of two shades", "rhythm of rows", "rhythm of columns",
    "equal edge of the picture", "flat top", "flat bottom", "flat sides", "colour of the edge is the commonest",
    "slopes", "sharpest edges",
)  # fmt: skip


def evidence_of_thumbnail(jpeg: bytes) -> Evidence:
    """``evidence`` of a larger thumbnail."""
    with Image.open(io.BytesIO(jpeg)) as image:
        return evidence(image.convert("RGB"))


def evidence(image: Image.Image) -> Evidence:
    """One number for each of ``NAMES``, (46,), most of them shares in 0 to 1; ``image`` is upright RGB."""
    small = fit(image, SIDE)
    if min(small.size) < _LEAST:
        width, height = (max(_LEAST, side) for side in small.size)
        small = small.resize((width, height), Image.Resampling.NEAREST)
    shades = np.asarray(small.convert("L"))
    across, down = _steps(shades[:, 1:], shades[:, :-1]), _steps(shades[1:], shades[:-1])
    channels = [np.asarray(channel) for channel in small.split()]
    found = (
        *_shape(image),
        *_colours(channels, shades),
        *_neighbours(across, down),
        *_runs(across, down),
        *_lines(across, down),
        *_blocks(shades, across),
        *_rhythm(across, down),
        *_edge(channels),
        *_slopes(across, down),
    )
    return np.nan_to_num(np.array(found, dtype=np.float32))


def _steps(one: _Bytes, other: _Bytes) -> _Bytes:
    return np.asarray(np.maximum(one, other) - np.minimum(one, other))


def _histogram(values: _Bytes) -> NDArray[np.int64]:
    """How often each of 256 values occurs; Pillow counts bytes twice as fast as numpy."""
    return np.array(Image.fromarray(values).histogram(), dtype=np.int64)


def _share(mask: NDArray[np.bool_], axis: int) -> _Shares:
    """The share of True along an axis; counting is several times as fast as ``mean``."""
    return np.asarray(np.count_nonzero(mask, axis=axis) / mask.shape[axis], dtype=np.float32)


def _shape(image: Image.Image) -> tuple[float, ...]:
    width, height = image.size
    return min(float(np.log2(max(width, height) / min(width, height))), 4.0), float(height > width)


def _colours(channels: Sequence[_Bytes], shades: _Bytes) -> tuple[float, ...]:
    """How few colours there are (five bits of red and green, four of blue), and which."""
    red, green, blue = channels
    codes = ((red >> 3).astype(np.uint16) << 9) | ((green >> 3).astype(np.uint16) << 4) | (blue >> 4)
    counts = np.bincount(codes.ravel())
    shares = np.sort(counts[counts > 0])[::-1] / shades.size
    saturation = _histogram(np.maximum(np.maximum(red, green), blue) - np.minimum(np.minimum(red, green), blue))
    levels = _histogram(shades)
    scale = np.arange(256)
    mean = float(levels @ scale) / shades.size
    return (
        float(shares[0]),
        float(shares[:4].sum()),
        float(shares[:16].sum()),
        float(-(shares * np.log2(shares)).sum() / 14),
        float(levels[245:].sum() / shades.size),
        float(levels[:13].sum() / shades.size),
        float(saturation[:13].sum() / shades.size),
        float(saturation[120:].sum() / shades.size),
        float(saturation @ scale) / shades.size / 255,
        float(np.sqrt(max(float(levels @ scale**2) / shades.size - mean**2, 0.0))) / 128,
    )


def _neighbours(across: _Bytes, down: _Bytes) -> tuple[float, ...]:
    """How often neighbours are equal, alike or far apart."""
    shares = [np.cumsum(_histogram(steps)) / steps.size for steps in (across, down)]
    return (
        *(float(share[bar]) for bar in (_EQUAL, _SMOOTH) for share in shares),
        *(float(1 - share[bar]) for bar in (_EDGE, _INK) for share in shares),
    )


def _runs(across: _Bytes, down: _Bytes) -> tuple[float, ...]:
    """Rows and columns of one shade, and the longest runs of one within rows and columns."""
    rows, columns = _longest(np.ascontiguousarray(across.T)), _longest(down)
    return (
        float((across.max(axis=1) <= _SMOOTH).mean()),
        float((down.max(axis=0) <= _SMOOTH).mean()),
        float(rows.mean()),
        float(columns.mean()),
        float((rows > 0.5).mean()),
    )


def _longest(steps: _Bytes) -> _Shares:
    """The longest run of equal neighbours down each column, as a share of the column."""
    places = np.arange(1, len(steps) + 1, dtype=np.int16)[:, None]
    broken = np.maximum.accumulate(places * (steps > _EQUAL), axis=0)
    return np.asarray((places - broken).max(axis=0) / len(steps), dtype=np.float32)


def _lines(across: _Bytes, down: _Bytes) -> tuple[float, ...]:
    """Edges along whole rows and columns: borders of windows, rules of tables. A line may be faint."""
    found = []
    for strengths in (_share(down > _SMOOTH, 1), _share(across > _SMOOTH, 0)):
        # Against what lies beside it: a busy picture has edges in every row.
        padded = np.pad(strengths, 2, mode="edge")
        beside = np.minimum(np.maximum(padded[:-4], padded[1:-3]), np.maximum(padded[3:-1], padded[4:]))
        lines = np.maximum(strengths - beside, 0)
        ordered = np.sort(lines)[::-1]
        found += [float(ordered[0]), float(ordered[:10].mean()), float((lines > 0.25).mean())]
    return (*found, float(np.sqrt(found[1] * found[4])))


def _blocks(shades: _Bytes, across: _Bytes) -> tuple[float, ...]:
    """Contrast, noise and text by blocks."""
    tiles = _tiles(shades)
    low, high = tiles.min(axis=0), tiles.max(axis=0)
    contrast = (high - low).astype(np.float32)
    wide = tiles.astype(np.float32)
    spread = np.sqrt(np.maximum(np.einsum("ij,ij->j", wide, wide) / len(wide) - wide.mean(axis=0) ** 2, 0))
    # Ink and paper: most pixels of a block lie near its darkest or its lightest shade.
    margin = (0.2 * contrast).astype(np.uint8)
    near = _share((tiles <= low + margin) | (tiles >= high - margin), 0)
    edges = _share(_tiles(across) > _EDGE, 0)
    text = edges > 0.15
    stillest, middling = np.quantile(spread, (0.1, 0.5))
    return (
        float((spread < 1.0).mean()),
        float(np.log1p(stillest) / 4),
        float(np.log1p(middling) / 4),
        float(text.mean()),
        float(((near > 0.75) & (contrast > 40)).mean()),
    )


def _tiles(pixels: _Bytes) -> _Bytes:
    """Whole blocks, a column (64,) each."""
    height, width = (side // _BLOCK for side in pixels.shape)
    cut = pixels[: height * _BLOCK, : width * _BLOCK].reshape(height, _BLOCK, width, _BLOCK)
    return cut.transpose(1, 3, 0, 2).reshape(_BLOCK * _BLOCK, height * width)


def _rhythm(across: _Bytes, down: _Bytes) -> tuple[float, ...]:
    """How regularly lines of text follow each other: the best autocorrelation of the edges by row, and by column."""
    return _periodic(_share(across > _EDGE, 1)), _periodic(_share(down > _EDGE, 0))


def _periodic(profile: _Shares) -> float:
    centred = profile - profile.mean()
    power = float(centred @ centred)
    if power < 1e-6:
        return 0.0
    return max(float(centred[lag:] @ centred[:-lag]) / power for lag in _LINES if lag < len(profile))


def _edge(channels: Sequence[_Bytes]) -> tuple[float, ...]:
    """The border of the picture: papers and product photos lie on one colour, screens have bars."""
    bar = max(3, round(0.03 * min(channels[0].shape)))
    cuts = (np.s_[:bar], np.s_[-bar:], np.s_[:, :bar], np.s_[:, -bar:])
    borders = [np.concatenate([channel[cut].ravel() for cut in cuts]) for channel in channels]
    usual = [_median(values) for values in borders]
    flat = []
    for cut in cuts:
        part = [channel[cut] for channel in channels]
        flat.append(float(_like(part, [_median(values.ravel()) for values in part]).mean()))
    return (
        float(_like(borders, usual).mean()),
        flat[0],
        flat[1],
        (flat[2] + flat[3]) / 2,
        float(_like(channels, usual).mean()),
    )


def _median(values: _Bytes) -> int:
    return int(np.searchsorted(np.cumsum(_histogram(values[None])), values.size / 2))


def _like(channels: Sequence[_Bytes], colour: Sequence[int]) -> NDArray[np.bool_]:
    """Where the channels are near a colour."""
    red, green, blue = (
        (channel >= max(level, 8) - 8) & (channel <= min(level, 247) + 8)
        for channel, level in zip(channels, colour, strict=True)
    )
    return np.asarray(red & green & blue)


def _slopes(across: _Bytes, down: _Bytes) -> tuple[float, ...]:
    """The share of edges that run along neither rows nor columns, and how abrupt the sharpest are."""
    first, second = across[:-1], down[:, :-1]
    larger, smaller = np.maximum(first, second), np.minimum(first, second)
    edges = larger > _EDGE
    slanted = edges & (smaller > (larger >> 1))
    counts = np.cumsum(_histogram(across))
    sharpest = int(np.searchsorted(counts, 0.99 * across.size))
    return int(np.count_nonzero(slanted)) / max(int(np.count_nonzero(edges)), 1), sharpest / 255

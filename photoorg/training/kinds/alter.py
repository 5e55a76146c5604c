"""What happens to pictures before they reach a library: cut, scaled, compressed, photographed, pasted into others.

Everything comes from the ``random.Random`` that is given.
"""

from __future__ import annotations

import io
import random
from collections.abc import Callable, Sequence

import numpy as np
from PIL import Image, ImageDraw, ImageEnhance, ImageFilter, ImageOps

from photoorg.core.types import Kind
from photoorg.training.drawn import words

_Change = Callable[[Image.Image, random.Random], Image.Image]
#: Long side in pixels of what a camera makes of a paper or a screen.
_SHOT = 900
_PAPER_SHARE, _SCREEN_SHARE = 0.5, 0.06


def altered(
    image: Image.Image, kind: Kind, chance: random.Random, photos: Sequence[Image.Image]
) -> tuple[Image.Image, Kind]:
    """``image`` as it may look after a while, and its kind: a screen that was photographed is a photo.

    ``photos`` are tables for papers to lie on, and pictures for screens to show.
    """
    if kind is Kind.DOCUMENT and chance.random() < _PAPER_SHARE:
        image = chance.choice((_photographed, _scanned))(image, chance, photos)
    elif kind is Kind.SCREENSHOT and chance.random() < _SCREEN_SHARE:
        return _compressed(_photographed(image, chance, photos), chance), Kind.PHOTO
    elif kind is Kind.SCREENSHOT:
        image = _screen(image, chance, photos)
    elif kind is Kind.PHOTO:
        image = _photo(image, chance)
    elif kind is Kind.DRAWING and chance.random() < 0.3:
        image = ImageOps.expand(image, round(0.15 * max(image.size)), _colour(chance))
    if chance.random() < 0.45 and kind is not Kind.SCREENSHOT:
        image = _cut(image, chance, 0.5)
    if chance.random() < 0.5:
        image = _scaled(image, chance)
    return (_compressed(image, chance) if chance.random() < 0.6 else image), kind


def _screen(image: Image.Image, chance: random.Random, photos: Sequence[Image.Image]) -> Image.Image:
    way = chance.random()
    if way < 0.12:
        return _with_photo(image, chance.choice(photos), chance)
    if way < 0.22:
        return ImageOps.invert(image)
    if way < 0.27:
        return image.convert("L").convert("RGB")
    if way < 0.32:
        return image.rotate(chance.choice((90, 270)), expand=True)
    return _cut(image, chance, 0.12) if way < 0.65 else image


def _photo(image: Image.Image, chance: random.Random) -> Image.Image:
    way = chance.random()
    if way < 0.08:
        return _captioned(image, chance)
    if way < 0.16:
        return ImageOps.expand(image, round(chance.uniform(0.02, 0.2) * max(image.size)), _colour(chance))
    if way < 0.22:
        return image.convert("L").convert("RGB")
    if way < 0.3:
        return ImageOps.mirror(image)
    return ImageEnhance.Brightness(image).enhance(chance.uniform(0.6, 1.5)) if way < 0.5 else image


def _cut(image: Image.Image, chance: random.Random, least: float) -> Image.Image:
    """A part of at least this share of the area; its sides need not have the proportions of the whole."""
    area = chance.uniform(least, 1.0)
    across = min(1.0, area ** chance.uniform(0.25, 0.75))
    width, height = max(64, int(across * image.width)), max(64, int(area / across * image.height))
    left = chance.randint(0, max(0, image.width - width))
    top = chance.randint(0, max(0, image.height - height))
    return image.crop((left, top, min(image.width, left + width), min(image.height, top + height)))


def _scaled(image: Image.Image, chance: random.Random) -> Image.Image:
    factor = chance.uniform(0.35, 1.0)
    size = tuple(max(48, round(side * factor)) for side in image.size)
    return image.resize((size[0], size[1]), chance.choice((Image.Resampling.BILINEAR, Image.Resampling.LANCZOS)))


def _compressed(image: Image.Image, chance: random.Random) -> Image.Image:
    stream = io.BytesIO()
    image.convert("RGB").save(stream, "JPEG", quality=chance.randint(45, 95))
    return Image.open(stream).convert("RGB")


def _with_photo(image: Image.Image, photo: Image.Image, chance: random.Random) -> Image.Image:
    """A screen in which a photo takes much of the room: a viewer, a video, a page."""
    made = image.copy()
    width, height = (int(side * chance.uniform(0.35, 0.85)) for side in image.size)
    box = (max(width, 32), max(height, 32))
    shown = ImageOps.fit(photo, box) if chance.random() < 0.6 else ImageOps.pad(photo, box)
    made.paste(
        shown, (chance.randint(0, max(0, image.width - width)), chance.randint(0, max(0, image.height - height)))
    )
    return made


def _captioned(image: Image.Image, chance: random.Random) -> Image.Image:
    """A photo with words above or on it, as people pass on."""
    made = image.copy()
    band = round(0.18 * made.height)
    if chance.random() < 0.5:
        made = ImageOps.expand(made, (0, band, 0, 0), "white")
    pen = ImageDraw.Draw(made)
    text = words.heading(chance)
    ink = "black" if made.height > image.height else "white"
    size = max(10, round(made.width / max(len(text), 1) * 1.6))
    pen.text((made.width * 0.03, band * 0.2), text, ink, font_size=size, stroke_width=1, stroke_fill="black")
    return made


def _photographed(image: Image.Image, chance: random.Random, photos: Sequence[Image.Image]) -> Image.Image:
    """A paper or a screen before a camera: seen at an angle, on a table, unevenly lit, a little blurred and noisy."""
    scale = _SHOT / max(image.size)
    flat = image.resize((max(1, round(image.width * scale)), max(1, round(image.height * scale))))
    if chance.random() < 0.5:
        ground = ImageOps.fit(chance.choice(photos), (flat.width, flat.height))
        ground = ground.filter(ImageFilter.GaussianBlur(chance.uniform(0, 6)))
    else:
        ground = Image.new("RGB", flat.size, _colour(chance))
    # Where the corners of the picture come from: outside the paper the table shows.
    reach = chance.uniform(0.0, 0.16)
    quad: tuple[float, ...] = ()
    for x, y in ((0, 0), (0, 1), (1, 1), (1, 0)):
        into_x, into_y = (chance.uniform(-reach, 0.4 * reach) for _ in "xy")
        quad += ((x + into_x * (1 - 2 * x)) * flat.width, (y + into_y * (1 - 2 * y)) * flat.height)
    mask = Image.new("L", flat.size, 255)
    seen = flat.transform(flat.size, Image.Transform.QUAD, quad, Image.Resampling.BILINEAR)
    seen_mask = mask.transform(flat.size, Image.Transform.QUAD, quad, Image.Resampling.BILINEAR)
    return _lit(Image.composite(seen, ground, seen_mask), chance)


def _scanned(image: Image.Image, chance: random.Random, photos: Sequence[Image.Image]) -> Image.Image:
    """A sheet on a scanner: slightly turned, paper not quite white, grain."""
    paper = tuple(chance.randint(225, 255) for _ in range(3))
    turned = image.rotate(
        chance.uniform(-2.5, 2.5), Image.Resampling.BILINEAR, expand=chance.random() < 0.5, fillcolor=paper
    )
    if chance.random() < 0.4:
        turned = turned.convert("L").convert("RGB")
    grain = np.random.default_rng(chance.randrange(2**32)).normal(
        0, chance.uniform(1, 9), (turned.height, turned.width, 1)
    )
    return Image.fromarray(np.clip(np.asarray(turned) + grain, 0, 255).astype(np.uint8))


def _lit(image: Image.Image, chance: random.Random) -> Image.Image:
    """Light from one side, the colour of a lamp, blur and noise."""
    rng = np.random.default_rng(chance.randrange(2**32))
    blurred = image.filter(ImageFilter.GaussianBlur(chance.uniform(0.2, 1.6)))
    rows, columns = np.linspace(-1, 1, image.height)[:, None], np.linspace(-1, 1, image.width)[None]
    angle = chance.uniform(0, 2 * np.pi)
    light = chance.uniform(0.55, 1.05) + chance.uniform(0, 0.3) * (np.cos(angle) * columns + np.sin(angle) * rows)
    lamp = np.array([1.0, chance.uniform(0.88, 1.02), chance.uniform(0.72, 1.05)])
    shot = np.asarray(blurred, dtype=np.float32) * light[..., None] * lamp
    shot += rng.normal(0, chance.uniform(2, 9), shot.shape)
    return Image.fromarray(np.clip(shot, 0, 255).astype(np.uint8))


def _colour(chance: random.Random) -> tuple[int, int, int]:
    if chance.random() < 0.4:
        return chance.choice(((255, 255, 255), (0, 0, 0), (240, 240, 240)))
    return chance.randint(0, 255), chance.randint(0, 255), chance.randint(0, 255)

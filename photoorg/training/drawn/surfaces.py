"""Make a flat page look photographed: laid on a table in perspective, lit, shaded, creased, noisy."""

from __future__ import annotations

import random

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageChops, ImageFilter

Point = tuple[float, float]


def smooth_noise(rng: random.Random, width: int, height: int, columns: int, rows: int) -> NDArray[np.float32]:
    """Noise in 0 to 1 of shape (height, width), with about `columns` by `rows` bumps."""
    seeds = np.random.default_rng(rng.getrandbits(32)).random((rows + 1, columns + 1), dtype=np.float32)
    blown = Image.fromarray(seeds).resize((width, height), Image.Resampling.BICUBIC)
    return np.asarray(blown, np.float32).clip(0, 1)


def shade(image: Image.Image, factor: NDArray[np.float32]) -> Image.Image:
    """Multiply every pixel by `factor`, of shape (height, width)."""
    lit = np.asarray(image.convert("RGB"), np.float32) * factor[:, :, None]
    return Image.fromarray(np.clip(lit, 0, 255).astype(np.uint8))


def table(rng: random.Random, width: int, height: int) -> Image.Image:
    """A surface to lay things on: wood, cloth, stone or a plain desk."""
    colours = {
        "wood": ((120, 78, 45), (182, 135, 90), (88, 58, 38), (205, 170, 125), (64, 44, 34)),
        "cloth": ((60, 70, 95), (150, 40, 45), (190, 185, 170), (70, 100, 80), (40, 40, 44)),
        "stone": ((150, 150, 150), (95, 95, 98), (200, 196, 188), (60, 62, 64)),
        "plain": ((225, 222, 215), (45, 45, 48), (175, 150, 120), (110, 125, 140)),
    }
    kind = rng.choice(tuple(colours))
    base = np.array(rng.choice(colours[kind]), np.float32)
    if kind == "wood":
        grain = smooth_noise(rng, width, height, 3, height // 6) * 0.5
        grain += smooth_noise(rng, width, height, 2, height // 25) * 0.4
        planks = np.ones(height, np.float32)
        for edge in range(rng.randint(0, height // 4), height, max(60, height // rng.randint(2, 7))):
            planks[edge : edge + 3] = 0.6
        tone = (0.6 + grain) * planks[:, None]
    elif kind == "cloth":
        weave = np.indices((height, width)).sum(axis=0) % 4 / 4
        tone = (0.85 + 0.15 * weave + 0.25 * (smooth_noise(rng, width, height, 5, 5) - 0.5)).astype(np.float32)
    elif kind == "stone":
        tone = 0.85 + 0.12 * smooth_noise(rng, width, height, 7, 7)
        tone = tone + 0.12 * smooth_noise(rng, width, height, width // 3, height // 3)
    else:
        tone = 0.9 + 0.15 * smooth_noise(rng, width, height, 3, 3)
    pixels = np.clip(base * tone[:, :, None], 0, 255).astype(np.uint8)
    return Image.fromarray(pixels)


def crumple(page: Image.Image, rng: random.Random, strength: float) -> Image.Image:
    """Shade a page as if it had been folded or kept in a pocket; `strength` 0 (flat) to 1."""
    width, height = page.size
    light = 1 - 0.3 * strength * smooth_noise(rng, width, height, 3, max(3, 3 * height // width))
    for _ in range(round(strength * rng.randint(1, 5))):
        at = rng.uniform(0.1, 0.9)
        tilt = rng.uniform(-0.15, 0.15)
        across = (np.linspace(0, 1, height)[:, None] - at - tilt * np.linspace(-0.5, 0.5, width)[None, :]).astype(
            np.float32
        )
        light = light * (1 - 0.22 * strength * np.exp(-((across * 60) ** 2)) * np.sign(across + 1e-6))
    return shade(page, light.astype(np.float32))


def perspective(
    page: Image.Image, corners: tuple[Point, Point, Point, Point], size: tuple[int, int]
) -> tuple[Image.Image, Image.Image]:
    """`page` with its corners (from top left, clockwise) moved to `corners`: the picture and its mask."""
    width, height = page.size
    sources = ((0, 0), (width, 0), (width, height), (0, height))
    rows = []
    for (x, y), (u, v) in zip(corners, sources, strict=True):
        rows += [(x, y, 1, 0, 0, 0, -u * x, -u * y), (0, 0, 0, x, y, 1, -v * x, -v * y)]
    terms = np.linalg.solve(np.array(rows, float), np.array(sources, float).reshape(8)).tolist()
    how = Image.Transform.PERSPECTIVE
    laid = page.transform(size, how, terms, Image.Resampling.BICUBIC)
    mask = Image.new("L", page.size, 255).transform(size, how, terms, Image.Resampling.BICUBIC)
    return laid, mask


def photograph(
    page: Image.Image,
    rng: random.Random,
    size: tuple[int, int],
    fill: float = 0.8,
    creases: float = 0.4,
    backdrop: Image.Image | None = None,
) -> Image.Image:
    """`page` lying on a table, seen by a phone: `fill` is the share of the frame it takes, 0 to 1."""
    width, height = size
    scale = min(width / page.width, height / page.height) * fill
    half_w, half_h = page.width * scale / 2, page.height * scale / 2
    page = page.resize((max(1, round(half_w * 2)), max(1, round(half_h * 2))), Image.Resampling.LANCZOS)
    page = crumple(page, rng, creases)
    centre = np.array([width, height]) * [rng.uniform(0.44, 0.56), rng.uniform(0.45, 0.55)]
    turn = rng.gauss(0, 0.09)
    spin = np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]])
    corners: list[Point] = []
    for sx, sy in ((-1, -1), (1, -1), (1, 1), (-1, 1)):
        lean = 1 + rng.uniform(-0.07, 0.07)
        x, y = centre + spin @ np.array([sx * half_w * lean, sy * half_h * lean])
        corners.append((float(x), float(y)))
    laid, mask = perspective(page, (corners[0], corners[1], corners[2], corners[3]), size)
    scene = backdrop.resize(size) if backdrop else table(rng, width, height)
    drop = ImageChops.offset(mask, rng.randint(2, 14), rng.randint(4, 18)).filter(ImageFilter.GaussianBlur(9))
    scene = Image.composite(Image.new("RGB", size), scene, drop.point(lambda v: v * 0.55))
    scene.paste(laid, mask=mask)
    return camera(scene, rng)


def camera(scene: Image.Image, rng: random.Random) -> Image.Image:
    """What a phone adds: uneven light, a colour cast, a little blur and noise."""
    width, height = scene.size
    angle = rng.uniform(0, 2 * np.pi)
    ramp = (
        np.cos(angle) * np.linspace(-0.5, 0.5, width)[None, :] + np.sin(angle) * np.linspace(-0.5, 0.5, height)[:, None]
    )
    factor = (rng.uniform(0.72, 1.02) * (1 + rng.uniform(0, 0.4) * ramp)).astype(np.float32)
    soft = scene.filter(ImageFilter.GaussianBlur(rng.uniform(0.2, 1.0)))
    cast = np.array([rng.uniform(0.95, 1.05), 1.0, rng.uniform(0.88, 1.05)], np.float32)
    noise = np.random.default_rng(rng.getrandbits(32)).standard_normal((height, width, 1), np.float32)
    pixels = np.asarray(soft, np.float32) * (factor[:, :, None] * cast) + rng.uniform(1, 5) * noise
    return Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))

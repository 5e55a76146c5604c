"""Whiteboards after a meeting: boxes and arrows, lists, curves, sticky notes."""

from __future__ import annotations

import random
from collections.abc import Callable

import numpy as np
from PIL import Image, ImageFilter

from photoorg.training.drawn.pen import Page, mix
from photoorg.training.drawn.strokes import Hand, wobble
from photoorg.training.drawn.surfaces import camera, perspective, shade, smooth_noise
from photoorg.training.drawn.words import TOPICS, phrase

RGB = tuple[int, int, int]
_MARKERS: tuple[RGB, ...] = ((30, 32, 40), (28, 60, 160), (190, 40, 45), (30, 120, 70))
_NOTES: tuple[RGB, ...] = ((250, 232, 120), (245, 160, 190), (160, 220, 150), (150, 205, 240))


def _box(page: Page, x: float, y: float, width: float, height: float, ink: RGB, line: int) -> None:
    wobble(
        page.draw,
        page.rng,
        [(x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y)],
        ink,
        line,
    )


def _arrow(page: Page, x0: float, y0: float, x1: float, y1: float, ink: RGB, line: int) -> None:
    wobble(page.draw, page.rng, [(x0, y0), (x1, y1)], ink, line)
    along = np.array([x1 - x0, y1 - y0]) / max(1.0, float(np.hypot(x1 - x0, y1 - y0))) * 22
    for side in (-0.6, 0.6):
        wobble(
            page.draw,
            page.rng,
            [(x1, y1), (x1 - along[0] + side * along[1], y1 - along[1] - side * along[0])],
            ink,
            line,
            1,
        )


def _flow(page: Page, hand: Hand, x: float, y: float, width: float, height: float) -> None:
    """Boxes with words, joined by arrows."""
    rng = page.rng
    ink, line = rng.choice(_MARKERS), rng.choice((4, 5, 6))
    columns, rows = rng.randint(2, 3), rng.randint(2, 3)
    cell_w, cell_h = width / columns, height / rows
    for row in range(rows):
        for column in range(columns):
            bx, by = x + column * cell_w + 10, y + row * cell_h + 10
            _box(page, bx, by, cell_w * 0.66, cell_h * 0.55, rng.choice((ink, ink, rng.choice(_MARKERS))), line)
            word = phrase(rng).split()[0]
            size = min(cell_h * 0.2, cell_w * 0.66 / max(1.0, hand.length(word, 1)) * 0.8)
            hand.write(page.draw, rng, bx + 16, by + cell_h * 0.36, word, size, ink, line)
            if column < columns - 1:
                _arrow(
                    page,
                    bx + cell_w * 0.68,
                    by + cell_h * 0.27,
                    bx + cell_w * 0.97,
                    by + cell_h * 0.27,
                    ink,
                    line,
                )
            if row < rows - 1 and rng.random() < 0.6:
                _arrow(
                    page,
                    bx + cell_w * 0.3,
                    by + cell_h * 0.57,
                    bx + cell_w * 0.3,
                    by + cell_h * 0.96,
                    ink,
                    line,
                )


def _list(page: Page, hand: Hand, x: float, y: float, width: float, height: float) -> None:
    """A heading and points, some ticked."""
    rng = page.rng
    ink, line, size = rng.choice(_MARKERS), rng.choice((4, 5, 6)), rng.uniform(30, 46)
    hand.write(page.draw, rng, x, y + size, rng.choice(TOPICS).upper(), size * 1.15, rng.choice(_MARKERS), line + 1)
    wobble(page.draw, rng, [(x, y + size * 1.5), (x + width * 0.7, y + size * 1.5)], ink, line)
    at = y + size * 3
    while at < y + height:
        words = phrase(rng)
        words = words[: max(4, int(width / hand.length("n", size)) - 2)]
        hand.write(page.draw, rng, x, at, rng.choice(("- ", "- ", "+ ", "")) + words, size, ink, line)
        at += size * 1.9


def _plot(page: Page, hand: Hand, x: float, y: float, width: float, height: float) -> None:
    """Two axes and a curve."""
    rng = page.rng
    ink, line = rng.choice(_MARKERS), rng.choice((4, 5, 6))
    _arrow(page, x + 30, y + height - 30, x + 30, y + 20, ink, line)
    _arrow(page, x + 30, y + height - 30, x + width - 30, y + height - 30, ink, line)
    level, points = rng.uniform(0.2, 0.8), []
    for step in range(7):
        level = min(0.95, max(0.05, level + rng.gauss(0.02, 0.18)))
        points.append((x + 50 + step * (width - 100) / 6, y + height - 50 - level * (height - 110)))
    wobble(page.draw, rng, points, rng.choice(_MARKERS[1:]), line)
    hand.write(page.draw, rng, x + width * 0.4, y + height + 6, rng.choice(TOPICS), 28, ink, line)


def _stickies(page: Page, hand: Hand, x: float, y: float, width: float, height: float) -> None:
    """Coloured paper notes in rows."""
    rng = page.rng
    side = rng.uniform(110, 160)
    for row in range(int(height // (side + 14))):
        for column in range(int(width // (side + 14))):
            if rng.random() < 0.2:
                continue
            nx, ny = x + column * (side + 14) + rng.uniform(-6, 6), y + row * (side + 14) + rng.uniform(-6, 6)
            page.box(nx + 4, ny + 5, side, side, (205, 205, 205))
            page.box(nx, ny, side, side, rng.choice(_NOTES))
            for at, word in enumerate(phrase(rng).split()[:3]):
                hand.write(page.draw, rng, nx + 10, ny + 40 + 36 * at, word[:8], 21, _MARKERS[0], 3)


def _numbers(page: Page, hand: Hand, x: float, y: float, width: float, height: float) -> None:
    """A sum or a formula, line under line."""
    rng = page.rng
    ink, size = rng.choice(_MARKERS), rng.uniform(34, 52)
    at = y + size
    while at < y + height:
        a, b = rng.randint(2, 400), rng.randint(2, 400)
        string = rng.choice(
            (
                f"{a} + {b} = {a + b}",
                f"x = {a}/{b}",
                f"y = {a}x + {b}",
                f"{rng.randint(1, 99)}%  {rng.choice(TOPICS)}",
            )
        )
        hand.write(page.draw, rng, x, at, string[: max(4, int(width / hand.length("n", size)))], size, ink, 5)
        at += size * 1.8


_PARTS: tuple[Callable[[Page, Hand, float, float, float, float], None], ...] = (
    _flow,
    _flow,
    _list,
    _list,
    _plot,
    _stickies,
    _numbers,
)


def whiteboard(rng: random.Random) -> Image.Image:
    """A board on an office wall, seen a little from the side, with glare and old smears."""
    width, height = rng.choice(((1300, 850), (1400, 800), (1100, 850)))
    page, hand = Page(rng, width, height, (243, 244, 245)), Hand.of(rng)
    columns, rows = rng.choice(((1, 1), (2, 1), (2, 1), (3, 1), (2, 2)))
    cell_w, cell_h = (width - 90) / columns, (height - 100) / rows
    for row in range(rows):
        for column in range(columns):
            if rng.random() < 0.92:
                rng.choice(_PARTS)(page, hand, 60 + column * cell_w, 55 + row * cell_h, cell_w - 50, cell_h - 50)
    board = page.image.filter(ImageFilter.GaussianBlur(0.7))
    board = shade(board, 1.0 - 0.12 * smooth_noise(rng, width, height, 6, 4))
    glare = smooth_noise(rng, width, height, 4, 3)[:, :, None] ** 6 * rng.uniform(0, 120)
    board = Image.fromarray(np.clip(np.asarray(board, np.float32) + glare, 0, 255).astype(np.uint8))
    framed = Page(rng, width + 28, height + 44, rng.choice(((176, 180, 184), (120, 122, 126), (205, 205, 205))))
    framed.image.paste(board, (14, 14))
    for at in range(rng.randint(0, 4)):
        framed.box(width * 0.3 + 120 * at, height + 24, 84, 12, rng.choice(_MARKERS), radius=5)
    size = rng.choice(((1200, 900), (1200, 800), (900, 1200)))
    close = rng.random() < 0.45
    if close:
        return camera(board.resize(size if size[0] > size[1] else (1200, 850)), rng)
    wall = Page(rng, *size, mix((222, 218, 208), (150, 165, 180), rng.random())).image
    wall = shade(wall, 0.85 + 0.15 * smooth_noise(rng, *size, 3, 3))
    skew = [rng.uniform(0.02, 0.14) for _ in range(8)]
    right, bottom = size
    inset_y = max(0.0, (bottom - right * 0.7) / 2)
    corners = (
        (right * skew[0], inset_y + bottom * skew[1]),
        (right * (1 - skew[2]), inset_y + bottom * skew[3]),
        (right * (1 - skew[4]), bottom * (1 - skew[5]) - inset_y),
        (right * skew[6], bottom * (1 - skew[7]) - inset_y),
    )
    laid, mask = perspective(framed.image, corners, size)
    wall.paste(laid, mask=mask)
    return camera(wall, rng)

"""Birthday cards and birthday cakes, as a child or a print shop would draw them."""

from __future__ import annotations

import math
import random

from PIL import Image

from photoorg.training.drawn.pen import Page, mix
from photoorg.training.drawn.strokes import Hand
from photoorg.training.drawn.surfaces import photograph
from photoorg.training.drawn.words import PEOPLE

RGB = tuple[int, int, int]
_BRIGHT: tuple[RGB, ...] = (
    (235, 87, 87),
    (242, 153, 74),
    (242, 201, 76),
    (39, 174, 96),
    (45, 156, 219),
    (155, 81, 224),
    (240, 98, 146),
)


def _balloon(page: Page, x: float, y: float, size: float) -> None:
    colour = page.rng.choice(_BRIGHT)
    string = [(x + math.sin(at / 3) * size * 0.1, y + size * 1.2 + at * size * 0.18) for at in range(14)]
    page.draw.line(string, (120, 120, 120), 2, joint="curve")
    page.draw.ellipse((x - size, y - size * 1.2, x + size, y + size * 1.2), colour)
    page.draw.polygon(
        [(x, y + size * 1.15), (x - size * 0.15, y + size * 1.38), (x + size * 0.15, y + size * 1.38)], colour
    )
    page.draw.ellipse(
        (x - size * 0.55, y - size * 0.85, x - size * 0.2, y - size * 0.3), mix(colour, (255, 255, 255), 0.6)
    )


def _candle(page: Page, x: float, base: float, height: float) -> None:
    colour = page.rng.choice(_BRIGHT)
    page.box(x - 6, base - height, 12, height, colour)
    for stripe in range(int(height // 16)):
        page.draw.line((x - 6, base - stripe * 16, x + 6, base - stripe * 16 - 10), "white", 3)
    page.draw.polygon(
        [
            (x, base - height - 40),
            (x - 9, base - height - 14),
            (x, base - height - 4),
            (x + 9, base - height - 14),
        ],
        (255, 170, 40),
    )
    page.disc(x, base - height - 14, 5, (255, 240, 170))


def _cake(page: Page, x: float, base: float, width: float) -> None:
    """Two or three tiers with icing that drips, candles on the top one."""
    rng = page.rng
    page.draw.ellipse((x - width * 0.62, base - width * 0.06, x + width * 0.62, base + width * 0.1), (215, 218, 224))
    tier, bottom = width, base
    for _ in range(rng.randint(1, 3)):
        height = width * rng.uniform(0.24, 0.34)
        cake, icing = (
            rng.choice(((122, 78, 50), (244, 194, 160), (250, 226, 180), (226, 130, 150))),
            rng.choice(((255, 250, 245), (255, 200, 215), *_BRIGHT)),
        )
        page.draw.ellipse((x - tier / 2, bottom - tier * 0.07, x + tier / 2, bottom + tier * 0.07), cake)
        page.box(x - tier / 2, bottom - height, tier, height, cake)
        drips = max(4, int(tier // 34))
        for drip in range(drips):
            dx = x - tier / 2 + drip * tier / drips
            page.box(
                dx,
                bottom - height,
                tier / drips,
                height * rng.uniform(0.2, 0.6),
                icing,
                radius=tier / drips / 2,
            )
        page.draw.ellipse(
            (x - tier / 2, bottom - height - tier * 0.08, x + tier / 2, bottom - height + tier * 0.08), icing
        )
        for _ in range(rng.randint(4, 14)):
            page.disc(
                x + rng.uniform(-0.42, 0.42) * tier,
                bottom - rng.uniform(0.1, 0.35) * height,
                6,
                rng.choice(_BRIGHT),
            )
        bottom -= height
        tier *= 0.7
    candles = rng.randint(1, 9)
    for at in range(candles):
        _candle(page, x + (at - (candles - 1) / 2) * tier / 0.7 * 0.8 / candles, bottom + 4, rng.uniform(50, 90))


def _gift(page: Page, x: float, base: float, size: float) -> None:
    colour, ribbon = page.rng.sample(_BRIGHT, 2)
    page.box(x, base - size, size, size, colour)
    page.box(x - 6, base - size, size + 12, size * 0.22, mix(colour, (0, 0, 0), 0.15))
    page.box(x + size * 0.42, base - size, size * 0.16, size, ribbon)
    for side in (-1, 1):
        page.draw.ellipse(
            (
                x + size * 0.5 + side * size * 0.2 - size * 0.2,
                base - size * 1.28,
                x + size * 0.5 + side * size * 0.2 + size * 0.2,
                base - size,
            ),
            outline=ribbon,
            width=8,
        )


def _confetti(page: Page, count: int) -> None:
    for _ in range(count):
        x, y = page.rng.uniform(0, page.width), page.rng.uniform(0, page.height)
        page.disc(x, y, page.rng.uniform(3, 9), page.rng.choice(_BRIGHT))


def birthday_card(rng: random.Random) -> Image.Image:
    """A card that wishes a happy birthday: cake, balloons or presents; flat or photographed."""
    paper = mix(rng.choice(_BRIGHT), (255, 255, 255), rng.choice((0.2, 0.75, 0.85, 0.92)))
    page = Page(rng, *rng.choice(((800, 1100), (1100, 800), (900, 900))), paper)
    _confetti(page, rng.choice((0, 20, 60)))
    if rng.random() < 0.65:
        for _ in range(rng.randint(2, 6)):
            _balloon(
                page,
                rng.uniform(0.08, 0.92) * page.width,
                rng.uniform(0.25, 0.5) * page.height,
                rng.uniform(36, 72),
            )
    if rng.random() < 0.7:
        _cake(
            page,
            page.width * rng.uniform(0.42, 0.58),
            page.height * 0.88,
            page.width * rng.uniform(0.35, 0.5),
        )
    else:
        for at in range(rng.randint(1, 3)):
            _gift(page, page.width * (0.14 + 0.27 * at), page.height * 0.92, rng.uniform(130, 200))
    ink = rng.choice(((70, 40, 90), (180, 40, 70), (30, 60, 120)))
    name = rng.choice(PEOPLE).split()[0]
    if rng.random() < 0.5:
        page.text(
            page.width / 2,
            46,
            "Happy Birthday",
            page.width / 11,
            ink,
            rng.choice(("bold", "serif", "pillow")),
            "ma",
        )
        page.text(page.width / 2, 60 + page.width / 10, name + "!", page.width / 13, ink, "serif", "ma")
    else:
        hand = Hand.of(rng)
        for at, string in enumerate(("Happy Birthday", f"{name}!")):
            size = min(page.width / 13, page.width * 0.8 / max(1.0, hand.length(string, 1)))
            hand.write(
                page.draw,
                rng,
                (page.width - hand.length(string, size)) / 2,
                120 + at * size * 1.7,
                string,
                size,
                ink,
                5,
            )
    if rng.random() < 0.45:
        return photograph(page.image, rng, rng.choice(((900, 1200), (1200, 900))), rng.uniform(0.7, 0.95), 0.15)
    return page.image

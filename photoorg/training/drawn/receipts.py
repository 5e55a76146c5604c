"""Shop receipts: long and narrow, as scanned or as photographed on a table."""

from __future__ import annotations

import random

from PIL import Image, ImageFilter

from photoorg.training.drawn.figures import code_square
from photoorg.training.drawn.pen import Page, mix
from photoorg.training.drawn.surfaces import crumple, photograph
from photoorg.training.drawn.words import GOODS, PEOPLE, PLACES, SHOPS, clock, date, price

_MARGIN = 26
_LINE = 24


def _row(page: Page, y: float, left: str, right: str, size: float, face: str, ink: tuple[int, int, int]) -> None:
    page.text(_MARGIN, y, left, size, ink, face)
    page.text(page.width - _MARGIN, y, right, size, ink, face, "ra")


def _bars(page: Page, y: float, ink: tuple[int, int, int]) -> None:
    x = page.width * 0.18
    while x < page.width * 0.82:
        thick = page.rng.choice((1, 2, 2, 3, 5))
        page.box(x, y, thick, 56, ink)
        x += thick + page.rng.choice((1, 2, 3, 4))


def slip(rng: random.Random) -> Image.Image:
    """The paper itself, upright."""
    width, items = rng.randint(340, 460), rng.randint(3, 22)
    ink = mix((20, 20, 24), (120, 110, 130), rng.random() ** 2)
    paper = mix((255, 255, 255), rng.choice(((250, 244, 228), (238, 240, 246), (252, 248, 240))), rng.random())
    page = Page(rng, width, 640 + items * _LINE + rng.randint(0, 120), paper)
    face, size = rng.choice(("mono", "mono", "condensed", "sans")), rng.choice((15, 16, 17))
    middle, y = width / 2, float(rng.randint(24, 60))
    page.text(middle, y, rng.choice(SHOPS), rng.randint(26, 34), ink, rng.choice(("bold", "serif", "sans")), "ma")
    y += 46
    for line in (
        f"{rng.randint(1, 199)} Market Street",
        rng.choice(PLACES),
        f"Tel {rng.randint(1000, 9999)} {rng.randint(100, 999)}",
    ):
        page.text(middle, y, line, size, ink, face, "ma")
        y += _LINE
    divider = rng.choice("-=*.") * 60
    y += 10
    _row(page, y, date(rng), clock(rng), size, face, ink)
    y += _LINE
    _row(page, y, f"Till {rng.randint(1, 9)}", rng.choice(PEOPLE).split()[0], size, face, ink)
    y += _LINE
    page.text(_MARGIN, y, divider[: int((width - 2 * _MARGIN) / size * 1.55)], size, ink, face)
    y += _LINE
    total = 0.0
    for _ in range(items):
        count, cost = rng.choice((1, 1, 1, 2, 3)), price(rng, 25)
        total += count * cost
        name = rng.choice(GOODS)
        _row(
            page,
            y,
            f"{count} {name.upper() if face == 'mono' else name}",
            f"{count * cost:.2f}",
            size,
            face,
            ink,
        )
        y += _LINE
    page.rule(_MARGIN, y + 6, width - 2 * _MARGIN, ink)
    y += 16
    _row(page, y, "TOTAL", f"{total:.2f}", 24, "bold", ink)
    y += 40
    _row(page, y, f"VAT {rng.choice((7, 10, 20))}%", f"{total * 0.1:.2f}", size, face, ink)
    y += _LINE
    _row(page, y, rng.choice(("CARD **** 4821", "CASH", "CONTACTLESS")), f"{total:.2f}", size, face, ink)
    y += _LINE * 1.6
    page.text(
        middle,
        y,
        rng.choice(("THANK YOU", "Thank you for your visit", "Please come again")),
        size,
        ink,
        face,
        "ma",
    )
    y += 40
    if rng.random() < 0.6:
        _bars(page, y, ink)
        y += 76
    elif rng.random() < 0.5:
        code_square(page, middle - 60, y, 120)
        y += 150
    return page.image.crop((0, 0, width, round(min(page.height, y + rng.randint(10, 50)))))


def receipt(rng: random.Random) -> Image.Image:
    """A receipt from a scanner: flat, a little turned, faded or blotted."""
    paper = slip(rng).rotate(rng.gauss(0, 0.8), Image.Resampling.BICUBIC, expand=True, fillcolor=(245, 245, 245))
    if rng.random() < 0.4:
        paper = paper.convert("L").convert("RGB")
    return crumple(paper, rng, rng.uniform(0, 0.6)).filter(ImageFilter.GaussianBlur(rng.uniform(0, 0.8)))


def receipt_photo(rng: random.Random) -> Image.Image:
    """A receipt on a table, photographed with a phone."""
    size = rng.choice(((900, 1200), (900, 1200), (1200, 900), (1000, 1000)))
    return photograph(slip(rng), rng, size, rng.uniform(0.75, 1.05), rng.uniform(0.3, 1.0))

"""Slides of a talk: title, bullets, chart, picture beside text; as exported or on a projector's screen."""

from __future__ import annotations

import random
from collections.abc import Callable

from PIL import Image

from photoorg.training.drawn.figures import chart, picture
from photoorg.training.drawn.pen import Page, mix
from photoorg.training.drawn.surfaces import photograph
from photoorg.training.drawn.windows import ACCENTS, Theme
from photoorg.training.drawn.words import COMPANIES, PEOPLE, date, heading, phrase, sentence


def _title(page: Page, theme: Theme) -> None:
    rng = page.rng
    x, anchor = rng.choice(((page.width * 0.08, "la"), (page.width / 2, "ma")))
    y = page.height * rng.uniform(0.3, 0.45)
    page.text(x, y, heading(rng), 62, theme.ink, rng.choice(("bold", "sans", "serif", "pillow")), anchor)
    page.text(x, y + 96, f"{rng.choice(PEOPLE)}, {date(rng)}", 28, theme.dim, theme.face, anchor)


def _heading(page: Page, theme: Theme) -> float:
    page.text(70, 50, heading(page.rng), 46, theme.accent if page.rng.random() < 0.5 else theme.ink, "bold")
    if page.rng.random() < 0.5:
        page.rule(70, 116, page.width - 140, theme.accent, 3)
    return 150


def _bullets(page: Page, theme: Theme, width: float = 1100) -> None:
    rng = page.rng
    y = _heading(page, theme) + 10
    for _ in range(rng.randint(3, 6)):
        page.disc(86, y + 18, 7, theme.accent)
        y = (
            page.paragraph(
                112,
                y,
                width,
                rng.choice((phrase(rng), sentence(rng))),
                30,
                theme.ink,
                theme.face,
                1.3,
                page.height - 30,
            )
            + 18
        )


def _figure(page: Page, theme: Theme) -> None:
    top = _heading(page, theme)
    chart(page, theme, 80, top, page.width - 160, page.height - top - 70)


def _halves(page: Page, theme: Theme) -> None:
    _bullets(page, theme, 460)
    left = page.width * 0.54
    if page.rng.random() < 0.5:
        picture(page, left, 160, page.width - left - 60, page.height - 250)
    else:
        chart(page, theme, left, 160, page.width - left - 60, page.height - 250)


def _boxes(page: Page, theme: Theme) -> None:
    rng = page.rng
    top = _heading(page, theme) + 60
    count = rng.randint(3, 5)
    cell = (page.width - 120) / count
    for at in range(count):
        x = 60 + at * cell
        colour = rng.choice(ACCENTS)
        page.box(x + 10, top, cell - 50, 180, mix(colour, theme.paper, rng.choice((0.0, 0.7))), colour, 14, 2)
        page.text(x + cell / 2 - 15, top + 76, phrase(rng).split()[0], 24, theme.ink, "bold", "ma")
        if at < count - 1:
            tip = x + cell - 4
            page.draw.polygon([(tip, top + 90), (tip - 22, top + 74), (tip - 22, top + 106)], theme.dim)


_LAYOUTS: tuple[Callable[[Page, Theme], None], ...] = (_title, _bullets, _bullets, _figure, _halves, _boxes)


def slide(rng: random.Random) -> Image.Image:
    """One slide, 16:9 or 4:3; one in four is photographed from a dark room."""
    theme = Theme.of(rng, 0.3)
    page = Page(rng, *rng.choice(((1280, 720), (1280, 720), (1100, 825))), theme.paper)
    if rng.random() < 0.25:
        page.gradient(0, 0, page.width, page.height, theme.paper, mix(theme.accent, theme.paper, 0.5))
    rng.choice(_LAYOUTS)(page, theme)
    if rng.random() < 0.5:
        page.box(0, page.height - 34, page.width, 34, theme.accent)
    page.text(page.width - 40, page.height - 28, str(rng.randint(1, 60)), 18, theme.dim, theme.face, "ra")
    page.text(40, page.height - 28, rng.choice(COMPANIES), 16, theme.dim, theme.face)
    if rng.random() >= 0.25:
        return page.image
    room = Page(rng, 1200, 900)
    room.gradient(0, 0, 1200, 900, (52, 50, 54), (14, 13, 16))
    for _ in range(rng.randint(3, 9)):
        x, size = rng.uniform(0, 1200), rng.uniform(50, 100)
        room.disc(x, 900 - size * 1.1, size * 0.5, (8, 8, 10))
        room.disc(x, 900 + size * 0.4, size, (8, 8, 10))
    return photograph(page.image, rng, (1200, 900), rng.uniform(0.7, 0.95), 0, room.image)

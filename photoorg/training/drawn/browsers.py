"""Screenshots of a web browser: an article, a shop, search results, a map, a calendar."""

from __future__ import annotations

import random
from collections.abc import Callable

from PIL import Image

from photoorg.training.drawn.figures import picture
from photoorg.training.drawn.pen import Page, mix
from photoorg.training.drawn.windows import ACCENTS, Theme, desktop_page, on_desktop, title_bar
from photoorg.training.drawn.words import GOODS, PEOPLE, PLACES, date, phrase, price, prose, sentence


def _article(page: Page, theme: Theme, top: float) -> None:
    rng = page.rng
    width = min(page.width - 80, rng.randint(560, 860))
    x = (page.width - width) / 2 * rng.choice((1, 0.3))
    y = page.paragraph(x, top + 26, width, sentence(rng), 32, theme.ink, rng.choice(("bold", "serif", "sans")), 1.2)
    page.text(x, y + 4, f"By {rng.choice(PEOPLE)}, {date(rng)}", 13, theme.dim)
    y += 36
    if rng.random() < 0.7:
        picture(page, x, y, width, width * 0.4)
        y += width * 0.4 + 20
    face = rng.choice(("serif", theme.face))
    while y < page.height - 20:
        y = page.paragraph(x, y, width, prose(rng, rng.randint(3, 7)), 16, theme.ink, face, 1.6, page.height) + 14
        if rng.random() < 0.2:
            page.text(x, y, phrase(rng), 21, theme.ink, "bold")
            y += 36


def _shop(page: Page, theme: Theme, top: float) -> None:
    rng = page.rng
    columns = rng.randint(3, 6)
    cell = (page.width - 60) / columns
    height = cell * rng.uniform(1.1, 1.4)
    y = top + 20
    while y < page.height:
        for column in range(columns):
            x = 30 + column * cell
            page.box(x, y, cell - 14, height - 14, theme.paper, theme.line, radius=6)
            picture(page, x + 8, y + 8, cell - 30, height * 0.55)
            page.text(x + 12, y + height * 0.63, rng.choice(GOODS), 14, theme.ink, theme.face)
            page.text(x + 12, y + height * 0.72, f"${price(rng, 200):.2f}", 16, theme.ink, "bold")
            page.box(x + 12, y + height * 0.82, cell * 0.45, 22, theme.accent, radius=4)
        y += height


def _results(page: Page, theme: Theme, top: float) -> None:
    rng = page.rng
    page.box(140, top + 18, 560, 42, theme.paper, theme.line, radius=20)
    page.text(164, top + 30, phrase(rng).lower(), 16, theme.ink)
    y = top + 86.0
    while y < page.height - 60:
        page.text(150, y, f"www.{phrase(rng).split()[0].lower()}.example", 12, theme.dim)
        page.text(
            150,
            y + 18,
            phrase(rng) + " - " + phrase(rng),
            19,
            (26, 13, 171) if sum(theme.paper) > 400 else (138, 180, 248),
        )
        y = page.paragraph(150, y + 46, 620, prose(rng, 2), 14, theme.ink, bottom=y + 90) + 24


def _map(page: Page, theme: Theme, top: float) -> None:
    rng = page.rng
    dark = sum(theme.paper) < 300
    page.box(0, top, page.width, page.height, (36, 42, 52) if dark else (240, 237, 229))
    water = (24, 48, 70) if dark else (170, 211, 223)
    park = (38, 62, 48) if dark else (200, 225, 180)
    for colour in (water, park, park):
        cx, cy = rng.uniform(0, page.width), rng.uniform(top, page.height)
        page.draw.polygon([(cx + rng.uniform(-320, 320), cy + rng.uniform(-200, 200)) for _ in range(5)], colour)
    for _ in range(rng.randint(18, 40)):
        ends = [
            (rng.uniform(-50, page.width + 50), rng.choice((top, page.height))),
            (rng.uniform(-50, page.width + 50), rng.uniform(top, page.height)),
        ]
        page.draw.line(
            ends,
            (90, 98, 110) if dark else rng.choice(((255, 255, 255), (255, 235, 160))),
            rng.choice((3, 5, 9)),
        )
    for _ in range(rng.randint(10, 30)):
        page.text(rng.uniform(0, page.width), rng.uniform(top, page.height), rng.choice(PLACES), 12, theme.dim)
    x, y = page.width * rng.uniform(0.4, 0.7), page.height * rng.uniform(0.4, 0.7)
    page.draw.polygon([(x, y), (x - 13, y - 26), (x + 13, y - 26)], (220, 50, 47))
    page.disc(x, y - 30, 15, (220, 50, 47))
    page.box(16, top + 14, 340, 44, theme.paper, theme.line, radius=8)
    page.text(36, top + 27, rng.choice(PLACES), 16, theme.ink)


def _calendar(page: Page, theme: Theme, top: float) -> None:
    rng = page.rng
    page.text(
        30,
        top + 14,
        f"{rng.choice(('January', 'March', 'June', 'October'))} 20{rng.randint(16, 25)}",
        24,
        theme.ink,
    )
    cell_w, cell_h = (page.width - 40) / 7, (page.height - top - 80) / 5
    for at in range(35):
        x, y = 20 + at % 7 * cell_w, top + 70 + at // 7 * cell_h
        page.box(x, y, cell_w, cell_h, theme.paper, theme.line)
        page.text(x + 8, y + 6, str(at % 31 + 1), 13, theme.dim)
        for event in range(rng.choice((0, 0, 1, 2, 3))):
            page.box(
                x + 4,
                y + 26 + 22 * event,
                cell_w - 8,
                19,
                mix(rng.choice(ACCENTS), theme.paper, 0.5),
                radius=4,
            )
            page.text(x + 9, y + 28 + 22 * event, phrase(rng)[: int(cell_w / 9)], 11, theme.ink)


_PAGES: tuple[Callable[[Page, Theme, float], None], ...] = (_article, _shop, _results, _map, _calendar)


def browser(rng: random.Random) -> Image.Image:
    """A browser window with tabs and an address, and one of five kinds of page in it."""
    theme = Theme.of(rng, 0.2)
    page = desktop_page(rng, theme)
    content = rng.choice(_PAGES)
    content(page, theme, 78)
    page.box(0, 0, page.width, 78, theme.panel)
    top = title_bar(page, theme, phrase(rng))
    page.text(20, top + 12, "<   >   o", 15, theme.dim)
    page.box(110, top + 7, page.width - 220, 26, theme.paper, theme.line, radius=13)
    page.text(
        130,
        top + 13,
        f"{phrase(rng).split()[0].lower()}.example/{phrase(rng).replace(' ', '-').lower()}",
        12,
        theme.ink,
    )
    return on_desktop(page).image

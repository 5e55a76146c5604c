"""Screenshots of a phone, upright: messages, settings, home screen, feed, ticket, weather, player."""

from __future__ import annotations

import random
from collections.abc import Callable

from PIL import Image

from photoorg.training.drawn.figures import code_square, picture
from photoorg.training.drawn.pen import Page, font, mix
from photoorg.training.drawn.windows import ACCENTS, Theme
from photoorg.training.drawn.words import PEOPLE, PLACES, clock, date, message, phrase, price, prose

_SIZES = ((585, 1266), (540, 1170), (540, 1200), (540, 960), (621, 1344))


def _status_bar(page: Page, ink: tuple[int, int, int]) -> None:
    page.text(38, 18, clock(page.rng), 20, ink, "bold")
    right = page.width - 34
    page.box(right - 30, 21, 30, 15, outline=ink, radius=4)
    page.box(right - 28, 23, page.rng.randint(5, 25), 11, ink, radius=2)
    for bar in range(4):
        page.box(right - 80 + 8 * bar, 33 - 4 * bar, 5, 4 + 4 * bar, ink)


def _header(page: Page, theme: Theme, title: str) -> float:
    page.box(0, 0, page.width, 110, theme.panel)
    page.text(22, 68, "<", 26, theme.accent)
    page.text(page.width / 2, 70, title, 22, theme.ink, "bold", "ma")
    page.rule(0, 110, page.width, theme.line)
    return 120


def _messages(page: Page, theme: Theme) -> None:
    rng = page.rng
    y = _header(page, theme, rng.choice(PEOPLE)) + 10
    own = rng.choice(((0, 122, 255), (52, 199, 89), (220, 248, 198), theme.accent))
    while y < page.height - 130:
        words, mine = message(rng), rng.random() < 0.5
        width = min(page.width * 0.7, font(theme.face, 20).getlength(words) + 2)
        ground = own if mine else theme.panel
        x = page.width - width - 50 if mine else 22
        lines = 1 + int(font(theme.face, 20).getlength(words) // (page.width * 0.66))
        page.box(x, y, width + 28, 26 * lines + 18, ground, radius=18)
        ink = (255, 255, 255) if sum(ground) < 480 else (20, 20, 20)
        page.paragraph(x + 14, y + 9, width, words, 20, ink, theme.face, 1.3)
        y += 26 * lines + 18 + rng.choice((6, 10, 24))
    page.box(0, page.height - 100, page.width, 100, theme.paper)
    page.box(60, page.height - 84, page.width - 130, 46, theme.paper, theme.line, radius=23)
    page.text(82, page.height - 74, "Message", 19, theme.dim, theme.face)


def _settings(page: Page, theme: Theme) -> None:
    rng = page.rng
    page.box(0, 0, page.width, page.height, theme.panel)
    page.text(26, 70, rng.choice(("Settings", "Preferences", phrase(rng)[:16])), 34, theme.ink, "bold")
    y = 140.0
    while y < page.height - 80:
        rows = rng.randint(1, 5)
        page.box(18, y, page.width - 36, 58 * rows, theme.paper, radius=12)
        for row in range(rows):
            line = y + 58 * row
            page.box(34, line + 13, 32, 32, rng.choice(ACCENTS), radius=8)
            page.text(84, line + 17, phrase(rng)[:24], 20, theme.ink, theme.face)
            if rng.random() < 0.4:
                on = rng.random() < 0.5
                page.box(page.width - 94, line + 14, 54, 30, (52, 199, 89) if on else theme.line, radius=15)
                page.disc(page.width - (55 if on else 79), line + 29, 13, "white")
            else:
                page.text(page.width - 44, line + 17, ">", 20, theme.dim, anchor="ra")
        y += 58 * rows + 28


def _home(page: Page, theme: Theme) -> None:
    rng = page.rng
    picture(page, 0, 0, page.width, page.height)
    columns = rng.choice((4, 4, 5))
    cell = page.width / columns
    for row in range(rng.randint(2, int(page.height / (cell * 1.25)) - 1)):
        for column in range(columns):
            x, y = column * cell + cell * 0.18, 110 + row * cell * 1.2
            page.box(
                x,
                y,
                cell * 0.64,
                cell * 0.64,
                mix(rng.choice(ACCENTS), (255, 255, 255), rng.random()),
                radius=cell * 0.15,
            )
            page.disc(
                x + cell * 0.32,
                y + cell * 0.32,
                cell * rng.uniform(0.1, 0.2),
                mix(rng.choice(ACCENTS), (255,) * 3, 0.5),
            )
            page.text(x + cell * 0.32, y + cell * 0.68, phrase(rng).split()[0][:9], 15, "white", theme.face, "ma")
    page.box(14, page.height - cell - 26, page.width - 28, cell, mix(theme.panel, (255, 255, 255), 0.4), radius=26)
    for column in range(4):
        page.box(
            page.width * (0.1 + 0.21 * column),
            page.height - cell - 6,
            cell * 0.62,
            cell * 0.62,
            rng.choice(ACCENTS),
            radius=14,
        )


def _feed(page: Page, theme: Theme) -> None:
    rng = page.rng
    y = _header(page, theme, phrase(rng).split()[0])
    while y < page.height - 80:
        page.disc(46, y + 30, 22, rng.choice(ACCENTS))
        page.text(80, y + 10, rng.choice(PEOPLE), 19, theme.ink, "bold")
        page.text(80, y + 34, rng.choice(PLACES), 15, theme.dim, theme.face)
        y += 62
        if rng.random() < 0.65:
            height = page.width * rng.uniform(0.5, 1.0)
            picture(page, 0, y, page.width, height)
            y += height + 10
        y = page.paragraph(22, y, page.width - 44, prose(rng, rng.randint(1, 2)), 18, theme.ink, theme.face) + 8
        page.text(22, y, f"{rng.randint(1, 999)} likes   {rng.randint(1, 99)} comments", 15, theme.dim, theme.face)
        y += 44


def _ticket(page: Page, theme: Theme) -> None:
    rng = page.rng
    page.box(0, 0, page.width, page.height, mix(theme.accent, theme.paper, rng.random()))
    page.box(30, 110, page.width - 60, page.height - 230, "white", radius=22)
    page.text(60, 140, f"{rng.choice(PLACES)} - {rng.choice(PLACES)}", 30, (20, 20, 30), "bold")
    for at, (label, value) in enumerate(
        (
            ("DATE", date(rng)),
            ("TIME", clock(rng)),
            ("SEAT", f"{rng.randint(1, 40)}C"),
            ("NAME", rng.choice(PEOPLE)),
            ("PRICE", f"{price(rng, 200):.2f}"),
        )
    ):
        x, y = 60 + at % 2 * page.width * 0.45, 210 + at // 2 * 84
        page.text(x, y, label, 15, (130, 130, 140))
        page.text(x, y + 22, value, 24, (20, 20, 30), "bold")
    side = page.width * rng.uniform(0.4, 0.55)
    code_square(page, (page.width - side) / 2, min(page.height - side - 170, page.height * 0.55), side)


def _weather(page: Page, theme: Theme) -> None:
    rng = page.rng
    page.gradient(
        0,
        0,
        page.width,
        page.height,
        mix((30, 90, 170), theme.accent, 0.3),
        mix((150, 200, 240), theme.paper, 0.2),
    )
    page.text(page.width / 2, 120, rng.choice(PLACES), 38, "white", theme.face, "ma")
    page.text(page.width / 2, 170, f"{rng.randint(-8, 34)}°", 110, "white", "pillow", "ma")
    page.box(24, 350, page.width - 48, page.height - 420, mix((255, 255, 255), (60, 110, 190), 0.7), radius=20)
    y = 370.0
    while y < page.height - 120:
        page.text(50, y, rng.choice(("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")), 22, "white", theme.face)
        page.disc(page.width * 0.4, y + 13, 13, (255, 214, 70) if rng.random() < 0.5 else (220, 225, 235))
        page.text(
            page.width - 50,
            y,
            f"{rng.randint(0, 15)}°  {rng.randint(15, 33)}°",
            22,
            "white",
            theme.face,
            "ra",
        )
        y += 54


def _player(page: Page, theme: Theme) -> None:
    rng = page.rng
    page.box(0, 0, page.width, page.height, theme.paper)
    side = page.width - 100
    picture(page, 50, 140, side, side)
    page.text(50, 180 + side, phrase(rng)[:26], 28, theme.ink, "bold")
    page.text(50, 222 + side, rng.choice(PEOPLE), 20, theme.dim, theme.face)
    page.box(50, 280 + side, side, 6, theme.line, radius=3)
    page.box(50, 280 + side, side * rng.random(), 6, theme.accent, radius=3)
    middle, y = page.width / 2, 370 + side
    page.disc(middle, y, 42, theme.ink)
    page.draw.polygon([(middle - 12, y - 18), (middle + 20, y), (middle - 12, y + 18)], theme.paper)
    for sign in (-1, 1):
        page.draw.polygon(
            [(middle + sign * 110, y - 15), (middle + sign * 140, y), (middle + sign * 110, y + 15)],
            theme.ink,
        )


_SCREENS: tuple[Callable[[Page, Theme], None], ...] = (
    _messages,
    _messages,
    _settings,
    _home,
    _feed,
    _ticket,
    _weather,
    _player,
)


def phone(rng: random.Random) -> Image.Image:
    """An upright screenshot of a phone with its status bar."""
    theme = Theme.of(rng, 0.35)
    width, height = rng.choice(_SIZES)
    page = Page(rng, width, height, theme.paper)
    screen = rng.choice(_SCREENS)
    screen(page, theme)
    white_ink = screen in (_home, _weather)
    _status_bar(page, (255, 255, 255) if white_ink else (20, 20, 20) if screen is _ticket else theme.ink)
    page.box(page.width * 0.33, page.height - 12, page.width * 0.34, 5, theme.dim, radius=2)
    return page.image

"""The frame that desktop screenshots share: a title bar, a theme, now and then a desktop around it."""

from __future__ import annotations

import random
from dataclasses import dataclass

from photoorg.training.drawn.pen import INTERFACE_FACES, Page, mix
from photoorg.training.drawn.words import clock

RGB = tuple[int, int, int]
SCREENS = ((1280, 800), (1440, 900), (1366, 768), (1200, 900), (1600, 900), (1024, 768))
ACCENTS: tuple[RGB, ...] = (
    (52, 120, 246),
    (16, 137, 62),
    (196, 43, 28),
    (130, 80, 223),
    (230, 126, 34),
    (0, 150, 160),
    (214, 51, 132),
    (90, 98, 110),
)


@dataclass(frozen=True)
class Theme:
    """Colours of one program: background, panel, line, text, dim text, accent."""

    paper: RGB
    panel: RGB
    line: RGB
    ink: RGB
    dim: RGB
    accent: RGB
    face: str

    @staticmethod
    def of(rng: random.Random, dark_share: float = 0.35) -> Theme:
        """A light or dark theme; `dark_share` is how often it is dark."""
        accent = rng.choice(ACCENTS)
        face = rng.choice(INTERFACE_FACES)
        tint = rng.choice(((0, 0, 0), (0, 4, 12), (10, 5, 0), (4, 0, 10)))
        if rng.random() < dark_share:
            base = rng.randint(18, 48)
            paper = (base + tint[0], base + tint[1], base + tint[2])
            return Theme(
                paper,
                mix(paper, (255, 255, 255), 0.06),
                mix(paper, (255, 255, 255), 0.16),
                (225, 226, 230),
                (140, 145, 152),
                mix(accent, (255, 255, 255), 0.25),
                face,
            )
        paper = (255 - tint[0] // 2, 255 - tint[1] // 2, 255 - tint[2] // 2)
        return Theme(
            paper,
            mix(paper, (40, 60, 90), rng.uniform(0.03, 0.1)),
            (218, 221, 226),
            (32, 34, 40),
            (120, 126, 134),
            accent,
            face,
        )


def title_bar(page: Page, theme: Theme, title: str) -> int:
    """Draw a window's title bar over the top and return its height."""
    height = page.rng.randint(26, 38)
    page.box(0, 0, page.width, height, theme.panel)
    middle = height / 2
    if page.rng.random() < 0.5:
        for at, colour in enumerate(((255, 95, 87), (254, 188, 46), (40, 200, 64))):
            page.disc(20 + 20 * at, middle, 6, colour)
        page.text(page.width / 2, middle, title, 13, theme.ink, theme.face, "mm")
    else:
        page.text(14, middle, title, 13, theme.ink, theme.face, "lm")
        for at, sign in enumerate(("x", "o", "-")):
            page.text(page.width - 24 - 42 * at, middle, sign, 14, theme.dim, "sans", "mm")
    page.rule(0, height, page.width, theme.line)
    return height


def on_desktop(page: Page) -> Page:
    """Half of the time, put the window on a desktop with a task bar; otherwise it fills the screen."""
    rng = page.rng
    if rng.random() < 0.55:
        return page
    width, height = rng.choice(SCREENS)
    screen = Page(rng, width, height)
    top, bottom = rng.choice(ACCENTS), rng.choice(ACCENTS)
    screen.gradient(0, 0, width, height, mix(top, (20, 20, 40), 0.4), mix(bottom, (240, 240, 255), 0.3))
    scale = min(width / page.width, height / page.height) * rng.uniform(0.68, 0.88)
    window = page.image.resize((round(page.width * scale), round(page.height * scale)))
    left, upper = (width - window.width) // 2 + rng.randint(-60, 60), (height - 40 - window.height) // 2
    screen.box(left - 1, upper - 1, window.width + 1, window.height + 1, outline=(30, 30, 30))
    screen.image.paste(window, (left, upper))
    bar = 36
    screen.box(0, height - bar, width, bar, (28, 30, 36))
    for at in range(rng.randint(4, 11)):
        screen.box(14 + 40 * at, height - bar + 6, 24, 24, rng.choice(ACCENTS), radius=5)
    screen.text(width - 14, height - bar / 2, clock(rng), 13, "white", "sans", "rm")
    return screen


def desktop_page(rng: random.Random, theme: Theme) -> Page:
    """An empty page of a common screen size in the theme's background."""
    width, height = rng.choice(SCREENS)
    return Page(rng, width, height, theme.paper)

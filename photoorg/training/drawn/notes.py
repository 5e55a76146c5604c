"""Notes by hand on paper."""

from __future__ import annotations

import random
import textwrap

from PIL import Image

from photoorg.training.drawn.pen import Page
from photoorg.training.drawn.strokes import Hand
from photoorg.training.drawn.surfaces import crumple, photograph
from photoorg.training.drawn.words import PEOPLE, TOPICS, date, phrase, prose


def _rule(page: Page, step: int) -> None:
    """Print lines or squares on the paper, `step` pixels apart, or leave it plain."""
    rng, width, height = page.rng, page.width, page.height
    ruling = rng.choice(("lined", "lined", "squared", "plain"))
    if ruling == "lined":
        for y in range(90, height - 20, step):
            page.rule(0, y, width, (185, 205, 225))
        if rng.random() < 0.6:
            page.draw.line((90, 0, 90, height), (225, 150, 150), 2)
    elif ruling == "squared":
        for at in range(0, max(width, height), step // 2):
            page.rule(0, at, width, (200, 214, 228))
            page.draw.line((at, 0, at, height), (200, 214, 228))


def _lines(rng: random.Random, room: int) -> list[str]:
    """What the note says, in lines of at most `room` letters: a list of things, or running text."""
    if rng.random() < 0.4:
        return [f"- {phrase(rng)}"[:room] for _ in range(rng.randint(2, 20))]
    return textwrap.wrap(prose(rng, rng.randint(2, 14)), room)


def note(rng: random.Random) -> Image.Image:
    """A page of handwriting: lined, squared, plain or yellow paper, scanned or photographed."""
    width, height = rng.choice(((800, 1130), (700, 900), (800, 800), (1000, 720)))
    paper = rng.choice(((253, 252, 248), (250, 240, 170), (255, 255, 255), (240, 236, 225)))
    page, hand = Page(rng, width, height, paper), Hand.of(rng)
    step, left = rng.randint(38, 58), 104
    _rule(page, step)
    pen, line = rng.choice(((25, 45, 140), (30, 30, 34), (30, 30, 34), (90, 90, 96))), rng.choice((2, 2, 3))
    size = step * rng.uniform(0.46, 0.62)
    title = rng.choice((date(rng), rng.choice(TOPICS).title(), rng.choice(PEOPLE)))
    hand.write(page.draw, rng, left, 78, title, size * 1.2, pen, line + 1)
    room = max(12, int((width - left - 60) / hand.length("n", size)))
    for y, words in zip(range(84 + step, height - 30, step), _lines(rng, room), strict=False):
        hand.write(page.draw, rng, left, y, words, size, pen, line)
    if rng.random() < 0.55:
        frame = rng.choice(((900, 1200), (1200, 900)))
        return photograph(page.image, rng, frame, rng.uniform(0.8, 1.15), rng.uniform(0, 0.8))
    return crumple(page.image, rng, rng.uniform(0, 0.3))

"""Pages of paper: letter, invoice, form, book page; scanned, or photographed on a desk."""

from __future__ import annotations

import random

from PIL import Image

from photoorg.training.drawn.figures import picture
from photoorg.training.drawn.pen import Page, mix
from photoorg.training.drawn.strokes import Hand
from photoorg.training.drawn.surfaces import crumple, photograph
from photoorg.training.drawn.windows import ACCENTS
from photoorg.training.drawn.words import (
    COMPANIES,
    GOODS,
    PEOPLE,
    PLACES,
    date,
    heading,
    phrase,
    price,
    prose,
    sentence,
)

_WIDTH, _HEIGHT = 900, 1272
_INK = (30, 30, 36)
_GREY = (110, 112, 120)


def _sheet(rng: random.Random) -> Page:
    shade = rng.choice(((255, 255, 255), (252, 251, 247), (246, 243, 234)))
    return Page(rng, _WIDTH, _HEIGHT, shade)


def _head(page: Page, face: str) -> float:
    """A letterhead: a mark, the sender's name and address."""
    rng = page.rng
    colour = mix(rng.choice(ACCENTS), (0, 0, 0), 0.2)
    x = rng.choice((80, 80, 560))
    if rng.random() < 0.5:
        page.disc(x + 22, 92, 22, colour)
        page.text(x + 58, 76, rng.choice(COMPANIES), 26, colour, "bold")
    else:
        page.text(x, 72, rng.choice(COMPANIES), 30, colour, rng.choice(("bold", "serif")))
    page.text(x, 128, f"{rng.randint(1, 200)} Harbour Road, {rng.choice(PLACES)}", 16, _GREY, face)
    return 190


def _finish(page: Page) -> Image.Image:
    """Scanned (flat, perhaps grey) or, as often, photographed."""
    rng = page.rng
    kind = rng.random()
    if kind < 0.5:
        size = rng.choice(((900, 1200), (900, 1200), (1200, 900)))
        return photograph(page.image, rng, size, rng.uniform(0.85, 1.1), rng.uniform(0, 0.7))
    flat = page.image.rotate(rng.gauss(0, 0.5), Image.Resampling.BICUBIC, fillcolor=(240, 240, 240))
    flat = flat.convert("L").convert("RGB") if kind < 0.7 else flat
    return crumple(flat, rng, rng.uniform(0, 0.3))


def letter(rng: random.Random) -> Image.Image:
    """A typed letter with a signature."""
    page, face = _sheet(rng), rng.choice(("serif", "sans", "mono", "pillow"))
    y = _head(page, face) + 30
    for line in (rng.choice(PEOPLE), f"{rng.randint(1, 90)} Station Lane", rng.choice(PLACES)):
        page.text(90, y, line, 19, _INK, face)
        y += 27
    page.text(_WIDTH - 90, y, f"{rng.choice(PLACES)}, {date(rng)}", 18, _INK, face, "ra")
    y += 60
    page.text(90, y, phrase(rng), 22, _INK, "bold")
    y += 56
    for _ in range(rng.randint(2, 5)):
        y = page.paragraph(90, y, _WIDTH - 180, prose(rng, rng.randint(2, 5)), 19, _INK, face, 1.5, _HEIGHT - 220) + 18
    page.text(90, y + 10, "Yours sincerely,", 19, _INK, face)
    Hand.of(rng).write(page.draw, rng, 96, y + 90, rng.choice(PEOPLE), 34, (25, 40, 120), 3)
    return _finish(page)


def invoice(rng: random.Random) -> Image.Image:
    """A bill: addresses, a table of items, a total, payment details."""
    page, face = _sheet(rng), rng.choice(("sans", "condensed", "pillow", "serif"))
    y = _head(page, face)
    page.text(
        _WIDTH - 80,
        y,
        rng.choice(("INVOICE", "Invoice", "BILL", "Rechnung", "Facture")),
        40,
        _INK,
        "bold",
        "ra",
    )
    page.text(80, y + 40, f"Bill to: {rng.choice(PEOPLE)}", 18, _INK, face)
    page.text(80, y + 68, f"No. {rng.randint(10000, 99999)}   Date {date(rng)}", 18, _INK, face)
    y += 130
    band = rng.choice((mix(rng.choice(ACCENTS), (255, 255, 255), 0.3), (60, 64, 72), (230, 232, 236)))
    page.box(80, y, _WIDTH - 160, 38, band)
    ink = (255, 255, 255) if sum(band) < 480 else _INK
    columns = (92, 480, 600, _WIDTH - 92)
    for x, label in zip(columns, ("Item", "Qty", "Price", "Amount"), strict=True):
        page.text(x, y + 9, label, 17, ink, "bold", "ra" if x > 700 else "la")
    total = 0.0
    for _ in range(rng.randint(3, 14)):
        y += 38
        count, cost = rng.randint(1, 12), price(rng, 200)
        total += count * cost
        page.text(columns[0], y + 9, f"{rng.choice(GOODS)}, {phrase(rng).lower()}"[:36], 17, _INK, face)
        page.text(columns[1], y + 9, str(count), 17, _INK, face)
        page.text(columns[2], y + 9, f"{cost:.2f}", 17, _INK, face)
        page.text(columns[3], y + 9, f"{count * cost:,.2f}", 17, _INK, face, "ra")
        page.rule(80, y + 38, _WIDTH - 160, (215, 217, 222))
    y += 60
    for label, value in (("Subtotal", total), ("VAT 20%", total * 0.2), ("Total due", total * 1.2)):
        page.text(560, y, label, 19, _INK, "bold" if label.startswith("Total") else face)
        page.text(columns[3], y, f"{value:,.2f}", 19, _INK, "bold" if label.startswith("Total") else face, "ra")
        y += 32
    page.paragraph(
        80,
        _HEIGHT - 150,
        _WIDTH - 160,
        f"Please pay within {rng.choice((14, 30))} days. {sentence(rng)}",
        16,
        _GREY,
        face,
    )
    return _finish(page)


def form(rng: random.Random) -> Image.Image:
    """A printed form, half filled in by hand."""
    page, hand = _sheet(rng), Hand.of(rng)
    pen = rng.choice(((20, 40, 140), (25, 25, 30), (20, 70, 160)))
    page.text(80, 70, f"Application: {heading(rng)}", 32, _INK, "bold")
    y = page.paragraph(80, 122, _WIDTH - 160, prose(rng, 2), 16, _GREY) + 20
    labels = (
        "Surname",
        "First name",
        "Date of birth",
        "Street",
        "Town",
        "Telephone",
        "Occupation",
        "Reason",
        "Signature",
    )
    while y < _HEIGHT - 130:
        if rng.random() < 0.25:
            page.text(80, y + 6, phrase(rng)[:30], 17, _INK)
            for option in range(3):
                x = 440.0 + 120 * option
                page.box(x, y + 4, 24, 24, outline=_INK, line=2)
                page.text(x + 34, y + 6, ("yes", "no", "other")[option], 17, _INK)
                if rng.random() < 0.35:
                    hand.write(page.draw, rng, x + 1, y + 27, "x", 36, pen, 3)
            y += 58
            continue
        columns = rng.choice((1, 2))
        wide = (_WIDTH - 160) / columns - 10
        for column in range(columns):
            x = 80 + column * (wide + 20)
            page.text(x, y, rng.choice(labels), 14, _GREY)
            page.box(x, y + 20, wide, 46, outline=(150, 152, 160))
            if rng.random() < 0.7:
                words = rng.choice((rng.choice(PEOPLE), rng.choice(PLACES), date(rng).replace("-", "/")))
                hand.write(page.draw, rng, x + 14, y + 54, words, 24, pen, 2)
        y += 92
    return _finish(page)


def book_page(rng: random.Random) -> Image.Image:
    """A printed page in one or two columns, perhaps with a figure."""
    page, face, size = _sheet(rng), rng.choice(("serif", "serif", "sans")), rng.choice((17, 19, 22))
    columns = rng.choice((1, 1, 2))
    wide = (_WIDTH - 160) / columns - 12
    top = 90.0
    if rng.random() < 0.4:
        top = page.paragraph(80, 90, _WIDTH - 160, phrase(rng), 38, _INK, face) + 30
    for column in range(columns):
        x, y = 80 + column * (wide + 24), top
        if rng.random() < 0.35:
            picture(page, x, y, wide, wide * 0.6)
            y = page.paragraph(x, y + wide * 0.6 + 8, wide, sentence(rng), 14, _GREY, face) + 14
        while y < _HEIGHT - 120:
            y = page.paragraph(x, y, wide, prose(rng, rng.randint(4, 9)), size, _INK, face, 1.45, _HEIGHT - 100) + 8
            if y > _HEIGHT - 160:
                break
    page.text(_WIDTH / 2, _HEIGHT - 70, str(rng.randint(3, 480)), 17, _GREY, face, "ma")
    return _finish(page)

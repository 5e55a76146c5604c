"""Screenshots of office programs: spreadsheet, e-mail, dashboard, file manager, chat."""

from __future__ import annotations

import math
import random

from PIL import Image

from photoorg.training.drawn.figures import chart
from photoorg.training.drawn.pen import mix
from photoorg.training.drawn.windows import ACCENTS, Theme, desktop_page, on_desktop, title_bar
from photoorg.training.drawn.words import PEOPLE, clock, date, identifier, message, phrase, price, prose


def spreadsheet(rng: random.Random) -> Image.Image:
    """A grid of numbers with lettered columns, a formula bar, sheet tabs, perhaps a chart."""
    theme = Theme.of(rng, 0.1)
    page = desktop_page(rng, theme)
    top = title_bar(page, theme, f"{phrase(rng)}.xlsx")
    page.box(0, top, page.width, 70, theme.panel)
    for at in range(rng.randint(10, 24)):
        page.box(14 + 36 * at, top + 8, 22, 22, mix(rng.choice(ACCENTS), theme.panel, 0.5), radius=3)
    page.box(60, top + 40, page.width - 80, 22, theme.paper, theme.line)
    page.text(70, top + 44, f"=SUM(B2:B{rng.randint(9, 60)})", 12, theme.ink, "sans")
    y0, row_height, gutter = top + 72, rng.randint(19, 26), 44
    widths = [rng.randint(70, 160) for _ in range(24)]
    x = float(gutter)
    for column, width in enumerate(widths):
        page.box(x, y0, width, row_height, theme.panel, theme.line)
        page.text(x + width / 2, y0 + 4, chr(65 + column), 12, theme.dim)
        x += width
    rows, filled = int((page.height - y0 - 26) // row_height), rng.randint(12, 60)
    columns = rng.randint(4, 12)
    shaded = rng.random() < 0.5
    for row in range(1, rows):
        y = y0 + row * row_height
        page.text(gutter / 2, y + 4, str(row), 12, theme.dim, anchor="ma")
        x = float(gutter)
        for column, width in enumerate(widths):
            fill = mix(theme.accent, theme.paper, 0.6) if row == 1 and shaded and column < columns else theme.paper
            page.box(x, y, width, row_height, fill, theme.line)
            if row <= filled and column < columns:
                string = phrase(rng)[: width // 9] if column == 0 or row == 1 else f"{price(rng, 9000):,.2f}"
                if column == 0 or row == 1:
                    page.text(x + 5, y + 4, string, 12, theme.ink)
                else:
                    page.text(x + width - 5, y + 4, string, 12, theme.ink, anchor="ra")
            x += width
    if rng.random() < 0.3:
        chart(page, theme, page.width * 0.55, page.height * 0.4, page.width * 0.38, page.height * 0.42)
    page.box(0, page.height - 26, page.width, 26, theme.panel)
    for at in range(rng.randint(1, 5)):
        page.text(50 + 90 * at, page.height - 20, f"Sheet{at + 1}", 12, theme.ink if at else theme.accent)
    return on_desktop(page).image


def dashboard(rng: random.Random) -> Image.Image:
    """Cards with figures and charts beside a menu."""
    theme = Theme.of(rng, 0.4)
    page = desktop_page(rng, theme)
    page.box(0, 0, page.width, page.height, theme.panel)
    left = rng.randint(150, 230)
    page.box(0, 0, left, page.height, rng.choice((theme.paper, (34, 40, 58), theme.accent)))
    for at in range(rng.randint(6, 14)):
        page.text(24, 80 + 36 * at, phrase(rng)[:18], 13, theme.dim, theme.face)
    page.text(left + 24, 20, phrase(rng), 22, theme.ink, "bold")
    cards, gap = rng.randint(3, 5), 16
    wide = (page.width - left - gap * (cards + 1)) / cards
    for at in range(cards):
        x = left + gap + at * (wide + gap)
        page.box(x, 64, wide, 84, theme.paper, theme.line, radius=6)
        page.text(x + 14, 76, phrase(rng)[: int(wide / 9)], 12, theme.dim, theme.face)
        page.text(x + 14, 98, f"{rng.randint(2, 99999):,}", 28, theme.ink, "bold")
        page.text(x + wide - 14, 112, f"{rng.uniform(-20, 30):+.1f}%", 12, rng.choice(ACCENTS[:3]), anchor="ra")
    columns, rows = rng.randint(1, 3), rng.randint(1, 2)
    width, height = (
        (page.width - left - gap * (columns + 1)) / columns,
        (page.height - 164 - gap * rows) / rows,
    )
    for row in range(rows):
        for column in range(columns):
            chart(page, theme, left + gap + column * (width + gap), 164 + row * (height + gap), width, height)
    return on_desktop(page).image


def email(rng: random.Random) -> Image.Image:
    """Folders, a list of messages and one message open."""
    theme = Theme.of(rng, 0.2)
    page = desktop_page(rng, theme)
    top = title_bar(page, theme, "Inbox - Mail")
    folders, listing = rng.randint(140, 220), rng.randint(280, 400)
    page.box(0, top, folders, page.height, theme.panel)
    for at, name in enumerate(("Inbox", "Starred", "Sent", "Drafts", "Archive", "Spam", "Trash", "Family", "Work")):
        page.text(20, top + 20 + 30 * at, name, 14, theme.accent if at == 0 else theme.ink, theme.face)
    y = float(top)
    while y < page.height:
        if rng.random() < 0.1:
            page.box(folders, y, listing, 72, mix(theme.accent, theme.paper, 0.8))
        page.text(folders + 14, y + 9, rng.choice(PEOPLE), 14, theme.ink, rng.choice(("bold", theme.face)))
        page.text(folders + listing - 12, y + 10, clock(rng), 12, theme.dim, theme.face, "ra")
        page.text(folders + 14, y + 29, phrase(rng)[: listing // 9], 13, theme.ink, theme.face)
        page.text(folders + 14, y + 48, prose(rng, 1)[: listing // 9], 12, theme.dim, theme.face)
        page.rule(folders, y + 72, listing, theme.line)
        y += 73
    x = folders + listing
    page.box(x, top, page.width - x, page.height - top, theme.paper, theme.line)
    page.text(x + 28, top + 22, phrase(rng), 20, theme.ink, "bold")
    page.disc(x + 46, top + 76, 18, rng.choice(ACCENTS))
    page.text(x + 76, top + 60, rng.choice(PEOPLE), 14, theme.ink, "bold")
    page.text(x + 76, top + 80, f"to me, {date(rng)}", 12, theme.dim, theme.face)
    y = top + 120.0
    for _ in range(rng.randint(2, 6)):
        y = (
            page.paragraph(
                x + 28,
                y,
                page.width - x - 60,
                prose(rng, rng.randint(1, 4)),
                14,
                theme.ink,
                theme.face,
                bottom=page.height - 20,
            )
            + 12
        )
    return on_desktop(page).image


def files(rng: random.Random) -> Image.Image:
    """A file manager, as a list or as icons."""
    theme = Theme.of(rng, 0.3)
    page = desktop_page(rng, theme)
    top = title_bar(page, theme, "Documents")
    left = rng.randint(150, 210)
    page.box(0, top, left, page.height, theme.panel)
    for at, name in enumerate(("Home", "Desktop", "Documents", "Downloads", "Music", "Pictures", "Videos", "Trash")):
        page.box(18, top + 22 + 32 * at, 14, 12, theme.accent, radius=2)
        page.text(42, top + 20 + 32 * at, name, 13, theme.ink, theme.face)
    if rng.random() < 0.5:
        for row in range((page.height - top) // 28):
            y = top + 8 + 28 * row
            page.box(left + 16, y + 2, 16, 14, rng.choice(ACCENTS), radius=2)
            page.text(
                left + 44,
                y + 2,
                f"{identifier(rng)}.{rng.choice(('pdf', 'docx', 'txt', 'jpg'))}",
                13,
                theme.ink,
            )
            page.text(page.width * 0.62, y + 2, date(rng), 13, theme.dim)
            page.text(page.width * 0.82, y + 2, f"{rng.randint(1, 999)} KB", 13, theme.dim)
    else:
        cell = rng.randint(90, 140)
        for at in range(rng.randint(8, 48)):
            per_row = (page.width - left - 20) // cell
            x, y = left + 20 + at % per_row * cell, top + 20 + at // per_row * cell
            page.box(
                x + cell * 0.22,
                y,
                cell * 0.5,
                cell * 0.4,
                rng.choice((theme.accent, (240, 200, 90))),
                radius=5,
            )
            page.text(x + cell * 0.47, y + cell * 0.5, identifier(rng)[: cell // 9], 12, theme.ink, anchor="ma")
    return on_desktop(page).image


def chat(rng: random.Random) -> Image.Image:
    """A team chat on a desktop: channels on the left, messages with round portraits on the right."""
    theme = Theme.of(rng, 0.4)
    page = desktop_page(rng, theme)
    left = rng.randint(180, 260)
    side = rng.choice(((63, 14, 64), (32, 34, 37), (18, 60, 90), theme.panel))
    page.box(0, 0, left, page.height, side)
    soft = mix(side, (255, 255, 255) if sum(side) < 380 else (0, 0, 0), 0.65)
    for at in range(rng.randint(8, 20)):
        page.text(22, 60 + 30 * at, f"# {identifier(rng).replace('_', '-')}", 14, soft, theme.face)
    page.text(left + 22, 16, f"# {identifier(rng)}", 18, theme.ink, "bold")
    page.rule(left, 50, page.width - left, theme.line)
    y = 66.0
    while y < page.height - 130:
        page.box(left + 22, y, 36, 36, rng.choice(ACCENTS), radius=rng.choice((6, 18)))
        name = page.text(left + 72, y - 2, rng.choice(PEOPLE), 14, theme.ink, "bold")
        page.text(left + 82 + name, y, clock(rng), 12, theme.dim, theme.face)
        y = (
            page.paragraph(
                left + 72,
                y + 19,
                page.width - left - 120,
                message(rng) * rng.choice((1, 1, 2)),
                14,
                theme.ink,
                theme.face,
            )
            + 16
        )
        if rng.random() < 0.12:
            chart(page, theme, left + 72, y, 300, math.floor(min(180, page.height - y)))
            y += 196
    page.box(left, page.height - 76, page.width - left, 76, theme.paper)
    page.box(left + 20, page.height - 62, page.width - left - 40, 46, theme.paper, theme.line, radius=8)
    page.text(left + 36, page.height - 48, "Write a message", 14, theme.dim, theme.face)
    return on_desktop(page).image

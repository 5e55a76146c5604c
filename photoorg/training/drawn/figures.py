"""Parts that several kinds of page share: a chart, a stand-in for a photo, a square code."""

from __future__ import annotations

from photoorg.training.drawn.pen import Page, mix
from photoorg.training.drawn.windows import ACCENTS, Theme
from photoorg.training.drawn.words import phrase


def chart(page: Page, theme: Theme, x: float, y: float, width: float, height: float) -> None:
    """A card with a title and a bar, line or ring chart."""
    rng = page.rng
    page.box(x, y, width, height, theme.paper, theme.line, radius=6)
    page.text(x + 14, y + 10, phrase(rng)[: int(width / 9)], 14, theme.ink, "bold")
    left, top, right, bottom = x + 40, y + 44, x + width - 16, y + height - 26
    kind = rng.choice(("bars", "line", "ring"))
    if kind == "ring":
        radius, start = min(right - left, bottom - top) / 2, 0.0
        box = ((left + right) / 2 - radius, top, (left + right) / 2 + radius, top + 2 * radius)
        while start < 360:
            end = min(360, start + rng.randint(25, 130))
            page.draw.pieslice(box, start, end, rng.choice(ACCENTS), theme.paper)
            start = end
        page.disc((left + right) / 2, top + radius, radius * rng.choice((0.0, 0.55)), theme.paper)
        return
    for line in range(5):
        page.rule(left, top + (bottom - top) * line / 4, right - left, theme.line)
    count = rng.randint(5, 24)
    step = (right - left) / count
    for series in range(1 if kind == "bars" else rng.randint(1, 3)):
        colour = theme.accent if series == 0 else rng.choice(ACCENTS)
        level, points = rng.uniform(0.3, 0.8), []
        for at in range(count):
            level = min(1.0, max(0.05, level + rng.gauss(0, 0.13)))
            points.append((left + (at + 0.5) * step, bottom - level * (bottom - top)))
        if kind == "line":
            page.draw.line(points, colour, 2, joint="curve")
            continue
        for px, py in points:
            page.box(px - step * 0.35, py, step * 0.7, bottom - py, colour)


def picture(page: Page, x: float, y: float, width: float, height: float) -> None:
    """A stand-in for a photo: a sky, hills and a sun in odd colours, or one flat colour."""
    rng = page.rng
    if width < 4 or height < 4:
        return
    scene = Page(rng, round(width), round(height))
    sky, ground = rng.choice(ACCENTS), rng.choice(ACCENTS)
    scene.gradient(0, 0, scene.width, scene.height, mix(sky, (255, 255, 255), 0.4), mix(sky, (255, 240, 220), 0.8))
    if rng.random() < 0.8:
        scene.disc(rng.uniform(0.1, 0.9) * width, height * 0.3, height * 0.1, (255, 236, 170))
        for layer in range(rng.randint(1, 3)):
            base = height * (0.55 + 0.15 * layer)
            hills = [(at * width / 6, base + rng.uniform(-0.18, 0.1) * height) for at in range(7)]
            scene.draw.polygon([(0, height), *hills, (width, height)], mix(ground, (20, 40, 30), 0.25 * layer))
    page.image.paste(scene.image, (round(x), round(y)))


def code_square(page: Page, x: float, y: float, side: float) -> None:
    """A square of black and white modules with three corner marks, like a QR code."""
    count = page.rng.choice((21, 25, 29))
    unit = side / count
    page.box(x - unit * 2, y - unit * 2, side + unit * 4, side + unit * 4, "white")
    for row in range(count):
        for column in range(count):
            if page.rng.random() < 0.48:
                page.box(x + column * unit, y + row * unit, unit, unit, "black")
    for cx, cy in ((0, 0), (count - 7, 0), (0, count - 7)):
        for inset, colour in ((0, "black"), (1, "white"), (2, "black")):
            page.box(
                x + (cx + inset) * unit,
                y + (cy + inset) * unit,
                (7 - 2 * inset) * unit,
                (7 - 2 * inset) * unit,
                colour,
            )

"""A page to draw on: text that wraps, boxes, lines, and the fonts that this machine happens to have.

Pillow ships one outline font; every other face is tried by its file name, which Pillow looks up in the
system's font folders, and falls back to that one. Pictures therefore differ a little between machines,
and are the same on one machine for the same seed.
"""

from __future__ import annotations

import random
from functools import lru_cache
from typing import cast

from PIL import Image, ImageDraw, ImageFont

Colour = str | tuple[int, int, int]
Font = ImageFont.FreeTypeFont

_FACES: dict[str, tuple[str, ...]] = {
    "sans": ("DejaVuSans.ttf", "LiberationSans-Regular.ttf", "Arial.ttf", "Helvetica.ttc"),
    "bold": ("DejaVuSans-Bold.ttf", "LiberationSans-Bold.ttf", "Arial Bold.ttf", "arialbd.ttf"),
    "condensed": ("DejaVuSansCondensed.ttf", "LiberationSansNarrow-Regular.ttf", "ARIALN.TTF"),
    "serif": ("DejaVuSerif.ttf", "LiberationSerif-Regular.ttf", "Times New Roman.ttf", "times.ttf"),
    "mono": ("DejaVuSansMono.ttf", "LiberationMono-Regular.ttf", "Menlo.ttc", "consola.ttf"),
    "pillow": (),
}
INTERFACE_FACES = ("sans", "pillow", "condensed")


@lru_cache(maxsize=256)
def font(face: str, size: int) -> Font:
    """The font of that face, or Pillow's own where this machine has none of its files."""
    for name in _FACES[face]:
        try:
            return ImageFont.truetype(name, size)
        except OSError:
            continue
    return cast(Font, ImageFont.load_default(size))


def mix(a: tuple[int, int, int], b: tuple[int, int, int], share: float) -> tuple[int, int, int]:
    """The colour that lies `share` (0 to 1) of the way from `a` to `b`."""
    red, green, blue = (round(x + (y - x) * share) for x, y in zip(a, b, strict=True))
    return red, green, blue


class Page:
    """An RGB picture being drawn, with the generator that decides what goes on it."""

    def __init__(self, rng: random.Random, width: int, height: int, paper: Colour = "white") -> None:
        self.rng = rng
        self.width, self.height = width, height
        self.image = Image.new("RGB", (width, height), paper)
        self.draw = ImageDraw.Draw(self.image)

    def text(
        self,
        x: float,
        y: float,
        string: str,
        size: float,
        fill: Colour,
        face: str = "sans",
        anchor: str = "la",
    ) -> float:
        """Draw one line and return its width in pixels; `anchor` is Pillow's (la: left, ascender)."""
        shape = font(face, max(6, round(size)))
        self.draw.text((x, y), string, fill=fill, font=shape, anchor=anchor)
        return shape.getlength(string)

    def paragraph(
        self,
        x: float,
        y: float,
        width: float,
        string: str,
        size: float,
        fill: Colour,
        face: str = "sans",
        leading: float = 1.45,
        bottom: float | None = None,
    ) -> float:
        """Draw words wrapped to `width`, stopping before `bottom`; return the y below the last line."""
        shape = font(face, max(6, round(size)))
        line = ""
        for word in [*string.split(), None]:
            longer = f"{line} {word}".strip()
            if word is not None and shape.getlength(longer) <= width:
                line = longer
                continue
            if bottom is not None and y + size > bottom:
                return y
            self.draw.text((x, y), line, fill=fill, font=shape)
            y += size * leading
            line = word or ""
        return y

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        fill: Colour | None = None,
        outline: Colour | None = None,
        radius: float = 0,
        line: int = 1,
    ) -> None:
        """A rectangle, with rounded corners where `radius` is more than 0; nothing where it is empty."""
        if width < 1 or height < 1:
            return
        corners = (x, y, x + width, y + height)
        if radius:
            self.draw.rounded_rectangle(corners, min(radius, width / 2, height / 2), fill, outline, line)
        else:
            self.draw.rectangle(corners, fill, outline, line)

    def disc(
        self,
        x: float,
        y: float,
        radius: float,
        fill: Colour | None,
        outline: Colour | None = None,
        line: int = 1,
    ) -> None:
        """A circle."""
        self.draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill, outline, line)

    def rule(self, x: float, y: float, length: float, fill: Colour, line: int = 1) -> None:
        """A horizontal line."""
        self.draw.line((x, y, x + length, y), fill, line)

    def gradient(
        self, x: int, y: int, width: int, height: int, top: tuple[int, int, int], bottom: tuple[int, int, int]
    ) -> None:
        """A rectangle that shades from `top` to `bottom`."""
        for row in range(height):
            self.draw.line((x, y + row, x + width, y + row), mix(top, bottom, row / max(1, height - 1)))

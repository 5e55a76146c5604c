"""Handwriting from a single-stroke alphabet: a glyph is a few polylines, smoothed, slanted, never twice alike.

Glyph units: the baseline lies at y 0, small letters reach 4, capitals 7, descenders -3. Strokes of a glyph
are parted by "/", points are "x,y".
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from itertools import pairwise

from PIL import ImageDraw

from photoorg.training.drawn.pen import Colour

Stroke = list[tuple[float, float]]

_GLYPHS = {
    "a": "3.4,3.4 1.8,4 0.3,2.4 0.6,0.4 1.9,0.2 3.4,2.2 3.5,3.8 / 3.5,3.8 3.4,1 4.2,0.1",
    "b": "0.6,7 0.5,3 0.5,0.2 / 0.5,2.4 2,4 3.5,2.6 3,0.5 1.4,0 0.5,0.8",
    "c": "3.4,3.3 2,4 0.5,2.6 0.7,0.7 2.1,0 3.5,0.8",
    "d": "3.4,3.2 1.9,4 0.4,2 1.3,0 3,0.9 3.5,3 / 3.7,7 3.5,2 3.9,0",
    "e": "0.5,2 3.3,2.4 2.6,3.9 1,3.6 0.4,1.8 1.3,0.1 3.4,0.7",
    "f": "3.2,6.4 2.2,7 1.4,5.6 1.3,0 / 0.2,4 2.6,4",
    "g": "3.4,3.4 1.9,4 0.5,2.4 1.2,0.5 2.9,1 3.5,3.6 / 3.5,3.8 3.4,-1.6 1.9,-3 0.4,-2.2",
    "h": "0.6,7 0.5,0 / 0.5,2.2 2,4 3.2,3 3.3,0",
    "i": "0.8,4 0.8,0.6 1.4,0 / 0.8,5.6 0.9,5.7",
    "j": "1.6,4 1.6,-1.8 0.5,-3 / 1.6,5.6 1.7,5.7",
    "k": "0.6,7 0.5,0 / 3,4 0.6,1.8 / 1.4,2.4 3.3,0",
    "l": "0.7,7 0.6,0.8 1.3,0",
    "m": "0.5,4 0.5,0 / 0.5,2.6 1.7,4 2.5,3 2.5,0 / 2.5,2.8 3.8,4 4.7,3 4.8,0",
    "n": "0.5,4 0.5,0 / 0.5,2.4 2,4 3.2,3 3.3,0",
    "o": "2,4 0.5,2.8 0.7,0.7 2.1,0 3.5,1.3 3.3,3.3 2,4",
    "p": "0.6,4 0.5,-3 / 0.5,2.6 2,4 3.5,2.4 2.6,0.2 0.6,0.6",
    "q": "3.3,3.4 1.8,4 0.4,2 1.6,0.2 3.2,1.4 / 3.4,4 3.4,-3",
    "r": "0.5,4 0.6,0 / 0.6,2.4 1.7,3.9 2.9,3.6",
    "s": "3,3.6 1.6,4 0.7,3 2.6,1.6 2.4,0.2 0.5,0.3",
    "t": "1.3,6 1.2,0.9 2.4,0.1 / 0.1,4.2 2.6,4.2",
    "u": "0.5,4 0.6,0.9 1.9,0 3.3,1.8 / 3.4,4 3.4,0.8 4,0",
    "v": "0.3,4 1.8,0 3.3,4",
    "w": "0.3,4 1.3,0 2.4,3 3.5,0 4.6,4",
    "x": "0.4,4 3.2,0 / 3.2,4 0.3,0",
    "y": "0.4,4 1.9,0.6 / 3.4,4 1.6,-1.6 0.3,-2.8",
    "z": "0.5,4 3.2,4 0.4,0 3.4,0",
    "A": "0,0 2.2,7 4.4,0 / 0.8,2.4 3.6,2.4",
    "B": "0.5,7 0.5,0 2.8,0.2 3.8,1.8 2.6,3.6 0.6,3.7 / 0.5,7 2.6,6.8 3.2,5.2 2.4,3.8",
    "C": "4,6 2.4,7 0.5,4.8 0.6,1.6 2.4,0 4.1,1",
    "D": "0.5,7 0.5,0 2.6,0.4 4.1,3.5 2.6,6.7 0.4,7",
    "E": "3.6,7 0.5,7 0.5,0 3.7,0 / 0.5,3.7 3,3.7",
    "F": "3.6,7 0.5,7 0.5,0 / 0.5,3.7 3,3.7",
    "G": "4,6 2.4,7 0.5,4.6 0.8,1.2 2.6,0 4.1,1.4 4.1,3.2 2.6,3.2",
    "H": "0.5,7 0.5,0 / 4,7 4,0 / 0.5,3.6 4,3.6",
    "I": "1,7 1,0",
    "J": "3,7 3,1.4 1.8,0 0.4,1",
    "K": "0.5,7 0.5,0 / 3.8,7 0.6,3.2 / 1.4,4 4,0",
    "L": "0.5,7 0.5,0 3.6,0",
    "M": "0.3,0 0.7,7 2.6,2.4 4.6,7 5,0",
    "N": "0.5,0 0.5,7 4,0 4,7",
    "O": "2.4,7 0.4,5 0.6,1.6 2.4,0 4.3,1.8 4.2,5.2 2.4,7",
    "P": "0.5,0 0.5,7 2.8,6.8 3.7,5.2 2.6,3.5 0.6,3.3",
    "Q": "2.4,7 0.4,5 0.6,1.6 2.4,0 4.3,1.8 4.2,5.2 2.4,7 / 2.8,1.8 4.6,-0.6",
    "R": "0.5,0 0.5,7 2.8,6.8 3.6,5.2 2.4,3.6 0.6,3.5 / 2,3.5 4,0",
    "S": "3.8,6.2 2.2,7 0.7,5.4 3.6,2.4 2.6,0.1 0.4,0.9",
    "T": "0.2,7 4.4,7 / 2.3,7 2.2,0",
    "U": "0.5,7 0.6,1.6 2.2,0 4,1.6 4,7",
    "V": "0.2,7 2.2,0 4.2,7",
    "W": "0.2,7 1.4,0 2.8,5 4.2,0 5.4,7",
    "X": "0.3,7 4,0 / 4,7 0.2,0",
    "Y": "0.3,7 2.2,3.6 4.1,7 / 2.2,3.6 2.1,0",
    "Z": "0.4,7 4,7 0.3,0 4.1,0",
    "0": "2,7 0.5,5 0.5,2 2,0 3.5,2 3.5,5 2,7",
    "1": "0.6,5.4 2,7 2,0",
    "2": "0.5,5.4 2,7 3.4,5.4 0.4,0 3.7,0",
    "3": "0.6,6.4 2.4,7 3.2,5.2 1.6,3.7 3.5,2 2,0 0.4,0.8",
    "4": "2.8,0 2.8,7 0.3,2.2 3.9,2.2",
    "5": "3.4,7 0.9,7 0.7,4 2.6,4.2 3.5,2 2,0 0.4,0.7",
    "6": "3,7 0.9,3.6 0.6,1.4 2,0 3.5,1.6 2.4,3.4 0.8,2.6",
    "7": "0.4,7 3.6,7 1.4,0",
    "8": "2,3.7 0.7,5.4 2,7 3.3,5.4 2,3.7 0.4,1.8 2,0 3.6,1.8 2,3.7",
    "9": "3.2,4.6 1.8,3.6 0.6,5 1.8,7 3.3,5.6 3,2 1.6,0",
    ".": "0.4,0 0.6,0.2",
    ",": "0.7,0.4 0.2,-1",
    "!": "0.7,7 0.6,2 / 0.6,0 0.7,0.2",
    "?": "0.4,5.8 1.8,7 3,5.6 1.6,3.4 1.6,2 / 1.6,0 1.7,0.2",
    "-": "0.4,2.6 2.6,2.6",
    "+": "0.3,2.6 3.1,2.6 / 1.7,4.2 1.7,1",
    "=": "0.3,3.4 3,3.4 / 0.3,1.8 3,1.8",
    ":": "0.6,3.2 0.7,3.3 / 0.6,0.4 0.7,0.5",
    "/": "0.2,-0.5 2.8,7",
    "'": "0.6,7 0.4,5.6",
    "%": "0.4,0 4,7 / 0.6,6.4 1.4,5.6 / 3,1.4 3.8,0.6",
}


def _parse(glyph: str) -> list[Stroke]:
    return [
        [(float(point.split(",")[0]), float(point.split(",")[1])) for point in stroke.split()]
        for stroke in glyph.split("/")
    ]


_STROKES = {letter: _parse(glyph) for letter, glyph in _GLYPHS.items()}


def _smooth(points: Stroke, steps: int = 4) -> Stroke:
    """A Catmull-Rom spline through the points."""
    if len(points) < 3:
        return points
    padded = [points[0], *points, points[-1]]
    curve: Stroke = []
    for p0, p1, p2, p3 in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        for step in range(steps):
            t = step / steps
            weights = (
                -0.5 * t + t * t - 0.5 * t**3,
                1 - 2.5 * t * t + 1.5 * t**3,
                0.5 * t + 2 * t * t - 1.5 * t**3,
                -0.5 * t * t + 0.5 * t**3,
            )
            around = (p0, p1, p2, p3)
            curve.append(
                (
                    sum(w * p[0] for w, p in zip(weights, around, strict=True)),
                    sum(w * p[1] for w, p in zip(weights, around, strict=True)),
                )
            )
    return [*curve, points[-1]]


@dataclass(frozen=True)
class Hand:
    """One person's writing: `slant` in units of x per y, `jitter` in glyph units, widths as factors."""

    slant: float
    jitter: float
    width: float
    spacing: float
    angular: bool
    capitals: bool

    @staticmethod
    def of(rng: random.Random) -> Hand:
        """Somebody's hand."""
        return Hand(
            rng.uniform(-0.05, 0.35),
            rng.uniform(0.1, 0.35),
            rng.uniform(0.75, 1.1),
            rng.uniform(0.5, 1.6),
            rng.random() < 0.3,
            rng.random() < 0.25,
        )

    def length(self, string: str, size: float) -> float:
        """The width in pixels that `string` will take, on average."""
        return len(string) * (3.4 * self.width + self.spacing) * size / 7

    def write(
        self,
        draw: ImageDraw.ImageDraw,
        rng: random.Random,
        x: float,
        y: float,
        string: str,
        size: float,
        fill: Colour,
        line: int,
    ) -> float:
        """Write on the baseline `y`, capitals `size` pixels high; returns the x after the last letter."""
        unit = size / 7
        drift = rng.gauss(0, 0.012)
        start = x
        for letter in string.upper() if self.capitals else string:
            strokes = _STROKES.get(letter)
            if strokes is None:
                x += unit * (2.4 if letter == " " else 3)
                continue
            base = y + drift * (x - start) + rng.gauss(0, self.jitter * unit * 0.5)
            reach = 0.0
            for stroke in strokes:
                shaken = [(px + rng.gauss(0, self.jitter), py + rng.gauss(0, self.jitter)) for px, py in stroke]
                path = shaken if self.angular else _smooth(shaken)
                reach = max(reach, *(px for px, _ in stroke))
                draw.line(
                    [(x + (px * self.width + py * self.slant) * unit, base - py * unit) for px, py in path],
                    fill,
                    line,
                    joint="curve",
                )
            x += (reach * self.width + self.spacing) * unit
        return x


def wobble(
    draw: ImageDraw.ImageDraw, rng: random.Random, points: Stroke, fill: Colour, line: int, shake: float = 2
) -> None:
    """A line drawn by hand through `points`: `shake` in pixels."""
    path: Stroke = []
    for (x0, y0), (x1, y1) in pairwise(points):
        for step in range(4):
            t = step / 4
            path.append((x0 + (x1 - x0) * t + rng.gauss(0, shake), y0 + (y1 - y0) * t + rng.gauss(0, shake)))
    draw.line([*_smooth(path, 3), points[-1]], fill, line, joint="curve")

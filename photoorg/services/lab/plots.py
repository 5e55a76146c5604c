"""Line charts as SVG, drawn in the colour of the text around them, so that they do on light and dark pages."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from html import escape

_WIDTH, _HEIGHT = 420, 260
_LEFT, _RIGHT, _TOP, _BOTTOM = 52, 12, 30, 42
_COLOURS = ("#2f7ed8", "#d9622b", "#3a9a5b", "#8e5bc0", "#b8860b")
#: About this many numbers stand at an axis.
_TICKS = 5

Points = Sequence[tuple[float, float]]


def line_chart(
    title: str,
    lines: Mapping[str, Points],
    x_label: str,
    y_label: str,
    *,
    log_x: bool = False,
    mark: float | None = None,
) -> str:
    """An ``<svg>`` of named ``lines``; ``mark`` draws an upright at that x. x must be above 0 where ``log_x``."""
    points = [point for line in lines.values() for point in line]
    if not points:
        return ""
    across = _Axis([x for x, _ in points], _LEFT, _WIDTH - _RIGHT, log=log_x)
    up = _Axis([y for _, y in points], _HEIGHT - _BOTTOM, _TOP)
    parts = [
        f'<svg viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-label="{escape(title)}" class="chart">',
        f'<text x="{_LEFT}" y="16" class="title">{escape(title)}</text>',
        *_grid(across, up),
        f'<text x="{(_LEFT + _WIDTH - _RIGHT) / 2}" y="{_HEIGHT - 8}" text-anchor="middle">{escape(x_label)}</text>',
        f'<text transform="translate(12 {(_TOP + _HEIGHT - _BOTTOM) / 2}) rotate(-90)" text-anchor="middle">'
        f"{escape(y_label)}</text>",
    ]
    if mark is not None:
        x = across.at(mark)
        parts.append(
            f'<line x1="{x:.1f}" x2="{x:.1f}" y1="{_TOP}" y2="{_HEIGHT - _BOTTOM}" stroke="currentColor" '
            'stroke-dasharray="4 3" opacity="0.6"/>'
        )
    for number, (name, line) in enumerate(lines.items()):
        parts += _line(name, line, across, up, number, legend=len(lines) > 1)
    return "".join([*parts, "</svg>"])


class _Axis:
    """Values to pixels, between ``start`` and ``end``, on a linear or logarithmic scale."""

    def __init__(self, values: Sequence[float], start: float, end: float, *, log: bool = False) -> None:
        self._log = log
        self.low, self.high = min(values), max(values)
        if self.low == self.high:
            self.low, self.high = (self.low / 2, self.high * 2) if log else (self.low - 0.5, self.high + 0.5)
        self._start, self._end = start, end

    def at(self, value: float) -> float:
        low, high, here = (math.log(v) if self._log else v for v in (self.low, self.high, value))
        return self._start + (here - low) / (high - low) * (self._end - self._start)

    def ticks(self) -> list[float]:
        """Round values along the axis."""
        if self._log:
            powers = range(math.floor(math.log10(self.low)), math.ceil(math.log10(self.high)) + 1)
            return [m * 10.0**p for p in powers for m in (1, 2, 5) if self.low <= m * 10.0**p <= self.high]
        step = _round_step((self.high - self.low) / _TICKS)
        first = math.ceil(self.low / step - 1e-9)
        last = math.floor(self.high / step + 1e-9)
        return [number * step for number in range(first, last + 1)]


def _round_step(rough: float) -> float:
    """The least of 1, 2, 5 times a power of ten that is not below ``rough``."""
    power = 10.0 ** math.floor(math.log10(rough))
    return next(m * power for m in (1, 2, 5, 10) if m * power >= rough * (1 - 1e-9))


def _grid(across: _Axis, up: _Axis) -> list[str]:
    parts = []
    for value in up.ticks():
        y = up.at(value)
        parts.append(
            f'<line x1="{_LEFT}" x2="{_WIDTH - _RIGHT}" y1="{y:.1f}" y2="{y:.1f}" stroke="currentColor" '
            f'opacity="0.15"/><text x="{_LEFT - 6}" y="{y + 4:.1f}" text-anchor="end">{value:.4g}</text>'
        )
    for value in across.ticks():
        x = across.at(value)
        parts.append(f'<text x="{x:.1f}" y="{_HEIGHT - _BOTTOM + 16}" text-anchor="middle">{value:.4g}</text>')
    return parts


def _line(name: str, line: Points, across: _Axis, up: _Axis, number: int, *, legend: bool) -> list[str]:
    colour = _COLOURS[number % len(_COLOURS)]
    places = [(across.at(x), up.at(y)) for x, y in line]
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    parts = [f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>']
    parts += [
        f'<circle cx="{px:.1f}" cy="{py:.1f}" r="3" fill="{colour}">'
        f"<title>{escape(name)}: {x:.4g}, {y:.4g}</title></circle>"
        for (px, py), (x, y) in zip(places, line, strict=True)
    ]
    if legend:
        y = _TOP + 12 + 15 * number
        parts.append(
            f'<rect x="{_LEFT + 8}" y="{y - 8}" width="9" height="9" fill="{colour}"/>'
            f'<text x="{_LEFT + 22}" y="{y}">{escape(name)}</text>'
        )
    return parts

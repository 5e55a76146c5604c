"""Quarter turns of a picture that leave its file alone, and what they do to places in it.

A *part* is x, y, width, height in fractions (0-1) of a picture. Turns count quarters clockwise.
"""

from __future__ import annotations

from typing import TypeVar

Part = tuple[float, float, float, float]
Number = TypeVar("Number", int, float)

WHOLE: Part = (0.0, 0.0, 1.0, 1.0)


def turned_size(size: tuple[Number, Number], quarters: int) -> tuple[Number, Number]:
    """Width and height of a picture of ``size`` after ``quarters`` turns."""
    return (size[1], size[0]) if quarters % 2 else size


def turned(part: Part, quarters: int) -> Part:
    """Where ``part`` of a picture lies in the picture after ``quarters`` turns."""
    x, y, width, height = part
    for _ in range(quarters % 4):
        x, y, width, height = 1 - y - height, x, height, width
    return x, y, width, height


def unturned(part: Part, quarters: int) -> Part:
    """Where ``part`` of a picture that was turned lies in the picture as it is."""
    return turned(part, -quarters)


def within(part: Part) -> Part:
    """``part`` as far as it lies in the picture, free of what rounding adds."""
    left, top = min(max(part[0], 0.0), 1.0), min(max(part[1], 0.0), 1.0)
    right, bottom = min(max(part[0] + part[2], left), 1.0), min(max(part[1] + part[3], top), 1.0)
    return left, top, right - left, bottom - top

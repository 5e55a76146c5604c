"""Heat as a transparent picture: dark where nothing speaks for a group, bright where most does."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainterPath

#: Colours from cold to warm after matplotlib's "inferno", whose lightness only rises: it reads without colours too.
_STOPS = ((0, 0, 4), (40, 11, 84), (101, 21, 110), (159, 42, 99), (212, 72, 66), (245, 125, 21), (250, 193, 39))
#: How much of the photo they hide, cold and warm: the cold darkens, the warm leaves enough to be seen.
_COLD, _WARM = 165, 120


@lru_cache(maxsize=1)
def colour_table() -> tuple[int, ...]:
    """The 256 colours, each as Qt's #AARRGGBB number."""
    table = []
    for value in range(256):
        at = value / 255 * (len(_STOPS) - 1)
        low = min(int(at), len(_STOPS) - 2)
        part = at - low
        red, green, blue = (round(a + (b - a) * part) for a, b in zip(_STOPS[low], _STOPS[low + 1], strict=True))
        table.append(QColor(red, green, blue, round(_COLD + (_WARM - _COLD) * value / 255)).rgba())
    return tuple(table)


def heat_image(heat: bytes, width: int, height: int) -> QImage:
    """``height`` rows of ``width`` bytes (0 to 255) in colours."""
    image = QImage(heat, width, height, width, QImage.Format.Format_Indexed8)
    image.setColorTable(list(colour_table()))
    return image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)


def outline_path(outline: tuple[tuple[tuple[float, float], ...], ...]) -> QPainterPath:
    """Closed lines through points in fractions of a picture."""
    path = QPainterPath()
    for points in outline:
        if points:
            path.moveTo(QPointF(*points[0]))
            for point in points[1:]:
                path.lineTo(QPointF(*point))
            path.closeSubpath()
    return path

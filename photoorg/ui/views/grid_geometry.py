"""Where the tiles of a grid lie: arithmetic alone, so that a million rows need no layout."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


class Tiles(Protocol):
    """Where tiles lie. Coordinates are those of all of them together, in pixels, from the top left corner."""

    @property
    def count(self) -> int:
        """How many tiles there are."""

    @property
    def pitch(self) -> int:
        """Pixels from one line of tiles to the next."""

    @property
    def size(self) -> tuple[int, int]:
        """The width and height of a tile."""

    @property
    def height(self) -> int:
        """The height of everything."""

    def position(self, row: int) -> tuple[int, int]:
        """The left and top of the tile of ``row``."""

    def row_at(self, x: int, y: int) -> int | None:
        """The row whose tile covers the point, None between tiles."""

    def rows_between(self, top: int, bottom: int) -> range:
        """The rows of all lines that touch the stripe from ``top`` to ``bottom``, both included."""

    def rows_within(self, left: int, top: int, right: int, bottom: int) -> list[range]:
        """The rows whose tiles touch a rectangle, borders included, in ranges."""

    def beside(self, row: int, lines: int) -> int:
        """The row so many lines under ``row`` (above it, if negative), as near as there is one."""


@dataclass(frozen=True, slots=True)
class GridGeometry:
    """``count`` square tiles of ``side`` pixels in ``columns``, ``gap`` apart, with ``margin`` around them.

    Coordinates are those of the whole grid, in pixels, from its top left corner.
    """

    count: int
    columns: int
    side: int
    gap: int
    margin: int

    @classmethod
    def fit(cls, count: int, width: int, wanted: int, gap: int, margin: int) -> GridGeometry:
        """The grid for a view ``width`` pixels wide whose tiles come nearest to ``wanted`` and fill each row."""
        room = max(width - 2 * margin, 1)
        columns = max(1, round((room + gap) / (wanted + gap)))
        side = max(1, (room - (columns - 1) * gap) // columns)
        return cls(count, columns, side, gap, margin)

    @property
    def pitch(self) -> int:
        """Pixels from one tile to the next, across and down."""
        return self.side + self.gap

    @property
    def size(self) -> tuple[int, int]:
        """The width and height of a tile."""
        return self.side, self.side

    @property
    def lines(self) -> int:
        """How many lines of tiles there are."""
        return -(-self.count // self.columns)

    @property
    def height(self) -> int:
        """The height of the whole grid."""
        return 2 * self.margin + self.lines * self.pitch - self.gap if self.count else 0

    def position(self, row: int) -> tuple[int, int]:
        """The left and top of the tile of ``row``."""
        line, column = divmod(row, self.columns)
        return self.margin + column * self.pitch, self.margin + line * self.pitch

    def row_at(self, x: int, y: int) -> int | None:
        """The row whose tile covers the point, None between tiles."""
        column, across = divmod(x - self.margin, self.pitch)
        line, down = divmod(y - self.margin, self.pitch)
        if across >= self.side or down >= self.side or not 0 <= column < self.columns or line < 0:
            return None
        row = line * self.columns + column
        return row if row < self.count else None

    def rows_between(self, top: int, bottom: int) -> range:
        """The rows of all lines that touch the stripe from ``top`` to ``bottom``, both included."""
        first = max(0, (top - self.margin + self.gap) // self.pitch) * self.columns
        last = max(0, (bottom - self.margin) // self.pitch + 1) * self.columns
        return range(min(first, self.count), min(last, self.count))

    def rows_within(self, left: int, top: int, right: int, bottom: int) -> list[range]:
        """The rows whose tiles touch a rectangle, borders included: one range for each line."""
        first = max(0, (left - self.margin + self.gap) // self.pitch)
        last = min(self.columns - 1, (right - self.margin) // self.pitch)
        if first > last:
            return []
        stripe = self.rows_between(top, bottom)
        ranges = (
            range(start + first, min(start + last + 1, self.count))
            for start in range(stripe.start, stripe.stop, self.columns)
        )
        return [rows for rows in ranges if rows]

    def beside(self, row: int, lines: int) -> int:
        """The row so many lines under ``row`` (above it, if negative), as near as there is one."""
        line, column = divmod(row, self.columns)
        line = min(max(line + lines, 0), self.lines - 1)
        return min(line * self.columns + column, self.count - 1)

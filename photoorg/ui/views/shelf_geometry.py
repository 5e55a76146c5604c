"""Where cards or tiles lie in lines under headings, by arithmetic alone."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

#: Height of a heading, and the space above every one but the first.
HEADING, ABOVE = 44, 12


@dataclass(frozen=True, slots=True)
class ShelfGeometry:
    """Cards of one size in lines under headings; ``firsts`` is the first row and ``tops`` the top of every shelf.

    Coordinates are those of the whole page, in pixels, from its top left corner.
    """

    count: int
    columns: int
    size: tuple[int, int]
    gap: int
    margin: int
    firsts: tuple[int, ...]
    tops: tuple[int, ...]
    height: int

    @classmethod
    def fit(cls, shelves: Sequence[int], width: int, wanted: int, tall: int, *, gap: int, margin: int) -> ShelfGeometry:
        """For shelves of so many cards each, in a view ``width`` pixels wide, with cards about ``wanted`` wide.

        A card is ``tall`` pixels higher than two thirds of its width.
        """
        columns, wide = _across(width, wanted, gap, margin)
        return cls._of(shelves, columns, (wide, wide * 2 // 3 + tall), gap, margin)

    @classmethod
    def squares(cls, sections: Sequence[int], width: int, wanted: int, gap: int, margin: int) -> ShelfGeometry:
        """For sections of so many square tiles each; the arguments are those of ``GridGeometry.fit``."""
        columns, side = _across(width, wanted, gap, margin)
        return cls._of(sections, columns, (side, side), gap, margin)

    @classmethod
    def _of(cls, shelves: Sequence[int], columns: int, size: tuple[int, int], gap: int, margin: int) -> ShelfGeometry:
        firsts, tops, row, top = [], [], 0, margin
        for count in shelves:
            firsts.append(row)
            tops.append(top)
            row += count
            top += HEADING + -(-count // columns) * (size[1] + gap) - gap + ABOVE
        return cls(row, columns, size, gap, margin, tuple(firsts), tuple(tops), top - ABOVE + margin if row else 0)

    @property
    def pitch(self) -> int:
        """Pixels from one line of cards to the next."""
        return self.size[1] + self.gap

    def shelf_of(self, row: int) -> int:
        """The shelf that a row lies on."""
        return bisect_right(self.firsts, row) - 1

    def rows_of(self, shelf: int) -> range:
        """The rows of a shelf."""
        following = self.firsts[shelf + 1] if shelf + 1 < len(self.firsts) else self.count
        return range(self.firsts[shelf], following)

    def shelves_between(self, top: int, bottom: int) -> range:
        """The shelves of which anything lies between ``top`` and ``bottom``."""
        return range(max(0, bisect_right(self.tops, top) - 1), bisect_right(self.tops, bottom))

    def position(self, row: int) -> tuple[int, int]:
        """The left and top of the card of ``row``."""
        shelf = self.shelf_of(row)
        line, column = divmod(row - self.firsts[shelf], self.columns)
        return (
            self.margin + column * (self.size[0] + self.gap),
            self.tops[shelf] + HEADING + line * self.pitch,
        )

    def row_at(self, x: int, y: int) -> int | None:
        """The row whose card covers the point, None between cards."""
        shelf = bisect_right(self.tops, y) - 1
        column, across = divmod(x - self.margin, self.size[0] + self.gap)
        if shelf < 0 or across >= self.size[0] or not 0 <= column < self.columns:
            return None
        line, down = divmod(y - self.tops[shelf] - HEADING, self.pitch)
        rows = self.rows_of(shelf)
        row = rows.start + line * self.columns + column
        return row if line >= 0 and down < self.size[1] and row in rows else None

    def rows_between(self, top: int, bottom: int) -> range:
        """The rows of all lines that touch the stripe from ``top`` to ``bottom``, both included."""
        first, last = self.count, 0
        for shelf in self.shelves_between(top, bottom):
            rows, cards = self.rows_of(shelf), self.tops[shelf] + HEADING
            above = max(0, (top - cards + self.gap) // self.pitch)
            below = (bottom - cards) // self.pitch + 1
            start, stop = rows.start + above * self.columns, min(rows.start + below * self.columns, rows.stop)
            if start < stop:
                first, last = min(first, start), max(last, stop)
        return range(first, max(first, last)) if last else range(0)

    def rows_within(self, left: int, top: int, right: int, bottom: int) -> list[range]:
        """The rows whose cards touch a rectangle, borders included, in ranges."""
        pitch = self.size[0] + self.gap
        first = max(0, (left - self.margin + self.gap) // pitch)
        last = min(self.columns - 1, (right - self.margin) // pitch)
        if first > last:
            return []
        stripe = self.rows_between(top, bottom)
        found: list[range] = []
        for shelf in self.shelves_between(top, bottom):
            rows = self.rows_of(shelf)
            for start in range(rows.start, rows.stop, self.columns):
                if start in stripe:
                    found.append(range(min(start + first, rows.stop), min(start + last + 1, rows.stop)))
        return [rows for rows in found if rows]

    def beside(self, row: int, lines: int) -> int:
        """The row so many lines under ``row`` (above it, if negative), as near as there is one."""
        step = 1 if lines > 0 else -1
        for _ in range(abs(lines)):
            row = self._next(row, step)
        return row

    def _next(self, row: int, step: int) -> int:
        shelf = self.shelf_of(row)
        rows = self.rows_of(shelf)
        line, column = divmod(row - rows.start, self.columns)
        line += step
        if not 0 <= line <= (len(rows) - 1) // self.columns:
            shelf += step
            if not 0 <= shelf < len(self.firsts):
                return row
            rows = self.rows_of(shelf)
            line = 0 if step > 0 else (len(rows) - 1) // self.columns
        return min(rows.start + line * self.columns + column, rows.stop - 1)


def _across(width: int, wanted: int, gap: int, margin: int) -> tuple[int, int]:
    """How many cards about ``wanted`` pixels wide go beside each other, and how wide they are then."""
    room = max(width - 2 * margin, 1)
    columns = max(1, round((room + gap) / (wanted + gap)))
    return columns, max(1, (room - (columns - 1) * gap) // columns)

"""Cards under headings: every point, stripe and rectangle finds what lies there."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from photoorg.ui.views.grid_geometry import GridGeometry
from photoorg.ui.views.shelf_geometry import HEADING, ShelfGeometry

pages = st.builds(
    lambda shelves, width: ShelfGeometry.fit(shelves, width, 250, 54, gap=16, margin=24),
    st.lists(st.integers(1, 17), min_size=1, max_size=8),
    st.integers(200, 2000),
)


def page(*shelves: int) -> ShelfGeometry:
    return ShelfGeometry.fit(shelves, 3 * 250 + 2 * 16 + 2 * 24, 250, 54, gap=16, margin=24)


def test_lines_begin_anew_under_every_heading() -> None:
    found = page(4, 2)
    assert (found.columns, found.size) == (3, (250, 220))
    assert [found.position(row)[0] for row in range(6)] == [24, 290, 556, 24, 24, 290]
    first, second, third = (found.position(row)[1] for row in (0, 3, 4))
    assert (first, second - first) == (24 + HEADING, 236)
    assert third == found.tops[1] + HEADING
    assert found.height == third + 220 + 24
    assert page().height == 0


def test_the_keyboard_moves_from_shelf_to_shelf() -> None:
    found = page(4, 2)
    assert [found.beside(row, 1) for row in range(6)] == [3, 3, 3, 4, 4, 5]
    assert [found.beside(row, -1) for row in range(6)] == [0, 1, 2, 0, 3, 3]
    assert found.beside(0, 9) == 4


@given(pages)
def test_every_card_is_found_where_it_lies(found: ShelfGeometry) -> None:
    for row in range(found.count):
        x, y = found.position(row)
        for across, down in ((0, 0), (found.size[0] - 1, found.size[1] - 1)):
            assert found.row_at(x + across, y + down) == row
        assert found.row_at(x, y - 1) is None
        assert y + found.size[1] <= found.height


@given(pages, st.integers(-300, 6000), st.integers(0, 2000))
def test_a_stripe_finds_the_lines_that_touch_it(found: ShelfGeometry, top: int, tall: int) -> None:
    touching = [
        row
        for row in range(found.count)
        if found.position(row)[1] <= top + tall and found.position(row)[1] + found.size[1] > top
    ]
    assert set(touching) <= set(found.rows_between(top, top + tall))
    near = range(top - found.gap - HEADING, top + tall + found.gap)
    assert all(
        found.position(row)[1] <= near.stop and found.position(row)[1] + found.size[1] > near.start - 12
        for row in found.rows_between(top, top + tall)
    )


@given(pages, st.integers(0, 2000), st.integers(0, 4000), st.integers(0, 900), st.integers(0, 900))
def test_a_rubber_band_takes_the_cards_it_touches(
    found: ShelfGeometry, left: int, top: int, width: int, tall: int
) -> None:
    taken = {row for rows in found.rows_within(left, top, left + width, top + tall) for row in rows}
    for row in range(found.count):
        x, y = found.position(row)
        inside = x <= left + width and x + found.size[0] > left and y <= top + tall and y + found.size[1] > top
        assert not inside or row in taken


def test_square_tiles_are_as_wide_as_those_without_headings() -> None:
    plain = GridGeometry.fit(100_000, 1000, 168, 8, 16)
    found = ShelfGeometry.squares([30_000, 69_999, 1], 1000, 168, 8, 16)
    assert (found.columns, found.size, found.pitch) == (plain.columns, plain.size, plain.pitch)
    assert found.position(99_999)[0] == plain.margin, "the last section begins a line"


def test_a_rubber_band_over_everything_takes_a_range_for_each_line() -> None:
    found = ShelfGeometry.squares([9, 2], 1000, 168, 8, 16)
    lines = found.rows_within(0, 0, 999, found.height)
    assert lines == [range(0, 6), range(6, 9), range(9, 11)]
    assert found.rows_within(0, 0, 40, found.height) == [range(0, 1), range(6, 7), range(9, 10)]
    assert found.rows_within(-50, 0, 10, found.height) == [], "beside the tiles"

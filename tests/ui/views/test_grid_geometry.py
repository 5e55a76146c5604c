from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from photoorg.ui.views.grid_geometry import GridGeometry

grids = st.builds(
    GridGeometry.fit,
    count=st.integers(0, 5000),
    width=st.integers(60, 4000),
    wanted=st.integers(40, 400),
    gap=st.integers(0, 20),
    margin=st.integers(0, 20),
)


@given(grids, st.data())
def test_the_point_in_the_middle_of_a_tile_finds_its_row(grid: GridGeometry, data: st.DataObject) -> None:
    if not grid.count:
        assert grid.row_at(30, 30) is None
        return
    row = data.draw(st.integers(0, grid.count - 1))
    x, y = grid.position(row)
    assert grid.row_at(x + grid.side // 2, y + grid.side // 2) == row


@given(st.integers(100, 4000), st.integers(40, 400))
def test_lines_fill_the_width_to_within_a_pixel_a_column(width: int, wanted: int) -> None:
    grid = GridGeometry.fit(1000, width, wanted, 8, 16)
    right = grid.position(grid.columns - 1)[0] + grid.side
    assert width - 16 - grid.columns < right <= max(width - 16, 17)


@given(grids, st.integers(-500, 50_000), st.integers(0, 3000))
def test_exactly_the_tiles_that_touch_a_stripe_are_between_its_ends(grid: GridGeometry, top: int, height: int) -> None:
    bottom = top + height
    rows = grid.rows_between(top, bottom)
    touching = [
        row
        for row in range(grid.count)
        if grid.position(row)[1] <= bottom and grid.position(row)[1] + grid.side - 1 >= top
    ]
    assert list(rows) == touching


@given(grids, st.integers(-50, 2000), st.integers(-50, 2000), st.integers(0, 900), st.integers(0, 900))
def test_a_rubber_band_takes_the_tiles_it_touches(
    grid: GridGeometry, left: int, top: int, width: int, height: int
) -> None:
    right, bottom = left + width, top + height
    taken = [row for rows in grid.rows_within(left, top, right, bottom) for row in rows]

    def touches(row: int) -> bool:
        x, y = grid.position(row)
        return x <= right and x + grid.side > left and y <= bottom and y + grid.side > top

    assert taken == [row for row in range(grid.count) if touches(row)]


def test_points_between_and_outside_tiles_find_nothing() -> None:
    grid = GridGeometry(count=5, columns=3, side=100, gap=8, margin=16)
    assert grid.row_at(16, 16) == 0
    assert grid.row_at(15, 16) is None
    assert grid.row_at(116, 50) is None  # the gap after the first tile
    assert grid.row_at(16 + 2 * 108, 16 + 108) is None  # the second line has two photos
    assert grid.row_at(16 + 108, 16 + 108) == 4
    assert grid.height == 16 + 100 + 8 + 100 + 16

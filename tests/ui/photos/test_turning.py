from __future__ import annotations

import pytest

from photoorg.ui.photos.turning import Part, turned, turned_size, unturned, within


def test_a_corner_goes_around_clockwise() -> None:
    corner: Part = (0.0, 0.0, 0.2, 0.1)
    assert turned(corner, 1) == pytest.approx((0.9, 0.0, 0.1, 0.2))
    assert turned(corner, 2) == pytest.approx((0.8, 0.9, 0.2, 0.1))
    assert turned(corner, 3) == pytest.approx((0.0, 0.8, 0.1, 0.2))
    assert turned(corner, 4) == corner


@pytest.mark.parametrize("quarters", [-5, -1, 0, 1, 2, 3, 6])
def test_turning_back_gives_the_same_place(quarters: int) -> None:
    part: Part = (0.1, 0.2, 0.3, 0.4)
    assert unturned(turned(part, quarters), quarters) == pytest.approx(part)


def test_sides_change_places_with_every_quarter() -> None:
    assert [turned_size((4, 3), quarters) for quarters in range(4)] == [(4, 3), (3, 4), (4, 3), (3, 4)]


def test_what_lies_outside_is_cut_off() -> None:
    assert within((-0.1, 0.5, 0.4, 0.8)) == pytest.approx((0.0, 0.5, 0.3, 0.5))
    assert within((1.2, 0.0, 0.1, 1.0))[2] == 0.0

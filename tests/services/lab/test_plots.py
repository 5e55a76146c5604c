from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from photoorg.services.lab.plots import line_chart


def test_a_chart_is_valid_and_its_points_lie_where_they_should() -> None:
    chart = line_chart(
        "A & B", {"one": [(1, 0), (10, 5), (100, 10)], "two <2>": [(1, 10)]}, "x", "y", log_x=True, mark=10
    )
    ElementTree.fromstring(chart)
    (left, bottom), (middle, halfway), (right, top) = (
        tuple(map(float, point.split(","))) for point in re.findall(r'points="([^"]+)"', chart)[0].split()
    )
    assert middle == pytest.approx((left + right) / 2)  # a logarithmic scale
    assert halfway == pytest.approx((top + bottom) / 2)
    assert top < bottom
    assert "two &lt;2&gt;" in chart
    assert f'x1="{middle:.1f}"' in chart  # the mark


def test_one_value_and_no_value() -> None:
    ElementTree.fromstring(line_chart("t", {"a": [(3, 7)]}, "x", "y"))
    assert line_chart("t", {"a": []}, "x", "y") == ""

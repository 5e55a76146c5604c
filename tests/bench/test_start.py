from __future__ import annotations

import argparse

from photoorg import bench
from photoorg.bench import start


def test_it_measures_the_real_window_over_a_catalog_it_makes() -> None:
    result = start.run(photos=60, starts=2)
    assert result["torch"] is False
    assert result["photos"] == 60
    measured = result["starts"]
    assert isinstance(measured, list)
    assert len(measured) == 2
    for each in measured:
        assert 0 < each["paint_ms"] <= each["photos_ms"]
    told = start.describe(result)
    assert "ms   bar 400: " in told
    assert "torch in the window's process: no" in told


def test_its_options_are_the_arguments_of_run() -> None:
    parser = argparse.ArgumentParser()
    bench.load("start").arguments(parser)
    assert vars(parser.parse_args([])) == start.run.__kwdefaults__

from __future__ import annotations

import argparse

from photoorg import bench
from photoorg.bench import window


def test_it_drives_the_real_window_over_a_catalog_it_makes() -> None:
    result = window.run(photos=700, starts=1)
    assert result["photos"] == 700
    for key in (
        "paint_ms",
        "usable_ms",
        "key_ms",
        "photos_ms",
        "complete_ms",
        "pause_ms",
        "jump_ms",
        "step_p95_ms",
        "bytes",
    ):
        value = result[key]
        assert isinstance(value, (int, float))
        assert value > 0, key
    told = window.describe(result)
    assert "far jump" in told
    assert "bar 350: " in told


def test_its_options_are_the_arguments_of_run() -> None:
    parser = argparse.ArgumentParser()
    bench.load("window").arguments(parser)
    assert vars(parser.parse_args([])) == window.run.__kwdefaults__

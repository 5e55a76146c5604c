from __future__ import annotations

import argparse
import os

import pytest

from photoorg import bench
from photoorg.bench.machine import line, machine


@pytest.mark.parametrize("name", ["conditions", "ingest", "search"])
def test_every_option_is_an_argument_of_run(name):
    module = bench.load(name)
    parser = argparse.ArgumentParser()
    module.arguments(parser)
    options = vars(parser.parse_args([]))
    defaults = module.run.__kwdefaults__
    assert {key: tuple(value) if isinstance(value, list) else value for key, value in options.items()} == defaults


def test_the_machine_is_named():
    found = machine()
    assert found["cores"] in range(1, (os.cpu_count() or 1) + 1)
    assert str(found["cpu"]).strip()
    assert line(found).startswith(f"{found['cpu']}, {found['cores']} cores")

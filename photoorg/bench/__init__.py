"""What ``photoorg bench NAME`` runs: each module measures one thing, on data it makes, in temporary catalogs."""

from __future__ import annotations

import argparse
from importlib import import_module
from typing import Any, Protocol, cast

NAMES = ("cluster", "conditions", "encoders", "faults", "ingest", "mutations", "search", "start", "window")


class Bench(Protocol):
    """What each of the modules in ``NAMES`` offers."""

    def arguments(self, parser: argparse.ArgumentParser) -> None:
        """Add its options; each is an argument of ``run``."""

    def run(self, **options: Any) -> dict[str, object]:
        """Measure: values that JSON can hold, the machine among them."""

    def describe(self, result: dict[str, Any]) -> str:
        """``result`` as a table for people."""


def load(name: str) -> Bench:
    """The bench ``name``, one of ``NAMES``."""
    return cast(Bench, import_module(f"{__name__}.{name}"))

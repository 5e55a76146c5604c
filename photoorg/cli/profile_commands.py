"""``photoorg profiles``: the encoders to choose from."""

from __future__ import annotations

import argparse
from pathlib import Path

from photoorg.cli import output
from photoorg.cli.commands import open_services


def show(options: argparse.Namespace) -> int:
    """List the profiles."""
    with open_services(options) as services:
        output.profiles(services.profiles.list(), options.json)
    return 0


def pull(options: argparse.Namespace) -> int:
    """Download a profile."""
    with open_services(options) as services:
        info = output.follow(services.profiles.pull(options.name))
    output.profiles([info], options.json)
    return 0


def add(options: argparse.Namespace) -> int:
    """Add a profile of one's own."""
    checkpoint = Path(options.checkpoint).expanduser() if options.checkpoint else None
    with open_services(options) as services:
        output.profiles([services.profiles.add(options.name, options.model, checkpoint)], options.json)
    return 0


def remove(options: argparse.Namespace) -> int:
    """Delete the files of a profile."""
    with open_services(options) as services:
        output.profiles([services.profiles.remove(options.name)], options.json)
    return 0


def drop(options: argparse.Namespace) -> int:
    """Delete the vectors that the catalog has for a profile."""
    with open_services(options) as services:
        output.value({"profile": options.name, "vectors": services.profiles.drop(options.name)}, options.json)
    return 0

"""``photoorg`` and ``photoorg window``: started without the other commands, whose imports would keep it waiting."""

from __future__ import annotations

import argparse
import gc
from collections.abc import Sequence
from pathlib import Path

from photoorg.cli.usage import DEFAULTS, Parser, catalog_folder, common
from photoorg.core.paths import existing_folder

HELP = "open the window (also without any command)"


def add_options(parser: argparse.ArgumentParser) -> None:
    """The options of ``photoorg window``."""
    parser.add_argument("folders", nargs="*", metavar="FOLDER", help="folders of photos to add")
    parser.add_argument("--picture", metavar="FILE", help="write a picture of the window instead of showing it")


def run(words: Sequence[str]) -> int:
    """Run ``photoorg window`` with the options in ``words``.

    Raises:
        UsageError: they make no sense.
    """
    parser = Parser(prog="photoorg window", description=HELP, parents=[common()])
    add_options(parser)
    parser.set_defaults(**DEFAULTS)
    return window(parser.parse_args(words))


def window(options: argparse.Namespace) -> int:
    """Open the window, or write a picture of it.

    Raises:
        UsageError: a folder to add is not there.
    """
    gc.disable()  # nothing made before the first paint is garbage yet; after it the window enables this again
    from photoorg.ui import app

    folders = [existing_folder(folder) for folder in options.folders]
    picture = Path(options.picture) if options.picture else None
    return app.main(catalog_folder(options), picture=picture, add=folders)

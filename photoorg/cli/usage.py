"""What the parsers of all commands share. Imported by each start of the window, so it imports little."""

from __future__ import annotations

import argparse
from pathlib import Path

from photoorg.core import paths
from photoorg.core.errors import UsageError


class Parser(argparse.ArgumentParser):
    """Wrong usage is an error like any other, so that ``--json`` reports it as JSON."""

    def error(self, message: str) -> None:  # type: ignore[override]
        """Raise what ``main`` tells in one sentence."""
        raise UsageError(f"{message[:1].upper()}{message[1:]}.", f"See {self.prog} --help")


def common() -> Parser:
    """The options that every command takes, as a parent of its parser."""
    parser = Parser(add_help=False)
    parser.add_argument("--json", action="store_true", help="print one JSON value on standard output")
    parser.add_argument(
        "--catalog",
        metavar="DIR",
        help="the catalog folder (default: PHOTOORG_CATALOG, else your data folder)",
    )
    return parser


def catalog_folder(options: argparse.Namespace) -> Path:
    """The catalog that a command is about."""
    return Path(options.catalog).expanduser() if options.catalog else paths.user_catalog()

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
        if message.startswith(("argument COMMAND: invalid choice", "argument EDIT: invalid choice")):
            raise self._unknown(message)
        raise UsageError(f"{message[:1].upper()}{message[1:]}.", f"See {self.prog} --help")

    def _unknown(self, message: str) -> UsageError:
        """What to say of a command that is none: the one that was probably meant, rather than all there are."""
        import difflib
        import re

        given, *known = re.findall(r"'([^']*)'", message)
        near = difflib.get_close_matches(given, known, 1)
        hint = f"Did you mean {self.prog} {near[0]}?" if near else f"See {self.prog} --help"
        return UsageError(f"There is no command {given}.", hint)


def common() -> Parser:
    """The options that every command takes, as a parent of its parser; they may also stand before the command.

    Without defaults: those of a command would undo what stood before it. ``DEFAULTS`` are theirs.
    """
    parser = Parser(add_help=False, argument_default=argparse.SUPPRESS)
    parser.add_argument(
        "--json", action="store_true", default=argparse.SUPPRESS, help="print one JSON value on standard output"
    )
    parser.add_argument(
        "--catalog",
        metavar="DIR",
        help="the catalog folder (default: PHOTOORG_CATALOG, else your data folder)",
    )
    return parser


#: What holds where the options of ``common`` are not given.
DEFAULTS = {"json": False, "catalog": None}


def catalog_folder(options: argparse.Namespace) -> Path:
    """The catalog that a command is about."""
    return Path(options.catalog).expanduser() if options.catalog else paths.user_catalog()

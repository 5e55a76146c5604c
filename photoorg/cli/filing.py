"""The commands that move files, and those that take such things back."""

from __future__ import annotations

import argparse
import sys

from photoorg import services
from photoorg.cli import choosing, output
from photoorg.cli.usage import catalog_folder
from photoorg.core.actions import FileReport, Reversal
from photoorg.core.errors import UsageError
from photoorg.core.jobs import Job
from photoorg.core.types import State


def archive(options: argparse.Namespace) -> int:
    """Move photos into the archive."""
    with services.open(catalog_folder(options)) as opened:
        ids = choosing.selected(opened, options)
        return _done(opened.archive.archive(ids, options.to, options.dry_run), options, "archived")


def trash(options: argparse.Namespace) -> int:
    """Move photos into the trash, or empty it."""
    with services.open(catalog_folder(options)) as opened:
        if options.empty:
            if choosing.named_any(options):
                raise UsageError("The trash is emptied whole: --empty goes without photos.")
            return _done(opened.archive.empty(options.dry_run), options, "handed to the system's trash")
        ids = choosing.selected(opened, options)
        return _done(opened.archive.trash(ids, options.dry_run), options, "moved to the trash")


def restore(options: argparse.Namespace) -> int:
    """Move photos back from the archive or the trash."""
    with services.open(catalog_folder(options)) as opened:
        ids = choosing.selected(opened, options, (State.ARCHIVED, State.TRASHED))
        code = _done(opened.archive.restore(ids, options.to, options.dry_run), options, "put back")
    if code and options.to is None:
        print("Where it is not known where a photo was, say where to with --to FOLDER.", file=sys.stderr)
    return code


def delete(options: argparse.Namespace) -> int:
    """Delete photos for good."""
    if not options.permanently:
        raise UsageError("Deleting is for good: say so with --permanently.", "Or use photoorg trash.")
    if not options.ids and options.search is None and options.cluster is None:
        # A condition is easily wider than it was meant: what cannot be taken back is named more closely.
        raise UsageError("Say what to delete for good: --ids, --cluster or --search.", "photoorg trash takes more.")
    with services.open(catalog_folder(options)) as opened:
        ids = choosing.selected(opened, options)
        return _done(opened.archive.delete(ids, options.dry_run), options, "deleted for good")


def undo(options: argparse.Namespace) -> int:
    """Take back the last actions."""
    with services.open(catalog_folder(options)) as opened:
        return _walked(opened.history.undo(options.count), options)


def redo(options: argparse.Namespace) -> int:
    """Do undone actions again."""
    with services.open(catalog_folder(options)) as opened:
        return _walked(opened.history.redo(options.count), options)


def history(options: argparse.Namespace) -> int:
    """List what was done."""
    with services.open(catalog_folder(options)) as opened:
        if options.limit is not None and options.limit < 1:
            raise UsageError("The limit is at least 1.")
        output.actions(opened.history.list(options.limit), options.json)
    return 0


def duplicates(options: argparse.Namespace) -> int:
    """List photos that are there more than once; the one to keep may be chosen before."""
    with services.open(catalog_folder(options)) as opened:
        if options.keep is not None:
            opened.duplicates.keep(options.keep)
        output.duplicates(output.follow(opened.duplicates.find(options.near)), options.json)
    return 0


def arguments(command: argparse.ArgumentParser, *, to: str | None = None) -> None:
    """The options by which photos are chosen; ``to`` describes the option for a folder, if there is one."""
    choosing.add_selection(command)
    if to is not None:
        command.add_argument("--to", metavar="DIR", help=to)
    command.add_argument("--dry-run", action="store_true", help="say what would be done, and touch nothing")


def _done(job: Job[FileReport], options: argparse.Namespace, what: str) -> int:
    report = output.follow(job)
    output.file_report(report, options.json, options.dry_run, what)
    return 1 if report.skipped else 0


def _walked(job: Job[Reversal], options: argparse.Namespace) -> int:
    reversal = output.follow(job)
    output.reversal(reversal, options.json)
    return 1 if reversal.skipped else 0

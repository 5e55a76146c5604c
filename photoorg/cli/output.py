"""Prints results: for people as short lines, under ``--json`` as one JSON value. Progress goes to standard error."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Generator, Sequence
from dataclasses import asdict
from typing import Any, TypeVar

from photoorg.core.actions import Action, FileReport, Reversal, Skipped
from photoorg.core.duplicates import Duplicates
from photoorg.core.errors import PhotoorgError
from photoorg.core.jobs import Progress
from photoorg.core.paths import display_path
from photoorg.core.types import FITS, Check, Failure, Hit, IndexReport, LibraryStatus, ProfileInfo, Understood
from photoorg.services.wording import photo_count

Result = TypeVar("Result")

#: The most of a file's path in the line of progress.
_ITEM = 60

#: How many failed files ``index`` names; ``status`` names all.
_FAILURES_SHOWN = 10


def follow(job: Generator[Progress, None, Result]) -> Result:
    """Drive a job to its end with a progress line on standard error; returns its result."""
    line = _ProgressLine()
    try:
        while True:
            try:
                line.show(next(job))
            except StopIteration as end:
                result: Result = end.value
                return result
    finally:
        line.end()


class _ProgressLine:
    """Rewrites one line on a terminal; in a log file prints a line every ten seconds."""

    def __init__(self) -> None:
        self._live = sys.stderr.isatty()
        self._last = 0.0
        self._shown = False

    def show(self, progress: Progress) -> None:
        now = time.monotonic()
        if now - self._last < (0.1 if self._live else 10.0):
            return
        self._last = now
        text = _progress_text(progress)
        if self._live:
            print(f"\r\x1b[K{text}", end="", file=sys.stderr, flush=True)
        else:
            print(text, file=sys.stderr, flush=True)
        self._shown = True

    def end(self) -> None:
        if self._shown and self._live:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def _progress_text(progress: Progress) -> str:
    number = _megabytes if progress.phase == "downloading" else "{:,}".format
    parts = [progress.phase.capitalize()]
    if progress.total is not None:
        parts.append(f"{number(progress.done)} of {number(progress.total)}")
    elif progress.done:
        parts.append(number(progress.done))
    if progress.seconds_left is not None:
        parts.append(f"{_duration(progress.seconds_left)} left")
    if progress.item:
        item = display_path(progress.item)
        parts.append(item if len(item) <= _ITEM else f"…{item[1 - _ITEM :]}")
    return "  ".join(parts)


def _size(number: int) -> str:
    return f"{number / 1e3:,.0f} kB" if number < 1e6 else _megabytes(number)


def _megabytes(number: int) -> str:
    return f"{number / 1e6:,.1f} MB"


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"


def value(result: Any, as_json: bool) -> None:
    """Any result that is a JSON value already."""
    if as_json:
        print(json.dumps(result))
    else:
        print(json.dumps(result, indent=2))


def error(problem: PhotoorgError, as_json: bool) -> None:
    """One sentence and a hint."""
    if as_json:
        print(json.dumps({"error": {"kind": problem.kind, "message": problem.message, "hint": problem.hint}}))
    else:
        print(f"photoorg: {problem.message}" + (f"\n  {problem.hint}" if problem.hint else ""), file=sys.stderr)


def heading(text: str) -> None:
    """A line between results: for people, so it goes to standard error."""
    sys.stdout.flush()  # the results before it come first, also where both end in one file
    print(f"\n{text}", file=sys.stderr, flush=True)


def demo_built(folder: str, made: int, present: int, missing: Sequence[str]) -> None:
    """Where the demonstration photos are, and how many pictures were not at hand."""
    heading(f"The demonstration library in {folder} has {made + present} files.")
    if missing:
        print(f"{len(missing)} more could come from Debian's picture packages.", file=sys.stderr)


def index_report(report: IndexReport, as_json: bool) -> None:
    """What indexing did, and the files it could not read."""
    if as_json:
        print(json.dumps(asdict(report)))
        return
    counts = {
        "added": report.added,
        "changed": report.changed,
        "moved": report.moved,
        "missing": report.missing,
        "offline": report.offline,
        "embedded": report.embedded,
    }
    done = ", ".join(f"{count:,} {name}" for name, count in counts.items() if count) or "nothing new"
    print(f"{done} in {report.seconds:.1f} s")
    _failures(report.failed, _FAILURES_SHOWN)


def backup(file: str, size: int, as_json: bool) -> None:
    """Where a copy of the catalog's database is."""
    path = os.path.abspath(os.path.expanduser(file))
    if as_json:
        print(json.dumps({"file": path, "bytes": size}))
    else:
        print(f"{display_path(path)}  {_megabytes(size)}")


def status(found: LibraryStatus, as_json: bool) -> None:
    """The library in numbers."""
    if as_json:
        print(json.dumps(asdict(found)))
        return
    for state, count in found.photos.items():
        if count or state == "present":
            print(f"{state:<10}{count:>9,}")
    print(f"{'pending':<10}{found.pending:>9,}")
    print(f"{'clusters':<10}{found.clusters:>9,}")
    switching = f" (switching to {found.next_profile})" if found.next_profile else ""
    print(f"profile   {found.profile}{switching}\ncatalog   {found.catalog} ({found.bytes / 1e6:,.1f} MB)")
    _failures(found.failed)


def _failures(failed: Sequence[Failure], most: int | None = None) -> None:
    if failed:
        print(f"{len(failed):,} could not be read:")
    for failure in failed[:most]:
        print(f"  {display_path(failure.path)}\n    {failure.reason}")
    if most is not None and len(failed) > most:
        print(f"  and {len(failed) - most:,} more: photoorg status lists them all")


def understood(asked: str, read: Understood) -> None:
    """How the words of a query were read, where that is not as they were typed."""
    if read.text != asked:
        print(f"Showing results for “{read.text}”.", file=sys.stderr)
    if read.unknown:
        print(f"Not known: {', '.join(read.unknown)}.", file=sys.stderr)


def hits(found: Sequence[Hit], as_json: bool, by_words: bool = True) -> None:
    """Search results, best first; of words that fit nothing, that comes first."""
    if as_json:
        print(json.dumps([asdict(hit) for hit in found]))
        return
    if not found:
        print("Nothing fits.")
    elif by_words and found[0].certainty < FITS:
        print("Nothing fits. The nearest:")
    for hit in found:
        mark = "" if hit.state == "present" else f"  ({hit.state})"
        print(f"{hit.certainty:5.0%}  {hit.id:>7}  {display_path(hit.path)}{mark}")


def embedded(report: dict[str, Any], as_json: bool) -> None:
    """What ``embed`` wrote."""
    if as_json:
        print(json.dumps({**report, "failed": [asdict(failure) for failure in report["failed"]]}))
        return
    print(f"{report['photos']:,} photos in {', '.join(report['spaces'])} written to {report['out']}")
    _failures(report["failed"])


def bench(result: dict[str, Any], description: str, as_json: bool) -> None:
    """What was measured."""
    print(json.dumps(result) if as_json else description)


def checks(found: Sequence[Check], as_json: bool) -> None:
    """What the doctor found."""
    if as_json:
        print(json.dumps([asdict(check) for check in found]))
        return
    for check in found:
        print(f"{'repaired' if check.repaired else check.state:<10}{check.check:<12}{check.detail}")


def file_report(report: FileReport, as_json: bool, dry_run: bool, what: str) -> None:
    """What a file action did, or would do: ``what`` happens to each photo."""
    if as_json:
        photos = [{"id": moved.id, "from": moved.source, "to": moved.to} for moved in report.photos]
        skipped = [asdict(left) for left in report.skipped]
        print(json.dumps({"action": report.action, "photos": photos, "bytes": report.bytes, "skipped": skipped}))
        return
    if dry_run:
        for moved in report.photos:
            print(display_path(moved.source) + (f"\n  {display_path(moved.to)}" if moved.to else ""))
    count = photo_count(len(report.photos))
    print(f"{count} {'would be ' if dry_run else ''}{what}, {_size(report.bytes)}")
    _skipped(report.skipped)


def actions(found: Sequence[Action], as_json: bool) -> None:
    """Actions, as they are given."""
    if as_json:
        print(json.dumps([_action(action) for action in found]))
        return
    if not found:
        print("Nothing has been done yet.")
    for action in found:
        state = "" if action.state == "done" else f"  ({action.state})"
        final = "" if action.reversible else "  (cannot be undone)"
        print(f"{action.id:>5}  {action.when}  {action.what}{state}{final}")


def reversal(found: Reversal, as_json: bool) -> None:
    """What undo or redo did."""
    if as_json:
        print(json.dumps([_action(action) for action in found.actions]))
        for left in found.skipped:  # the value on standard output is the actions alone
            print(f"{left.id}: {left.reason}", file=sys.stderr)
        return
    actions(found.actions, as_json=False)
    _skipped(found.skipped)


def duplicates(found: Sequence[Duplicates], as_json: bool) -> None:
    """Copies and look-alikes, the one worth keeping first."""
    if as_json:
        print(json.dumps([asdict(group) for group in found]))
        return
    if not found:
        print("Every photo is there once.")
    for group in found:
        print(f"{group.kind}: keep {group.keep}. {group.why}")
        for copy in group.photos:
            print(f"  {copy.id:>7}  {_size(copy.bytes):>11}  {display_path(copy.path)}")


def _action(action: Action) -> dict[str, Any]:
    return {
        "action": action.id,
        "what": action.what,
        "photos": action.photos,
        "when": action.when,
        "state": action.state,
        "reversible": action.reversible,
    }


def _skipped(skipped: Sequence[Skipped]) -> None:
    if skipped:
        print("1 was left as it is:" if len(skipped) == 1 else f"{len(skipped):,} were left as they are:")
    for left in skipped[:_FAILURES_SHOWN]:
        print(f"  {left.id:>7}  {left.reason}")
    if len(skipped) > _FAILURES_SHOWN:
        print(f"  and {len(skipped) - _FAILURES_SHOWN:,} more: --json lists them all")


def profiles(found: Sequence[ProfileInfo], as_json: bool) -> None:
    """The encoders to choose from."""
    if as_json:
        print(json.dumps([asdict(profile) for profile in found]))
        return
    for profile in found:
        state = "in use" if profile.active else "switching to" if profile.switching else ""
        state = state or ("installed" if profile.installed else "not here")
        size = f"{profile.bytes / 1e6:,.0f} MB" if profile.bytes else "-"
        languages = "".join(f"  [{name}]" for name in profile.languages if name != "en")
        print(f"{profile.name:<12}{state:<14}{size:>9}  {profile.summary}{languages}")
        print(f"{'':<37}{profile.licence}")
        for encoder, variant in profile.variants.items():
            print(f"{'':<37}{encoder}: {variant}")

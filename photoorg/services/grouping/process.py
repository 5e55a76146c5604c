"""Clustering in a process of its own, as a job."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from photoorg.core.errors import CannotError
from photoorg.core.jobs import CancelToken, Job, Progress
from photoorg.services.grouping.child import main
from photoorg.services.grouping.messages import (
    Answer,
    Broke,
    GoOn,
    Grouped,
    GroupTask,
    MoreFound,
    MoreTask,
    Parted,
    Placed,
    PlaceTask,
    Reply,
    Report,
    SplitTask,
    Task,
)
from photoorg.services.grouping.places import Coordinates, Place
from photoorg.services.worker.process import ChildProcess, Entry, Gone

#: Smaller places say little to most people.
KNOWN = 15_000
#: How often (s) cancellation is looked at while nothing arrives.
_TICK = 0.1
#: Fewer steps than this in all are no measure of how far the work is.
_STEPS = 100


def clustered(task: GroupTask, log: Path | None, cancel: CancelToken, entry: Entry = main) -> Job[Grouped]:
    """Carry out ``task`` in a new process that ends with it.

    Raises:
        CannotError: the process ended before it was done.
        Cancelled: ``cancel`` asked for it; pausing holds the process at its next report.
    """
    found = yield from _done(task, log, cancel, entry)
    assert isinstance(found, Grouped)
    return found


def parted(task: SplitTask, log: Path | None, cancel: CancelToken, entry: Entry = main) -> Job[Parted]:
    """Carry out ``task`` in a new process that ends with it.

    Raises:
        CannotError: the process ended before it was done.
        Cancelled: ``cancel`` asked for it; pausing holds the process at its next report.
    """
    found = yield from _done(task, log, cancel, entry)
    assert isinstance(found, Parted)
    return found


def more(task: MoreTask, log: Path | None, cancel: CancelToken, entry: Entry = main) -> Job[MoreFound]:
    """Carry out ``task`` in a new process that ends with it.

    Raises:
        CannotError: the process ended before it was done, or there is nothing to tell the groups from.
        Cancelled: ``cancel`` asked for it; pausing holds the process at its next report.
    """
    answer = yield from _done(task, log, cancel, entry)
    assert isinstance(answer, MoreFound)
    return answer


def places(
    points: Sequence[Coordinates], log: Path | None, cancel: CancelToken, population: int = KNOWN
) -> Job[list[Place]]:
    """The nearest town to each of ``points`` in which so many people live.

    The list of towns holds Python's lock while it is loaded, so that is not for here.

    Raises:
        CannotError: the process ended before it was done.
        Cancelled: ``cancel`` asked for it.
    """
    found = yield from _done(PlaceTask(tuple(points), population), log, cancel, main)
    assert isinstance(found, Placed)
    return [Place(town, country, region) for town, region, country in found.names]


def _done(task: Task, log: Path | None, cancel: CancelToken, entry: Entry) -> Job[Answer]:
    yield Progress("grouping", 0)
    child: ChildProcess[Reply] = ChildProcess(entry, None if log is None else str(log))
    try:
        child.send(task)
        while True:
            cancel.checkpoint()
            match child.receive(_TICK):
                case Report(progress):
                    yield progress if isinstance(task, SplitTask | MoreTask) else _told(progress)
                    child.send(GoOn())
                case Grouped() | Parted() | MoreFound() | Placed() as answer:
                    return answer
                case Broke(reason):
                    raise CannotError(f"The photos could not be grouped: {reason}.", "Index again to try once more.")
                case Gone():
                    raise CannotError(
                        "The process that groups photos ended early.",
                        "It may have run out of memory; worker.log in the catalog folder may say more.",
                    )
    finally:
        child.kill()
        child.join()


def _told(progress: Progress) -> Progress:
    """How far it is in photos; what is counted in a few steps says no more than that it goes on."""
    if progress.total is None or progress.total < _STEPS:
        return Progress("grouping", 0)
    return Progress("grouping", progress.done, progress.total, seconds_left=progress.seconds_left)

"""Long work as plain generators: a job yields ``Progress`` and returns its result.

The command line loops over it with a progress line, a test calls ``run``, and the window's job runner
drives it on a thread of its own.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from typing import TypeVar

from photoorg.core.errors import Cancelled

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a job is: ``done`` of ``total`` (None while unknown) in ``phase``, with ``seconds_left`` estimated."""

    phase: str
    done: int
    total: int | None = None
    item: str = ""
    seconds_left: float | None = None


Job = Generator[Progress, None, Result]


class Courtesy:
    """Has work that can wait make room while a person is at it, and for a moment after: it slows their window down.

    ``moment`` is how long one stir counts; ``longest`` how long work waits on end, and ``turn`` how long it then goes
    on all the same. All are seconds.
    """

    def __init__(self, moment: float = 0.4, longest: float = 3.0, turn: float = 1.0) -> None:
        self._moment = moment
        self._longest = longest
        self._turn = turn
        self._until = 0.0

    def stir(self) -> None:
        """Note that the person has just done something. It costs next to nothing, and is asked with every movement."""
        self._until = time.monotonic() + self._moment

    @property
    def left(self) -> float:
        """How long work has to wait, if the person does nothing more; 0 for not at all."""
        return max(self._until - time.monotonic(), 0.0)

    def wait(self, free_until: float, unless: threading.Event) -> float:
        """Wait while the person is at it, unless ``unless`` is set, or it was waited for long enough.

        ``free_until`` is the moment up to which the one who asks need not wait; the new one is returned.
        """
        now = time.monotonic()
        if now < free_until:
            return free_until
        end = now + self._longest
        while (left := self.left) > 0:
            now = time.monotonic()
            if now >= end:
                return now + self._turn
            if unless.wait(min(left, end - now)):
                break
        return free_until


class CancelToken:
    """Asks a running job, from any thread, to pause, go on or stop. With ``courtesy`` it also waits for that."""

    def __init__(self, courtesy: Courtesy | None = None) -> None:
        self._cancelled = threading.Event()
        self._running = threading.Event()
        self._running.set()
        self._courtesy = courtesy
        self._free_until = 0.0

    def cancel(self) -> None:
        """Ask the job to stop at its next checkpoint; a paused job wakes up to do so."""
        self._cancelled.set()
        self._running.set()

    def pause(self) -> None:
        """Hold the job at its next checkpoint."""
        self._running.clear()

    def resume(self) -> None:
        """Let a paused job go on."""
        self._running.set()

    @property
    def cancelled(self) -> bool:
        """Whether the job was asked to stop."""
        return self._cancelled.is_set()

    @property
    def paused(self) -> bool:
        """Whether the job is held."""
        return not self._running.is_set()

    def checkpoint(self) -> None:
        """Wait while paused, or while the person should not be disturbed.

        Raises:
            Cancelled: the job was asked to stop.
        """
        self._running.wait()
        if self._courtesy is not None:
            self._free_until = self._courtesy.wait(self._free_until, unless=self._cancelled)
        if self._cancelled.is_set():
            raise Cancelled("Stopped.")


class Pace:
    """Estimates the time left from the items done since the first one: what comes before it is setting up."""

    #: Seconds to watch before an estimate is worth showing.
    WATCH = 1.0

    def __init__(self, phase: str, total: int | None = None) -> None:
        self.phase = phase
        self.total = total
        self._first: tuple[float, int] | None = None

    def at(self, done: int, item: str = "") -> Progress:
        """The progress after ``done`` items."""
        now = time.monotonic()
        if self._first is None and done:
            self._first = (now, done)
        left = None
        if self.total is not None and self._first is not None:
            began, before = self._first
            if done > before and now - began >= self.WATCH:
                left = (now - began) / (done - before) * max(self.total - done, 0)
        return Progress(self.phase, done, self.total, item, left)


def run(job: Iterator[Progress]) -> object:
    """Drive a job to its end and give its result."""
    while True:
        try:
            next(job)
        except StopIteration as end:
            return end.value

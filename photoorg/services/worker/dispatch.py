"""Hands files to a worker process so that a crash or a hang costs exactly the one file that causes it.

The child says when it takes a file in hand. When it dies, or a file stays in hand for too long, the files that
were in hand are *suspects*: a new child gets them one at a time, and the one that ends it again is the culprit.
"""

from __future__ import annotations

import itertools
import time
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from photoorg.core.errors import CannotError
from photoorg.core.jobs import CancelToken
from photoorg.services.worker.messages import (
    Began,
    Broken,
    Decoded,
    Finished,
    Options,
    Order,
    Ready,
    Reply,
    Result,
    Task,
    failed,
)
from photoorg.services.worker.process import ChildProcess, Entry, Gone

#: How many orders are out at a time: enough to keep every thread of the child busy, and a bound on memory.
LOOK_AHEAD = 32
#: How often (s) limits and cancellation are looked at while nothing arrives.
TICK = 0.25
#: So many ends in a row that no file in hand explains are the fault of the worker itself.
STRIKES = 3


@dataclass(slots=True)
class _Out:
    """A task that the child has. ``in_hand`` counts the seconds for which it was waited for; None before and after."""

    task: Task
    in_hand: float | None = None
    decoded: bool = False


class Dispatcher:
    """Runs tasks through a worker process that is started when needed and again when a file has killed it."""

    def __init__(self, entry: Entry, options: Options, file_limit_s: float) -> None:
        self._entry = entry
        self._options = options
        self._limit = file_limit_s
        self._child: ChildProcess[Reply] | None = None
        self._ready = False
        self._numbers = itertools.count()
        self._out: dict[int, _Out] = {}
        self._again: deque[Task] = deque()
        self._suspects: deque[Task] = deque()
        self._alone = False
        self._late = False
        self._strikes = 0
        self._running = False

    @property
    def pid(self) -> int | None:
        """The id of the process; None while none runs."""
        return self._child.pid if self._child else None

    def run(self, tasks: Iterable[Task], cancel: CancelToken | None = None) -> Iterator[Result]:
        """The result of every task exactly once, in the order in which they come about.

        ``tasks`` is drawn from as results are taken. Left before its end, the child is killed with what it holds.

        Raises:
            CannotError: the process cannot start, or keeps ending for reasons that are no file's.
            Cancelled: ``cancel`` asked for it.
            RuntimeError: another run is under way.
        """
        if self._running:
            raise RuntimeError("a worker serves one caller at a time")
        self._running = True
        source = iter(tasks)
        try:
            while True:
                if cancel is not None:
                    cancel.checkpoint()
                self._hand_out(source)
                if not self._out:
                    return
                yield from self._heed(self._next_reply())
        finally:
            if self._out or self._again or self._suspects:
                self.close()
            self._running = False

    def close(self) -> None:
        """End the process; the next run starts another."""
        if self._child is not None:
            self._child.kill()
            self._child.join()
            self._child = None
        self._out.clear()
        self._again.clear()
        self._suspects.clear()

    def _hand_out(self, source: Iterator[Task]) -> None:
        if not self._out:
            self._alone = bool(self._suspects)
            if self._alone:
                self._send(self._suspects.popleft())
        if self._alone:
            return
        while len(self._out) < LOOK_AHEAD:
            task = self._again.popleft() if self._again else next(source, None)
            if task is None:
                return
            self._send(task)

    def _send(self, task: Task) -> None:
        if self._child is None:
            self._child = ChildProcess(self._entry, self._options)
            self._ready = self._late = False
        number = next(self._numbers)
        self._out[number] = _Out(task)
        self._child.send(Order(number, task))

    def _next_reply(self) -> Reply | Gone | None:
        """Wait a tick for a reply, and count it for the files in hand.

        Only our own waiting counts: a caller who pauses, or a machine that sleeps, makes no file late.
        """
        assert self._child is not None
        began = time.monotonic()
        reply = self._child.receive(TICK)
        waited = min(time.monotonic() - began, TICK)
        for out in self._out.values():
            if out.in_hand is not None:
                out.in_hand += waited
                self._late |= out.in_hand > self._limit
        if self._late:
            self._child.kill()  # what it has said so far still counts; then comes ``Gone``
        return reply

    def _heed(self, reply: Reply | Gone | None) -> Iterator[Result]:
        match reply:
            case Ready():
                self._ready = True
            case Began(number):
                self._out[number].in_hand = 0.0
            case Decoded(number):
                self._out[number].in_hand = None
                self._out[number].decoded = True
            case Finished(number, result):
                del self._out[number]
                self._strikes = 0
                yield result
            case Broken(message, hint):
                self.close()
                raise CannotError(message, hint)
            case Gone():
                yield from self._bury()

    def _bury(self) -> Iterator[Result]:
        """Sort what the dead child held into suspects and files to send again; or blame the one it had alone."""
        assert self._child is not None
        ending = _ending(self._child.join())
        self._child = None
        if not self._ready:
            raise CannotError(f"The worker process cannot start ({ending}).", self._hint())
        held, self._out = list(self._out.values()), {}
        suspects = [out for out in held if out.in_hand is not None]
        if not suspects and not self._late:
            self._strike(ending)
            suspects = [out for out in held if out.decoded]
        if self._alone and suspects:
            late = f"Reading took longer than {self._limit:g} seconds."
            yield failed(suspects[0].task, late if self._late else f"The reader crashed on this file ({ending}).")
            return
        self._suspects.extend(out.task for out in suspects)
        self._again.extendleft(out.task for out in reversed(held) if out not in suspects)

    def _strike(self, ending: str) -> None:
        self._strikes += 1
        if self._strikes >= STRIKES:
            raise CannotError(f"The worker process keeps ending ({ending}).", self._hint())

    def _hint(self) -> str:
        return f"See {self._options.log}." if self._options.log else ""


def _ending(code: int) -> str:
    return f"signal {-code}" if code < 0 else f"exit code {code}"

"""The window's one maker of threads: long jobs, and short calls of which only the latest counts.

A *job* is a generator (see ``core.jobs``) and gets a thread to itself. A *call* is a plain function that waits for
a disk or a worker process; calls share one thread per *lane* ("search", "thumbnails", ...), and a newer call in a
lane replaces an older one: one that waits is never started, one that runs has its answer dropped.
Everything reported arrives on the thread of the window.
"""

from __future__ import annotations

import logging
import re
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Qt, QThread, QTimer, Signal

from photoorg.core.errors import Cancelled, PhotoorgError, is_damage
from photoorg.core.jobs import CancelToken, Courtesy, Job, Progress
from photoorg.ui.wording.told import told

Answer = TypeVar("Answer")

#: Milliseconds between two looks at a job's progress: at most 20 reports a second.
REPORT_INTERVAL = 50

_log = logging.getLogger(__name__)
#: A hint for somebody who types commands; all but the doctor's are in the window too, under other names.
_COMMAND = re.compile(r"\bphotoorg (?:index|clusters|searches|profiles|settings)\b|(?<!doctor) --[a-z]")


def sentence(error: BaseException) -> str:
    """What to tell the person about ``error``; a bug also goes to the log, with its trace."""
    if isinstance(error, PhotoorgError):
        hint = "" if _COMMAND.search(error.hint) else told(error.hint)
        return f"{told(error.message)} {hint}".strip()
    if isinstance(error, OSError):
        from photoorg.core.refusals import refused_by_system

        refused = refused_by_system(error)
        return f"{told(refused.message)} {told(refused.hint)}"
    if is_damage(error):
        return QCoreApplication.translate(
            "JobRunner", "The catalog is damaged: {error}. Close the window and run: photoorg doctor --repair"
        ).format(error=error)
    _log.error("A call or job failed unexpectedly", exc_info=error)
    wrong = QCoreApplication.translate("JobRunner", "Something went wrong inside photoorg ({error}).")
    return wrong.format(error=f"{type(error).__name__}: {error}")


@dataclass(slots=True)
class _Outcome:
    value: object = None
    error: BaseException | None = None


class _JobThread(QThread):
    """Drives one generator. ``latest`` and ``outcome`` are written here and read by the window's thread."""

    def __init__(self, make: Callable[[CancelToken], Job[object]], token: CancelToken, parent: QObject) -> None:
        super().__init__(parent)
        self._make = make
        self._token = token
        self.latest: Progress | None = None
        self.outcome = _Outcome()

    def run(self) -> None:
        try:
            self.outcome = _Outcome(self._drive())
        except Cancelled as cancelled:
            # Without its trace, which keeps all that the job had in hand: 50 MB where it had just listed 100,000 files.
            self.outcome = _Outcome(error=cancelled.with_traceback(None))
        except BaseException as error:
            self.outcome = _Outcome(error=error)

    def release(self) -> _Outcome:
        """The outcome, let go of with all that the job was about: a thread's object lasts as long as the window."""
        outcome, self.outcome = self.outcome, _Outcome()
        del self._make
        return outcome

    def _drive(self) -> object:
        job = self._make(self._token)
        try:
            while True:
                self._token.checkpoint()
                self.latest = next(job)
        except StopIteration as end:
            return end.value
        finally:
            job.close()


class JobHandle(QObject):
    """One running job as the window sees it. Exactly one of ``finished``, ``failed``, ``cancelled`` is emitted.

    ``title`` says what it does to the person; it is empty for what is over in a moment. ``held`` says that it pauses,
    or goes on.
    """

    progressed = Signal(object)
    finished = Signal(object)
    failed = Signal(str)
    cancelled = Signal()
    held = Signal(bool)

    def __init__(
        self,
        make: Callable[[CancelToken], Job[object]],
        parent: QObject,
        title: str = "",
        courtesy: Courtesy | None = None,
    ) -> None:
        super().__init__(parent)
        self.title = title
        self._token = CancelToken(courtesy)
        self._reported: Progress | None = None
        self.running = True
        self._thread = _JobThread(make, self._token, self)
        self._thread.finished.connect(self._end, Qt.ConnectionType.QueuedConnection)
        self._timer = QTimer(self, interval=REPORT_INTERVAL)
        self._timer.timeout.connect(self._report)
        self._timer.start()
        self._thread.start(QThread.Priority.LowPriority)

    @property
    def paused(self) -> bool:
        """Whether the job is held."""
        return self._token.paused

    def pause(self) -> None:
        """Hold the job at its next checkpoint."""
        self._token.pause()
        self.held.emit(True)

    def resume(self) -> None:
        """Let a paused job go on."""
        self._token.resume()
        self.held.emit(False)

    @property
    def progress(self) -> Progress | None:
        """How far it was when it was asked last; None at first."""
        return self._reported

    def cancel(self) -> None:
        """Ask the job to stop; ``cancelled`` follows when it has."""
        self._token.cancel()

    def wait(self, milliseconds: int) -> bool:
        """Block until the thread has ended, or the time is over; whether it ended."""
        return self._thread.wait(milliseconds)

    def _report(self) -> None:
        latest = self._thread.latest
        if latest is not None and latest is not self._reported:
            self._reported = latest
            self.progressed.emit(latest)

    def _end(self) -> None:
        self._timer.stop()
        self._report()
        self.running = False
        outcome = self._thread.release()
        if outcome.error is None:
            self.finished.emit(outcome.value)
        elif isinstance(outcome.error, Cancelled):
            self.cancelled.emit()
        else:
            self.failed.emit(sentence(outcome.error))


class _Call(Generic[Answer]):
    """A function to call in a lane, and what to do with its answer."""

    def __init__(
        self, work: Callable[[], Answer], done: Callable[[Answer], None], failed: Callable[[str], None] | None
    ) -> None:
        self.work = work
        self._done = done
        self._failed = failed
        self._outcome: _Outcome | None = None

    def attempt(self) -> None:
        """Do the work, in the lane's thread."""
        try:
            self._outcome = _Outcome(self.work())
        except Exception as error:
            self._outcome = _Outcome(error=error)

    def deliver(self) -> None:
        """Hand over the answer, in the window's thread."""
        assert self._outcome is not None
        if self._outcome.error is None:
            self._done(self._outcome.value)  # type: ignore[arg-type]  # what ``work`` returned
            return
        message = sentence(self._outcome.error)
        if self._failed is not None:
            self._failed(message)

    def release(self) -> None:
        """Let go of all it refers to, in the window's thread.

        The lane may hold the call for a moment longer than the window does, and an object of Qt that ends in another
        thread than its own takes the program with it.
        """
        del self.work, self._done, self._failed, self._outcome


class _Lane(QThread):
    """A thread with room for one waiting call."""

    answered = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._condition = threading.Condition()
        self._waiting: _Call[object] | None = None
        self._closing = False
        self.newest: _Call[object] | None = None

    def submit(self, call: _Call[object]) -> None:
        """Make ``call`` the next and only one that counts."""
        self.newest = call
        with self._condition:
            self._waiting = call
            self._condition.notify()

    def close(self) -> None:
        """Let the thread end after the call in hand."""
        self.newest = None
        with self._condition:
            self._closing = True
            self._condition.notify()

    def run(self) -> None:
        while True:
            with self._condition:
                self._condition.wait_for(lambda: self._closing or self._waiting is not None)
                if self._closing:
                    return
                call, self._waiting = self._waiting, None
            assert call is not None
            call.attempt()
            self.answered.emit(call)
            del call  # not held while the lane waits for the next


class JobRunner(QObject):
    """Starts jobs and calls, and ends every thread on ``close``. ``started`` carries each job that has a title."""

    started = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        #: What jobs that can wait make room for; the window says when.
        self.courtesy = Courtesy()
        self._lanes: dict[str, _Lane] = {}
        self._jobs: list[JobHandle] = []
        self._closed = False

    def start(
        self, make: Callable[[CancelToken], Job[object]], title: str = "", *, can_wait: bool = False
    ) -> JobHandle:
        """Run the job that ``make`` gives, on a thread of its own; ``title`` says what it does, if that takes long.

        One that ``can_wait`` does so while the person is scrolling.
        """
        self._jobs = [job for job in self._jobs if job.running]
        handle = JobHandle(make, self, title, self.courtesy if can_wait else None)
        self._jobs.append(handle)
        if title:
            self.started.emit(handle)
        return handle

    def call(
        self,
        lane: str,
        work: Callable[[], Answer],
        done: Callable[[Answer], None],
        failed: Callable[[str], None] | None = None,
    ) -> None:
        """Call ``work`` in ``lane``; then ``done`` with its answer or ``failed`` with a sentence.

        Neither is called when a newer call in the lane supersedes this one.
        """
        if not self._closed:
            self._lane(lane).submit(_Call(work, done, failed))  # type: ignore[arg-type]  # answers vary by call

    def drop(self, lane: str) -> None:
        """Forget the call of ``lane`` that waits or runs."""
        if lane in self._lanes:
            self._lanes[lane].newest = None

    @property
    def busy(self) -> bool:
        """Whether an answer or the end of a job is still to come."""
        return any(job.running for job in self._jobs) or any(lane.newest for lane in self._lanes.values())

    def close(self, milliseconds: int = 10_000) -> bool:
        """Cancel all jobs, wait for every thread; whether all ended in time."""
        self._closed = True
        for job in self._jobs:
            job.cancel()
        for lane in self._lanes.values():
            lane.close()
        ended = [job.wait(milliseconds) for job in self._jobs]
        ended += [lane.wait(milliseconds) for lane in self._lanes.values()]
        return all(ended)

    def _lane(self, name: str) -> _Lane:
        if name not in self._lanes:
            lane = _Lane(self)
            lane.setObjectName(name)
            lane.answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
            lane.start()
            self._lanes[name] = lane
        return self._lanes[name]

    def _deliver(self, call: _Call[object]) -> None:
        try:
            for lane in self._lanes.values():
                if lane.newest is call:
                    lane.newest = None
                    call.deliver()
                    break
        finally:
            call.release()

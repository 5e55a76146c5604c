"""Keeps the library in step with its folders, in the background, one run after the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from photoorg.core.jobs import CancelToken, Job, Progress
from photoorg.core.types import IndexReport
from photoorg.ui.job_runner import JobHandle, JobRunner

if TYPE_CHECKING:
    from photoorg.services import Services


#: Folders to index, none for all, and the profile to switch to, if any.
_Run = tuple[tuple[str, ...], str | None]


class Indexing(QObject):
    """At most one run at a time; folders that are added meanwhile are indexed next.

    ``held`` says that a run is held, or goes on.
    """

    started = Signal()
    progressed = Signal(object)
    held = Signal(bool)
    ended = Signal()
    failed = Signal(str)

    def __init__(self, services: Services, runner: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner
        self._job: JobHandle | None = None
        self._run: _Run = ((), None)
        self._next: list[_Run] = []
        self._then: Callable[[], None] | None = None

    @property
    def running(self) -> bool:
        """Whether a run is going on or held."""
        return self._job is not None

    @property
    def paused(self) -> bool:
        """Whether the run is held."""
        return self._job is not None and self._job.paused

    def start(self, folders: Sequence[str] = (), profile: str | None = None) -> None:
        """Index ``folders``, adding those that are new; without folders, everything known. Switch to ``profile``.

        While a run goes on it waits, unless that run covers everything already.
        """
        wanted: _Run = (tuple(folders), profile)
        if self._job is not None:
            if (wanted != ((), None) or self._run[0]) and wanted not in self._next:
                self._next.append(wanted)
            return
        self._run = wanted
        self._job = self._runner.start(lambda cancel: self._index(wanted, cancel), self._title(profile), can_wait=True)
        self._job.progressed.connect(self._report)
        self._job.held.connect(self.held)
        self._job.finished.connect(self._end)
        self._job.cancelled.connect(self._end)
        self._job.failed.connect(self._fail)
        self.started.emit()

    def _title(self, profile: str | None) -> str:
        if profile is not None:
            return self.tr("Changing to the model {name}").format(name=profile)
        return self.tr("Keeping up with your folders")

    def _index(self, wanted: _Run, cancel: CancelToken) -> Job[IndexReport]:
        folders, profile = wanted
        if profile is None:
            return self._services.ingest.index(folders, cancel)
        return self._services.ingest.index(folders, cancel, profile=profile)

    def stop(self, then: Callable[[], None]) -> None:
        """Stop the run, and what waits for it; what was read stays. ``then`` is called when it has ended."""
        self._next.clear()
        if self._job is None:
            then()
        else:
            self._then = then
            self._job.cancel()

    def pause(self) -> None:
        """Hold the run."""
        if self._job is not None:
            self._job.pause()

    def resume(self) -> None:
        """Let a held run go on."""
        if self._job is not None:
            self._job.resume()

    def _report(self, progress: Progress) -> None:
        self.progressed.emit(progress)

    def _end(self) -> None:
        self._job = None
        if self._next:
            self.start(*self._next.pop(0))
        else:
            self.ended.emit()
            then, self._then = self._then, None
            if then is not None:
                then()

    def _fail(self, message: str) -> None:
        self.failed.emit(message)
        self._end()

"""The jobs that go on in the background, as the status line and the panel of jobs show them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from photoorg.core.jobs import Progress
from photoorg.ui.wording.job_words import JobWords
from photoorg.ui.wording.spoken import spoken_number

if TYPE_CHECKING:
    from photoorg.ui.job_runner import JobHandle, JobRunner
    from photoorg.ui.views.jobs_panel import JobFace, JobsPanel
    from photoorg.ui.views.main_window import MainWindow

#: Milliseconds after which a job is worth a word: most are over by then.
_WORTH = 300
#: Milliseconds between two changes of what is shown.
_REST = 100


class Jobs(QObject):
    """Knows every job that has a title. The status line shows the one begun last, the panel all of them."""

    def __init__(self, window: MainWindow, runner: JobRunner) -> None:
        super().__init__(window)
        self._window = window
        self._words = JobWords(self)
        self._running: list[JobHandle] = []
        self._worth: set[JobHandle] = set()
        self._timer = QTimer(self, singleShot=True, interval=_REST)
        self._timer.timeout.connect(self._show)
        runner.started.connect(self._begun)
        line = window.page.status_line
        line.pause_wanted.connect(lambda: self._hold(True))
        line.resume_wanted.connect(lambda: self._hold(False))
        line.jobs_wanted.connect(self.toggle)

    @cached_property
    def panel(self) -> JobsPanel:
        """Made when it is first shown."""
        from photoorg.ui.views.jobs_panel import JobsPanel

        made = JobsPanel(self._window, self._window.theme.colours)
        made.pause_wanted.connect(self._toggle_job)
        made.stop_wanted.connect(lambda key: self._running[key].cancel() if key < len(self._running) else None)
        made.failed_wanted.connect(made.close_panel)
        made.failed_wanted.connect(self._window.show_failed)
        self._window.theme.changed.connect(made.colour)
        return made

    @property
    def open(self) -> bool:
        """Whether the panel is shown."""
        return "panel" in self.__dict__ and not self.panel.isHidden()

    def toggle(self) -> None:
        """Show the panel, or put it away."""
        if self.open:
            self.panel.close_panel()
        else:
            self._fill()
            self.panel.open()
        self._window.command_actions.refresh()

    # The course of jobs

    def _begun(self, job: JobHandle) -> None:
        self._running.append(job)
        job.progressed.connect(self._soon)
        job.held.connect(self._show)
        for end in (job.finished, job.failed, job.cancelled):
            end.connect(lambda: self._ended(job))
        QTimer.singleShot(_WORTH, self, lambda: self._note(job))

    def _note(self, job: JobHandle) -> None:
        if job in self._running:
            self._worth.add(job)
            self._show()

    def _ended(self, job: JobHandle) -> None:
        if job in self._running:
            self._running.remove(job)
            self._worth.discard(job)
            self._show()

    def _hold(self, hold: bool) -> None:
        if self._running:
            job = self._shown or self._running[-1]
            (job.pause if hold else job.resume)()

    def _toggle_job(self, key: int) -> None:
        if key < len(self._running):
            job = self._running[key]
            (job.resume if job.paused else job.pause)()

    # What is shown

    @property
    def _shown(self) -> JobHandle | None:
        """The job that the status line shows: the one begun last of those that take long."""
        return next((job for job in reversed(self._running) if job in self._worth), None)

    def _soon(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _show(self) -> None:
        line, job = self._window.page.status_line, self._shown
        if job is None:
            line.show_idle()
        else:
            line.show_paused(job.paused)
            line.show_progress(job.progress or Progress(job.title, 0), others=len(self._worth) - 1)
        if self.open:
            self._fill()

    def _fill(self) -> None:
        self.panel.show_jobs([self._face(key, job) for key, job in enumerate(self._running)], self._failures())

    def _face(self, key: int, job: JobHandle) -> JobFace:
        from photoorg.ui.views.jobs_panel import JobFace

        progress = job.progress
        if progress is None:
            detail = self.tr("Paused") if job.paused else self.tr("Beginning…")
            return JobFace(key, job.title, detail, "", 0, 0, job.paused)
        detail = f"{self.tr('Paused')}  ·  {self._words.numbers(progress)}" if job.paused else self._words.all(progress)
        return JobFace(
            key, job.title, detail.rstrip(" ·"), progress.item, progress.done, progress.total or 0, job.paused
        )

    def _failures(self) -> str:
        count = len(self._window.failures)
        if not count:
            return ""
        some = self.tr("{n} files could not be read.").format(n=spoken_number(count))
        return self.tr("1 file could not be read.") if count == 1 else some

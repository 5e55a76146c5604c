"""Takes back what was done last, and does it again: one line for everything, the journal's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from photoorg.ui.job_runner import JobRunner
from photoorg.ui.wording.spoken import spoken_number
from photoorg.ui.wording.told import told

if TYPE_CHECKING:
    from collections.abc import Callable

    from photoorg.core.actions import Reversal
    from photoorg.core.jobs import CancelToken, Job
    from photoorg.services import Services


class Undoing(QObject):
    """``told`` carries a sentence about what was undone or redone, ``failed`` why that could not be.

    ``stopped`` says that the person stopped it; what was reached by then counts.
    """

    told = Signal(str)
    failed = Signal(str)
    stopped = Signal()

    def __init__(self, services: Services, runner: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner

    def undo(self, count: int = 1) -> None:
        """Take back the last ``count`` actions."""

        def job(cancel: CancelToken) -> Job[Reversal]:
            return self._services.history.undo(count, cancel)

        self._walk(job, self.tr("Undoing"), self.tr("Undone: {what}"))

    def redo(self, count: int = 1) -> None:
        """Do the ``count`` actions that were undone last again."""

        def job(cancel: CancelToken) -> Job[Reversal]:
            return self._services.history.redo(count, cancel)

        self._walk(job, self.tr("Doing again"), self.tr("Done again: {what}"))

    def _walk(self, job: Callable[[CancelToken], Job[Reversal]], title: str, sentence: str) -> None:
        def tell(reversal: Reversal) -> None:
            count = len(reversal.actions)
            what = (
                told(reversal.actions[0].what) if count == 1 else self.tr("{n} actions").format(n=spoken_number(count))
            )
            self.told.emit(sentence.format(what=what))
            if reversal.skipped:  # after it, so that this is what can be read
                self.failed.emit(told(reversal.skipped[0].reason))

        handle = self._runner.start(job, title)
        handle.finished.connect(tell)
        handle.failed.connect(self.failed)
        handle.cancelled.connect(self.stopped)

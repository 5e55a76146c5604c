"""Moves photos for the window: to the archive, to the trash, back, or away for good, one after the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from photoorg.ui.job_runner import JobRunner
from photoorg.ui.wording.spoken import spoken_number
from photoorg.ui.wording.told import told

if TYPE_CHECKING:
    from photoorg.core.actions import FileReport
    from photoorg.core.jobs import CancelToken, Job
    from photoorg.services import Services

Make = Callable[["CancelToken"], "Job[FileReport]"]


@dataclass(frozen=True, slots=True)
class Filed:
    """What was done: ``what`` as a sentence without its stop, the photos that moved, and why others did not.

    ``bytes`` is the size of what moved, companions included.
    """

    what: str
    ids: tuple[int, ...]
    undoable: bool
    left: tuple[str, ...] = ()
    bytes: int = 0


class Filing(QObject):
    """``done`` carries what was ``Filed``, ``failed`` a sentence; ``stopped`` says that the person stopped a move."""

    stopped = Signal()
    done = Signal(object)
    failed = Signal(str)

    def __init__(self, services: Services, runner: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner

    def archive(self, ids: Sequence[int]) -> None:
        """Move photos into the archive."""
        archive = self._services.archive
        self._run(
            lambda cancel: archive.archive(ids, cancel=cancel), self.tr("Archiving"), self.tr("{photos} archived")
        )

    def trash(self, ids: Sequence[int]) -> None:
        """Move photos into the trash."""
        archive = self._services.archive
        self._run(
            lambda cancel: archive.trash(ids, cancel=cancel),
            self.tr("Moving to the trash"),
            self.tr("{photos} moved to the trash"),
        )

    def restore(self, ids: Sequence[int]) -> None:
        """Move photos back to where they were."""
        archive = self._services.archive
        self._run(
            lambda cancel: archive.restore(ids, cancel=cancel), self.tr("Putting back"), self.tr("{photos} put back")
        )

    def delete(self, ids: Sequence[int]) -> None:
        """Delete photos for good."""
        archive = self._services.archive
        self._run(
            lambda cancel: archive.delete(ids, cancel=cancel),
            self.tr("Deleting for good"),
            self.tr("{photos} deleted for good"),
            False,
        )

    def empty(self) -> None:
        """Hand all of the trash to the operating system's."""
        archive = self._services.archive
        self._run(
            lambda cancel: archive.empty(cancel=cancel),
            self.tr("Emptying the trash"),
            self.tr("{photos} handed to the system's trash"),
            False,
        )

    def _run(self, make: Make, title: str, sentence: str, undoable: bool = True) -> None:
        def tell(report: FileReport) -> None:
            ids = tuple(moved.id for moved in report.photos)
            number = self.tr("1 photo") if len(ids) == 1 else self.tr("{n} photos").format(n=spoken_number(len(ids)))
            left = tuple(told(skipped.reason) for skipped in report.skipped)
            self.done.emit(Filed(sentence.format(photos=number), ids, undoable, left, report.bytes))

        handle = self._runner.start(make, title)
        handle.finished.connect(tell)
        handle.failed.connect(self.failed)
        handle.cancelled.connect(self.stopped)

"""The models to choose from, as the window knows them: listed, downloaded one at a time, switched to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from photoorg.core.jobs import Progress
from photoorg.core.types import ProfileInfo
from photoorg.ui.job_runner import JobHandle, JobRunner
from photoorg.ui.library.indexing import Indexing

if TYPE_CHECKING:
    from photoorg.services import Services


class Encoders(QObject):
    """Outlives the page that shows it, so that a download goes on when the page is closed.

    ``listed`` carries the profiles, ``progressed`` the name and progress of the download, ``failed`` a name and a
    sentence, ``changed`` says that a download began or ended.
    """

    listed = Signal(list)
    progressed = Signal(str, object)
    failed = Signal(str, str)
    changed = Signal()

    def __init__(
        self, services: Services, runner: JobRunner, indexing: Indexing, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner
        self._indexing = indexing
        self._job: JobHandle | None = None
        self.pulling = ""
        self._wanted = False
        indexing.ended.connect(self._indexed)

    def look(self) -> None:
        """Read the list; ``listed`` follows."""
        self._wanted = True

        def read() -> list[ProfileInfo]:
            return self._services.profiles.list()

        self._runner.call("profiles", read, self.listed.emit, lambda message: self.failed.emit("", message))

    def pull(self, name: str) -> None:
        """Download the profile ``name``, unless another is being downloaded."""
        if self._job is not None:
            return
        self.pulling = name
        self._job = self._runner.start(
            lambda cancel: self._services.profiles.pull(name, cancel),
            self.tr("Downloading the model {name}").format(name=name),
        )
        self._job.progressed.connect(lambda progress: self._report(name, progress))
        self._job.finished.connect(self._end)
        self._job.cancelled.connect(self._end)
        self._job.failed.connect(self._fail)
        self.changed.emit()

    def stop(self) -> None:
        """Stop the download; what has arrived is kept for the next time."""
        if self._job is not None:
            self._job.cancel()

    def use(self, name: str) -> None:
        """Switch to the profile ``name``: photos are looked at anew in the background."""
        self._indexing.start(profile=name)
        self.look()

    def remove(self, name: str) -> None:
        """Delete a profile's download, and the vectors that this library has of it."""

        def work() -> list[ProfileInfo]:
            self._services.profiles.drop(name)
            self._services.profiles.remove(name)
            return self._services.profiles.list()

        self._runner.call("profiles", work, self.listed.emit, lambda message: self.failed.emit(name, message))

    def _indexed(self) -> None:
        """A switch may have ended; nobody who never opened the page needs to know."""
        if self._wanted:
            self.look()

    def _report(self, name: str, progress: Progress) -> None:
        self.progressed.emit(name, progress)

    def _end(self) -> None:
        self._job, self.pulling = None, ""
        self.changed.emit()
        self.look()

    def _fail(self, message: str) -> None:
        name = self.pulling
        self._end()
        self.failed.emit(name, message)

"""What a person can set, as the window knows it: read off its thread, and every change put into effect at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from photoorg.core.jobs import Job, Progress
from photoorg.core.types import Root

if TYPE_CHECKING:
    from photoorg.core.jobs import CancelToken
    from photoorg.services import Services
    from photoorg.ui.job_runner import JobRunner
    from photoorg.ui.library.indexing import Indexing

#: The names of settings that are kept with the catalog.
ARCHIVE, PATTERN = "archive", "archive_pattern"


@dataclass(frozen=True, slots=True)
class SettingsState:
    """All that is set, and what it is about. ``counts`` are photos by root; ``catalog`` is a folder of ``bytes``."""

    roots: tuple[Root, ...]
    counts: dict[int, int]
    archive: str
    pattern: str
    profile: str
    catalog: str
    bytes: int


class Settings(QObject):
    """Outlives the dialog that shows it. ``told`` carries the state; ``failed`` a sentence, ``done`` one too."""

    told = Signal(object)
    failed = Signal(str)
    done = Signal(str)

    def __init__(
        self, services: Services, runner: JobRunner, indexing: Indexing, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner
        self._indexing = indexing

    def look(self) -> None:
        """Read everything; ``told`` follows."""
        self._runner.call("settings", self._read, self.told.emit, self.failed.emit)

    def set(self, key: str, value: str) -> None:
        """Change a setting that is kept with the catalog; an empty value brings the default back."""
        self._do(lambda: self._services.settings.set(key, value))

    def add_folder(self, folder: str) -> None:
        """Add a folder, and read what is in it."""
        self._do(lambda: self._services.roots.add(folder), lambda: self._indexing.start([folder]))

    def exclude(self, root: Root, patterns: Sequence[str]) -> None:
        """Leave out of a folder what ``patterns`` name, and look at the folder anew."""
        if tuple(patterns) != root.exclude:
            self._do(lambda: self._services.roots.exclude(root.id, patterns), lambda: self._indexing.start([root.path]))

    def remove_folder(self, root: Root) -> None:
        """Forget a folder and its photos. What is being read is left first, and taken up again afterwards."""
        again = self._indexing.running

        def forget() -> None:
            self._do(lambda: self._services.roots.remove(root.id), self._indexing.start if again else None)

        self._indexing.stop(forget)

    def back_up(self, file: str) -> None:
        """Copy the catalog's database to ``file``; ``done`` says so."""
        handle = self._runner.start(lambda cancel: self._services.backup.save(file, cancel))
        handle.finished.connect(lambda _: self.done.emit(self.tr("The backup is written.")))
        handle.failed.connect(self.failed)

    def _do(self, work: Callable[[], object], then: Callable[[], None] | None = None) -> None:
        def job(cancel: CancelToken) -> Job[None]:
            yield Progress("settings", 0)
            work()

        # Not a call: a newer call would replace one that waits, and no setting may be lost.
        handle = self._runner.start(job)
        if then is not None:
            handle.finished.connect(lambda _: then())
        handle.finished.connect(self.look)
        handle.failed.connect(self.failed)
        handle.failed.connect(self.look)

    def _read(self) -> SettingsState:
        services = self._services
        status = services.status()
        return SettingsState(
            roots=tuple(services.roots.list()),
            counts=services.roots.counts(),
            archive=services.settings.get(ARCHIVE),
            pattern=services.settings.get(PATTERN),
            profile=status.profile,
            catalog=status.catalog,
            bytes=status.bytes,
        )

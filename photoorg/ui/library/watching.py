"""Has the library looked through when its folders change while the window is open."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from photoorg.ui.job_runner import JobRunner
from photoorg.ui.library.indexing import Indexing
from photoorg.ui.library.library import Library, Snapshot

if TYPE_CHECKING:
    from photoorg.services import Services
    from photoorg.services.library.watching import Watcher

#: Milliseconds without a change after which to look: somebody is copying, and not done yet.
QUIET = 2_000
#: Milliseconds between two looks at folders whose changes nobody tells of.
POLL = 10 * 60_000
#: A look that took long is followed by a rest this many times as long.
_REST = 10


class Watching(QObject):
    """Starts the indexing of a window once changes have come to rest."""

    _noticed = Signal()

    def __init__(
        self,
        services: Services,
        runner: JobRunner,
        library: Library,
        indexing: Indexing,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner
        self._indexing = indexing
        self._watcher: Watcher | None = None
        self._began = 0.0
        self._took = 0.0
        self._quiet = QTimer(self, singleShot=True, interval=QUIET)
        self._quiet.timeout.connect(self._look)
        self._poll = QTimer(self, interval=POLL)
        self._poll.timeout.connect(self._look)
        self._noticed.connect(self._quiet.start)  # from the watcher's thread, so it arrives as an event
        library.changed.connect(self._follow)
        indexing.started.connect(self._started)
        indexing.ended.connect(self._ended)

    def close(self) -> None:
        """Stop watching."""
        self._quiet.stop()
        self._poll.stop()
        if self._watcher is not None:
            self._watcher.close()

    def _follow(self, snapshot: Snapshot) -> None:
        noticed, folders = self._noticed.emit, [root.path for root in snapshot.roots]

        def follow() -> bool:
            if self._watcher is None:
                self._watcher = self._services.watcher(noticed)
            self._watcher.follow(folders)
            return bool(self._watcher.unwatched)

        # Not here: the system wants to be asked about every single folder, and at a start modules are imported.
        self._runner.call("watching", follow, self._followed)

    def _followed(self, some_unwatched: bool) -> None:
        if some_unwatched and not self._poll.isActive():
            self._poll.start()
        elif not some_unwatched:
            self._poll.stop()

    def _look(self) -> None:
        rest = self._began + (1 + _REST) * self._took - time.monotonic()
        if rest > 0:
            self._quiet.start(max(round(rest * 1000), QUIET))
        elif self._indexing.running:
            self._quiet.start(QUIET)
        else:
            self._indexing.start()

    def _started(self) -> None:
        self._began = time.monotonic()

    def _ended(self) -> None:
        self._took = time.monotonic() - self._began

"""A person's word about what pictures are: screenshots, documents, photos, drawings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from photoorg.core.jobs import Progress

if TYPE_CHECKING:
    from photoorg.core.jobs import CancelToken, Job
    from photoorg.core.types import Kind
    from photoorg.services import Services
    from photoorg.ui.job_runner import JobRunner
    from photoorg.ui.views.main_window import MainWindow


class FilingUnder(QObject):
    """Corrects the kind of the selected photos, or of the open one. One command is one action, and undoable."""

    def __init__(self, window: MainWindow, services: Services, runner: JobRunner) -> None:
        super().__init__(window)
        self._window = window
        self._services = services
        self._runner = runner

    def file(self, kind: Kind) -> None:
        """Say that the photos are of ``kind``; no classifier changes that again."""
        ids = self._window.file_actions.chosen()
        if not ids:
            return

        def job(cancel: CancelToken) -> Job[str]:
            yield Progress("filing", 0, len(ids))
            done = self._services.kinds.set(ids, kind)
            latest = self._services.history.next_undo if done.action is not None else None
            return latest.what if latest is not None else ""

        handle = self._runner.start(job)  # not a call: a newer call would replace it, and no word may be lost
        handle.finished.connect(self._filed)
        handle.failed.connect(self._window.page.status_line.show_message)

    def can_file(self) -> bool:
        """Whether there are photos to say it of."""
        return self._window.file_actions.can_delete()

    def _filed(self, what: str) -> None:
        if what:
            self._window.file_actions.toast.tell(f"{what}.", True)
        self._window.library.look()

"""Looking through photos with one hand on the keys: stars, picks and rejects, and on to the next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from photoorg.core.jobs import Progress
from photoorg.core.marks import Mark
from photoorg.core.types import Flag
from photoorg.ui.wording.spoken import spoken_mark
from photoorg.ui.wording.told import told

if TYPE_CHECKING:
    from photoorg.core.actions import Change
    from photoorg.core.jobs import CancelToken, Job
    from photoorg.services import Services
    from photoorg.ui.job_runner import JobRunner
    from photoorg.ui.views.main_window import MainWindow

#: The name under which is remembered whether a mark leads on to the next photo.
_ADVANCE = "auto_advance"


class Triage(QObject):
    """Marks the selected photos, or the one that is open. One command is one action, however many photos it marks."""

    def __init__(self, window: MainWindow, services: Services, runner: JobRunner) -> None:
        super().__init__(window)
        self._window = window
        self._services = services
        self._runner = runner
        self.advancing = window.remembered.get(_ADVANCE, False)
        window.viewer.bar.marks.rated.connect(self.rate)

    # What commands do

    def rate(self, stars: int) -> None:
        """Give photos so many stars; 0 takes them off."""
        self._mark(lambda ids: self._services.marks.rate(ids, stars), lambda mark: replace(mark, rating=stars))

    def flag(self, flag: Flag | None) -> None:
        """Pick photos, reject them, or take either back."""
        self._mark(lambda ids: self._services.marks.flag(ids, flag), lambda mark: replace(mark, flag=flag))

    def toggle_advance(self) -> None:
        """Let a mark lead on to the next photo from now on, or not."""
        self.advancing = not self.advancing
        self._window.remembered.put(_ADVANCE, self.advancing)

    # What commands are about

    def can_mark(self) -> bool:
        """Whether there are photos to mark."""
        return self._window.file_actions.can_delete()

    def flagged(self, flag: Flag | None) -> bool:
        """Whether the photo that commands are about has this flag."""
        subject = self._window.subject()
        mark = None if subject is None else self._window.photos.mark(subject.id)
        return (None if mark is None else mark.flag) is flag

    # Wiring

    def _mark(self, act: Callable[[Sequence[int]], Change], change: Callable[[Mark], Mark]) -> None:
        window, ids = self._window, self._window.file_actions.chosen()
        if not ids:
            return

        def job(cancel: CancelToken) -> Job[str]:
            yield Progress("marking", 0, len(ids))
            done = act(ids)
            latest = self._services.history.next_undo if done.action is not None else None
            return told(latest.what) if latest is not None else ""

        handle = self._runner.start(job)  # not a call: a newer call would replace it, and no mark may be lost
        handle.finished.connect(lambda what: self._marked(len(ids), what))
        handle.failed.connect(window.page.status_line.show_message)
        handle.failed.connect(window.library.look)
        marks = {id: change(window.photos.mark(id) or Mark()) for id in ids}
        window.photos.note(marks)
        if len(ids) == 1:
            self._tell(marks[ids[0]])
            if self.advancing:
                self._advance()

    def _marked(self, count: int, what: str) -> None:
        if count > 1 and what:
            self._window.file_actions.toast.tell(f"{what}.", True)
        self._window.library.look()

    def _tell(self, mark: Mark) -> None:
        text = spoken_mark(mark)
        said = f"{text[:1].upper()}{text[1:]}" or self.tr("No stars, no flag")
        if self._window.viewing:
            self._window.viewer.flash(said)
        else:
            self._window.page.status_line.show_message(said)

    def _advance(self) -> None:
        window = self._window
        if window.viewing:
            if not window.viewer.comparing:
                window.viewer.step(1)
            return
        row = window.grid.currentIndex().row()
        if 0 <= row < window.model.rowCount() - 1:
            window.grid.go_to(row + 1)

"""Which pictures are shown turned, as the window knows it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from photoorg.core.jobs import Progress

if TYPE_CHECKING:
    from photoorg.core.jobs import CancelToken, Job
    from photoorg.services import Services
    from photoorg.ui.job_runner import JobRunner


class Turns(QObject):
    """``changed`` carries the contents that are shown otherwise from now on, ``failed`` a sentence."""

    changed = Signal(object)
    failed = Signal(str)

    def __init__(self, services: Services, runner: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner
        self._quarters: dict[int, int] = {}

    def of(self, content: int | None) -> int:
        """Quarters clockwise by which a content is shown turned."""
        return 0 if content is None else self._quarters.get(content, 0)

    def read(self) -> None:
        """Read them anew: the library may have changed."""
        self._runner.call("turns", self._all, self._take)

    def turn(self, ids: Sequence[int], quarters: int) -> None:
        """Turn photos by so many ``quarters`` clockwise more."""

        def job(cancel: CancelToken) -> Job[dict[int, int]]:
            yield Progress("turning", 0, len(ids))
            self._services.turns.turn(ids, quarters)
            return self._services.turns.all()

        handle = self._runner.start(job)  # not a call: a newer call would replace it, and no turn may be lost
        handle.finished.connect(self._take)
        handle.failed.connect(self.failed)

    def _all(self) -> dict[int, int]:
        return self._services.turns.all()  # made at its first use, off the window's thread

    def _take(self, quarters: dict[int, int]) -> None:
        before, self._quarters = self._quarters, quarters
        others = {
            content for content in before.keys() | quarters.keys() if before.get(content) != quarters.get(content)
        }
        if others:
            self.changed.emit(others)

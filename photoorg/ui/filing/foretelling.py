"""Says what is about to happen to many photos before it does: how many, how large, and how many out of sight."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from photoorg.ui.wording.spoken import spoken_number, spoken_size

if TYPE_CHECKING:
    from photoorg.services import Services
    from photoorg.ui.job_runner import JobRunner
    from photoorg.ui.views.main_window import MainWindow
    from photoorg.ui.views.question_bar import QuestionBar

#: So many chosen photos out of sight may be put away unasked: the one that has just been scrolled past.
_UNASKED = 1


class Foretelling(QObject):
    """Asks before photos are put away that cannot be seen, unless that was said in another way, as a review does.

    It always asks before the last copy of a photo goes from among its duplicates.
    """

    def __init__(self, window: MainWindow, services: Services, runner: JobRunner) -> None:
        super().__init__(window)
        self._window = window
        self._services = services
        self._runner = runner
        self._said = False

    @cached_property
    def bar(self) -> QuestionBar:
        """Where it is asked; made when there is something to ask."""
        from photoorg.ui.views.question_bar import QuestionBar

        return QuestionBar(self._window)

    @contextmanager
    def said(self) -> Iterator[None]:
        """Whoever acts within has told the person already, such as a drag or the bar of a review."""
        before, self._said = self._said, True
        try:
            yield
        finally:
            self._said = before

    def out_of_sight(self) -> int:
        """How many of the selected photos cannot be seen, not even in part."""
        if self._window.viewing:
            return 0
        seen = self._window.grid.visible_rows()
        ranges = self._window.grid.selected_ranges()
        return sum(len(rows) - max(0, min(rows.stop, seen.stop) - max(rows.start, seen.start)) for rows in ranges)

    def ask(self, ids: Sequence[int], question: str, button: str, then: Callable[[], None]) -> None:
        """Call ``then``; first ask ``question`` (with {photos} in it) where there is something to be told before."""
        hidden = self.out_of_sight()
        warning = self._window.duplicates.warning(ids)
        if not warning and (self._said or self._window.choice.told or hidden <= _UNASKED):
            then()
            return

        def detail(size: int | None) -> str:
            out_of_sight = self.tr("{n} out of sight").format(n=spoken_number(hidden)) if hidden else ""
            return "  ·  ".join(filter(None, [warning, out_of_sight, "" if size is None else spoken_size(size)]))

        self.bar.ask(question.format(photos=self.photos(len(ids))), detail(None), button, then)
        self.measure(ids, lambda size: self.bar.say(detail(size)))

    def measure(self, ids: Sequence[int], then: Callable[[int], None], lane: str = "bytes") -> None:
        """Find out how many bytes the files of ``ids`` have; only the latest question in a lane is answered."""
        self._runner.call(lane, lambda: self._services.photos.size_of(ids), then)

    def photos(self, count: int) -> str:
        """So many photos, in words."""
        return self.tr("1 photo") if count == 1 else self.tr("{n} photos").format(n=spoken_number(count))

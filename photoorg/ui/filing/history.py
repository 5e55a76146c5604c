"""Everything that was done, as a place of the window: kept up to date, and walked back and forward."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from photoorg.ui.search.browsing import Wish
from photoorg.ui.views.sidebar import Entry
from photoorg.ui.wording.spoken import spoken_number

if TYPE_CHECKING:
    from photoorg.core.actions import Action
    from photoorg.services import Services
    from photoorg.ui.job_runner import JobRunner
    from photoorg.ui.models.history_model import HistoryModel
    from photoorg.ui.views.history_page import HistoryPage
    from photoorg.ui.views.main_window import MainWindow

#: The name of the page.
PAGE = "history"
#: Actions that are listed: years of work for most.
_MOST = 2_000


class HistoryPlace(QObject):
    """Goes between the page of the history and the journal."""

    def __init__(self, window: MainWindow, services: Services, runner: JobRunner) -> None:
        super().__init__(window)
        self._window = window
        self._services = services
        self._runner = runner
        self._page: HistoryPage | None = None
        window.page.sidebar.add(Entry(PAGE, self.tr("History"), PAGE, Wish(page=PAGE)))
        window.page.add_page(PAGE, self.tr("History"), self._make)
        window.browsing.shown.connect(self._shown)
        window.library.changed.connect(self._shown)
        window.undoing.told.connect(self._shown)
        window.undoing.stopped.connect(window.library.look)

    @cached_property
    def model(self) -> HistoryModel:
        """The actions; made for the page."""
        from photoorg.ui.models.history_model import HistoryModel

        return HistoryModel(self)

    # What commands do and are about

    @property
    def here(self) -> bool:
        """Whether the history is shown."""
        return self._window.browsing.wish.page == PAGE

    def show(self) -> None:
        """Go to the history."""
        self._window.search(Wish(page=PAGE))

    def can_undo(self) -> bool:
        """Whether an action is chosen that can be undone, with all that came after it."""
        return self._steps_back() > 0

    def undo(self) -> None:
        """Undo the chosen action and all that came after it."""
        self._window.undoing.undo(self._steps_back())

    def can_redo(self) -> bool:
        """Whether an action is chosen that can be done again, with all that came before it."""
        return self._steps_forward() > 0

    def redo(self) -> None:
        """Do the chosen action, and all undone ones that came before it, again."""
        self._window.undoing.redo(self._steps_forward())

    def _steps_back(self) -> int:
        return self.model.undoable_to(self._page.chosen) if self.here and self._page is not None else 0

    def _steps_forward(self) -> int:
        return self.model.redoable_to(self._page.chosen) if self.here and self._page is not None else 0

    # Wiring

    def _make(self) -> HistoryPage:
        from photoorg.ui.views.history_page import HistoryPage

        names = ("undo_to_here", "redo_to_here")
        self._page = made = HistoryPage(self.model, [self._window.command_actions[name] for name in names])
        made.chosen_changed.connect(self._chosen)
        made.say(self._hint())
        made.colour(self._window.theme.colours)
        self._window.theme.changed.connect(made.colour)
        return made

    def _chosen(self) -> None:
        self._window.command_actions.refresh()
        if self._page is not None:
            self._page.say(self._hint())

    def _hint(self) -> str:
        back, forward = self._steps_back(), self._steps_forward()
        if back > 1:
            return self.tr("Undoing up to here takes {n} actions back").format(n=spoken_number(back))
        if forward > 1:
            return self.tr("Doing again up to here repeats {n} actions").format(n=spoken_number(forward))
        return self.tr("Choose an action to go back to, or forward again")

    def _shown(self) -> None:
        if self.here:
            self._runner.call(PAGE, lambda: self._services.history.list(_MOST), self._read)

    def _read(self, actions: list[Action]) -> None:
        if self._page is None or tuple(actions) == self.model.actions:
            return
        chosen = self._page.chosen
        before = self.model.actions[chosen].id if chosen >= 0 else None
        self.model.show(actions)
        self._page.show_actions()
        row = next((row for row, action in enumerate(actions) if action.id == before), -1)
        if row >= 0:
            self._page.choose(row)
        self._window.command_actions.refresh()

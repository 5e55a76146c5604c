"""Bulk review: the sure core of a group, a result or a kind is chosen, the doubtful edge lies apart to be looked at."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QObject

from photoorg.core.types import SURE
from photoorg.ui.models.photo_model import Section, Showing
from photoorg.ui.search.browsing import Wish, may_review
from photoorg.ui.wording.spoken import spoken_number

if TYPE_CHECKING:
    from photoorg.services import Services
    from photoorg.ui.job_runner import JobRunner
    from photoorg.ui.views.main_window import MainWindow

#: Where the line is drawn at first: the least confidence of a member, certainty of a hit and certainty of a kind.
#: All three are calibrated to be read as probabilities; hits are strict with themselves, kinds generous.
SURE_MEMBER, SURE_HIT, SURE_KIND = 0.7, SURE, 0.9


def parted(showing: Showing, least: float, sure: tuple[str, str], doubtful: tuple[str, str]) -> Showing:
    """``showing``, whose certainties fall, under two headings: what is at least so certain, and the rest.

    ``sure`` and ``doubtful`` are what the headings say, and note beside it with {n} for how many.
    """
    certainties = showing.certainties or ()
    count = above(certainties, least)
    sections = (
        Section(title, size, note.format(n=spoken_number(size)))
        for (title, note), size in ((sure, count), (doubtful, len(showing.ids) - count))
    )
    return Showing(showing.ids, showing.contents, certainties, tuple(each for each in sections if each.count))


def above(certainties: Sequence[float], least: float) -> int:
    """How many of ``certainties``, which fall, are at least ``least``."""
    return next((row for row, certainty in enumerate(certainties) if certainty < least), len(certainties))


def by_certainty(showing: Showing, certainties: dict[int, float]) -> Showing:
    """``showing`` in the order of its contents' certainties, the surest first; the rest as it was."""
    rows = sorted(range(len(showing.ids)), key=lambda row: -certainties.get(showing.contents[row], 0.0))
    return Showing(
        array("q", (showing.ids[row] for row in rows)),
        array("q", (showing.contents[row] for row in rows)),
        tuple(certainties.get(showing.contents[row], 0.0) for row in rows),
    )


class Reviewing(QObject):
    """One review at a time, of what the window shows; going elsewhere ends it.

    The line can be moved: what comes above it is chosen, what falls below it no more; whatever else the person chose
    or left out stays so.
    """

    def __init__(self, window: MainWindow, services: Services, runner: JobRunner) -> None:
        super().__init__(window)
        self._window = window
        self._services = services
        self._runner = runner
        self._wish: Wish | None = None
        self._least = 0.0
        self._kinds: dict[int, float] | None = None
        window.page.cluster_bar.line_moved.connect(self._move_line)
        window.browsing.shown.connect(self._shown)  # before the window itself, which asks the page for its bar

    # What commands do

    @property
    def active(self) -> bool:
        """Whether something is reviewed."""
        return self._wish is not None

    def can_begin(self) -> bool:
        """Whether what is shown can be reviewed, or is."""
        browsing = self._window.browsing
        there = browsing.answered and may_review(browsing.wish) and len(browsing.showing.ids) > 0
        return not self._window.viewing and (self.active or there)

    def toggle(self) -> None:
        """Begin a review of what is shown, or end it."""
        if self.active:
            self.end()
        elif self._window.browsing.wish.searched or self._window.browsing.wish.cluster is not None:
            self._begin(None)
        else:
            contents = list(self._window.browsing.showing.contents)

            def read() -> dict[int, float]:
                judged = self._services.kinds.of(contents)
                return {content: judgement.certainty for content, judgement in judged.items()}

            wish = self._window.browsing.wish
            self._runner.call("review", read, lambda kinds: self._begin(kinds) if self._is_at(wish) else None)

    def end(self) -> None:
        """Show everything together again, with nothing chosen."""
        browsing = self._window.browsing
        self._stop()
        browsing.arrange = None
        self._window.grid.clearSelection()
        browsing.show_again()

    # Its course

    def _is_at(self, wish: Wish) -> bool:
        return self._window.browsing.wish == wish and self._window.browsing.answered

    def _begin(self, kinds: dict[int, float] | None) -> None:
        browsing = self._window.browsing
        self._wish, self._kinds, self._window.page.reviewing = browsing.wish, kinds, True
        by_kind = kinds is not None
        self._least = SURE_KIND if by_kind else SURE_HIT if browsing.wish.searched else SURE_MEMBER
        browsing.arrange = self._arrange
        browsing.show_again()
        self._select(range(self._sure), replace=True)
        self._window.grid.verticalScrollBar().setValue(0)
        self._window.grid.setFocus()

    def _arrange(self, showing: Showing) -> Showing:
        if self._kinds is not None:
            showing = by_certainty(showing, self._kinds)
        sure = self.tr("Sure"), self.tr("{n}, chosen")
        doubtful = self.tr("Look at these"), self.tr("{n}, not chosen until you choose them")
        return parted(showing, self._least, sure, doubtful)

    @property
    def _sure(self) -> int:
        return above(self._window.browsing.showing.certainties or (), self._least)

    def _move_line(self, sure: int) -> None:
        """Let the first ``sure`` photos be sure; those exactly as certain as the last of them are too."""
        browsing = self._window.browsing
        certainties = browsing.showing.certainties or ()
        if not self.active or not certainties:
            return
        before = self._sure
        self._least = certainties[sure - 1] if sure else float("inf")
        after = self._sure
        browsing.show_again()
        if after > before:
            self._select(range(before, after))
        else:
            self._select(range(after, before), choose=False)

    def _select(self, rows: range, *, choose: bool = True, replace: bool = False) -> None:
        """Choose ``rows``, in place of everything else if ``replace``, or choose them no more."""
        model, flag = self._window.grid.selectionModel(), QItemSelectionModel.SelectionFlag
        if replace:
            model.clearSelection()
        if rows:
            index = self._window.model.index
            chosen = QItemSelection(index(rows.start), index(rows.stop - 1))
            model.select(chosen, flag.Select if choose else flag.Deselect)

    def _shown(self) -> None:
        browsing = self._window.browsing
        if self.active and browsing.arrange is None:  # the person has gone elsewhere
            self._stop()
        if self.active:
            self._window.page.cluster_bar.show_line(len(browsing.showing.ids), self._sure)
            self._window.choice.look()

    def _stop(self) -> None:
        self._wish = self._kinds = None
        self._window.page.reviewing = False

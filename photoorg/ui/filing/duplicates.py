"""Photos that are there more than once, in the grid: a section for each, its copies chosen, the one to keep marked."""

from __future__ import annotations

import os
from array import array
from collections.abc import Collection
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from photoorg.core.duplicates import CHOSEN
from photoorg.core.jobs import Progress
from photoorg.core.paths import display_path
from photoorg.ui.models.photo_model import Section, Showing
from photoorg.ui.search.browsing import Wish
from photoorg.ui.views.sidebar import Entry
from photoorg.ui.wording.spoken import spoken_number, spoken_size
from photoorg.ui.wording.told import told

if TYPE_CHECKING:
    from photoorg.core.duplicates import Duplicates, Known
    from photoorg.core.jobs import CancelToken, Job
    from photoorg.services import Services
    from photoorg.ui.job_runner import JobHandle, JobRunner
    from photoorg.ui.views.main_window import MainWindow

#: The name of the page.
PAGE = "duplicates"
#: So many are shown at once, those that free the most: more choices than these would slow every click down.
_MOST = 1_000
#: The most photos that can be seen side by side.
_BESIDE = 4


class DuplicatesPlace(QObject):
    """Shows copies and look-alikes. What is selected is what may go: of sure copies all but the keepers, at first.

    What is known is shown at once; look-alikes are searched for in the background when there is anything new.
    """

    def __init__(self, window: MainWindow, services: Services, runner: JobRunner) -> None:
        super().__init__(window)
        self._window = window
        self._services = services
        self._runner = runner
        #: What is known, and the contents of its photos, whose thumbnails are shown.
        self._groups: list[Duplicates] = []
        self._more = False
        self._contents: dict[int, int] = {}
        self._job: JobHandle | None = None
        self._progress: Progress | None = None
        self._stopped = False
        self._chosen_once = False
        window.page.sidebar.add(Entry(PAGE, self.tr("Duplicates"), "duplicates", Wish(page=PAGE)))
        window.browsing.finders[PAGE] = self._arrive
        window.library.changed.connect(self._library_changed)
        window.grid.keeper_wanted.connect(self._keep_row)

    # What commands do and are about

    @property
    def here(self) -> bool:
        """Whether duplicates are shown."""
        return self._window.browsing.wish.page == PAGE

    def show(self) -> None:
        """Go to the duplicates."""
        self._window.search(Wish(page=PAGE))
        self._window.grid.setFocus()

    def _arrive(self) -> None:
        """The person comes here: sure copies are chosen anew, and a search that was stopped may begin again."""
        self._chosen_once = self._stopped = False
        self.find()

    def find(self) -> None:
        """Show what is known, and look for more if there is anything new."""

        def read() -> tuple[Known, dict[int, int]]:
            known = self._services.duplicates.known()
            ids = [copy.id for group in known.groups for copy in group.photos]
            return known, {photo.id: photo.content or 0 for photo in self._services.photos.many(ids)}

        self._runner.call(PAGE, read, self._show, self._window.browsing.failed.emit)

    def can_keep(self) -> bool:
        """Whether there is a photo that could be kept instead of the one that is."""
        current = self._window.grid.current_id()
        return self.here and current is not None and current not in self._window.browsing.showing.keepers

    def keep(self) -> None:
        """Keep the current photo instead of the one that is marked."""
        self._keep_row(self._window.grid.currentIndex().row())

    def can_compare(self) -> bool:
        """Whether a photo is current whose copies can be seen beside it."""
        return self.here and self._window.grid.currentIndex().isValid()

    def compare(self) -> None:
        """Show the photos of the current section side by side, the one to keep first."""
        rows = self._rows_at(self._window.grid.currentIndex().row())
        ids = [self._window.model.ids[row] for row in rows][:_BESIDE]
        self._window.show_viewer()
        self._window.viewer.compare(ids)
        self._window.command_actions.refresh()

    def warning(self, ids: Collection[int]) -> str:
        """What to say before ``ids`` go, if of some photos no copy would stay; else nothing."""
        if not self.here:
            return ""
        going = set(ids)
        lost = sum(all(copy.id in going for copy in group.photos) for group in self._groups)
        if not lost:
            return ""
        return (
            self.tr("Of 1 photo no copy stays") if lost == 1 else self.tr("Of {n} photos no copy stays").format(n=lost)
        )

    # Looking for more

    def _library_changed(self) -> None:
        if self.here:
            self.find()

    def _search(self) -> None:
        def job(cancel: CancelToken) -> Job[list[Duplicates]]:
            return self._services.duplicates.find(near=True, cancel=cancel)

        self._job = self._runner.start(job, self.tr("Looking for look-alikes"), can_wait=True)
        self._job.progressed.connect(self._progressed)
        self._job.finished.connect(self._searched)
        self._job.cancelled.connect(self._stop)
        self._job.failed.connect(self._could_not)

    def _progressed(self, progress: Progress) -> None:
        self._progress = progress
        self._head()

    def _searched(self) -> None:
        self._job = self._progress = None
        if self.here:
            self.find()

    def _stop(self) -> None:
        """The person stopped it: it is not begun again before they come back."""
        self._job = self._progress = None
        self._stopped = True
        self._head()
        self._explain()
        if self.here:
            self._window.browsing.show_again()

    def _could_not(self, message: str) -> None:
        self._stop()
        self._window.browsing.failed.emit(message)

    # Showing

    def _show(self, found: tuple[Known, dict[int, int]]) -> None:
        known, self._contents = found
        self._groups, self._more = known.groups[:_MOST], len(known.groups) > _MOST
        self._window.page.sidebar.show_count(PAGE, len(known.groups))
        if not self.here:
            return
        if not known.fresh and self._job is None and not self._stopped:
            self._search()
        self._present()

    def _present(self) -> None:
        self._head()
        self._explain()
        self._window.browsing.present(self._showing())
        if not self._chosen_once and self._groups:
            self._chosen_once = True
            self._window.grid.select_rows(self._sure_copies())

    def _sure_copies(self) -> list[int]:
        """The rows of all copies of one file but the ones to keep, each the first of its section."""
        rows: list[int] = []
        start = 0
        for group in self._groups:
            stop = start + len(group.photos)
            rows += range(start + 1, stop) if group.kind == "exact" else ()
            start = stop
        return rows

    def _showing(self) -> Showing:
        ids, sections, keepers = array("q"), [], set()
        for group in self._groups:
            keeper = group.keep
            keepers.add(keeper)
            ids.append(keeper)
            ids.extend(copy.id for copy in group.photos if copy.id != keeper)
            sections.append(self._section(group))
        contents = array("q", (self._contents.get(id, 0) for id in ids))
        return Showing(ids, contents, None, tuple(sections), frozenset(keepers))

    def _section(self, group: Duplicates) -> Section:
        count = len(group.photos)
        text = self.tr("{n} copies of one file") if group.kind == "exact" else self.tr("{n} look alike")
        name = next(os.path.basename(display_path(copy.path)) for copy in group.photos if copy.id == group.keep)
        why = told(group.why)
        free = sum(copy.bytes for copy in group.photos if copy.id != group.keep)
        note = self.tr("Keep {name}. {why}  ·  the rest: {size}").format(name=name, why=why, size=spoken_size(free))
        return Section(text.format(n=spoken_number(count)), count, note)

    def _head(self) -> None:
        """Say in the header how many there are, and how far the search is."""
        parts = []
        if self._groups:
            spare = [copy for group in self._groups for copy in group.photos if copy.id != group.keep]
            free, count = sum(copy.bytes for copy in spare), len(self._groups)
            number = self.tr("1 photo") if count == 1 else self.tr("{n} photos").format(n=spoken_number(count))
            if self._more:
                number = self.tr("The largest {n} photos").format(n=spoken_number(count))
            parts.append(self.tr("{photos}, {size} to free up").format(photos=number, size=spoken_size(free)))
        if self._job is not None:
            parts.append(self.tr("looking for look-alikes…"))
            if self._progress is not None and self._progress.total:
                parts[-1] += f" {self._progress.done / self._progress.total:.0%}"
        self._window.page.words.pages[PAGE] = self.tr("Duplicates"), "  ·  ".join(parts)
        if self.here:
            self._window.page.header.show_title(*self._window.page.words.pages[PAGE])

    def _explain(self) -> None:
        """What stands there when there are none."""
        if self._job is not None:
            text = (
                self.tr("Looking for duplicates…"),
                self.tr("They appear here when all photos are compared."),
                "",
            )
        elif self._stopped:
            text = self.tr("The search was stopped"), self.tr("Come back to this page to look for look-alikes."), ""
        else:
            text = (
                self.tr("Every photo is there once"),
                self.tr("There are no copies here, and none that look alike."),
                self.tr("Show all photos"),
            )
        self._window.page.empties[PAGE] = (PAGE, *text)

    # Choosing

    def _rows_at(self, row: int) -> range:
        """The rows of the section that ``row`` lies in."""
        start = 0
        for section in self._window.browsing.showing.sections:
            if row < start + section.count:
                return range(start, start + section.count)
            start += section.count
        return range(0)

    def _keep_row(self, row: int) -> None:
        """Keep the photo of ``row``: the one kept so far is chosen in its stead, if it was chosen."""
        if not self.here or row < 0:
            return
        rows, ids, grid = self._rows_at(row), self._window.model.ids, self._window.grid
        kept = ids[row]
        if grid.selectionModel().isSelected(self._window.model.index(row)):
            grid.choose_row(row, False)
            grid.choose_row(rows.start)
        beside = {ids[each] for each in rows}
        self._groups = [
            replace(group, keep=kept, why=CHOSEN) if {copy.id for copy in group.photos} == beside else group
            for group in self._groups
        ]
        self._present()
        grid.set_current(self._window.model.ids.index(kept))

        def job(cancel: CancelToken) -> Job[list[int]]:
            yield Progress("keeping", 0)
            return self._services.duplicates.keep(kept)

        # Not a call: a newer one would take the place of one that waits, and no choice may be lost.
        handle = self._runner.start(job)
        handle.failed.connect(self._window.browsing.failed)

"""Fills the side bar with what the library holds, and goes where the person wants to."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from photoorg.core.types import Kind
from photoorg.ui.library import place_entries
from photoorg.ui.library.library import PHOTOS_ONLY, PLACE
from photoorg.ui.models.place_model import Entry

if TYPE_CHECKING:
    from photoorg.services import Services
    from photoorg.ui.job_runner import JobRunner
    from photoorg.ui.views.main_window import MainWindow

#: Milliseconds between two counts, however often the library changes.
_REST = 1_000

#: Seconds after which nobody expects to be taken to where they were the last time.
_RETURNING = 10.0

#: The entry of all photos, where every window begins.
_HERE = "photos"

#: What lies below entries at the top level, by their ids.
_Below = dict[str, list[Entry]]


class Places(QObject):
    """Goes between the side bar and what the window shows."""

    def __init__(self, window: MainWindow, services: Services, runner: JobRunner) -> None:
        super().__init__(window)
        self._window = window
        self._services = services
        self._runner = runner
        self._again = False
        self._timer = QTimer(self, singleShot=True, interval=_REST)
        self._timer.timeout.connect(self._rested)
        sidebar = window.page.sidebar
        sidebar.add(Entry("timeline", self.tr("Timeline"), "calendar"))
        sidebar.add(Entry("folders", self.tr("Folders"), "folder"))
        sidebar.add(Entry("places", self.tr("Places"), "place"))
        sidebar.add(Entry("kinds", self.tr("Kinds"), "kinds"))
        sidebar.chosen.connect(self.go)
        window.library.changed.connect(self._count)
        #: The place where the person was when the window was closed, until it is found again.
        self._wanted = window.remembered.get(PLACE, "")
        if self._wanted == _HERE:
            self._wanted = ""
        self._opened = time.monotonic()

    def go(self, entry_id: str) -> None:
        """Show the place of an entry of the side bar; the keyboard goes there too."""
        entry = self._window.page.sidebar.entry(entry_id)
        if entry is not None and entry.wish is not None:
            self._window.search(entry.wish)
            self._window.page.focus_shown()

    @property
    def photos_only(self) -> bool:
        """Whether screenshots and documents are left out of all photos."""
        return self._window.library.photos_only

    def toggle_photos_only(self) -> None:
        """Leave screenshots and documents out of all photos, or take them in again."""
        only = not self.photos_only
        self._window.library.show_photos_only(only)
        self._window.page.words.photos_only = only
        self._window.remembered.put(PHOTOS_ONLY, only)
        self._window.library.look()
        self._window.command_actions.refresh()

    def remember(self) -> None:
        """Note where the person is, if that is an entry of the side bar."""
        self._window.remembered.put(PLACE, self._window.page.sidebar.marked)

    def _return(self) -> None:
        """Go where the person was, as soon as that is in the side bar, and unless they have gone elsewhere since."""
        window = self._window
        entry = window.page.sidebar.entry(self._wanted) if self._wanted else None
        elsewhere = not window.browsing.wish.everything or window.viewing or window.page.header.search.typing
        if elsewhere or time.monotonic() - self._opened > _RETURNING:
            self._wanted = ""
        elif entry is not None:
            self._wanted = ""
            self.go(entry.id)

    def _count(self) -> None:
        """Count anew: now, or when the last time is long enough ago."""
        self._return()
        if self._timer.isActive():
            self._again = True
            return
        self._timer.start()
        words = self._window.page.words
        names = {kind: words.kind(kind) for kind in Kind}

        def read() -> _Below:
            facets = self._services.facets.all()
            roots = [root.path for root in self._services.roots.list()]
            return {
                "timeline": place_entries.years(facets.months),
                "folders": place_entries.folders(facets.folders, roots),
                "places": place_entries.countries(facets.countries, facets.towns),
                "kinds": place_entries.kinds(facets.kinds, names),
            }

        self._runner.call("facets", read, self._counted)

    def _counted(self, below: _Below) -> None:
        for entry_id, children in below.items():
            self._window.page.sidebar.set_children(entry_id, children)
        self._return()

    def _rested(self) -> None:
        if self._again:
            self._again = False
            self._count()

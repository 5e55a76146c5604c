"""Back and forward in the window: what was seen before, at the place where it was left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from photoorg.ui.search.trail import Trail

if TYPE_CHECKING:
    from photoorg.ui.search.browsing import Wish
    from photoorg.ui.views.grid import Place
    from photoorg.ui.views.main_window import MainWindow


class Travel(QObject):
    """Keeps the window's trail, and walks it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._trail = Trail()
        self._seen = self._trail.here.wish

    def back(self) -> None:
        """Close the large view, or show what was seen before."""
        if self._window.viewing:
            self._window.close_viewer()
        else:
            self._step(-1)

    def forward(self) -> None:
        """Show again what was seen before going back."""
        self._step(1)

    def can_go_back(self) -> bool:
        """Whether anything was seen before."""
        return self._window.viewing or self._trail.has(-1)

    def can_go_forward(self) -> bool:
        """Whether the person went back."""
        return not self._window.viewing and self._trail.has(1)

    def arrive(self, wish: Wish) -> Place | None:
        """Note that ``wish`` is seen from now on, before it is; the place to see it at, if it was left at one."""
        trail, self._seen = self._trail, wish
        if wish == trail.here.wish:
            return trail.here.place
        trail.here.place = self._window.grid.place()  # before the grid shows other photos
        search = self._window.page.header.search
        trail.arrive(wish, search.stay if search.typing else 0)
        return None

    def _step(self, by: int) -> None:
        if self._trail.has(by):
            if self._seen == self._trail.here.wish:  # else it is on its way still, and the grid shows another one
                self._trail.here.place = self._window.grid.place()
            stop = self._trail.step(by)
            assert stop is not None
            self._window.search(stop.wish)

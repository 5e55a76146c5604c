"""Ways of looking at photos large: alone on the screen, or a few side by side."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from photoorg.ui.command_sets.menus import VIEWER_LEFT, VIEWER_RIGHT
from photoorg.ui.models.pictures import TOGETHER, Pictures
from photoorg.ui.models.thumbnails import STRIP_BYTES, Thumbnails
from photoorg.ui.views.viewer import Viewer

if TYPE_CHECKING:
    from photoorg.services import Services
    from photoorg.ui.job_runner import JobRunner
    from photoorg.ui.views.main_window import MainWindow

#: The name under which is remembered whether the filmstrip is shown.
_STRIP = "filmstrip"


class Viewing(QObject):
    """Makes the large ``viewer``, and goes between it and the window's selection."""

    def __init__(self, window: MainWindow, services: Services, runner: JobRunner) -> None:
        super().__init__(window)
        self._window = window
        self._maximized = False
        strip = partial(Thumbnails, runner, services.photos.thumbnails, window, STRIP_BYTES, "filmstrip")
        self.viewer = Viewer(window.model, Pictures(services, runner, window), strip)

    def place_actions(self) -> None:
        """Give the large view its buttons, and connect it with the window."""
        window, viewer = self._window, self.viewer
        actions = window.command_actions
        left, right = ([actions[name] if name else None for name in names] for names in (VIEWER_LEFT, VIEWER_RIGHT))
        viewer.set_actions(left, right, actions["previous"], actions["next"])
        viewer.want_strip(window.remembered.get(_STRIP, True))
        viewer.moved.connect(window.grid.go_to)
        viewer.changed.connect(actions.refresh)
        window.photos.loaded.connect(self._refresh)
        # Queued: after the window has taken note of the change.
        window.library.changed.connect(self._refresh, Qt.ConnectionType.QueuedConnection)

    # What commands do

    def toggle_full_screen(self) -> None:
        """Give the window, and in it the photo, all of the screen; or take it back."""
        window = self._window
        if window.isFullScreen():
            window.showMaximized() if self._maximized else window.showNormal()
        else:
            self._maximized = window.isMaximized()
            window.showFullScreen()
        window.viewer.show_alone(window.isFullScreen())
        window.command_actions.refresh()

    def toggle_strip(self) -> None:
        """Show the filmstrip, or do not, and keep to that."""
        viewer = self._window.viewer
        viewer.want_strip(not viewer.strip_wanted)
        self._window.remembered.put(_STRIP, viewer.strip_wanted)

    def compare(self) -> None:
        """Show the selected photos side by side."""
        window = self._window
        window.show_viewer()
        window.viewer.compare(list(window.grid.selected_ids()))
        window.command_actions.refresh()

    # What commands are about

    def can_compare(self) -> bool:
        """Whether so many photos are selected that they can be seen side by side."""
        window = self._window
        return not window.browsing.wish.overview and window.grid.selected_count() in TOGETHER

    # Wiring

    def _refresh(self) -> None:
        if self._window.viewing:
            self.viewer.refresh()
            self._window.command_actions.refresh()

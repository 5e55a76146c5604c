"""Ways of looking at photos large: alone on the screen, or a few side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from photoorg.ui.command_sets.menus import VIEWER_LEFT, VIEWER_RIGHT
from photoorg.ui.models.pictures import TOGETHER

if TYPE_CHECKING:
    from photoorg.ui.views.main_window import MainWindow

#: The name under which is remembered whether the filmstrip is shown.
_STRIP = "filmstrip"


class Viewing(QObject):
    """Goes between the window's selection and its large view."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._maximized = False
        window.viewer.moved.connect(window.grid.go_to)
        window.viewer.changed.connect(self._changed)
        window.photos.loaded.connect(self._refresh)
        # Queued: after the window has taken note of the change.
        window.library.changed.connect(self._refresh, Qt.ConnectionType.QueuedConnection)
        window.viewer.want_strip(window.remembered.get(_STRIP, True))

    def place_actions(self) -> None:
        """Give the large view its buttons."""
        actions = self._window.command_actions
        left, right = ([actions[name] if name else None for name in names] for names in (VIEWER_LEFT, VIEWER_RIGHT))
        self._window.viewer.set_actions(left, right, actions["previous"], actions["next"])

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

    def _changed(self) -> None:
        self._window.command_actions.refresh()

    def _refresh(self) -> None:
        if self._window.viewing:
            self._window.viewer.refresh()

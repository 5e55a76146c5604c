"""Ways of looking at photos large: alone on the screen, or a few side by side."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from photoorg.core.types import Photo
from photoorg.ui.command_sets.menus import VIEWER_LEFT, VIEWER_RIGHT
from photoorg.ui.models.pictures import TOGETHER, Pictures
from photoorg.ui.models.thumbnails import STRIP_BYTES, Thumbnails
from photoorg.ui.photos.turning import Part
from photoorg.ui.photos.turns import Turns
from photoorg.ui.search.browsing import Wish
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
        self._runner = runner
        self._fetch = services.photos.thumbnails
        self._strip: Thumbnails | None = None
        self.turns = Turns(services, runner, self)
        self.viewer = Viewer(window.model, Pictures(services, runner, window), self._thumbnails, self.turns.of)

    def place_actions(self) -> None:
        """Give the large view its buttons, and connect it with the window."""
        window, viewer = self._window, self.viewer
        actions = window.command_actions
        left = [actions[name] for name in VIEWER_LEFT]
        right = [actions[name] if name else None for name in VIEWER_RIGHT]
        viewer.set_actions(left, right, actions["previous"], actions["next"])
        viewer.want_strip(window.remembered.get(_STRIP, True))
        viewer.moved.connect(window.grid.go_to)
        viewer.changed.connect(actions.refresh)
        viewer.part_chosen.connect(self._find_part)
        self.turns.changed.connect(self._turned)
        self.turns.failed.connect(window.page.status_line.show_message)
        window.thumbnails.turn_by(self.turns.of)
        window.library.changed.connect(self.turns.read)
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

    def zoom_in(self) -> None:
        """Magnify by a step."""
        self.viewer.canvas.zoom_in()

    def zoom_out(self) -> None:
        """Shrink by a step, until the whole photo is in view."""
        self.viewer.canvas.zoom_out()

    def fit(self) -> None:
        """Show the whole photo."""
        self.viewer.canvas.fit()

    def toggle_size(self) -> None:
        """Show single pixels at 100 %, or the whole photo again."""
        self.viewer.canvas.toggle_size()

    def back(self) -> None:
        """Leave what is being drawn, else the full screen, else the large view."""
        if self.viewer.cropping:
            self.viewer.end_crop()
        elif self._window.isFullScreen():
            self.toggle_full_screen()
        else:
            self._window.close_viewer()

    def turn(self, quarters: int) -> None:
        """Show the open photo, or those selected, turned by so many quarters clockwise more."""
        self.turns.turn(self._window.file_actions.chosen(), quarters)

    # What commands are about

    def can_turn(self) -> bool:
        """Whether there are photos to turn."""
        return self._window.file_actions.can_delete()

    def can_crop(self) -> bool:
        """Whether there is a photo to draw a part of."""
        return self._window.viewing and self.viewer.photo_id is not None

    def can_compare(self) -> bool:
        """Whether so many photos are selected that they can be seen side by side."""
        window = self._window
        return window.browsing.in_grid and window.grid.selected_count() in TOGETHER

    # Wiring

    def _thumbnails(self) -> Thumbnails:
        """The pictures of the filmstrip."""
        self._strip = Thumbnails(self._runner, self._fetch, self._window, STRIP_BYTES, "filmstrip")
        self._strip.turn_by(self.turns.of)
        return self._strip

    def turn_covers(self) -> None:
        """Show the covers of groups turned as their photos are."""
        covers = self._window.page.clusters.covers
        if covers is not None:
            covers.turn_by(self.turns.of)

    def _turned(self, contents: Collection[int]) -> None:
        for tiles in (self._window.thumbnails, self._window.page.clusters.covers, self._strip):
            if tiles is not None:
                tiles.forget(contents)
        self.viewer.turn_again()
        self._window.library.look()

    def _find_part(self, photo: Photo, part: Part) -> None:
        self._window.search(Wish(example=photo, crop=part))
        self._window.grid.setFocus()

    def _refresh(self) -> None:
        if self._window.viewing:
            self.viewer.refresh()
            self._window.command_actions.refresh()

"""How the window comes into being: in the order in which a person can use what is made.

It is to be in sight within 400 ms, with photos to look at, and most of it is not seen at once:

1. ``MainWindow.__init__`` makes what is painted first: the bar at the top, the side bar, the place of the photos and
   the status line. ``painted`` follows the first paint.
2. All photos come into the grid as the last window showed them (``LastSeen``), and are painted (``GridView.lying``);
   their thumbnails are on their way then. From now on the wheel, the scroll bar and the strip of years move them.
   Only now the library is read, on a thread of its own. Where no window has shown it yet, or the person was elsewhere,
   that begins with the first stage instead, and photos come as soon as it is done.
3. All that a person can do is made (``features``), with its keys and menus, in slices between which events are heard.
   The first key, or click of another kind, has all the rest made at once, and is heard then, so that none is lost.
4. All this is connected (``MainWindow.connect_features``). ``completed`` follows, and the features hear of the library.
5. Dialogs, panels and pages are made when they are first asked for.

Whoever uses a window that was not painted yet calls ``MainWindow.complete``.

What costs most in the first two: a dataclass of ours (1 ms), ``QStyle``, ``QFileDialog`` and their enums (10 ms), any
answer of Qt's that is a widget that it made itself (``viewport()``, ``style()``: 10 ms, once), and a style sheet that
is there before the parts are together (40 ms; see ``Theme.apply``).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from photoorg.ui.library.library import PLACE
from photoorg.ui.views.first_input import FirstInput

if TYPE_CHECKING:
    from photoorg.services import Services
    from photoorg.ui.job_runner import JobRunner
    from photoorg.ui.library.library import Snapshot
    from photoorg.ui.models.photo_model import Showing
    from photoorg.ui.views.main_window import MainWindow


class Stages(QObject):
    """Leads ``window``, which tells of it, through its stages from the second on."""

    def __init__(self, window: MainWindow, services: Services, runner: JobRunner) -> None:
        super().__init__(window)
        self._window, self._services, self._runner = window, services, runner
        self._slices: Iterator[None] | None = None
        self._first_input: FirstInput | None = None
        #: All photos, when they are known and not shown yet.
        self._first: Showing | None = None
        self._shown: Showing | None = None
        self._painted = False
        #: Whether the window is complete.
        self.done = False
        # A timer, and no chain of events, which would come before the events that are to be heard in between.
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._make_slice)
        window.library.seen.connect(self._seen)
        self._at_all_photos = window.remembered.get(PLACE, "") in ("", "photos")
        self._recalls = self._at_all_photos and window.last_seen.there
        if not self._recalls:
            window.library.look_ahead()

    def shown(self) -> None:
        """The window is shown: what a person does with it is heard from now on."""
        if not self.done and self._first_input is None:
            self._first_input = FirstInput(self._window, self.complete)

    def paint(self) -> None:
        """The window is being painted."""
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self.go_on)  # after the parts inside have painted too

    def go_on(self) -> None:
        """The window has been painted."""
        window = self._window
        window.painted.emit()
        if self.done:
            return
        if self._recalls:
            self._first = window.last_seen.load(photos_only=window.library.photos_only)
        self._show_first()
        if self._recalls:
            window.library.look_ahead()
        self._timer.start()

    def complete(self) -> None:
        """Make at once all that is not there yet."""
        if not self.done:
            for _ in self._making():
                pass
            self._end()

    def stop(self) -> None:
        """Make no more: the window is being closed."""
        self._timer.stop()

    # Photos first

    def _seen(self, snapshot: Snapshot) -> None:
        if self._at_all_photos and self._shown is None:
            self._first = snapshot.timeline
            if self._painted and not self.done:
                self._show_first()

    def _show_first(self) -> None:
        """Show all photos, if they are known by now."""
        timeline, self._first = self._first, None
        if timeline is not None and timeline.ids:
            self._shown = timeline
            self._prepare_grid()
            self._window.page.show_first(timeline)
            self._window.grid.viewport().repaint()

    def _prepare_grid(self) -> None:
        from photoorg.ui.delegates.photo_delegate import PhotoDelegate

        window = self._window
        if window.grid.delegate is None:
            window.grid.delegate = PhotoDelegate(window.thumbnails, window.theme.colours)

    # Then all the rest

    def _making(self) -> Iterator[None]:
        from photoorg.ui.features import add_features

        if self._slices is None:
            self._prepare_grid()
            self._slices = add_features(self._window, self._services, self._runner)
        return self._slices

    def _make_slice(self) -> None:
        for _ in self._making():
            return
        self._end()

    def _end(self) -> None:
        self.done = True
        self._timer.stop()
        if self._first_input is not None:
            self._first_input.deleteLater()
        window = self._window
        window.connect_features()
        window.completed.emit()
        if self._shown is None:
            window.library.look()
        else:
            window.browsing.set_timeline(self._shown)
            QTimer.singleShot(0, window.library, window.library.look)  # what had this made is heard before

"""What stands beside the photos: shown, hidden, made wide or narrow, and found again at the next start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, Signal

from photoorg.ui.views.sidebar import NARROWEST, USUAL, WIDEST
from photoorg.ui.views.tile_view import LARGEST, SMALLEST

if TYPE_CHECKING:
    from photoorg.ui.views.info_panel import InfoPanel
    from photoorg.ui.views.main_window import MainWindow

#: A page narrower than this has no room for the side bar, unless the person asks for it.
_ROOM = 760


class Panels(QObject):
    """Arranges ``window`` as it was left, and remembers how it is left now.

    ``changed`` says that the side bar came or went.
    """

    changed = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._page = window.page
        self._tucked = self._asked = False
        remembered = window.remembered
        geometry = remembered.get("window/geometry", "")
        if geometry:
            window.restoreGeometry(QByteArray.fromHex(geometry.encode("ascii", "replace")))
        width = remembered.get("grid/tile_width", window.grid.tile_width)
        window.grid.set_tile_width(min(max(width, SMALLEST), LARGEST))
        self._page.header.show_tile_width(window.grid.tile_width)
        sidebar = self._page.sidebar
        self._show_sidebar(remembered.get("sidebar/shown", True))
        sidebar.fold_as(remembered.get("sidebar/folds", dict[str, bool]()))
        wide = min(max(remembered.get("sidebar/width", USUAL), NARROWEST), WIDEST)
        self._page.panels.setSizes([wide, max(window.width() - wide, 1)])
        self._page.resized.connect(self._fit)

    def toggle_sidebar(self) -> None:
        """Show or hide the bar at the left."""
        self._tucked, self._asked = False, True
        self._show_sidebar(self._page.sidebar.isHidden())

    def add_info(self, panel: InfoPanel) -> None:
        """Put the information panel at the right, as wide as it was."""
        wide = self._window.remembered.get("info/width", panel.width())
        self._window.frame.addWidget(panel)
        self._window.frame.setSizes([max(self._window.width() - wide, 1), wide])

    def remember(self) -> None:
        """Note how everything is arranged, for the next start."""
        window, sidebar, remembered = self._window, self._page.sidebar, self._window.remembered
        remembered.put("window/geometry", window.saveGeometry().toHex().toStdString())
        remembered.put("grid/tile_width", window.grid.tile_width)
        window.places.remember()
        remembered.put("appearance", window.theme.appearance.value)
        remembered.put("sidebar/shown", not sidebar.isHidden() or self._tucked)
        remembered.put("sidebar/folds", sidebar.folds)
        if not sidebar.isHidden():
            remembered.put("sidebar/width", sidebar.width())
        info = window.info.panel
        if info is not None and not info.isHidden():
            remembered.put("info/width", info.width())
        remembered.save()

    def _show_sidebar(self, shown: bool) -> None:
        """Show or hide the bar; while it is hidden a button in the header brings it back."""
        self._page.sidebar.setVisible(shown)
        self._page.header.sidebar.setVisible(not shown)
        self.changed.emit()

    def _fit(self, width: int) -> None:
        """Put the side bar away where the page has become too narrow for it, and back where there is room again."""
        sidebar, room = self._page.sidebar, width >= _ROOM
        if room:
            self._asked = False
            if self._tucked:
                self._tucked = False
                self._show_sidebar(True)
        elif not self._asked and not sidebar.isHidden():
            self._tucked = True
            self._show_sidebar(False)

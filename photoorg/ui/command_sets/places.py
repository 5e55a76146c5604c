"""Where one can go, and the bar that leads there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from photoorg.ui.commands import Command
from photoorg.ui.search.browsing import Wish

if TYPE_CHECKING:
    from photoorg.ui.views.main_window import MainWindow


def commands(window: MainWindow) -> list[Command]:
    """The entries of the side bar, and the bar itself."""
    tr, panels, sidebar = window.tr, window.panels, window.page.sidebar
    return [
        Command("show_photos", tr("All photos"), lambda: window.search(Wish()), ("Ctrl+1",), icon="photos"),
        Command(
            "photos_only",
            tr("Leave screenshots and documents out of all photos"),
            window.places.toggle_photos_only,
            checked=lambda: window.places.photos_only,
        ),
        Command("show_clusters", tr("Groups"), window.cluster_actions.show_overview, ("Ctrl+2",), icon="groups"),
        Command("show_archive", tr("Archive"), window.file_actions.show_archive, ("Ctrl+3",), icon="archive"),
        Command("show_trash", tr("Trash"), window.file_actions.show_trash, ("Ctrl+4",), icon="trash"),
        Command("empty_trash", tr("Empty the trash…"), window.file_actions.empty),
        Command(
            "sidebar",
            tr("Side bar"),
            panels.toggle_sidebar,
            ("Ctrl+B",),
            checked=lambda: not sidebar.isHidden(),
            icon="sidebar",
        ),
        Command(
            "info",
            tr("Information"),
            window.info.toggle,
            ("I", "Ctrl+Shift+I"),
            checked=lambda: window.info.shown,
            icon="info",
        ),
    ]

"""What is done with groups."""

from __future__ import annotations

from typing import TYPE_CHECKING

from photoorg.ui.commands import Command, Scope
from photoorg.ui.search.browsing import Wish

if TYPE_CHECKING:
    from photoorg.ui.views.main_window import MainWindow


def commands(window: MainWindow) -> list[Command]:
    """On the page of all groups and in an open one."""
    tr, act = window.tr, window.cluster_actions
    here = Scope.CLUSTERS
    return [
        Command(
            "open_cluster",
            tr("Open"),
            window.page.clusters.open_current,
            ("Return", "Enter", "Space"),
            icon="photo",
            scope=here,
        ),
        Command("leave_clusters", tr("Back to all photos"), lambda: window.search(Wish()), ("Escape",), scope=here),
        Command(
            "rename_cluster",
            tr("Rename the group…"),
            act.rename,
            ("F2",),
            enabled=lambda: act.subject() is not None,
        ),
        Command(
            "rename_theme",
            tr("Rename the theme…"),
            act.rename_theme,
            ("Shift+F2",),
            enabled=lambda: act.theme() is not None,
        ),
        Command("merge_clusters", tr("Merge into one group"), act.merge, ("Ctrl+M",), enabled=act.can_merge),
        Command("group_selection", tr("Make a new group of these"), act.make, ("Ctrl+G",), enabled=act.can_make),
        Command(
            "split_further",
            tr("Split further"),
            act.split_further,
            enabled=act.can_split_further,
            checked=lambda: window.clusters.is_splitting,
        ),
        Command("move_to_cluster", tr("Put into a group…"), act.move, ("Ctrl+Shift+M",), enabled=act.can_make),
        Command("split_cluster", tr("Split off"), act.split, ("Ctrl+Shift+G",), enabled=act.can_split),
        Command(
            "remove_from_cluster",
            tr("Not in this group"),
            act.remove,
            ("N",),
            enabled=act.can_remove,
            scope=Scope.GRID,
        ),
    ]

"""The commands of the window, in one table, and which of them each menu and bar shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from photoorg.ui.browsing import Wish
from photoorg.ui.commands import Command, CommandRegistry, Scope
from photoorg.ui.theme import Appearance

if TYPE_CHECKING:
    from photoorg.ui.views.main_window import MainWindow

MAIN_MENU = [
    *("add_folder", "reindex", "failed", "encoders", ""),
    *("select_all", "select_none", "invert", "larger", "smaller", ""),
    *("show_photos", "show_clusters", "show_archive", "show_trash", "empty_trash", "sidebar", ""),
    *("appearance_system", "appearance_light", "appearance_dark", ""),
    *("undo", "redo", "quit"),
]
CONTEXT_MENU = [
    *(
        "open",
        "similar",
        "",
        "archive",
        "trash",
        "restore",
        "delete",
        "",
        "group_selection",
        "move_to_cluster",
        "split_cluster",
        "remove_from_cluster",
        "",
    ),
    *("show_file", "copy_path", "", "select_all", "invert"),
]
CLUSTER_MENU = ["open_cluster", "rename_cluster", "merge_clusters", "split_further"]
CLUSTER_BAR = ["rename_cluster", "split_cluster", "split_further", "remove_from_cluster"]
OVERVIEW_BAR = ["open_cluster", "rename_cluster", "merge_clusters"]
VIEWER_LEFT = ["close_viewer"]
VIEWER_RIGHT = [
    *("archive_open", "trash_open", "similar_to_open"),
    *("zoom_out", "zoom_in", "fit", "actual_size", "previous", "next"),
]


def window_commands(window: MainWindow) -> CommandRegistry:
    """All commands that act on ``window``."""
    registry = CommandRegistry()
    for commands in (
        *(_library(window), _places(window), _grid(window), _filing(window), _clusters(window), _viewer(window)),
        _appearance(window),
    ):
        for command in commands:
            registry.add(command)
    registry.add(Command("undo", window.tr("Undo"), window.undoing.undo, ("Ctrl+Z",)))
    registry.add(Command("redo", window.tr("Redo"), window.undoing.redo, ("Ctrl+Shift+Z", "Ctrl+Y")))
    return registry


def _library(window: MainWindow) -> list[Command]:
    tr = window.tr

    def has_subject() -> bool:
        return window.subject() is not None

    return [
        Command("add_folder", tr("Add a folder…"), window.add_folder, ("Ctrl+O",), icon="folder-add"),
        Command("reindex", tr("Look for new photos"), window.indexing.start, ("F5",), icon="refresh"),
        Command("failed", tr("Files that could not be read…"), window.show_failed, icon="warning"),
        Command("encoders", tr("Models for search and groups…"), window.show_encoders, icon="search"),
        Command("find", tr("Search"), window.focus_search, ("Ctrl+F", "/"), icon="search"),
        Command(
            "show_file",
            tr("Show in file manager"),
            window.show_file,
            ("Ctrl+Shift+R",),
            enabled=has_subject,
            icon="folder",
        ),
        Command("copy_path", tr("Copy the path"), window.copy_path, ("Ctrl+Shift+C",), enabled=has_subject),
        Command("quit", tr("Quit"), window.quit, ("Ctrl+Q",)),
    ]


def _places(window: MainWindow) -> list[Command]:
    tr, sidebar = window.tr, window.page.sidebar
    return [
        Command("show_photos", tr("All photos"), lambda: window.search(Wish()), ("Ctrl+1",), icon="photos"),
        Command("show_clusters", tr("Groups"), window.cluster_actions.show_overview, ("Ctrl+2",), icon="groups"),
        Command("show_archive", tr("Archive"), window.file_actions.show_archive, ("Ctrl+3",), icon="archive"),
        Command("show_trash", tr("Trash"), window.file_actions.show_trash, ("Ctrl+4",), icon="trash"),
        Command("empty_trash", tr("Empty the trash…"), window.file_actions.empty),
        Command("sidebar", tr("Side bar"), window.toggle_sidebar, ("Ctrl+B",), checked=lambda: not sidebar.isHidden()),
    ]


def _filing(window: MainWindow) -> list[Command]:
    """Moving photos: in the grid those selected, in the large view the one that is open."""
    tr, act = window.tr, window.file_actions
    made = []
    for suffix, scope in (("", Scope.GRID), ("_open", Scope.VIEWER)):
        made += [
            Command(
                f"archive{suffix}",
                tr("Archive"),
                act.archive,
                ("A",),
                enabled=act.can_archive,
                icon="archive",
                scope=scope,
            ),
            Command(
                f"trash{suffix}",
                tr("Move to the trash"),
                act.trash,
                ("Delete", "Backspace"),
                enabled=act.can_trash,
                icon="trash",
                scope=scope,
            ),
            Command(
                f"restore{suffix}",
                tr("Put back"),
                act.restore,
                ("R",),
                enabled=act.can_restore,
                icon="restore",
                scope=scope,
            ),
        ]
    delete = Command(
        "delete", tr("Delete for good…"), act.delete, ("Shift+Delete",), enabled=act.can_delete, scope=Scope.GRID
    )
    return [*made, delete]


def _clusters(window: MainWindow) -> list[Command]:
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


def _similar(window: MainWindow, command_id: str, scope: Scope) -> Command:
    """More like this: a command in the grid and one in the large view, whose icons differ in colour."""
    return Command(
        command_id,
        window.tr("More like this"),
        window.show_similar,
        ("S",),
        enabled=lambda: window.subject() is not None,
        icon="similar",
        scope=scope,
    )


def _grid(window: MainWindow) -> list[Command]:
    tr, grid = window.tr, window.grid

    def zoomed(by: float) -> None:
        grid.set_tile_width(round(grid.tile_width * by))

    def any_photos() -> bool:
        return window.model.rowCount() > 0

    here = Scope.GRID
    return [
        Command(
            "open",
            tr("Open"),
            window.open_current,
            ("Return", "Enter", "Space"),
            enabled=lambda: grid.currentIndex().isValid(),
            icon="photo",
            scope=here,
        ),
        _similar(window, "similar", here),
        Command("step_back", tr("Back"), window.step_back, ("Escape",), scope=here),
        Command("select_all", tr("Select all"), grid.selectAll, ("Ctrl+A",), enabled=any_photos, scope=here),
        Command("select_none", tr("Select none"), grid.clearSelection, ("Ctrl+D",), scope=here),
        Command(
            "invert", tr("Invert the selection"), grid.invert_selection, ("Ctrl+I",), enabled=any_photos, scope=here
        ),
        Command("larger", tr("Larger pictures"), lambda: zoomed(1.25), ("Ctrl++", "Ctrl+="), icon="zoom-in"),
        Command("smaller", tr("Smaller pictures"), lambda: zoomed(0.8), ("Ctrl+-",), icon="zoom-out"),
    ]


def _viewer(window: MainWindow) -> list[Command]:
    tr, viewer, canvas = window.tr, window.viewer, window.viewer.canvas
    here = Scope.VIEWER
    return [
        Command(
            "close_viewer",
            tr("Back to all photos"),
            window.close_viewer,
            ("Escape", "Space", "Return", "Enter"),
            icon="back",
            scope=here,
        ),
        Command(
            "previous",
            tr("Previous photo"),
            lambda: viewer.step(-1),
            ("Left", "Up", "PgUp"),
            icon="previous",
            scope=here,
        ),
        Command("next", tr("Next photo"), lambda: viewer.step(1), ("Right", "Down", "PgDown"), icon="next", scope=here),
        _similar(window, "similar_to_open", here),
        Command("zoom_in", tr("Zoom in"), canvas.zoom_in, ("+", "="), icon="zoom-in", scope=here),
        Command("zoom_out", tr("Zoom out"), canvas.zoom_out, ("-",), icon="zoom-out", scope=here),
        Command("fit", tr("Fit the window"), canvas.fit, ("0", "F"), icon="fit", scope=here),
        Command(
            "actual_size",
            tr("Actual size"),
            lambda: canvas.zoom(1.0),
            ("1",),
            icon="actual-size",
            scope=here,
        ),
    ]


def _appearance(window: MainWindow) -> list[Command]:
    tr, theme = window.tr, window.theme

    def chooses(appearance: Appearance, text: str) -> Command:
        return Command(
            f"appearance_{appearance}",
            text,
            lambda: theme.choose(appearance),
            checked=lambda: theme.appearance is appearance,
        )

    return [
        chooses(Appearance.SYSTEM, tr("Light or dark as the system")),
        chooses(Appearance.LIGHT, tr("Light")),
        chooses(Appearance.DARK, tr("Dark")),
    ]

"""Which commands each menu and bar shows, by their ids; an empty one draws a line, a ``SubMenu`` opens another."""

from __future__ import annotations

from photoorg.ui.actions import Entry, SubMenu

_KINDS = SubMenu("kinds", ("kind_photo", "kind_screenshot", "kind_document", "kind_drawing"))

MAIN_MENU = [
    *("add_folder", "reindex", "failed", "jobs", "encoders", ""),
    *("select_all", "select_none", "invert", "review", "", "larger", "smaller", ""),
    *("show_photos", "photos_only", "show_clusters", "show_duplicates", ""),
    *("show_archive", "show_trash", "empty_trash", "show_history", ""),
    *("sidebar", "info", "full_screen", ""),
    *("auto_advance", "appearance_system", "appearance_light", "appearance_dark", ""),
    *("undo", "redo", "", "palette", "shortcuts", "settings", "quit"),
]
CONTEXT_MENU: list[Entry] = [
    *(
        "open",
        "compare",
        "keep_this",
        "compare_copies",
        "similar",
        "",
        "pick",
        "reject",
        "unset",
        "turn_left",
        "turn_right",
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
        _KINDS,
        "",
    ),
    *("show_file", "copy_path", "", "select_all", "invert"),
]
CLUSTER_MENU = ["open_cluster", "rename_cluster", "rename_theme", "merge_clusters", "find_more", "split_further"]
#: What the line of chips over results shows at its end.
CHIP_LINE = ["review", "save_search"]
#: What the bar over the photos shows: over an open group, in a review, over duplicates.
BARS = {
    "group": ["review", "rename_cluster", "find_more", "split_cluster", "split_further", "remove_from_cluster"],
    "review": ["archive", "trash", "end_review"],
    "more": ["put_more", "remove_from_cluster", "leave_more"],
    "duplicates": ["keep_this", "compare_copies", "trash"],
}
OVERVIEW_BAR = ["open_cluster", "rename_cluster", "merge_clusters"]
VIEWER_LEFT = ["close_viewer"]
VIEWER_RIGHT = [
    *(
        "pick_open",
        "reject_open",
        "",
        "archive_open",
        "trash_open",
        "",
        "similar_open",
        "crop",
        "explain",
        "turn_left_open",
        "turn_right_open",
        "",
    ),
    *("zoom_out", "zoom_in", "actual_size", "", "filmstrip"),
]

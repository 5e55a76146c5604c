"""Which commands each menu and bar shows, by their ids; an empty one draws a line, a ``SubMenu`` opens another."""

from __future__ import annotations

from photoorg.core.types import State
from photoorg.ui.actions import Entry, SubMenu

_KINDS = SubMenu("kinds", ("kind_photo", "kind_screenshot", "kind_document", "kind_drawing"))

_PLACES = ("show_photos", "show_clusters", "show_duplicates", "show_archive", "show_trash", "show_history")
_VIEW = (
    *("sidebar", "info", "full_screen", "", "larger", "smaller", "", "photos_only", ""),
    *("appearance_system", "appearance_light", "appearance_dark"),
)
#: So short that it has room beside a small window: what is needed less often is one menu further.
MAIN_MENU: list[Entry] = [
    *("add_folder", "reindex", "failed", "jobs", ""),
    *("undo", "redo", ""),
    SubMenu("select", ("select_all", "select_none", "invert")),
    *("review", "auto_advance", ""),
    *(SubMenu("places", _PLACES), SubMenu("view", _VIEW), "empty_trash", ""),
    *("palette", "shortcuts", "", "encoders", "settings", "quit"),
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
    *("open_outside", "show_file", "copy_path", "", "select_all", "invert"),
]
CLUSTER_MENU = ["open_cluster", "rename_cluster", "rename_theme", "merge_clusters", "find_more", "split_further"]
#: What the status line offers for several selected photos, as far as it can be done with them.
SELECTED = ["archive", "restore", "trash", "compare", "move_to_cluster", "group_selection"]
#: What the line of chips over results shows at its end.
CHIP_LINE = ["review", "save_search"]
#: What the bar over the photos shows, the most important first: over an open group, in a review, over duplicates, over
#: what is put away.
BARS = {
    "group": ["review", "rename_cluster", "find_more", "split_cluster", "split_further", "remove_from_cluster"],
    "review": ["archive", "trash", "end_review"],
    "more": ["put_more", "remove_from_cluster", "leave_more"],
    "duplicates": ["trash", "keep_this", "compare_copies"],
    State.ARCHIVED.value: ["restore", "trash"],
    State.TRASHED.value: ["restore", "empty_trash"],
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

"""What is done with the library as a whole, and with the file of one photo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from photoorg.ui.commands import Command

if TYPE_CHECKING:
    from photoorg.ui.views.main_window import MainWindow


def commands(window: MainWindow) -> list[Command]:
    """The library, the search field, the file of a photo."""
    tr = window.tr

    def has_subject() -> bool:
        return window.subject() is not None

    return [
        Command("add_folder", tr("Add a folder…"), window.add_folder, ("Ctrl+O",), icon="folder-add"),
        Command("reindex", tr("Look for new photos"), window.indexing.start, ("F5",), icon="refresh"),
        Command("failed", tr("Files that could not be read…"), window.show_failed, icon="warning"),
        Command("encoders", tr("Models for search and groups…"), window.setting_up.show_encoders, icon="search"),
        Command("find", tr("Search"), window.focus_search, ("Ctrl+F", "/"), icon="search"),
        Command(
            "show_file",
            tr("Show in file manager"),
            window.locating.show_file,
            ("Ctrl+Shift+R",),
            enabled=has_subject,
            icon="folder",
        ),
        Command(
            "open_outside",
            tr("Open in another program"),
            window.locating.open_outside,
            ("Ctrl+Return", "Ctrl+Enter"),
            enabled=has_subject,
        ),
        Command("copy_path", tr("Copy the path"), window.locating.copy_path, ("Ctrl+Shift+C",), enabled=has_subject),
        Command(
            "jobs",
            tr("What goes on in the background"),
            window.jobs.toggle,
            ("Ctrl+J",),
            checked=lambda: window.jobs.open,
        ),
        Command("quit", tr("Quit"), window.quit, ("Ctrl+Q",)),
    ]

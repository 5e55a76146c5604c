"""Moving photos to the archive, the trash and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from photoorg.ui.commands import Command, Scope, for_photos

if TYPE_CHECKING:
    from photoorg.ui.views.main_window import MainWindow


def commands(window: MainWindow) -> list[Command]:
    """Moving photos: in the grid those selected, in the large view the one that is open."""
    tr, act = window.tr, window.file_actions
    return [
        *for_photos(
            Command("archive", tr("Archive", "verb"), act.archive, ("A",), enabled=act.can_archive, icon="archive"),
            Command(
                "trash",
                tr("Move to the trash"),
                act.trash,
                ("Delete", "Backspace"),
                enabled=act.can_trash,
                icon="trash",
            ),
            Command("restore", tr("Put back"), act.restore, ("R",), enabled=act.can_restore, icon="restore"),
        ),
        Command(
            "delete", tr("Delete for good…"), act.delete, ("Shift+Delete",), enabled=act.can_delete, scope=Scope.GRID
        ),
    ]

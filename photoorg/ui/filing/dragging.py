"""Photos dragged out of the grid: to the archive, the trash, a group, back, or as files to another program."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QCursor, QDrag

from photoorg.core.types import State
from photoorg.ui.filing.dragged import PhotoMime
from photoorg.ui.library.place_entries import GROUP
from photoorg.ui.search.browsing import Wish
from photoorg.ui.wording.spoken import spoken_number

if TYPE_CHECKING:
    from photoorg.services import Services
    from photoorg.ui.job_runner import JobRunner
    from photoorg.ui.views.main_window import MainWindow
    from photoorg.ui.views.pointer_hint import PointerHint

#: The entries of the side bar that may take photos.
_PLACES = ("photos", "clusters", "archive", "trash")
#: Milliseconds over the entry of all groups after which they are shown, so that one of them can be dropped on.
_SPRING = 700
#: Milliseconds that another program waits for the files' paths at most.
_PATIENCE = 10_000


#: What letting go would do, in words that are shown, and how.
_Target = tuple[str, Callable[[], object]]


class Dragging(QObject):
    """Begins drags, says at the pointer what letting go will do before it does, and does it.

    To other programs files are offered for copying only: one that moved an original away would do so behind the
    journal, and no undo could bring it back.
    """

    def __init__(self, window: MainWindow, services: Services, runner: JobRunner) -> None:
        super().__init__(window)
        self._window = window
        self._services = services
        self._runner = runner
        self._ids: list[int] = []
        self._hidden = 0
        self._paths: list[str] | None = None
        self._before: Wish | None = None
        self._spring = QTimer(self, singleShot=True, interval=_SPRING)
        self._spring.timeout.connect(self._show_groups)
        window.grid.dragged.connect(self.drag)
        window.page.sidebar.hovered.connect(self._over)
        window.page.sidebar.dropped.connect(lambda entry, ids: self._drop(self._place(entry), ids))
        window.page.clusters.dragged_over.connect(lambda cluster: self._aim(self._group(cluster)))
        window.page.clusters.dropped.connect(lambda cluster, ids: self._drop(self._group(cluster), ids))

    @cached_property
    def hint(self) -> PointerHint:
        """Where it is said what letting go will do; made for the first drag."""
        from photoorg.ui.views.pointer_hint import PointerHint

        return PointerHint(self._window)

    def drag(self) -> None:
        """Drag the selected photos until the person lets go."""
        if not self.take_up():
            return
        drag = QDrag(self._window.grid)
        drag.setMimeData(PhotoMime(self._ids, self._files))
        from photoorg.ui.views.drag_picture import MOST, drag_picture

        ratio = self._window.devicePixelRatioF()
        pictures = [self._window.thumbnails.get(content) for content in self._on_top(MOST)]
        drag.setPixmap(drag_picture(pictures, len(self._ids), self._window.theme.colours, ratio))
        drag.setHotSpot(QPoint(24, 24))
        drag.exec(Qt.DropAction.CopyAction)
        self.let_go()

    def take_up(self) -> bool:
        """Take what is selected for the photos that are dragged; whether there is anything."""
        self._ids, self._before, self._paths = list(self._window.grid.selected_ids()), None, None
        self._hidden = self._window.file_actions.foretelling.out_of_sight()
        ids = self._ids
        if not ids:
            return False
        self._runner.call("dragged", lambda: [photo.path for photo in self._services.photos.many(ids)], self._found)
        sidebar = self._window.page.sidebar
        for name in _PLACES:
            entry = sidebar.entry(name)
            if entry is not None:
                sidebar.add(replace(entry, takes_photos=self._place(name) is not None))
        return True

    def let_go(self) -> None:
        """The drag is over: go back to where it began."""
        self._aim(None)
        before, self._before, self._ids = self._before, None, []
        if before is not None:
            self._window.search(before)

    # What lies where

    def _place(self, entry_id: str) -> _Target | None:
        """What an entry of the side bar does with the photos that are dragged."""
        act, away = self._window.file_actions, (self._before or self._window.browsing.wish).put_away
        ids, photos = self._ids, self._photos()
        if entry_id == "archive" and away is None:
            return self.tr("Archive {photos}").format(photos=photos), lambda: act.filing.archive(ids)
        if entry_id == "trash" and away is not State.TRASHED:
            return self.tr("Move {photos} to the trash").format(photos=photos), lambda: act.filing.trash(ids)
        if entry_id == "photos" and away is not None:
            return self.tr("Put {photos} back").format(photos=photos), lambda: act.filing.restore(ids)
        if entry_id == "clusters":
            choose = self._window.cluster_actions.choose_group
            return self.tr("Put {photos} into a group…").format(photos=photos), lambda: choose(ids)
        entry = self._window.page.sidebar.entry(entry_id)
        if entry is not None and entry_id.startswith(GROUP):
            return self._into(int(entry_id.removeprefix(GROUP)), entry.text)
        return None

    def _photos(self) -> str:
        """How many photos are dragged, and how many of them were out of sight when that began."""
        photos = self._window.file_actions.foretelling.photos(len(self._ids))
        unseen = self.tr("{photos} ({n} out of sight)").format(photos=photos, n=spoken_number(self._hidden))
        return unseen if self._hidden else photos

    def _group(self, cluster: int) -> _Target | None:
        """What a group does with the photos that are dragged."""
        clusters = self._window.clusters
        return None if clusters.card(cluster) is None else self._into(cluster, clusters.title(cluster))

    def _into(self, cluster: int, title: str) -> _Target:
        ids, clusters = self._ids, self._window.clusters
        text = self.tr("Put {photos} into “{group}”").format(photos=self._photos(), group=title)
        return text, lambda: clusters.move(ids, cluster)

    def _over(self, entry_id: str) -> None:
        self._aim(self._place(entry_id))
        if entry_id == "clusters" and self._before is None:
            self._spring.start()
        else:
            self._spring.stop()

    def _aim(self, target: _Target | None) -> None:
        """Say what letting go here will do."""
        text = target[0] if target is not None and self._ids else ""
        if text or "hint" in self.__dict__:
            self.hint.say(text, self._window.mapFromGlobal(QCursor.pos()))

    def _drop(self, target: _Target | None, ids: Sequence[int]) -> None:
        """Do it, unless the photos come from elsewhere: another window may be about another library."""
        if target is not None and list(ids) == self._ids:
            QTimer.singleShot(0, self, target[1])  # when the drag is over

    def _show_groups(self) -> None:
        """Show all groups while the drag goes on; when it is over, it goes back."""
        if self._ids:
            self._before = self._window.browsing.wish
            self._window.search(Wish(overview=True))

    # What other programs ask for

    def _on_top(self, count: int) -> list[int]:
        """The contents of the photos to draw: the one under the pointer, then others that are selected and in sight."""
        grid, contents = self._window.grid, self._window.model.showing.contents
        selected, seen = grid.selected_ranges(), grid.visible_rows()
        here = [row for rows in selected for row in range(max(rows.start, seen.start), min(rows.stop, seen.stop))]
        current = grid.currentIndex().row()
        ordered = sorted(here, key=lambda row: (row != current, abs(row - current)))
        return [contents[row] for row in ordered[:count]]

    def _found(self, paths: list[str]) -> None:
        self._paths = paths

    def _files(self) -> list[str]:
        """The paths of what is dragged; asked for when the drag began, waited for if they have not arrived."""
        if self._paths is None:
            loop, limit = QEventLoop(), QTimer(singleShot=True, interval=_PATIENCE)
            limit.timeout.connect(loop.quit)
            look = QTimer(interval=10)
            look.timeout.connect(lambda: loop.quit() if self._paths is not None else None)
            limit.start()
            look.start()
            loop.exec()
        return self._paths or []

"""What a person can do with photos as files in the window, and what they see of it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from shiboken6 import isValid

from photoorg.core.types import State
from photoorg.ui.filing.filing import Filed, Filing
from photoorg.ui.filing.foretelling import Foretelling
from photoorg.ui.search.browsing import Wish
from photoorg.ui.views.sidebar import Entry
from photoorg.ui.wording.spoken import spoken_number, spoken_size

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox

    from photoorg.services import Services
    from photoorg.ui.job_runner import JobRunner
    from photoorg.ui.views.main_window import MainWindow
    from photoorg.ui.views.toast import Toast

#: The places of photos that were put away, by their entry in the side bar.
_PLACES = {"archive": State.ARCHIVED, "trash": State.TRASHED}


class FileActions(QObject):
    """Goes between the window's selection and its filing, and tells in a toast what was done."""

    def __init__(self, window: MainWindow, services: Services, runner: JobRunner) -> None:
        super().__init__(window)
        self._window = window
        self._services = services
        self._runner = runner
        self.filing = Filing(services, runner, self)
        self.foretelling = Foretelling(window, services, runner)
        sidebar = window.page.sidebar
        for place, text in (("archive", self.tr("Archive")), ("trash", self.tr("Trash"))):
            sidebar.add(Entry(place, text, place, Wish(put_away=_PLACES[place]), takes_photos=True))
        self.filing.done.connect(self._done)
        self.filing.failed.connect(window.page.status_line.show_message)
        self.filing.stopped.connect(self._stopped)
        window.undoing.told.connect(self._undone)
        window.library.changed.connect(self._count)

    @cached_property
    def toast(self) -> Toast:
        """Where it is told; made when there is something to tell."""
        from photoorg.ui.views.toast import Toast

        made = Toast(self._window)
        made.undo_wanted.connect(self._window.undoing.undo)
        return made

    # What commands do

    def archive(self) -> None:
        """Archive the selected photos, or the one that is open."""
        ids = self.chosen()
        question, button = self.tr("Archive {photos}?"), self.tr("Archive", "verb")
        self.foretelling.ask(ids, question, button, lambda: self.filing.archive(ids))

    def trash(self) -> None:
        """Move the selected photos, or the one that is open, to the trash."""
        ids = self.chosen()
        question, button = self.tr("Move {photos} to the trash?"), self.tr("Move to the trash")
        self.foretelling.ask(ids, question, button, lambda: self.filing.trash(ids))

    def restore(self) -> None:
        """Put the selected photos back where they were."""
        self.filing.restore(self.chosen())

    def delete(self) -> None:
        """Delete the selected photos for good, after asking."""
        from photoorg.ui.dialogs.confirm import confirm

        ids = self.chosen()
        never = self.tr("The files and all that belongs to them are deleted from the disk. No undo takes that back.")
        box = confirm(
            self._window,
            self.tr("Delete {photos} for good?").format(photos=self.foretelling.photos(len(ids))),
            never,
            self.tr("Delete for good"),
            lambda: self.filing.delete(ids),
        )
        hidden = self.foretelling.out_of_sight()
        unseen = self.tr("{n} out of sight").format(n=spoken_number(hidden)) if hidden else ""
        self.foretelling.measure(ids, lambda size: _add(box, [spoken_size(size), unseen]), lane="confirm")

    def empty(self) -> None:
        """Empty the trash, after asking."""
        from photoorg.ui.dialogs.confirm import confirm

        box = confirm(
            self._window,
            self.tr("Empty the trash?"),
            self.tr("All photos in it are handed to the trash of the system. photoorg cannot put them back then."),
            self.tr("Empty the trash"),
            self.filing.empty,
        )

        def read() -> tuple[int, int]:
            ids = self._services.photos.put_away(State.TRASHED).ids
            return len(ids), self._services.photos.size_of(ids)

        def tell(found: tuple[int, int]) -> None:
            _add(box, [self.foretelling.photos(found[0]), spoken_size(found[1])])

        self._runner.call("confirm", read, tell)

    def show_archive(self) -> None:
        """Show the archived photos."""
        self._window.search(Wish(put_away=State.ARCHIVED))

    def show_trash(self) -> None:
        """Show the photos in the trash."""
        self._window.search(Wish(put_away=State.TRASHED))

    # What commands are about

    def chosen(self) -> list[int]:
        """The photos that commands are about: the open one, else those selected."""
        window = self._window
        if window.viewing:
            return [] if window.viewer.photo_id is None else [window.viewer.photo_id]
        return list(window.grid.selected_ids())

    def can_archive(self) -> bool:
        """Whether photos are chosen where they are not put away yet."""
        return self._any() and self._window.browsing.wish.put_away is None

    def can_trash(self) -> bool:
        """Whether photos are chosen that are not in the trash."""
        return self._any() and self._window.browsing.wish.put_away is not State.TRASHED

    def can_restore(self) -> bool:
        """Whether photos are chosen that were put away."""
        return self._any() and self._window.browsing.wish.put_away is not None

    def can_delete(self) -> bool:
        """Whether photos are chosen."""
        return self._any()

    def _any(self) -> bool:
        window = self._window
        if window.viewing:
            return window.viewer.photo_id is not None
        return window.browsing.in_grid and window.grid.selected_count() > 0

    # Wiring

    def _stopped(self) -> None:
        self._window.page.status_line.show_message(
            self.tr("Stopped. What was moved so far can be taken back with Ctrl+Z.")
        )
        self._window.library.look()

    def _done(self, filed: Filed) -> None:
        if filed.ids:
            self._leave(filed.ids)
            size = f" ({spoken_size(filed.bytes)})" if filed.bytes and len(filed.ids) > 1 else ""
            self.toast.tell(f"{filed.what}{size}.", filed.undoable)
        if filed.left:
            more = self.tr(" (and {n} more)").format(n=len(filed.left) - 1) if len(filed.left) > 1 else ""
            self._window.page.status_line.show_message(
                self.tr("Left where it is: {reason}{more}").format(reason=filed.left[0], more=more)
            )
        self._window.library.look()

    def _leave(self, ids: tuple[int, ...]) -> None:
        """Take photos out of what is shown at once, and go to the one that takes their place."""
        window, gone = self._window, set(ids)
        shown = window.browsing.showing.ids
        row = next((row for row, id in enumerate(shown) if id in gone), None)
        window.browsing.leave_out(gone)
        left = len(window.browsing.showing.ids)
        if row is None:
            return
        if left:
            window.grid.go_to(min(row, left - 1))
            if window.reviewing.active:
                window.grid.clearSelection()  # what is left was not chosen
        if window.viewing:
            if left:
                window.viewer.leave_out(gone, min(row, left - 1))
            else:
                window.close_viewer()

    def _undone(self) -> None:
        if "toast" in self.__dict__:
            self.toast.hide()
        wish = self._window.browsing.wish
        if wish.searched:
            self._window.browsing.search(wish)  # what came back belongs among the results

    def _count(self) -> None:
        self._runner.call("put away", self._services.photos.counts, self._counted)

    def _counted(self, counts: dict[str, int]) -> None:
        for place, state in _PLACES.items():
            self._window.page.sidebar.show_count(place, counts.get(state.value, 0))


def _add(box: QMessageBox, facts: Sequence[str]) -> None:
    """Say more in a question that may be answered by now."""
    if isValid(box):
        box.setInformativeText("  ·  ".join(filter(None, facts)) + "\n\n" + box.informativeText())

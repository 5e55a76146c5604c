"""Saved searches in the window: albums that fill themselves, in the side bar."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt

from photoorg.core.jobs import Job, Progress
from photoorg.ui.models.place_model import Entry
from photoorg.ui.search.browsing import Wish
from photoorg.ui.wording.told import told

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from photoorg.core.jobs import CancelToken
    from photoorg.core.searches import SavedSearch
    from photoorg.core.types import Photo, Query
    from photoorg.services import Services
    from photoorg.ui.job_runner import JobRunner
    from photoorg.ui.views.main_window import MainWindow

_PREFIX = "search:"
#: What can be done with a saved search, in its menu.
_MENU = ["rename_search", "remove_search"]


class SavedSearches(QObject):
    """Keeps what is searched under a name, and shows the list of them in the side bar."""

    def __init__(self, window: MainWindow, services: Services, runner: JobRunner) -> None:
        super().__init__(window)
        self._window, self._services, self._runner = window, services, runner
        self._saved: dict[str, SavedSearch] = {}
        self._pointed = ""
        self._menu: QMenu | None = None
        sidebar = window.page.sidebar
        sidebar.add(Entry("searches", self.tr("Saved searches"), "saved"))
        sidebar.menu_wanted.connect(self._show_menu)
        window.library.changed.connect(self._read)

    # What commands do

    def can_save(self) -> bool:
        """Whether something is searched that can be kept."""
        wish = self._window.browsing.wish
        return wish.searched or wish.narrowed

    def save(self) -> None:
        """Ask for a name, and keep what is searched under it."""
        wish = self._window.browsing.wish
        if self.can_save():
            query = wish.query()
            self._ask(
                self.tr("Save the search"),
                self._window.page.words.title(wish).strip("“”"),
                lambda name: self._edit(lambda: self._services.searches.save(name, query)),
            )

    def subject(self) -> SavedSearch | None:
        """The saved search that commands are about: the one whose menu is open, else the one that is shown."""
        return self._saved.get(self._pointed or self._window.page.sidebar.marked)

    def rename(self) -> None:
        """Ask for another name."""
        saved = self.subject()
        if saved is not None:
            self._ask(
                self.tr("Rename the search"),
                saved.name,
                lambda name: self._edit(lambda: self._services.searches.rename(saved.id, name)),
            )

    def remove(self) -> None:
        """Keep a search no longer; its photos stay where they are."""
        saved = self.subject()
        if saved is not None:
            self._edit(lambda: self._services.searches.remove(saved.id))

    # Its course

    def _ask(self, title: str, name: str, named: Callable[[str], None]) -> None:
        from photoorg.ui.dialogs.name_search import NameSearchDialog

        dialog = NameSearchDialog(title, name, {saved.name for saved in self._saved.values()}, self._window)
        dialog.named.connect(named)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _edit(self, work: Callable[[], object]) -> None:
        def job(cancel: CancelToken) -> Job[str]:
            yield Progress("editing", 0)
            work()
            done = self._services.history.next_undo
            return told(done.what) if done else ""

        # Not a call: a newer call would replace one that waits, and no edit may be lost.
        handle = self._runner.start(job)
        handle.finished.connect(self._edited)
        handle.failed.connect(self._window.page.status_line.show_message)

    def _edited(self, what: str) -> None:
        self._window.page.status_line.show_message(self.tr("{what}. Ctrl+Z takes it back.").format(what=what))
        self._read()
        self._window.library.look()

    def _read(self) -> None:
        def read() -> list[tuple[SavedSearch, Photo | None]]:
            saved = self._services.searches.all()
            likes = [each.query.like for each in saved if isinstance(each.query.like, int)]
            photos = {photo.id: photo for photo in self._services.photos.many(likes)} if likes else {}
            return [(each, photos.get(each.query.like) if isinstance(each.query.like, int) else None) for each in saved]

        self._runner.call("searches", read, self._list)

    def _list(self, found: list[tuple[SavedSearch, Photo | None]]) -> None:
        self._saved = {f"{_PREFIX}{saved.id}": saved for saved, _ in found}
        entries = [
            Entry(f"{_PREFIX}{saved.id}", saved.name, "saved", wish_of(saved.query, photo)) for saved, photo in found
        ]
        self._window.page.sidebar.set_children("searches", entries)
        self._window.command_actions.refresh()

    def _show_menu(self, entry_id: str, point: QPoint) -> None:
        if entry_id not in self._saved:
            return
        if self._menu is None:
            self._menu = self._window.command_actions.menu(_MENU, self._window)
        self._pointed = entry_id
        self._menu.exec(point)
        self._pointed = ""


def wish_of(query: Query, photo: Photo | None) -> Wish:
    """The wish that asks for ``query``; ``photo`` is its example where that is one of the library."""
    path = query.like if isinstance(query.like, str) else ""
    crop = query.crop if photo is not None or path else None
    return Wish(query.text, photo, path, crop, query.without, query.where)

"""The window: puts the parts together and connects what one tells with what another shows."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QMouseEvent, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QSplitter, QStackedWidget, QWidget

from photoorg.core.types import Failure, Photo
from photoorg.ui.library.last_seen import LastSeen
from photoorg.ui.library.library import PHOTOS_ONLY, Library, Snapshot
from photoorg.ui.models.photo_cache import PhotoCache
from photoorg.ui.models.photo_model import PhotoModel
from photoorg.ui.models.thumbnails import Thumbnails
from photoorg.ui.panels import Panels
from photoorg.ui.remembered import Remembered
from photoorg.ui.search.browsing import Browsing, Wish
from photoorg.ui.stages import Stages
from photoorg.ui.views.browse_page import BrowsePage
from photoorg.ui.views.grid import GridView, Place

if TYPE_CHECKING:
    from photoorg.services import Services
    from photoorg.ui.actions import Actions
    from photoorg.ui.commands import CommandRegistry
    from photoorg.ui.filing.choice import Choice
    from photoorg.ui.filing.dragging import Dragging
    from photoorg.ui.filing.duplicates import DuplicatesPlace
    from photoorg.ui.filing.file_actions import FileActions
    from photoorg.ui.filing.filing_under import FilingUnder
    from photoorg.ui.filing.history import HistoryPlace
    from photoorg.ui.filing.undoing import Undoing
    from photoorg.ui.groups.cluster_actions import ClusterActions
    from photoorg.ui.groups.clusters import Clusters
    from photoorg.ui.groups.explaining import Explaining
    from photoorg.ui.groups.reviewing import Reviewing
    from photoorg.ui.guides import Guides
    from photoorg.ui.job_runner import JobRunner
    from photoorg.ui.library.encoders import Encoders
    from photoorg.ui.library.indexing import Indexing
    from photoorg.ui.library.jobs import Jobs
    from photoorg.ui.library.places import Places
    from photoorg.ui.library.setting_up import SettingUp
    from photoorg.ui.photos.info import Info
    from photoorg.ui.photos.locating import Locating
    from photoorg.ui.photos.triage import Triage
    from photoorg.ui.photos.viewing import Viewing
    from photoorg.ui.search.saved import SavedSearches
    from photoorg.ui.search.searching import Searching
    from photoorg.ui.search.travel import Travel
    from photoorg.ui.theme import Colours, Theme
    from photoorg.ui.views.viewer import Viewer


#: The window's size at first, where the screen has room for it.
SIZE = QSize(1280, 820)
#: Milliseconds that a refresh waits while the person draws a rubber band.
_REFRESH_LATER = 200


def ask_for_folder(window: QWidget) -> str:
    """Let the person choose a folder; empty when they chose none."""
    from PySide6.QtWidgets import QFileDialog

    return QFileDialog.getExistingDirectory(window, window.tr("Choose a folder with photos"))


class MainWindow(QMainWindow):
    """The one window, which comes into being in the stages that ``ui.stages`` describes.

    ``painted`` and ``completed`` tell of the first and the last.
    """

    painted = Signal()
    completed = Signal()

    # What the stages add.
    choice: Choice
    cluster_actions: ClusterActions
    clusters: Clusters
    command_actions: Actions
    commands: CommandRegistry
    dragging: Dragging
    duplicates: DuplicatesPlace
    encoders: Encoders
    explaining: Explaining
    file_actions: FileActions
    filing_under: FilingUnder
    guides: Guides
    history: HistoryPlace
    indexing: Indexing
    info: Info
    jobs: Jobs
    locating: Locating
    places: Places
    reviewing: Reviewing
    saved: SavedSearches
    searching: Searching
    setting_up: SettingUp
    travel: Travel
    triage: Triage
    undoing: Undoing
    viewer: Viewer
    viewing_mode: Viewing

    def __init__(
        self,
        services: Services,
        runner: JobRunner,
        theme: Theme,
        choose_folder: Callable[[QWidget], str] = ask_for_folder,
        remembered: Remembered | None = None,
        last_seen: LastSeen | None = None,
    ) -> None:
        super().__init__()
        self.library = Library(services, runner, self)
        self.remembered = remembered or Remembered()
        self.last_seen = last_seen or LastSeen()
        self.library.show_photos_only(self.remembered.get(PHOTOS_ONLY, False))
        self.setWindowTitle("photoorg")
        self.resize(SIZE.boundedTo(QGuiApplication.primaryScreen().availableSize()))
        self.library.changed.connect(self._library_changed)  # before features do: photos first, then what is counted
        self._runner = runner
        self.choose_folder = choose_folder
        self._snapshot: Snapshot | None = None
        self._shown_wish = Wish()
        self._timeline_place = Place()
        self.theme = theme
        self.browsing = Browsing(services, runner, self)
        self.photos = PhotoCache(runner, services.photos.many, self, services.photos.marks)
        self.thumbnails = Thumbnails(runner, services.photos.thumbnails, self)
        self.model = PhotoModel(self.photos, self)
        self.grid = GridView(self.model, self.thumbnails, self.photos)
        self.page = BrowsePage(self.grid)
        self.page.words.photos_only = self.library.photos_only
        self._pages = QStackedWidget()
        self._pages.addWidget(self.page)
        #: The pages, and beside them what a feature puts there.
        self.frame = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False, handleWidth=1)
        self.frame.addWidget(self._pages)
        self.frame.setStretchFactor(0, 1)
        self.setCentralWidget(self.frame)
        self.panels = Panels(self)
        self.page.colour(theme.colours)
        self._stages = Stages(self, services, runner)

    def complete(self) -> None:
        """Make what the first paint did not show, once."""
        self._stages.complete()

    # What commands do

    def add_folder(self) -> None:
        """Ask for a folder and index it."""
        folder = self.choose_folder(self)
        if folder:
            self.add_folders([folder])

    def add_folders(self, folders: Sequence[str]) -> None:
        """Index ``folders`` from now on."""
        self.indexing.start(folders)

    def search(self, wish: Wish) -> None:
        """Show what ``wish`` asks for."""
        self.close_viewer()
        self.searching.show(wish)
        if self.page.header.search.typing and not wish.text:
            self.page.focus_shown()  # the next keys are for the place that is gone to
        self.browsing.search(wish)

    def show_similar(self) -> None:
        """Show photos like the one that is open or current."""
        photo = self.subject()
        if photo is not None:
            self.search(Wish(example=photo))
            self.grid.setFocus()

    def subject(self) -> Photo | None:
        """The photo that commands are about: the open one, else the current one."""
        photo_id = self._subject_id()
        return None if photo_id is None else self.photos.get(photo_id)

    def _subject_id(self) -> int | None:
        return self.viewer.photo_id if self.viewing else self.grid.current_id()

    @property
    def known(self) -> bool:
        """Whether the library has been read once."""
        return self._snapshot is not None

    @property
    def failures(self) -> tuple[Failure, ...]:
        """The files that could not be read."""
        return self._snapshot.failures if self._snapshot is not None else ()

    @property
    def viewing(self) -> bool:
        """Whether the large view is open."""
        return self._pages.currentWidget() is self.viewer

    def open_viewer(self, row: int) -> None:
        """Show the photo of ``row`` large."""
        self.show_viewer()
        self.viewer.open(row)

    def show_viewer(self) -> None:
        """Turn to the large view, whatever it will show."""
        self._pages.setCurrentWidget(self.viewer)
        self.viewer.setFocus()

    def open_current(self) -> None:
        """Show the current photo large."""
        if self.grid.currentIndex().isValid():
            self.open_viewer(self.grid.currentIndex().row())

    def close_viewer(self) -> None:
        """Return to the grid, to the photo that was seen last."""
        if self.viewing:
            self.viewer.close_photo()
            self._pages.setCurrentWidget(self.page)
            self.grid.setFocus()
            self.command_actions.refresh()

    def step_back(self) -> None:
        """Undo the last narrowing: the selection of several, else the search."""
        if self.reviewing.active:
            self.reviewing.end()
        elif self.grid.selected_count() > 1:
            self.grid.clearSelection()
        elif self.browsing.wish.searched and self.browsing.wish.cluster is not None:
            self.search(Wish(cluster=self.browsing.wish.cluster))
        elif self.browsing.wish.cluster is not None:
            self.search(Wish(overview=True))
        elif not self.browsing.wish.everything:
            self.search(Wish())

    def focus_search(self) -> None:
        """Put the cursor into the search field."""
        self.close_viewer()
        self.page.header.search.setFocus()
        self.page.header.search.select_all()

    def show_failed(self) -> None:
        """List the files that could not be read."""
        from photoorg.ui.dialogs.failed import FailedDialog

        dialog = FailedDialog(self.failures, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def quit(self) -> None:
        """Close the window, and with it the program."""
        self.close()

    # Wiring

    def connect_features(self) -> None:
        """Bring all parts together, when they have been made."""
        self._pages.addWidget(self.viewer)
        self._colour(self.theme.colours)
        page, search = self.page, self.page.header.search
        search.left.connect(self.grid.setFocus)
        search.entered.connect(self.browsing.get_ready)
        page.folder_wanted.connect(self.add_folder)
        page.everything_wanted.connect(lambda: self.search(Wish()))
        page.wish_wanted.connect(self.search)
        page.status_line.failed_wanted.connect(self.show_failed)
        self.grid.opened.connect(self.open_viewer)
        self.grid.selection_changed.connect(self._selected)
        self.grid.customContextMenuRequested.connect(self._show_context_menu)
        for movement in (self.grid.verticalScrollBar().valueChanged, self.grid.zoomed, self.viewer.moved):
            movement.connect(self._runner.courtesy.stir)
        self.photos.loaded.connect(self._learnt)
        self.browsing.shown.connect(self._show)
        self.browsing.searching.connect(lambda: page.show_searching(self.browsing.wish))
        self.indexing.started.connect(lambda: self.library.watch_closely(True))
        self.indexing.ended.connect(self._indexed)
        for part in (self.library, self.browsing, self.indexing, self.undoing):
            part.failed.connect(page.status_line.show_message)
        self.undoing.told.connect(page.status_line.show_message)
        self.undoing.told.connect(self.library.look)
        self.theme.changed.connect(self._colour)

    def _library_changed(self, snapshot: Snapshot) -> None:
        begins, self._snapshot = self._snapshot is None and bool(snapshot.roots), snapshot
        self.photos.forget()
        self.thumbnails.retry()
        self.grid.viewport().update()  # which asks for them again
        self.page.status_line.show_failures(len(snapshot.failures))
        if begins and not snapshot.timeline.ids:
            self.indexing.start()  # the empty page says so
        self.page.sidebar.show_count("photos", len(snapshot.timeline.ids))
        self.browsing.set_timeline(snapshot.timeline)
        if begins and snapshot.timeline.ids:
            self.indexing.start()  # only now: photos come first

    def _show(self) -> None:
        if self.grid.banding:
            QTimer.singleShot(_REFRESH_LATER, self, self._show)
            return
        wish, showing, before = self.browsing.wish, self.browsing.showing, self._shown_wish
        if before.everything:
            self._timeline_place = self.grid.place()
        travelled = self.travel.arrive(wish) if wish != before else None
        if not self.browsing.in_grid:
            self._shown_wish = wish
            self.cluster_actions.show() if wish.overview else self.page.show_page(wish.page)
            self._selected()
            return
        if wish.everything:
            self.page.show_photos(showing, wish, travelled or self._timeline_place)
        else:
            place = self.grid.place() if wish == before else travelled
            self.page.show_photos(showing, wish, place, self.browsing.name)
        self._shown_wish = wish
        self._selected()  # a model that is filled anew tells of no selection that it forgot
        if not showing.ids and self._snapshot is not None and not self.searching.explain_empty(wish):
            self.page.explain_empty(roots=len(self._snapshot.roots), working=self.indexing.running)

    def _indexed(self) -> None:
        self.library.watch_closely(False)
        if not self.browsing.showing.ids:
            self._show()  # what to say of an empty page has changed

    def _learnt(self, ids: Collection[int]) -> None:
        if self._subject_id() in ids:
            self._selected()

    def _selected(self) -> None:
        count = self.grid.selected_count() if self.browsing.in_grid else 0
        self.page.show_selection(count, self.subject() if count == 1 else None)
        self.command_actions.refresh()

    def _show_context_menu(self, point: QPoint) -> None:
        from photoorg.ui.command_sets.menus import CONTEXT_MENU

        if self.grid.indexAt(point).isValid():
            self.command_actions.popup(CONTEXT_MENU, self, self.grid.viewport().mapToGlobal(point))

    def _colour(self, colours: Colours) -> None:
        if self.grid.delegate is not None:
            self.grid.delegate.colours = colours
        self.page.colour(colours)
        self.page.colour_rest(colours)
        self.viewer.colour(colours)
        self.command_actions.colour(colours)

    # Events

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._stages.shown()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self._stages.paint()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        command = {Qt.MouseButton.BackButton: "go_back", Qt.MouseButton.ForwardButton: "go_forward"}.get(event.button())
        if command is None:
            super().mousePressEvent(event)
        else:
            self.commands.run(command)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._stages.stop()
        if self._stages.done:
            self.panels.remember()
        if self._snapshot is not None:
            self.last_seen.keep(self._snapshot.timeline, photos_only=self.library.photos_only)
        self.hide()
        self._runner.close()
        super().closeEvent(event)

"""The page one browses on: header, grid or what to do when it is empty, status line."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from photoorg.core.types import Photo, State
from photoorg.ui.models.photo_model import Showing, file_name
from photoorg.ui.search.browsing import Wish
from photoorg.ui.theme import Colours
from photoorg.ui.views.grid import GridView, Place
from photoorg.ui.views.header import Header
from photoorg.ui.views.sidebar import USUAL, Entry, Sidebar
from photoorg.ui.views.status_line import StatusLine
from photoorg.ui.wording.spoken import spoken_date, spoken_number, spoken_size
from photoorg.ui.wording.wish_words import WishWords

if TYPE_CHECKING:
    from photoorg.ui.views.chip_line import ChipLine
    from photoorg.ui.views.cluster_bar import ClusterBar
    from photoorg.ui.views.cluster_page import ClusterPage
    from photoorg.ui.views.empty import EmptyPage


class BrowsePage(QWidget):
    """Says what is shown, in words. The empty page's button asks for a folder, for everything, or for another wish.

    ``complete`` adds what is not to be seen at first. ``clusters`` is shown in place of the grid where the covers of
    all groups are asked for. What stands beside each other is in ``panels``, with the side bar first.
    """

    folder_wanted = Signal()
    resized = Signal(int)
    everything_wanted = Signal()
    wish_wanted = Signal(object)

    # What ``complete`` adds.
    chip_line: ChipLine
    cluster_bar: ClusterBar
    clusters: ClusterPage
    empty: EmptyPage

    def __init__(self, grid: GridView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid = grid
        self.words = WishWords(self)
        self.sidebar = Sidebar()
        self.sidebar.add(Entry("photos", self.tr("All photos"), "photos", Wish()))
        self.sidebar.add(Entry("clusters", self.tr("Groups"), "groups", Wish(overview=True)))
        #: Whether what is shown is reviewed, so that the bar shows the line.
        self.reviewing = False
        self.header = Header()
        self.status_line = StatusLine()
        self._blank = QWidget()
        self._blank.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._searched = False
        self._offered: Wish | None = None
        self._put_away: State | None = None
        self._page = ""
        #: What is said where a page that shows photos has none: an icon, a headline, advice and a button.
        self.empties: dict[str, tuple[str, str, str, str]] = {}
        #: Pages that are about a group.
        self.of_groups: set[str] = set()
        self._pages = QStackedWidget()
        self._named: dict[str, tuple[str, Callable[[], QWidget]]] = {}
        self._made: dict[str, QWidget] = {}
        for page in (self._blank, grid):
            self._pages.addWidget(page)
        self.header.zoomed.connect(grid.set_tile_width)
        grid.zoomed.connect(self.header.show_tile_width)
        centre = QWidget()
        line, self._column = QVBoxLayout(self), QVBoxLayout(centre)
        for layout in (line, self._column):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        for part in (self.header, self._pages, self.status_line):
            self._column.addWidget(part, 1 if part is self._pages else 0)
        self.panels = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False, handleWidth=1)
        self.panels.addWidget(self.sidebar)
        self.panels.addWidget(centre)
        self.panels.setStretchFactor(1, 1)
        self.panels.setSizes([USUAL, 6 * USUAL])
        line.addWidget(self.panels)

    def complete(self, clusters: ClusterPage) -> None:
        """Make what is not to be seen at first: what a search asks for, the bar over the photos, the empty page."""
        from photoorg.ui.views.chip_line import ChipLine
        from photoorg.ui.views.cluster_bar import ClusterBar
        from photoorg.ui.views.empty import EmptyPage

        self.chip_line, self.cluster_bar = ChipLine(), ClusterBar()
        for above, part in enumerate((self.chip_line, self.cluster_bar), start=1):
            self._column.insertWidget(above, part)
        self.clusters, self.empty = clusters, EmptyPage()
        self.empty.chosen.connect(self._chosen)
        for page in (self.empty, clusters):
            self._pages.addWidget(page)

    def show_first(self, timeline: Showing) -> None:
        """Show all photos, while the rest is still to be made."""
        self.grid.show_photos(timeline)
        self.header.show_title(*self.words.heading(Wish(), timeline))
        self._turn_to(self.grid)
        self.sidebar.show_count("photos", len(timeline.ids))
        self.sidebar.mark(Wish())

    def add_page(self, name: str, title: str, make: Callable[[], QWidget]) -> None:
        """Have a page that shows something else than photos in a grid; it is made when it is first shown."""
        self._named[name] = title, make

    def show_page(self, name: str) -> QWidget:
        """Show a page that was added, and give it."""
        title, make = self._named[name]
        if name not in self._made:
            self._made[name] = make()
            self._pages.addWidget(self._made[name])
        self._show_place(Wish(page=name))
        self.header.show_title(title, "")
        self._turn_to(self._made[name])
        return self._made[name]

    def show_photos(self, showing: Showing, wish: Wish, place: Place | None, name: str = "") -> None:
        """Show ``showing``, which answers ``wish``, at ``place``, or from its beginning.

        An open group is called ``name``.
        """
        self._searched, self._page = not wish.everything, wish.page
        self._put_away = wish.put_away if wish.place else None
        self._show_place(wish)
        self.grid.show_photos(showing, place)
        self.header.show_title(*self.words.heading(wish, showing, name))
        if showing.ids:
            self._turn_to(self.grid)

    def focus_shown(self) -> None:
        """Give the keyboard to what is shown."""
        shown = self._pages.currentWidget()
        assert shown is not None
        shown.setFocus()

    def show_clusters(self, groups: int, *, known: bool, working: bool) -> None:
        """Show the covers of all groups."""
        self._show_place(Wish(overview=True))
        number = self.tr("1 group") if groups == 1 else self.tr("{n} groups").format(n=spoken_number(groups))
        self.header.show_title(self.tr("Groups"), number if groups else "")
        self.clusters.show_groups(known=known, working=working)
        self._turn_to(self.clusters)

    def show_searching(self, wish: Wish) -> None:
        """Say that an answer is awaited; what is shown stays until it comes."""
        if wish.searched:
            self.header.show_title(self.words.title(wish), self.tr("Searching…"))

    def explain_empty(self, *, roots: int, working: bool) -> None:
        """Say why there is nothing to show, and what to do next."""
        self._offered = None
        if self._put_away is not None:
            self.cluster_bar.turn_to("")  # there is nothing to do anything with
        if self._page in self.empties:
            self.empty.explain(*self.empties[self._page])
        elif self._put_away is not None:
            trash = self._put_away is State.TRASHED
            self.empty.explain(
                "trash" if trash else "archive",
                self.tr("The trash is empty") if trash else self.tr("Nothing is archived yet"),
                self.tr("Photos that you move to the trash wait here until you empty it.")
                if trash
                else self.tr("Archived photos leave the timeline and stay searchable. Select some and press A."),
                self.tr("Show all photos"),
            )
        elif not roots:
            self.show_page("welcome")
            return
        elif self._searched:
            self.empty.explain(
                "search",
                self.tr("Nothing found"),
                self.tr("Try a plain word for what is in the picture, or look for photos like one you have."),
                self.tr("Show all photos"),
            )
        elif working:
            self.empty.explain(
                "photo", self.tr("Reading your photos…"), self.tr("They appear here as they are read."), ""
            )
        else:
            self.empty.explain(
                "folder",
                self.tr("No photos here yet"),
                self.tr("There are none in the folders you added. Add another one, or put photos into them."),
                self.tr("Choose a folder…"),
            )
        self._turn_to(self.empty)

    def explain_narrow(self, advice: str, button: str, wish: Wish) -> None:
        """Say what keeps everything out; the button asks for ``wish``, or for everything where it has no words."""
        self._offered = wish if button else None
        self.empty.explain("search", self.tr("Nothing found"), advice, button or self.tr("Show all photos"))
        self._turn_to(self.empty)

    def show_selection(self, count: int, photo: Photo | None) -> None:
        """Say in the status line what is selected; ``photo`` is the one, if it is one and known."""
        if count > 1:
            self.status_line.show_info(self.tr("{n} photos selected").format(n=spoken_number(count)))
        elif photo is None:
            self.status_line.show_info("")
        else:
            facts = [file_name(photo)]
            if photo.taken:
                facts.append(spoken_date(photo.taken))
            if photo.width and photo.height:
                facts.append(f"{photo.width} × {photo.height}")
            self.status_line.show_info("   ·   ".join([*facts, spoken_size(photo.size)]))

    def colour(self, colours: Colours) -> None:
        """Use the colours of a theme."""
        for part in (self.sidebar, self.header, self.status_line):
            part.colour(colours)

    def colour_rest(self, colours: Colours) -> None:
        """The same for what ``complete`` added."""
        self.clusters.colour(colours)
        self.empty.colour(colours)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit(event.size().width())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._pages.currentWidget() is self._blank:
            self._blank.setFocus()  # else the window would start in the search field

    def _turn_to(self, page: QWidget) -> None:
        """Show ``page``, and give it the keyboard unless the person is typing a search."""
        if self._pages.currentWidget() is not page:
            typing = self.header.search.typing
            self._pages.setCurrentWidget(page)
            if not typing:
                page.setFocus()

    def _show_place(self, wish: Wish) -> None:
        in_group = wish.cluster is not None and wish.place
        self.sidebar.mark(wish, Wish(overview=True) if in_group or wish.page in self.of_groups else None)
        page = wish.page if wish.page in self.words.pages else ""
        away = wish.put_away.value if wish.place and wish.put_away is not None else ""
        self.cluster_bar.turn_to("review" if self.reviewing else "group" if in_group else page or away)

    def _chosen(self) -> None:
        if self._offered is not None:
            self.wish_wanted.emit(self._offered)
            return
        (self.everything_wanted if self._searched else self.folder_wanted).emit()

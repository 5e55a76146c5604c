"""What a person can do with groups in the window, and how the parts that show them hear of each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt

from photoorg.ui.groups.more import MorePlace
from photoorg.ui.library import place_entries
from photoorg.ui.models.cluster_model import shown_name
from photoorg.ui.search.browsing import Wish

if TYPE_CHECKING:
    from photoorg.core.named_places import NamedGroup
    from photoorg.services import Services
    from photoorg.ui.job_runner import JobRunner
    from photoorg.ui.views.main_window import MainWindow


class ClusterActions(QObject):
    """Goes between the window's page, its clusters and its commands."""

    def __init__(self, window: MainWindow, services: Services, runner: JobRunner) -> None:
        super().__init__(window)
        self._window = window
        self._runner = runner
        self._fetch = services.photos.thumbnails
        #: What an open or selected group lacks.
        self.more = MorePlace(window, services, runner)
        self._to_select: list[int] = []
        page, clusters = window.page, window.clusters
        page.clusters.opened.connect(self.open)
        page.clusters.theme_opened.connect(self.rename_theme)
        page.clusters.selection_changed.connect(self._selected)
        page.clusters.menu_wanted.connect(self._show_menu)
        clusters.changed.connect(self._changed)
        clusters.listed.connect(self._list)
        clusters.edited.connect(self._edited)
        clusters.failed.connect(page.status_line.show_message)
        clusters.splitting.connect(self._splitting)
        window.library.changed.connect(self._library_changed)
        window.completed.connect(self._prepare, Qt.ConnectionType.QueuedConnection)  # after the photos

    # What commands do

    def show_overview(self) -> None:
        """Show the covers of all groups."""
        self._window.search(Wish(overview=True))

    def open(self, cluster: int) -> None:
        """Show the photos of a group."""
        self._window.search(Wish(cluster=cluster))
        self._window.grid.setFocus()

    def rename(self) -> None:
        """Ask for a name for the group that commands are about."""
        from photoorg.ui.dialogs.rename import RenameDialog

        cluster = self.subject()
        if cluster is not None:
            card = self._window.clusters.card(cluster)
            name = self._window.browsing.name if card is None else shown_name(card.name, card.own_name)
            dialog = RenameDialog(name, self._window)
            dialog.named.connect(lambda name: self._window.clusters.rename(cluster, name))
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

    def rename_theme(self, theme: int | None = None) -> None:
        """Ask for a name for ``theme``, or for the one that commands are about."""
        from photoorg.ui.dialogs.rename import RenameDialog

        chosen = self.theme() if theme is None else theme
        shelf = next((shelf for shelf in self._window.clusters.model.shelves if shelf.id == chosen), None)
        if chosen is not None and shelf is not None:
            dialog = RenameDialog(shown_name(shelf.name, shelf.own_name), self._window)
            dialog.named.connect(lambda name: self._window.clusters.rename(chosen, name))
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

    def merge(self) -> None:
        """Make one group of those selected: the one shown first keeps its name."""
        chosen = self._window.page.clusters.selected()
        if len(chosen) > 1:
            self._window.clusters.merge(chosen)

    def split(self) -> None:
        """Make a group of its own of the photos selected in the open group."""
        if self.can_split() and self.opened is not None:
            self._window.clusters.split(self.opened, list(self._window.grid.selected_ids()))

    def split_further(self) -> None:
        """Part the group that commands are about by kind; once more stops that."""
        cluster = self.subject()
        if self._window.clusters.is_splitting:
            self._window.clusters.stop_splitting()
        elif cluster is not None:
            self._window.clusters.split_further(cluster)

    def remove(self) -> None:
        """Take the selected photos out of the open group, or out of what is proposed for one."""
        if self.more.can_put():
            self.more.refuse()
        elif self.can_remove() and self.opened is not None:
            self._window.clusters.remove(self.opened, list(self._window.grid.selected_ids()))

    def make(self) -> None:
        """Make a new group of the selected photos."""
        chosen = list(self._window.grid.selected_ids())
        if chosen:
            self._window.clusters.make(chosen)

    def move(self) -> None:
        """Ask for a group, and put the selected photos into it."""
        chosen = list(self._window.grid.selected_ids())
        if chosen:
            self.choose_group(chosen)

    def choose_group(self, photos: list[int]) -> None:
        """Ask for a group, and put ``photos`` into it."""
        clusters = self._window.clusters
        if clusters.known:
            self._choose(photos)
        else:
            clusters.changed.connect(lambda: self._choose(photos), Qt.ConnectionType.SingleShotConnection)
            clusters.refresh(covers=True)

    def _choose(self, photos: list[int]) -> None:
        from photoorg.ui.dialogs.choose_group import ChooseGroupDialog

        clusters = self._window.clusters
        cards = [card for card in clusters.model.cards if card.id != self.opened]
        dialog = ChooseGroupDialog(cards, self._window)
        dialog.chosen.connect(lambda cluster: clusters.move(photos, cluster))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    # What commands are about

    @property
    def opened(self) -> int | None:
        """The open group; None while something else is shown."""
        wish = self._window.browsing.wish
        return None if wish.searched else wish.cluster

    @property
    def overview(self) -> bool:
        """Whether the covers of all groups are shown."""
        return self._window.browsing.wish.overview

    def subject(self) -> int | None:
        """The group that commands are about: the open one, or the one selected."""
        if self.overview:
            chosen = self._window.page.clusters.selected()
            return chosen[0] if len(chosen) == 1 else None
        return self.opened

    def theme(self) -> int | None:
        """The theme that commands are about: the one of the open group, or of all those selected."""
        groups = self._window.page.clusters.selected() if self.overview else [self.opened]
        shelves = self._window.clusters.model.shelves
        themes = {shelf.id for shelf in shelves for card in shelf.cards if card.id in groups}
        return themes.pop() if len(themes) == 1 else None

    def can_merge(self) -> bool:
        """Whether several groups are selected."""
        return self.overview and len(self._window.page.clusters.selected()) > 1

    def can_remove(self) -> bool:
        """Whether photos of an open group, or of what is proposed for one, are selected."""
        return (self.opened is not None and self._window.grid.selected_count() > 0) or self.more.can_put()

    def can_split(self) -> bool:
        """Whether some photos of an open group are selected, but not all."""
        count = self._window.grid.selected_count()
        return self.opened is not None and 0 < count < len(self._window.browsing.showing.ids)

    def can_split_further(self) -> bool:
        """Whether there is a group to part, or it is being done and can be stopped."""
        return self.subject() is not None or self._window.clusters.is_splitting

    def can_make(self) -> bool:
        """Whether photos are selected."""
        return self._window.browsing.in_grid and self._window.grid.selected_count() > 0

    def show(self) -> None:
        """Show the covers, and read them anew."""
        self._window.clusters.refresh(covers=True)
        self._show()

    # Wiring

    def _prepare(self) -> None:
        """Make the view of all groups, once."""
        window = self._window
        if window.page.clusters.view is None:
            window.page.clusters.prepare(self._runner, self._fetch, window.theme.colours)
            window.viewing_mode.turn_covers()

    def _show(self) -> None:
        self._prepare()
        clusters = self._window.clusters
        self._window.page.show_clusters(
            clusters.model.rowCount(), known=clusters.known, working=self._window.indexing.running
        )
        self._window.command_actions.refresh()

    def _list(self, groups: list[NamedGroup]) -> None:
        sidebar = self._window.page.sidebar
        sidebar.show_count("clusters", len(groups))
        sidebar.set_children("clusters", place_entries.groups(groups))

    def _changed(self) -> None:
        if self.overview:
            self._show()
            view = self._window.page.clusters.view
            if view is not None and self._to_select:
                view.go_to_clusters(self._to_select, self._to_select[0])
                self._to_select = []

    def _library_changed(self) -> None:
        self._window.clusters.refresh(covers=self.overview)
        self._window.browsing.refresh()

    def _edited(self, what: str, concerned: list[int]) -> None:
        self._to_select = concerned[:1]
        self._window.page.status_line.show_message(self.tr("{what}. Ctrl+Z takes it back.").format(what=what))
        self._window.library.look()

    def _splitting(self, begun: bool) -> None:
        if begun:
            text = self.tr("Looking for different kinds of photos… “Split further” once more stops it.")
            self._window.page.status_line.show_message(text)
        self._window.command_actions.refresh()

    def _selected(self) -> None:
        chosen = len(self._window.page.clusters.selected())
        self._window.page.clusters.say_selected(chosen)
        self._window.command_actions.refresh()

    def _show_menu(self, point: QPoint) -> None:
        from photoorg.ui.command_sets.menus import CLUSTER_MENU

        self._window.command_actions.popup(CLUSTER_MENU, self._window, point)

"""Where the covers of all groups are shown, or what is the case while there are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from photoorg.ui.models.cluster_model import ClusterModel
from photoorg.ui.theme import Colours
from photoorg.ui.views.action_row import ActionRow
from photoorg.ui.views.elided import ElidedLabel
from photoorg.ui.views.empty import EmptyPage
from photoorg.ui.views.styled import styled
from photoorg.ui.wording.spoken import spoken_number

if TYPE_CHECKING:
    from photoorg.ui.job_runner import JobRunner
    from photoorg.ui.models.thumbnails import Fetch, Thumbnails
    from photoorg.ui.views.cluster_view import ClusterView


class ClusterPage(QWidget):
    """Made empty; ``prepare`` fills it. ``opened`` carries a group's id.

    ``selection_changed`` says that other groups are selected, ``menu_wanted`` carries where on the screen.
    ``dragged_over`` carries the group that photos are dragged over (0 for none), ``dropped`` the group that they were
    dropped on, and their ids. ``theme_opened`` carries a theme whose heading was clicked twice.
    """

    opened = Signal(int)
    selection_changed = Signal()
    menu_wanted = Signal(QPoint)
    dragged_over = Signal(int)
    dropped = Signal(int, object)
    theme_opened = Signal(int)

    def __init__(self, model: ClusterModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._pages = QStackedWidget()
        self.view: ClusterView | None = None
        self.covers: Thumbnails | None = None
        self.empty: EmptyPage | None = None
        self._bar = styled(QFrame(), "cluster_bar")
        self._hint = ElidedLabel()
        self._row = ActionRow()
        line = QHBoxLayout(self._bar)
        line.setContentsMargins(24, 6, 16, 6)
        line.setSpacing(8)
        line.addWidget(self._hint, 1)
        line.addWidget(self._row)
        self._bar.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(self._pages, 1)
        self.say_selected(0)

    def set_actions(self, actions: list[QAction]) -> None:
        """Show buttons for ``actions`` at the right of the bar."""
        self._row.show_actions(actions)

    def say_selected(self, count: int) -> None:
        """Say how many groups are selected, or what selecting is good for."""
        if count > 1:
            self._hint.setText(self.tr("{n} groups selected").format(n=spoken_number(count)))
        elif count == 1:
            self._hint.setText(self.tr("1 group selected; Ctrl and a click adds another"))
        else:
            self._hint.setText(self.tr("Select groups to rename or merge them; a double click opens one"))

    def prepare(self, runner: JobRunner, fetch: Fetch, colours: Colours) -> None:
        """Make the view, which fetches its pictures with ``fetch``."""
        from photoorg.ui.delegates.cluster_delegate import ClusterDelegate
        from photoorg.ui.models.thumbnails import Thumbnails
        from photoorg.ui.views.cluster_view import ClusterView

        self.covers = Thumbnails(runner, fetch, self, lane="covers")
        self.view = view = ClusterView(self._model, self.covers)
        self.empty = EmptyPage()
        for page in (self.empty, view):
            self._pages.addWidget(page)
        view.delegate = self._delegate = ClusterDelegate(self.covers, colours)
        view.opened.connect(self._open)
        view.selection_changed.connect(self.selection_changed)
        view.customContextMenuRequested.connect(self._ask_for_menu)
        view.dragged_over.connect(lambda row: self.dragged_over.emit(self._model.card(row).id if row >= 0 else 0))
        view.theme_opened.connect(self.theme_opened)
        view.dropped.connect(lambda row, ids: self.dropped.emit(self._model.card(row).id, ids))
        self.colour(colours)

    def show_groups(self, *, known: bool, working: bool) -> None:
        """Show the groups; where there are none, say why. ``working``: photos are being read or grouped."""
        if self.view is None or self.empty is None:
            return
        self._bar.setVisible(self._model.rowCount() > 0)
        if self._model.rowCount():
            self._pages.setCurrentWidget(self.view)
            self.setFocusProxy(self.view)
            return
        self._pages.setCurrentWidget(self.empty)
        if not known or working:
            self.empty.explain(
                "groups", self.tr("Grouping your photos…"), self.tr("Groups appear when the photos are read."), ""
            )
        else:
            self.empty.explain(
                "groups",
                self.tr("No groups yet"),
                self.tr("Photos that show the same kind of thing are put together here. It takes three that do."),
                "",
            )

    def selected(self) -> list[int]:
        """The selected groups, in the order shown."""
        return self.view.selected_clusters() if self.view is not None else []

    def open_current(self) -> None:
        """Open the group that the keyboard is on."""
        current = self.view.current_cluster() if self.view is not None else None
        if current is not None:
            self.opened.emit(current)

    def colour(self, colours: Colours) -> None:
        """Use the colours of a theme."""
        if self.view is not None and self.empty is not None:
            self._delegate.colours = colours
            self.view.colour(colours)
            self.empty.colour(colours)

    def _open(self, row: int) -> None:
        self.opened.emit(self._model.card(row).id)

    def _ask_for_menu(self, point: QPoint) -> None:
        assert self.view is not None
        if self.view.indexAt(point).isValid():
            self.menu_wanted.emit(self.view.viewport().mapToGlobal(point))

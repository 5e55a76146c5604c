"""The bar at the left: the places one can be in, in a tree. Whoever has a place adds an entry."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTreeView, QWidget

from photoorg.ui.delegates.place_delegate import FOLD, PlaceDelegate
from photoorg.ui.filing.dragged import PHOTOS, unpack
from photoorg.ui.models.place_model import Entry, PlaceModel
from photoorg.ui.theme import Colours

if TYPE_CHECKING:
    from photoorg.ui.search.browsing import Wish

__all__ = ["Entry", "Sidebar"]

#: The order of the entries at the top, whoever adds them first, and those that have room above them.
_ORDER = (
    *("photos", "timeline", "folders", "places", "clusters", "kinds", "duplicates"),
    *("searches", "archive", "trash", "history"),
)
_SPACED = frozenset(["photos", "clusters", "searches", "archive"])
#: The entries that are unfolded until the person folds them.
_UNFOLDED = frozenset(["folders", "kinds", "searches"])
#: How wide it is at first, at least and at most.
USUAL, NARROWEST, WIDEST = 216, 150, 460


class Sidebar(QTreeView):
    """One entry is marked as where one is. ``chosen`` carries the id of the entry that the person wants to go to.

    ``hovered`` carries the id of the entry that dragged photos hover over, empty when there is none; ``dropped`` an
    entry's id and the ids of the photos. ``menu_wanted`` carries an id and where on the screen. ``folded`` says that
    the person folded or unfolded something.
    """

    chosen = Signal(str)
    hovered = Signal(str)
    dropped = Signal(str, object)
    menu_wanted = Signal(str, QPoint)
    folded = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setViewport(QWidget())  # one of our own, as in TileView
        self.setObjectName("sidebar")
        self.setAccessibleName(self.tr("Places"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMinimumWidth(NARROWEST)
        self.setMaximumWidth(WIDEST)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setExpandsOnDoubleClick(False)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        # A click goes somewhere, and the keyboard goes there too; the tab key still comes here.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAcceptDrops(True)
        self.setViewportMargins(0, 8, 0, 8)
        self._entries: dict[str, Entry] = {}
        self._folds: dict[str, bool] = {}
        self._wish: Wish | None = None
        self._within: Wish | None = None
        self._at_fold = False
        self._was_painted = False
        self._model = PlaceModel(self)
        self._delegate = PlaceDelegate(_SPACED, self)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.clicked.connect(self._choose)
        self.customContextMenuRequested.connect(self._ask_for_menu)

    # Entries

    def add(self, entry: Entry) -> None:
        """Add a place at the top level, or say anew what it is. One that shows nothing waits until it has children."""
        self._entries[entry.id] = entry
        self._show()

    def set_children(self, entry_id: str, children: Sequence[Entry]) -> None:
        """Say what lies below an entry at the top level."""
        self.add(replace(self._entries[entry_id], children=tuple(children)))

    def show_count(self, entry_id: str, count: int) -> None:
        """Say how many things are in a place at the top level; 0 says nothing."""
        self.add(replace(self._entries[entry_id], count=count))

    def entry(self, entry_id: str) -> Entry | None:
        """An entry that is shown, at any level."""
        return self._model.entry(self._model.index_of(entry_id))

    def mark(self, wish: Wish | None, within: Wish | None = None) -> None:
        """Show where one is: the first entry that shows ``wish``, or the folded one that holds it, or else the entry
        of what it lies ``within``.
        """
        self._wish, self._within = wish, within
        path = next(filter(None, (self._model.path_to(each) for each in (wish, within) if each is not None)), [])
        while len(path) > 1 and not all(self.isExpanded(self._model.index_of(above)) for above in path[:-1]):
            path.pop()
        self._model.mark(path[-1] if path else "")

    @property
    def marked(self) -> str:
        """The id of the marked entry; empty where none is."""
        return self._model.marked

    # Folding

    @property
    def folds(self) -> dict[str, bool]:
        """What the person folded (False) and unfolded (True), by entry id."""
        return dict(self._folds)

    def fold_as(self, folds: dict[str, bool]) -> None:
        """Fold and unfold as before."""
        self._folds = dict(folds)
        self._unfold()

    def toggle(self, entry_id: str) -> None:
        """Fold what is unfolded, and the reverse."""
        index = self._model.index_of(entry_id)
        self._set_fold(index, not self.isExpanded(index))

    def _set_fold(self, index: QModelIndex, unfolded: bool) -> None:
        entry = self._model.entry(index)
        if entry is not None and entry.children:
            self._folds[entry.id] = unfolded
            self.setExpanded(index, unfolded)
            self.mark(self._wish, self._within)
            self.folded.emit()

    def _show(self) -> None:
        known = [*(name for name in _ORDER if name in self._entries), *(n for n in self._entries if n not in _ORDER)]
        entries = (self._entries[name] for name in known)
        self._model.show([entry for entry in entries if entry.wish is not None or entry.children])
        self._unfold()

    def _unfold(self) -> None:
        for entry_id in {**dict.fromkeys(_UNFOLDED, True), **self._folds}:
            index = self._model.index_of(entry_id)
            wanted = self._folds.get(entry_id, True)
            if index.isValid() and self.isExpanded(index) != wanted:
                self.setExpanded(index, wanted)
        self.mark(self._wish, self._within)

    # Going somewhere

    def colour(self, colours: Colours) -> None:
        """Use the colours of a theme."""
        self._delegate.colours = colours
        self.viewport().update()

    def _choose(self, index: QModelIndex | QPersistentModelIndex) -> None:
        entry = self._model.entry(index)
        if entry is None:
            return
        if entry.wish is None:
            self.toggle(entry.id)
        else:
            self.chosen.emit(entry.id)

    def _ask_for_menu(self, point: QPoint) -> None:
        entry = self._model.entry(self.indexAt(point))
        if entry is not None:
            self.menu_wanted.emit(entry.id, self.viewport().mapToGlobal(point))

    # Events

    def paintEvent(self, event: QPaintEvent) -> None:
        """Nothing the first time: the window is in sight before the delegate has what it paints with."""
        if self._was_painted:
            super().paintEvent(event)
        else:
            self._was_painted = True
            QTimer.singleShot(0, self.viewport().update)

    def drawBranches(self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        """The delegate paints how an entry folds."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._folds_at(event):
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if not self._folds_at(event):
            super().mouseDoubleClickEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._at_fold:
            super().mouseReleaseEvent(event)

    def _folds_at(self, event: QMouseEvent) -> bool:
        """Fold the entry whose arrow was pressed; whether it was one."""
        index = self.indexAt(event.position().toPoint())
        entry = self._model.entry(index)
        at_arrow = event.position().x() > self.viewport().width() - FOLD - 8
        self._at_fold = entry is not None and bool(entry.children) and at_arrow
        if self._at_fold:
            self._set_fold(index, not self.isExpanded(index))
        return self._at_fold

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self.indexAt(event.position().toPoint()).isValid()
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
        super().mouseMoveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, index = event.key(), self.currentIndex()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose(index)
        elif key == Qt.Key.Key_Right and not self.isExpanded(index) and self._model.rowCount(index):
            self._set_fold(index, True)
        elif key == Qt.Key.Key_Left and self.isExpanded(index):
            self._set_fold(index, False)
        elif key == Qt.Key.Key_Left and index.parent().isValid():
            self.setCurrentIndex(index.parent())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if not self.currentIndex().isValid():
            marked = self._model.index_of(self.marked)
            self.setCurrentIndex(marked if marked.isValid() else self._model.index(0, 0))
        super().focusInEvent(event)

    # Photos that are dragged here

    def entry_at(self, point: QPoint) -> Entry | None:
        """The entry under a point of the bar."""
        return self._model.entry(self.indexAt(point))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.dragMoveEvent(event)
        if event.mimeData().hasFormat(PHOTOS):
            event.accept()  # wherever they come in: Qt tells no more of a drag whose coming in was refused

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        entry = self.entry_at(event.position().toPoint()) if event.mimeData().hasFormat(PHOTOS) else None
        takes = entry is not None and entry.takes_photos
        self._aim(entry.id if entry is not None and takes else "")
        if event.mimeData().hasFormat(PHOTOS):
            event.setDropAction(Qt.DropAction.CopyAction if takes else Qt.DropAction.IgnoreAction)
        event.setAccepted(takes)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._aim("")

    def dropEvent(self, event: QDropEvent) -> None:
        entry = self.entry_at(event.position().toPoint())
        self._aim("")
        ids = unpack(event.mimeData())
        if entry is not None and entry.takes_photos and ids:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.dropped.emit(entry.id, ids)

    def _aim(self, entry_id: str) -> None:
        self._model.aim(entry_id)
        self.hovered.emit(entry_id)

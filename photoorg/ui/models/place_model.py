"""The places one can be in as a Qt tree model: a thin adapter over entries, told of changes as few as they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from itertools import count, groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from photoorg.ui.wording.spoken import spoken_number

if TYPE_CHECKING:
    from photoorg.ui.search.browsing import Wish

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Entry:
    """A place: ``wish`` shows it; without one it only folds its ``children``.

    ``icon`` names a drawing, or is empty. ``count`` says how many things are there, 0 says nothing. Photos can be
    dropped on it if it ``takes_photos``. ``tip`` is told to a mouse that rests there.
    """

    id: str
    text: str
    icon: str = ""
    wish: Wish | None = None
    count: int = 0
    children: tuple[Entry, ...] = ()
    takes_photos: bool = False
    tip: str = ""


class PlaceRole(IntEnum):
    """What an entry answers beside Qt's own roles."""

    ENTRY = Qt.ItemDataRole.UserRole
    MARKED = Qt.ItemDataRole.UserRole + 1
    TARGET = Qt.ItemDataRole.UserRole + 2


@dataclass(eq=False, slots=True)
class _Node:
    entry: Entry
    parent: _Node | None
    key: int
    children: list[_Node] = field(default_factory=list)


class PlaceModel(QAbstractItemModel):
    """Entries in a tree. ``marked`` is the id of where one is, ``target`` of the one that photos hover over."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keys = count(1)
        self._root = _Node(Entry("", ""), None, 0)
        self._nodes: dict[int, _Node] = {0: self._root}
        self._by_id: dict[str, _Node] = {}
        self._marked = self._target = ""

    def show(self, entries: Sequence[Entry]) -> None:
        """Have exactly these entries. Those that are known stay the same rows, so that nothing folds or jumps."""
        self._sync(self._root, entries)

    def index_of(self, entry_id: str) -> QModelIndex:
        """Where an entry is; invalid when it is not there."""
        node = self._by_id.get(entry_id)
        return QModelIndex() if node is None else self._index_of(node)

    def entry(self, index: _Index) -> Entry | None:
        """The entry of a row; None for no row."""
        return self._nodes[index.internalId()].entry if index.isValid() else None

    def path_to(self, wish: Wish) -> list[str]:
        """The ids from the top to the first entry that shows ``wish``; empty when none does."""
        for node in self._walk(self._root):
            if node.entry.wish == wish:
                path: list[str] = []
                while node.parent is not None:
                    path.insert(0, node.entry.id)
                    node = node.parent
                return path
        return []

    @property
    def marked(self) -> str:
        """The entry where one is; empty for none."""
        return self._marked

    def mark(self, entry_id: str) -> None:
        """Say where one is."""
        before, self._marked = self._marked, entry_id
        self._tell(before, entry_id)

    def aim(self, entry_id: str) -> None:
        """Say which entry photos hover over; empty for none."""
        before, self._target = self._target, entry_id
        self._tell(before, entry_id)

    # What QAbstractItemModel asks of a model

    def index(self, row: int, column: int, parent: _Index | None = None) -> QModelIndex:
        above = self._node(parent)
        if column == 0 and 0 <= row < len(above.children):
            return self.createIndex(row, 0, above.children[row].key)
        return QModelIndex()

    def parent(self, index: _Index | None = None) -> QModelIndex:  # type: ignore[override]  # QObject.parent() too
        node = self._node(index)
        return QModelIndex() if node.parent is None else self._index_of(node.parent)

    def rowCount(self, parent: _Index | None = None) -> int:
        return len(self._node(parent).children)

    def columnCount(self, parent: _Index | None = None) -> int:
        return 1

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self.entry(index)
        if entry is None:
            return None
        if role == PlaceRole.ENTRY:
            return entry
        if role == PlaceRole.MARKED:
            return entry.id == self._marked
        if role == PlaceRole.TARGET:
            return entry.id == self._target
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{entry.text}, {spoken_number(entry.count)}" if entry.count else entry.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return entry.tip or None
        return None

    # Helpers

    def _node(self, index: _Index | None) -> _Node:
        return self._nodes[index.internalId()] if index is not None and index.isValid() else self._root

    def _index_of(self, node: _Node) -> QModelIndex:
        if node.parent is None:
            return QModelIndex()
        return self.createIndex(node.parent.children.index(node), 0, node.key)

    def _walk(self, node: _Node) -> Iterator[_Node]:
        for child in node.children:
            yield child
            yield from self._walk(child)

    def _tell(self, *ids: str) -> None:
        for entry_id in ids:
            index = self.index_of(entry_id)
            if index.isValid():
                self.dataChanged.emit(index, index)

    def _sync(self, node: _Node, entries: Sequence[Entry]) -> None:
        """Make the children of ``node`` be ``entries``, in few steps: runs of rows go and come at once."""
        wanted = {entry.id for entry in entries}
        stay = [child.entry.id in wanted for child in node.children]
        for first, stop in reversed(list(_runs(stay, False))):
            self._remove(node, first, stop)
        row = 0
        while row < len(entries):
            entry = entries[row]
            here = node.children[row] if row < len(node.children) else None
            if here is not None and here.entry.id == entry.id:
                if here.entry != entry:
                    here.entry = entry
                    self._tell(entry.id)
                    self._sync(here, entry.children)
                row += 1
                continue
            known = self._by_id.get(entry.id)
            if known is not None and known.parent is node:
                at = node.children.index(known)
                self._remove(node, at, at + 1)  # it has another place now
            stop = row + 1
            while stop < len(entries) and not self._is_in(node, entries[stop].id):
                stop += 1
            self._insert(node, row, entries[row:stop])
            row = stop

    def _is_in(self, node: _Node, entry_id: str) -> bool:
        known = self._by_id.get(entry_id)
        return known is not None and known.parent is node

    def _insert(self, above: _Node, row: int, entries: Sequence[Entry]) -> None:
        """Insert entries with all that lies below them, of which nobody needs to be told one by one."""
        self.beginInsertRows(self._index_of(above), row, row + len(entries) - 1)
        above.children[row:row] = [self._grown(above, entry) for entry in entries]
        self.endInsertRows()

    def _grown(self, above: _Node, entry: Entry) -> _Node:
        node = _Node(entry, above, next(self._keys))
        self._nodes[node.key] = self._by_id[entry.id] = node
        node.children = [self._grown(node, each) for each in entry.children]
        return node

    def _remove(self, above: _Node, first: int, stop: int) -> None:
        self.beginRemoveRows(self._index_of(above), first, stop - 1)
        gone = above.children[first:stop]
        del above.children[first:stop]
        for node in gone:
            for each in (node, *self._walk(node)):
                del self._nodes[each.key]
                if self._by_id.get(each.entry.id) is each:  # it may have come under another parent already
                    del self._by_id[each.entry.id]
        self.endRemoveRows()


def _runs(flags: Sequence[bool], wanted: bool) -> Iterator[tuple[int, int]]:
    """Where ``wanted`` occurs in ``flags``: the first row and the one after the last, of each run."""
    row = 0
    for value, group in groupby(flags):
        count = sum(1 for _ in group)
        if value is wanted:
            yield row, row + count
        row += count

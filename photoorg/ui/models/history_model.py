"""What was done, as a Qt table: newest first, with what has been undone since."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from photoorg.core.actions import Action
from photoorg.ui.wording.spoken import spoken_moment, spoken_number
from photoorg.ui.wording.told import told

_Index = QModelIndex | QPersistentModelIndex


def local_time(when: str) -> str:
    """A UTC time of the journal (``YYYY-MM-DDTHH:MM:SSZ``) as the clock on the wall showed it, without its zone."""
    return datetime.fromisoformat(when).astimezone().replace(tzinfo=None).isoformat(timespec="seconds")


class HistoryModel(QAbstractTableModel):
    """Rows are actions; the columns say what, how many photos, when, and what has become of it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.actions: tuple[Action, ...] = ()
        self.muted = QColor()
        self._titles = (self.tr("What"), self.tr("Photos"), self.tr("When"), "")

    def show(self, actions: Sequence[Action]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self.actions = tuple(actions)
        self.endResetModel()

    def undoable_to(self, row: int) -> int:
        """How many actions ``row`` and those done after it are that can be undone; 0 where it cannot."""
        if not (0 <= row < len(self.actions) and _can_undo(self.actions[row])):
            return 0
        return sum(map(_can_undo, self.actions[: row + 1]))

    def redoable_to(self, row: int) -> int:
        """How many actions ``row`` and those undone after it are that can be done again; 0 where it cannot."""
        if not (0 <= row < len(self.actions) and _can_redo(self.actions[row])):
            return 0
        return sum(map(_can_redo, self.actions[row:]))

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.actions)

    def columnCount(self, parent: _Index | None = None) -> int:
        return len(self._titles)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return self._titles[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and section == 1:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        action = self.actions[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            photos = spoken_number(action.photos) if action.photos else ""
            when = spoken_moment(local_time(action.when))
            return (told(action.what), photos, when, self._state(action))[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == 1:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ForegroundRole and (action.state != "done" or index.column() > 1):
            return self.muted
        if role == Qt.ItemDataRole.ToolTipRole:
            return told(action.what)
        return None

    def _state(self, action: Action) -> str:
        if action.state in ("undone", "dropped"):
            return self.tr("undone") if action.state == "undone" else self.tr("undone, and left behind")
        if action.state != "done":
            return self.tr("under way")
        return "" if action.reversible else self.tr("cannot be undone")


def _can_undo(action: Action) -> bool:
    return action.state == "done" and action.reversible


def _can_redo(action: Action) -> bool:
    return action.state == "undone" and action.reversible

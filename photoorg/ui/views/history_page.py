"""The page of everything that was done, with a way back to any point of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QColor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QHeaderView, QStackedWidget, QTableView, QVBoxLayout, QWidget

from photoorg.ui.models.history_model import HistoryModel
from photoorg.ui.theme import Colours
from photoorg.ui.views.action_row import ActionRow
from photoorg.ui.views.elided import ElidedLabel
from photoorg.ui.views.empty import EmptyPage
from photoorg.ui.views.styled import styled

#: The columns for the number of photos, for the time, and for what became of it, which are as wide as what they say.
_SHORT = (1, 2, 3)
_ROW = 38


class HistoryPage(QWidget):
    """``chosen_changed`` says that another action is chosen."""

    chosen_changed = Signal()

    def __init__(self, model: HistoryModel, actions: list[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._bar = styled(QFrame(), "cluster_bar")
        line = QHBoxLayout(self._bar)
        line.setContentsMargins(24, 6, 16, 6)
        line.setSpacing(8)
        self._hint = ElidedLabel()
        line.addWidget(self._hint, 1)
        row = ActionRow()
        row.show_actions(actions)
        line.addWidget(row)
        self.table = QTableView(showGrid=False, wordWrap=False)
        self.table.setObjectName("history")
        self.table.setAccessibleName(self.tr("What was done, newest first"))
        self.table.setFrameShape(QFrame.Shape.NoFrame)
        self.table.setModel(model)
        self.table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(_ROW)
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setResizeContentsPrecision(0)  # by what is in sight: there may be thousands of rows
        for column in _SHORT:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.table.selectionModel().selectionChanged.connect(self.chosen_changed)
        model.modelReset.connect(self.chosen_changed)
        self.empty = EmptyPage()
        self._pages = QStackedWidget()
        for page in (self.table, self.empty):
            self._pages.addWidget(page)
        column_layout = QVBoxLayout(self)
        column_layout.setContentsMargins(0, 0, 0, 0)
        column_layout.setSpacing(0)
        column_layout.addWidget(self._bar)
        column_layout.addWidget(self._pages, 1)
        self._pages.setContentsMargins(14, 0, 14, 0)
        self.setFocusProxy(self.table)
        self.show_actions()

    @property
    def chosen(self) -> int:
        """The row of the action that is chosen; -1 for none."""
        rows = self.table.selectionModel().selectedRows()
        return rows[0].row() if rows else -1

    def choose(self, row: int) -> None:
        """Choose the action of a row."""
        self.table.selectRow(row)

    def show_actions(self) -> None:
        """Show what the model has, or say that there is nothing."""
        any_actions = self._model.rowCount() > 0
        self._bar.setVisible(any_actions)
        self._pages.setCurrentWidget(self.table if any_actions else self.empty)
        self.empty.explain(
            "history",
            self.tr("Nothing was done yet"),
            self.tr("What you archive, trash, group or mark is listed here, and can be taken back."),
            "",
        )

    def say(self, hint: str) -> None:
        """Say what choosing is good for, or what going to the chosen action does."""
        self._hint.setText(hint)

    def colour(self, colours: Colours) -> None:
        """Use the colours of a theme."""
        self._model.muted = QColor(colours.muted)
        self.empty.colour(colours)
        self.table.viewport().update()

"""The files that could not be read, each with its reason and a way to look at it."""

from __future__ import annotations

import os
from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHeaderView, QLabel, QTableView, QVBoxLayout, QWidget

from photoorg.core.paths import display_path
from photoorg.core.types import Failure
from photoorg.ui.photos.file_manager import show_in_file_manager
from photoorg.ui.wording.told import told

_Index = QModelIndex | QPersistentModelIndex


class FailureModel(QAbstractTableModel):
    """Failures as rows: the file's name, its reason, its folder."""

    def __init__(self, failures: Sequence[Failure], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.failures = list(failures)
        self._titles = (self.tr("File"), self.tr("Why"), self.tr("Folder"))

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.failures)

    def columnCount(self, parent: _Index | None = None) -> int:
        return len(self._titles)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return self._titles[section]
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        failure = self.failures[index.row()]
        path = display_path(failure.path)
        if role == Qt.ItemDataRole.DisplayRole:
            return (os.path.basename(path), told(failure.reason), os.path.dirname(path))[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{path}\n{told(failure.reason)}"
        return None


class FailedDialog(QDialog):
    """Lists failures; "Show file" opens the folder of the chosen one."""

    def __init__(self, failures: Sequence[Failure], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Files that could not be read"))
        self.resize(900, 460)
        self.model = FailureModel(failures, self)
        self.table = QTableView(showGrid=False, wordWrap=False)
        self.table.setAlternatingRowColors(True)
        self.table.setAccessibleName(self.windowTitle())
        self.table.setModel(self.model)
        self.table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.table.setColumnWidth(0, 200)
        self.table.setColumnWidth(2, 200)
        explanation = QLabel(
            self.tr("These files are left as they are. They are tried again when they change."), wordWrap=True
        )
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.show_button = buttons.addButton(self.tr("Show file"), QDialogButtonBox.ButtonRole.ActionRole)
        for button in buttons.buttons():
            button.setIcon(QIcon())  # the style's own icons are not drawn in our manner
        buttons.rejected.connect(self.reject)
        self.show_button.clicked.connect(self._show_file)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(12)
        for part in (explanation, self.table, buttons):
            column.addWidget(part)
        if self.model.failures:
            self.table.selectRow(0)
        self.show_button.setEnabled(bool(self.model.failures))

    def _show_file(self) -> None:
        row = self.table.currentIndex().row()
        if row >= 0:
            show_in_file_manager(self.model.failures[row].path)

"""Asks for a name."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QWidget

from photoorg.ui.dialogs.asking import ask_below
from photoorg.ui.views.styled import styled

_WIDTH = 380


class RenameDialog(QDialog):
    """``named`` carries the name that the person gave; an empty one asks for the suggested name back."""

    named = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Rename"))
        self.setMinimumWidth(_WIDTH)
        self.field = QLineEdit(name)
        self.field.setAccessibleName(self.tr("New name"))
        self.field.selectAll()
        note = QLabel(self.tr("Leave it empty to go back to the name that photoorg found."))
        ask_below(self, self.field, styled(note, "subtitle"))
        self.accepted.connect(lambda: self.named.emit(self.field.text()))
        self.field.setFocus()  # the buttons were there before it

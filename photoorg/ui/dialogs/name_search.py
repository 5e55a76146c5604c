"""Asks for the name of a saved search."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QWidget

from photoorg.ui.dialogs.asking import ask_below
from photoorg.ui.views.styled import styled

_WIDTH = 380


class NameSearchDialog(QDialog):
    """``named`` carries the name that the person gave, which is not empty."""

    named = Signal(str)

    def __init__(self, title: str, name: str, taken: Collection[str], parent: QWidget | None = None) -> None:
        """Begin with ``name``; of the names that are ``taken`` it says so."""
        super().__init__(parent)
        self._taken = set(taken) - {name}
        self.setWindowTitle(title)
        self.setMinimumWidth(_WIDTH)
        self.field = QLineEdit(name)
        self.field.setAccessibleName(self.tr("Name of the search"))
        self.field.selectAll()
        self.field.textChanged.connect(self._check)
        self.note = styled(QLabel(wordWrap=True), "subtitle")
        self._buttons = ask_below(self, self.field, self.note)
        self.accepted.connect(lambda: self.named.emit(self.field.text().strip()))
        self._check()
        self.field.setFocus()  # the buttons were there before it

    def _check(self) -> None:
        name = self.field.text().strip()
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(bool(name))
        self.note.setText(
            self.tr("There is one of this name already.")
            if name in self._taken
            else self.tr("It stays in the side bar, and new photos that fit come into it by themselves.")
        )

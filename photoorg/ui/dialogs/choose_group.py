"""Lets the person choose one of the groups, by typing a part of its name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QWidget

from photoorg.ui.dialogs.asking import ask_below
from photoorg.ui.models.cluster_model import shown_name
from photoorg.ui.wording.spoken import spoken_number

if TYPE_CHECKING:
    from photoorg.core.clusters import Card

_WIDTH, _HEIGHT = 420, 460


class ChooseGroupDialog(QDialog):
    """``chosen`` carries the id of the group that was chosen."""

    chosen = Signal(int)

    def __init__(self, cards: Sequence[Card], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Put into a group"))
        self.resize(_WIDTH, _HEIGHT)
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("A part of its name"))
        self.field.setAccessibleName(self.tr("A part of the group's name"))
        self.groups = QListWidget()
        self.groups.setAccessibleName(self.tr("Groups"))
        for card in sorted(cards, key=lambda card: card.name.casefold()):
            item = QListWidgetItem(f"{shown_name(card.name, card.own_name)}   {spoken_number(card.size)}")
            item.setData(Qt.ItemDataRole.UserRole, card.id)
            self.groups.addItem(item)
        self.groups.itemActivated.connect(lambda item: self.accept())
        self.field.textChanged.connect(self._narrow)
        ask_below(self, self.field, self.groups)
        self._narrow("")
        self.field.setFocus()  # the buttons were there before it

    def accept(self) -> None:
        item = self.groups.currentItem()
        if item is not None and not item.isHidden():
            self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))
            super().accept()

    def _narrow(self, text: str) -> None:
        """Show the groups whose name has ``text`` in it, the first of them chosen."""
        first = -1
        for row in range(self.groups.count()):
            item = self.groups.item(row)
            item.setHidden(text.casefold() not in item.text().casefold())
            first = row if first < 0 and not item.isHidden() else first
        self.groups.setCurrentRow(first)

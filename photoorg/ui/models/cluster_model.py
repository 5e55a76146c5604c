"""The groups as a Qt list model: cards in the order of their shelves."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from photoorg.ui.models.photo_model import Role
from photoorg.ui.wording.spoken import spoken_number

if TYPE_CHECKING:
    from photoorg.core.clusters import Card, Shelf


def shown_name(name: str, own: bool) -> str:
    """A suggested name as a title; a person's own as it is."""
    return name if own else name[:1].upper() + name[1:]


def card_title(card: Card) -> tuple[str, str]:
    """The name of a group in two parts: what it shows, and when and where, which a suggested name has at its end."""
    from photoorg.core.clusters import BREAK

    if card.own_name:
        return card.name, ""
    what, _, when_and_where = card.name.partition(BREAK)
    return shown_name(what, False), when_and_where


class ClusterModel(QAbstractListModel):
    """Rows are cards. ``shelves`` says which of them lie under which heading."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shelves: tuple[Shelf, ...] = ()
        self._cards: tuple[Card, ...] = ()

    def show(self, shelves: Sequence[Shelf]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self.shelves = tuple(shelves)
        self._cards = tuple(card for shelf in shelves for card in shelf.cards)
        self.endResetModel()

    def card(self, row: int) -> Card:
        """The card of a row."""
        return self._cards[row]

    @property
    def cards(self) -> tuple[Card, ...]:
        """The cards of all rows."""
        return self._cards

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._cards)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        card = self._cards[index.row()]
        if role == Role.ID:
            return card.id
        if role == Role.CARD:
            return card
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return shown_name(card.name, card.own_name)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return "  ·  ".join(self.facts(card))
        return None

    def facts(self, card: Card) -> list[str]:
        """Size and confidence of a group, in words."""
        photos = self.tr("1 photo") if card.size == 1 else self.tr("{n} photos").format(n=spoken_number(card.size))
        return [photos, self.tr("{n} sure").format(n=f"{card.confidence:.0%}")]

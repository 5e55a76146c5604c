"""What a view of tiles and what paints its tiles have to do with each other.

Qt has such a pair too, whose options are in enums of ``QStyle``: making their 600 members takes as long as painting a
window of tiles, and every combination of two of them as long as a tenth of a tile.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect
    from PySide6.QtGui import QPainter

    from photoorg.ui.theme import Colours


class Tile:
    """Where a tile is to be painted, and how it is chosen. ``focused`` says that the keyboard is on it."""

    __slots__ = ("focused", "hovered", "rect", "selected")

    def __init__(self, rect: QRect, *, selected: bool = False, hovered: bool = False, focused: bool = False) -> None:
        self.rect = rect
        self.selected = selected
        self.hovered = hovered
        self.focused = focused


class TileDelegate(Protocol):
    """Paints tiles, one at a time. What the library knows of one comes from the model of ``index``."""

    colours: Colours

    def paint(self, painter: QPainter, tile: Tile, index: QModelIndex | QPersistentModelIndex) -> None:
        """Paint one tile."""

"""The page of all groups: a card each, under the headings of their themes."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QWidget

from photoorg.ui.filing.dragged import PHOTOS, unpack
from photoorg.ui.models.cluster_model import ClusterModel, shown_name
from photoorg.ui.models.thumbnails import Thumbnails
from photoorg.ui.theme import RADIUS, Colours
from photoorg.ui.views.headings import heading_at, paint_heading
from photoorg.ui.views.shelf_geometry import HEADING, ShelfGeometry
from photoorg.ui.views.tile_view import TileView
from photoorg.ui.wording.spoken import spoken_number

#: About how wide a card is, and how much higher than its pictures.
_WIDE, CAPTION = 250, 54
_GAP, _MARGIN = 16, 24
#: So near to the upper or lower edge, in pixels, the page scrolls while photos are dragged over it.
_EDGE = 16


class ClusterView(TileView):
    """Groups as cards. ``opened`` carries a row.

    ``dragged_over`` carries the row of the card that photos are dragged over (-1 for none), ``dropped`` the row that
    they were dropped on, and their ids. A click on a heading selects its groups; ``theme_opened`` carries the id of a
    theme whose heading was clicked twice.
    """

    opened = Signal(int)
    theme_opened = Signal(int)
    dragged_over = Signal(int)
    dropped = Signal(int, object)

    def __init__(self, model: ClusterModel, covers: Thumbnails, parent: QWidget | None = None) -> None:
        self._cluster_model = model
        super().__init__(parent)
        self._covers = covers
        self._colours: Colours | None = None
        self.setModel(model)
        self.setObjectName("grid")
        self.setAccessibleName(self.tr("Groups"))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setAcceptDrops(True)
        covers.loaded.connect(self._show_loaded)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))

    def geometry_for(self, count: int, width: int) -> ShelfGeometry:
        sizes = [len(shelf.cards) for shelf in self._cluster_model.shelves]
        return ShelfGeometry.fit(sizes, width, _WIDE, CAPTION, gap=_GAP, margin=_MARGIN)

    def colour(self, colours: Colours) -> None:
        """Use the colours of a theme."""
        self._colours = colours
        self.viewport().update()

    def selected_clusters(self) -> list[int]:
        """The ids of the selected groups, in the order shown."""
        return [self._cluster_model.card(row).id for row in self.selected_rows()]

    def current_cluster(self) -> int | None:
        """The group that the keyboard is on."""
        row = self.currentIndex().row()
        return self._cluster_model.card(row).id if row >= 0 else None

    def go_to_clusters(self, selected: list[int], current: int | None) -> None:
        """Select the groups with these ids and make one current, as far as they are there."""
        rows = {card.id: row for row, card in enumerate(self._cluster_model.cards)}
        if current in rows:
            self.setCurrentIndex(self._cluster_model.index(rows[current]))
        self.select_rows(sorted(rows[id] for id in selected if id in rows))

    def heading_at(self, point: QPoint) -> int | None:
        """The shelf whose title covers the point."""
        tiles = self.tiles
        assert isinstance(tiles, ShelfGeometry)
        return heading_at(tiles, self._title, point.x(), point.y() + self.verticalOffset(), self.font())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        shelf = self.heading_at(event.position().toPoint())
        if shelf is None or event.button() is not Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        tiles = self.tiles
        assert isinstance(tiles, ShelfGeometry)
        self.select_rows(list(tiles.rows_of(shelf)))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        shelf = self.heading_at(event.position().toPoint())
        theme = None if shelf is None else self._cluster_model.shelves[shelf].id
        if theme is not None:
            self.theme_opened.emit(theme)
        elif shelf is None:
            super().mouseDoubleClickEvent(event)

    # Photos that are dragged here

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(PHOTOS):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        at = event.position().toPoint()
        row = self.indexAt(at).row() if event.mimeData().hasFormat(PHOTOS) else -1
        self._hover(row)
        self.dragged_over.emit(row)
        event.setAccepted(row >= 0)
        if _EDGE < at.y() < self.viewport().height() - _EDGE:
            self.stopAutoScroll()
        else:
            self.startAutoScroll()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._end_drag()

    def dropEvent(self, event: QDropEvent) -> None:
        row, ids = self.indexAt(event.position().toPoint()).row(), unpack(event.mimeData())
        self._end_drag()
        if row >= 0 and ids:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.dropped.emit(row, ids)

    def _end_drag(self) -> None:
        self.stopAutoScroll()
        self._hover(-1)
        self.dragged_over.emit(-1)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        cards = [self._cluster_model.card(row) for row in self.visible_rows()]
        ratio = self.devicePixelRatioF()
        wanted = dict.fromkeys(content for card in cards for content in card.covers)
        self._covers.want(list(wanted), round(hero_side(self.tiles.size[0]) * ratio), RADIUS * ratio)

    def _show_loaded(self, contents: Collection[int]) -> None:
        self.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(3 * _WIDE, 3 * _WIDE)

    def paint_below(self, painter: QPainter, dirty: QRect) -> None:
        tiles, top = self.tiles, self.verticalOffset()
        assert isinstance(tiles, ShelfGeometry)
        for shelf in tiles.shelves_between(dirty.top() + top, dirty.bottom() + top):
            room = QRect(_MARGIN, tiles.tops[shelf] - top, self.viewport().width() - 2 * _MARGIN, HEADING)
            self._paint_heading(painter, room, shelf)

    def _title(self, shelf: int) -> str:
        shelves = self._cluster_model.shelves
        name = shown_name(shelves[shelf].name, shelves[shelf].own_name)
        return name or (self.tr("More groups") if len(shelves) > 1 else self.tr("All groups"))

    def _paint_heading(self, painter: QPainter, room: QRect, shelf: int) -> None:
        if self._colours is None:
            return
        theme, title = self._cluster_model.shelves[shelf], self._title(shelf)
        photos = self.tr("{n} photos").format(n=spoken_number(sum(card.size for card in theme.cards)))
        text, muted = QColor(self._colours.text), QColor(self._colours.muted)
        paint_heading(painter, room, title, photos, text, muted)


def hero_side(width: int) -> int:
    """The side of the large picture of a cover that is ``width`` pixels wide: two small ones fit beside it."""
    return (2 * width - GAP) // 3


#: Pixels between the pictures of a cover.
GAP = 3

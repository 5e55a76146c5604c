"""The grid of photos: what it shows, which of them are chosen, and the thumbnails it asks for."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPalette, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from photoorg.ui.models.photo_cache import PhotoCache
from photoorg.ui.models.photo_model import PhotoModel, Showing
from photoorg.ui.models.thumbnails import Thumbnails
from photoorg.ui.theme import RADIUS
from photoorg.ui.views.grid_geometry import Tiles
from photoorg.ui.views.headings import heading_at, paint_heading
from photoorg.ui.views.scrubber import WIDTH, Scrubber
from photoorg.ui.views.shelf_geometry import HEADING, ShelfGeometry
from photoorg.ui.views.tile_view import GAP, LARGEST, MARGIN, SMALLEST, Index, TileView

#: Screens full of photos from which on a strip of years is worth its room.
_SCREENS = 2


def _no_ids() -> array[int]:
    return array("q")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a person is among photos, by photo id, so that it can be found again among others.

    ``first`` is the first photo in sight and how many pixels it lies below the top edge, None at the very top.
    ``start`` is where a range begins that Shift selects.
    """

    selected: array[int] = field(default_factory=_no_ids)
    current: int | None = None
    first: tuple[int, int] | None = None
    start: int | None = None


class GridView(TileView):
    """Photos as tiles. ``opened`` carries a row, ``zoomed`` the new width of tiles. ``lying`` says, once, that photos
    are painted.

    ``dragged`` says that the person begins to drag what is selected, ``keeper_wanted`` carries the row of a copy that
    is to be kept. A click on a heading selects what lies under it, or no more, but for keepers. Where photos lie in
    months and far more of them than fit, a strip of years takes the place of the scroll bar.
    """

    lying = Signal()
    opened = Signal(int)
    zoomed = Signal(int)
    dragged = Signal()
    keeper_wanted = Signal(int)

    def __init__(
        self, model: PhotoModel, thumbnails: Thumbnails, photos: PhotoCache, parent: QWidget | None = None
    ) -> None:
        self._photo_model = model  # which the base class asks for while it is made
        super().__init__(parent)
        self.scrubber = Scrubber(self)
        self._thumbnails = thumbnails
        self._photos = photos
        self.setModel(model)
        self.setObjectName("grid")
        self.setAccessibleName(self.tr("Photos"))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setDragEnabled(True)  # from a tile; between tiles a rubber band begins
        self._upwards = self._lie = False
        thumbnails.loaded.connect(self._show_thumbnails)
        photos.loaded.connect(self._show_facts)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))

    def show_photos(self, showing: Showing, place: Place | None = None) -> None:
        """Show other photos, and go to ``place`` as far as its photos are still there, else to the beginning."""
        model = self._photo_model
        if showing != model.showing:
            model.show(showing)
            if place is not None:
                self._go_to_place(place)
            else:
                self.verticalScrollBar().setValue(0)

    def place(self) -> Place:
        """Where the person is."""
        anchor = self.anchor()
        first = None if anchor is None else (self._photo_model.ids[anchor[0]], anchor[1])
        ids, row = self._photo_model.ids, self.start_row
        return Place(self.selected_ids(), self.current_id(), first, ids[row] if 0 <= row < len(ids) else None)

    def _go_to_place(self, place: Place) -> None:
        rows = {photo_id: row for row, photo_id in enumerate(self._photo_model.ids)}
        self.select_rows(sorted(rows[photo_id] for photo_id in place.selected if photo_id in rows))
        if place.current in rows:
            no_update = QItemSelectionModel.SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(self._photo_model.index(rows[place.current]), no_update)
        self.restore_start(rows.get(place.start, -1) if place.start is not None else -1)
        first, below = place.first or (None, 0)
        if first in rows:
            self.hold(rows[first], below)
        else:
            self.verticalScrollBar().setValue(0)

    def selected_ids(self) -> array[int]:
        """The ids of the selected photos, in the order shown."""
        ids, chosen = self._photo_model.ids, array("q")
        for rows in self.selected_ranges():
            chosen.extend(ids[rows.start : rows.stop])
        return chosen

    def current_id(self) -> int | None:
        """The photo that the keyboard is on."""
        row = self.currentIndex().row()
        return self._photo_model.ids[row] if row >= 0 else None

    def go_to(self, row: int) -> None:
        """Make ``row`` the current and only selected photo, and bring it into sight."""
        self.setCurrentIndex(self._photo_model.index(row))
        self.restore_start(row)
        self.scrollTo(self._photo_model.index(row))

    def set_current(self, row: int) -> None:
        """Make ``row`` the current photo, whatever is selected."""
        no_update = QItemSelectionModel.SelectionFlag.NoUpdate
        self.selectionModel().setCurrentIndex(self._photo_model.index(row), no_update)

    def choose_row(self, row: int, choose: bool = True) -> None:
        """Select a photo beside what is selected, or select it no more."""
        flag, index = QItemSelectionModel.SelectionFlag, self._photo_model.index(row)
        self.selectionModel().select(index, flag.Select if choose else flag.Deselect)

    # Sections

    def section_rows(self, number: int) -> range:
        """The rows of a section."""
        sections = self._photo_model.showing.sections
        start = sum(section.count for section in sections[:number])
        return range(start, start + sections[number].count)

    def choose_section(self, number: int, choose: bool = True) -> None:
        """Select what lies in a section, but for keepers, beside what is selected; or select it no more."""
        flag, chosen = QItemSelectionModel.SelectionFlag, QItemSelection()
        for row in self._free_rows(self.section_rows(number)):
            chosen.select(self._photo_model.index(row), self._photo_model.index(row))
        self.selectionModel().select(chosen, flag.Select if choose else flag.Deselect)

    def selectAll(self) -> None:
        """Select everything; of duplicates all but those that are worth keeping."""
        if self._photo_model.showing.keepers:
            self.select_rows(self._free_rows(range(len(self._photo_model.ids))))
        else:
            super().selectAll()

    def _free_rows(self, rows: range) -> list[int]:
        ids, keepers = self._photo_model.ids, self._photo_model.showing.keepers
        return [row for row in rows if ids[row] not in keepers]

    def _heading_at(self, point: QPoint) -> int | None:
        """The section whose heading's title covers the point."""
        tiles, sections = self.tiles, self._photo_model.showing.sections
        if not sections or not isinstance(tiles, ShelfGeometry):
            return None
        y = point.y() + self.verticalOffset()
        return heading_at(tiles, lambda number: sections[number].title, point.x(), y, self.font())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if event.button() is Qt.MouseButton.LeftButton and self._pressed(at):
            event.accept()
        else:
            super().mousePressEvent(event)

    def _pressed(self, at: QPoint) -> bool:
        """Do what a press on a heading or on the offer to keep a copy does; whether it was on one."""
        number, index = self._heading_at(at), self.indexAt(at)
        if number is not None:
            chosen = self.selectionModel()
            free = self._free_rows(self.section_rows(number))
            self.choose_section(number, not all(chosen.isSelected(self._photo_model.index(row)) for row in free))
            return True
        if index.isValid() and self._photo_model.showing.keepers:
            from photoorg.ui.delegates.keeper import keeper_place

            selected = self.selectionModel().isSelected(index)
            if keeper_place(self.visualRect(index), selected, self.font()).contains(at):
                self.keeper_wanted.emit(index.row())
                return True
        return False

    @property
    def tile_width(self) -> int:
        """The width of tiles asked for, in pixels."""
        return self._tile_width

    def set_tile_width(self, width: int) -> None:
        """Make tiles about ``width`` pixels wide, keeping the photo in the middle where it is."""
        width = min(max(width, SMALLEST), LARGEST)
        if width == self._tile_width:
            return
        rows = self.visible_rows()
        middle = rows[len(rows) // 2] if rows and self.verticalOffset() else None
        self._tile_width = width
        self.lay_out()
        if middle is not None:
            self.scrollTo(self._photo_model.index(middle), QAbstractItemView.ScrollHint.PositionAtCenter)
        self.zoomed.emit(width)

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Tell; the base class would paint every selected row into the picture that is dragged."""
        self.dragged.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            step = 1.12 if event.angleDelta().y() > 0 else 1 / 1.12
            self.set_tile_width(round(self._tile_width * step))
            event.accept()
        else:
            super().wheelEvent(event)

    def geometry_for(self, count: int, width: int) -> Tiles:
        sections = self._photo_model.showing.sections
        if not sections:
            return super().geometry_for(count, width)
        sizes = [section.count for section in sections]
        return ShelfGeometry.squares(sizes, width, self._tile_width, GAP, MARGIN)

    def aside_for(self, count: int) -> int:
        sections = self._photo_model.showing.sections
        if not count or not all(section.month for section in sections) or not sections:
            return 0
        high = self.geometry_for(count, self.width() - WIDTH).height
        return WIDTH if high > _SCREENS * self.height() else 0

    def lay_out(self) -> None:
        super().lay_out()
        scrubbed = self.aside > 0
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if scrubbed else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        if self.verticalScrollBarPolicy() is not policy:
            self.setVerticalScrollBarPolicy(policy)
        sections = self._photo_model.showing.sections
        if scrubbed and isinstance(self.tiles, ShelfGeometry):
            self.scrubber.show_months([section.month for section in sections], self.tiles)
        else:
            self.scrubber.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        rows = self.visible_rows()
        showing = self._photo_model.showing
        ratio = self.devicePixelRatioF()
        self._thumbnails.want(
            [showing.contents[row] for row in rows],
            round(self.tiles.size[0] * ratio),
            RADIUS * ratio,
            [showing.contents[row] for row in self._rows_ahead(rows)],
        )
        self._photos.want([showing.ids[row] for row in rows])
        if rows and not self._lie:
            self._lie = True
            self.lying.emit()

    def _rows_ahead(self, rows: range) -> range:
        """What comes into sight if the person goes on scrolling, the nearest first: half as much as is in sight."""
        count = len(rows) // 2
        if self._upwards:
            return range(rows.start - 1, max(rows.start - 1 - count, -1), -1)
        return range(rows.stop, min(rows.stop + count, len(self._photo_model.ids)))

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self._upwards = dy > 0
        badge = self.scrubber.badge
        super().scrollContentsBy(dx, dy)
        if not badge.isEmpty():
            self.viewport().update(badge.translated(0, dy))  # it was moved with the photos

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        """Nothing: the base class would paint everything anew; what has changed is heard of from where it changed."""

    def _show_thumbnails(self, contents: Collection[int]) -> None:
        self._show_lines(self._photo_model.showing.contents, contents)

    def _show_facts(self, ids: Collection[int]) -> None:
        self._show_lines(self._photo_model.ids, ids)

    def _show_lines(self, numbers: Sequence[int], changed: Collection[int]) -> None:
        """Paint the lines in sight again that have a row whose number is among those that ``changed``."""
        rows = [row for row in self.visible_rows() if numbers[row] in changed]
        if rows:
            first, last = (self.visualRect(self._photo_model.index(row)) for row in (rows[0], rows[-1]))
            self.viewport().update(0, first.top(), self.viewport().width(), last.bottom() + 1 - first.top())

    def paint_below(self, painter: QPainter, dirty: QRect) -> None:
        tiles = self.tiles
        if not isinstance(tiles, ShelfGeometry):
            return
        sections, top = self._photo_model.showing.sections, self.verticalOffset()
        text, muted = (
            self.palette().color(role) for role in (QPalette.ColorRole.Text, QPalette.ColorRole.PlaceholderText)
        )
        for shelf in tiles.shelves_between(dirty.top() + top, dirty.bottom() + top):
            room = QRect(MARGIN, tiles.tops[shelf] - top, self.viewport().width() - 2 * MARGIN, HEADING)
            if room.intersects(dirty):
                paint_heading(painter, room, sections[shelf].title, sections[shelf].note, text, muted)

    def paint_above(self, painter: QPainter) -> None:
        self.scrubber.paint_badge(painter)

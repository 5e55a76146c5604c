"""A view of square tiles in lines: laid out by arithmetic, painted where visible, selecting like a file manager."""

from __future__ import annotations

from itertools import chain

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QCursor,
    QFocusEvent,
    QInputEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QWidget

from photoorg.ui.delegates.tile import Tile, TileDelegate
from photoorg.ui.views.grid_geometry import GridGeometry, Tiles

#: Width of a tile in pixels: the least, the most, and at first.
SMALLEST, LARGEST, USUAL = 72, 320, 168
#: Pixels between tiles, and around all of them.
GAP = 8
MARGIN = 16

Index = QModelIndex | QPersistentModelIndex


class TileView(QAbstractItemView):
    """Shows the rows of a list model as tiles that fill the width. Any number of rows costs the same.

    ``selection_changed`` says that other rows are selected, or another one is current.
    """

    selection_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # One of our own: asked for Qt's, PySide6 would first make all classes that it could be, with their enums.
        self.setViewport(QWidget())
        # We paint the ground too: so scrolling moves what is there, and only what comes into sight is painted.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._tile_width = USUAL
        #: What paints the tiles.
        self.delegate: TileDelegate | None = None
        self.tiles: Tiles = self.geometry_for(0, 1)
        self._hovered = -1
        self._band: QRect | None = None
        self._by_keyboard = False
        #: Pixels at the right that tiles leave free for what a view has there.
        self.aside = 0
        #: Where ranges begin that Shift selects, and whether that is known from before the rows changed.
        self._start = -1
        self._start_restored = False
        #: What is selected, as it was asked last; every command asks.
        self._ranges: list[range] | None = None
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)

    def visible_rows(self) -> range:
        """The rows of which anything can be seen."""
        top = self.verticalOffset()
        return self.tiles.rows_between(top, top + self.viewport().height() - 1)

    def selected_rows(self) -> list[int]:
        """The selected rows in order."""
        return list(chain.from_iterable(self.selected_ranges()))

    def selected_ranges(self) -> list[range]:
        """The selected rows in order, as few ranges: selecting 100,000 photos at once gives one."""
        if self._ranges is None:
            chosen = self.selectionModel().selection()
            parts = (chosen.at(place) for place in range(chosen.size()))
            self._ranges = sorted((range(part.top(), part.bottom() + 1) for part in parts), key=lambda rows: rows.start)
        return self._ranges

    def selected_count(self) -> int:
        """How many rows are selected."""
        return sum(map(len, self.selected_ranges()))

    def select_rows(self, rows: list[int]) -> None:
        """Select exactly ``rows``, which are in order."""
        chosen = QItemSelection()
        start = 0
        for at, row in enumerate(rows):
            if at + 1 == len(rows) or rows[at + 1] != row + 1:
                chosen.select(self._index(rows[start]), self._index(row))
                start = at + 1
        self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def invert_selection(self) -> None:
        """Select what is not selected, and the reverse."""
        if self.tiles.count:
            everything = QItemSelection(self._index(0), self._index(self.tiles.count - 1))
            self.selectionModel().select(everything, QItemSelectionModel.SelectionFlag.Toggle)

    @property
    def start_row(self) -> int:
        """The row where a range begins that Shift selects; -1 for none."""
        return self._start

    def restore_start(self, row: int) -> None:
        """Let ranges begin at ``row``, as before the rows changed; Qt's own memory of it ended then."""
        self._start, self._start_restored = row, row >= 0

    @property
    def banding(self) -> bool:
        """Whether a rubber band is being drawn, which other rows would cut short."""
        return self._band is not None

    def lay_out(self) -> None:
        """Place the tiles anew, after the rows, the room or the size of tiles changed."""
        count = self.model().rowCount() if self.model() is not None else 0
        # The whole width: the scroll bar lies in the right margin, so that nothing moves when it comes or goes.
        self.aside = self.aside_for(count)
        self.setViewportMargins(0, 0, self.aside, 0)
        self.tiles = self.geometry_for(count, self.width() - self.aside)
        self.updateGeometries()
        self.viewport().update()

    def aside_for(self, count: int) -> int:
        """How many pixels at the right ``count`` tiles leave free."""
        return 0

    def geometry_for(self, count: int, width: int) -> Tiles:
        """Where ``count`` tiles lie in a view ``width`` pixels wide."""
        return GridGeometry.fit(count, width, self._tile_width, GAP, MARGIN)

    def anchor(self) -> tuple[int, int] | None:
        """The first row in sight and how far it lies below the top edge; None at the very top."""
        rows = self.visible_rows()
        if not rows or self.verticalOffset() == 0:
            return None
        return rows[0], self.tiles.position(rows[0])[1] - self.verticalOffset()

    def hold(self, row: int, below: int) -> None:
        """Scroll so that ``row`` lies ``below`` pixels under the top edge."""
        self.verticalScrollBar().setValue(self.tiles.position(row)[1] - below)

    # What QAbstractItemView asks of a view

    def visualRect(self, index: Index) -> QRect:
        if not index.isValid():
            return QRect()
        x, y = self.tiles.position(index.row())
        return QRect(x, y - self.verticalOffset(), *self.tiles.size)

    def indexAt(self, point: QPoint) -> QModelIndex:
        row = self.tiles.row_at(point.x(), point.y() + self.verticalOffset())
        return QModelIndex() if row is None else self._index(row)

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        rect, view = self.visualRect(index), self.viewport().height()
        if rect.isNull():
            return
        bar = self.verticalScrollBar()
        if hint is QAbstractItemView.ScrollHint.PositionAtCenter:
            bar.setValue(bar.value() + rect.center().y() - view // 2)
        elif rect.top() < GAP:
            bar.setValue(bar.value() + rect.top() - GAP)
        elif rect.bottom() > view - GAP:
            bar.setValue(bar.value() + rect.bottom() - view + GAP)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        count, beside = self.tiles.count, self.tiles.beside
        if not count:
            return QModelIndex()
        row = self.currentIndex().row()
        if row < 0:
            return self._index(0)
        page = max(1, self.viewport().height() // self.tiles.pitch)
        move = QAbstractItemView.CursorAction
        target = {
            move.MoveLeft: row - 1,
            move.MovePrevious: row - 1,
            move.MoveRight: row + 1,
            move.MoveNext: row + 1,
            move.MoveUp: beside(row, -1),
            move.MoveDown: beside(row, 1),
            move.MovePageUp: beside(row, -page),
            move.MovePageDown: beside(row, page),
            move.MoveHome: 0,
            move.MoveEnd: count - 1,
        }[action]
        return self._index(min(max(target, 0), count - 1))

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        chosen = QItemSelection()
        if self.state() is QAbstractItemView.State.DragSelectingState:
            self._band = rect.normalized()
            top = self.verticalOffset()
            for rows in self.tiles.rows_within(
                self._band.left(), self._band.top() + top, self._band.right(), self._band.bottom() + top
            ):
                chosen.select(self._index(rows[0]), self._index(rows[-1]))
            self.viewport().update()
        else:
            extends = bool(command & QItemSelectionModel.SelectionFlag.Current)
            if not (extends and self._start_restored):
                self._start, self._start_restored = self.indexAt(rect.topLeft()).row(), False
            ends = [self._start, self.indexAt(rect.bottomRight()).row()]
            if min(ends) >= 0:
                chosen.select(self._index(min(ends)), self._index(max(ends)))
        self.selectionModel().select(chosen, command)

    def selectionCommand(self, index: Index, event: QEvent | None = None) -> QItemSelectionModel.SelectionFlag:
        """As file managers do: Shift selects a range in place of everything else, Ctrl and Shift one beside it.

        A rubber band drawn with Ctrl or Shift adds to what is selected.
        """
        flag, shift, control = QItemSelectionModel.SelectionFlag, False, False
        if isinstance(event, QInputEvent):
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        moves = isinstance(event, QMouseEvent) and event.type() is QEvent.Type.MouseMove
        if moves and self.state() is QAbstractItemView.State.DragSelectingState and (shift or control):
            return flag.SelectCurrent
        presses = isinstance(event, QKeyEvent) or (
            isinstance(event, QMouseEvent)
            and event.type() is QEvent.Type.MouseButtonPress
            and event.button() is Qt.MouseButton.LeftButton
        )
        if shift and presses and index.isValid():
            return flag.SelectCurrent if control else flag.Clear | flag.SelectCurrent
        return super().selectionCommand(index, event)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        return QRegion(self.viewport().rect())

    def horizontalOffset(self) -> int:
        return 0

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def isIndexHidden(self, index: Index) -> bool:
        return False

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands here; the base class would compare the names of all rows."""

    def reset(self) -> None:
        super().reset()
        self._start, self._start_restored = -1, False
        self._ranges = None
        self.lay_out()
        under = self.viewport().mapFromGlobal(QCursor.pos())
        self._hovered = self.indexAt(under).row() if self.underMouse() else -1

    def updateGeometries(self) -> None:
        super().updateGeometries()
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, self.tiles.height - self.viewport().height()))
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(max(1, self.tiles.pitch // 3))

    # Events

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self._by_keyboard = True
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._by_keyboard = True
        before = self.currentIndex()
        super().keyPressEvent(event)
        if self.currentIndex() != before and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._start, self._start_restored = self.currentIndex().row(), False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() in (Qt.MouseButton.BackButton, Qt.MouseButton.ForwardButton):
            event.ignore()  # the window goes back or forward, and nothing is selected on the way
            return
        self._by_keyboard = False
        super().mousePressEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()  # the ring around the current tile lies outside of it
        self.selection_changed.emit()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        self._ranges = None
        super().selectionChanged(selected, deselected)
        self.selection_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        anchor = self.anchor()
        self.lay_out()
        super().resizeEvent(event)
        if anchor is not None:
            self.hold(*anchor)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().scroll(0, dy)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()).row())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self._band = None
        self.viewport().update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        top = self.verticalOffset()
        dirty = event.rect()
        painter.fillRect(dirty, self.palette().window())
        painter.save()
        self.paint_below(painter, dirty)
        painter.restore()
        rows = self.tiles.rows_between(dirty.top() + top - GAP, dirty.bottom() + top + GAP)
        if rows:
            self._paint_tiles(painter, rows, top, event.region())
        if self._band is not None:
            self._paint_band(painter)
        self.paint_above(painter)
        painter.end()

    def paint_below(self, painter: QPainter, dirty: QRect) -> None:
        """Paint what a view has between tiles, where it touches ``dirty``."""

    def paint_above(self, painter: QPainter) -> None:
        """Paint what a view has over tiles."""

    def minimumSizeHint(self) -> QSize:
        return QSize(2 * SMALLEST, 2 * SMALLEST)

    # Helpers

    def _index(self, row: int) -> QModelIndex:
        return self.model().index(row, 0)

    def _paint_tiles(self, painter: QPainter, rows: range, top: int, dirty: QRegion) -> None:
        """Have those of ``rows`` painted that touch ``dirty``, where the view shows what lies ``top`` pixels down."""
        assert self.delegate is not None  # who shows rows has said what paints them
        model, paint, chosen = self.model(), self.delegate.paint, self.selectionModel()
        selecting = bool(self.selected_ranges())
        focused = self.currentIndex().row() if self._by_keyboard and self.hasFocus() else -1
        width, height = self.tiles.size
        for row in rows:
            x, y = self.tiles.position(row)
            if not dirty.intersects(QRect(x - GAP, y - top - GAP, width + 2 * GAP, height + 2 * GAP)):
                continue
            index = model.index(row, 0)
            tile = Tile(
                QRect(x, y - top, width, height),
                selected=selecting and chosen.isSelected(index),
                hovered=row == self._hovered,
                focused=row == focused,
            )
            paint(painter, tile, index)

    def _paint_band(self, painter: QPainter) -> None:
        assert self._band is not None
        colour = self.palette().color(QPalette.ColorRole.Highlight)
        painter.setPen(colour)
        colour.setAlpha(48)
        painter.setBrush(colour)
        painter.drawRect(self._band)

    def _hover(self, row: int) -> None:
        """Note that the mouse is over ``row``, or (-1) over none."""
        if row != self._hovered:
            for changed in (self._hovered, row):
                self.update(self._index(changed))
            self._hovered = row

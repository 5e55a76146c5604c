"""The strip of years at the right of photos that lie in months: shows where one is, and leads anywhere at once."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QFont, QMouseEvent, QPainter, QPaintEvent, QPalette, QPixmap, QRegion
from PySide6.QtWidgets import QAbstractScrollArea, QLabel, QWidget

from photoorg.ui.views.shelf_geometry import ShelfGeometry
from photoorg.ui.views.styled import styled
from photoorg.ui.wording.spoken import spoken_day

if TYPE_CHECKING:
    from photoorg.ui.views.tile_view import TileView

#: How wide the strip is.
WIDTH = 46
#: Pixels above the first and below the last photo, and those that a year and a month need.
_PAD, _YEAR, _MONTH = 14, 20, 6
#: Pixels around a year in which a press goes to its beginning.
_NEAR = 7
#: Milliseconds for which the month is told after scrolling.
_LINGER = 900


class Scrubber(QWidget):
    """Takes the place of the scroll bar of ``view``. Pressing or dragging goes there; the month is told beside it.

    A point of the strip stands for the photos that lie at the same part of the whole: where it is pressed they come
    into sight at the height of the pointer. The month is painted by the view (``paint_badge``): over a widget that lies
    on its photos, Qt would not move what is painted already, but have all of it painted anew at each step.
    """

    def __init__(self, view: TileView) -> None:
        super().__init__(view)
        self._months: list[str] = []
        self._tiles: ShelfGeometry | None = None
        self._years: list[tuple[int, str]] = []
        self._ticks: list[int] = []
        self._pointed: int | None = None
        self._scale = QPixmap()
        #: What the month is drawn with; never shown itself.
        self._label = styled(QLabel(view), "date_badge")
        self._label.hide()
        self._drawn_label = QPixmap()
        #: Where the view shows which month; empty for none.
        self.badge = QRect()
        self.told = ""
        self._timer = QTimer(self, singleShot=True, interval=_LINGER)
        self._timer.timeout.connect(self._say)
        self.setObjectName("scrubber")
        self.setAccessibleName(self.tr("Years"))
        self.setToolTipDuration(0)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hide()
        view.verticalScrollBar().valueChanged.connect(self._moved)

    def show_months(self, months: Sequence[str], tiles: ShelfGeometry) -> None:
        """Stand for sections of these months (``YYYY-MM``) or years, newest first, whose photos lie in ``tiles``."""
        self._months = list(months)
        self._tiles = tiles
        self._place()
        self.show()
        self.raise_()

    def hideEvent(self, event: QEvent) -> None:
        self._tell("", QRect())
        self._tiles = None

    def month_at(self, y: int) -> str:
        """The month that a point of the strip stands for."""
        assert self._tiles is not None
        shelf = bisect_right(self._tiles.tops, self._fraction(y) * self._tiles.height) - 1
        return self._months[max(shelf, 0)]

    @property
    def _view(self) -> TileView:
        # Asked for each time: a reference to the parent would make a circle, and Python ends circles in any thread.
        view = self.parentWidget()
        assert isinstance(view, QAbstractScrollArea)
        return cast("TileView", view)

    # Events

    def mousePressEvent(self, event: QMouseEvent) -> None:
        y = event.position().toPoint().y()
        near = [at for at, _ in self._years if abs(at - y) <= _NEAR]
        self._go(near[0] if near else y)
        self._point(y)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        y = event.position().toPoint().y()
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go(y)
        self._point(y)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self.rect().contains(event.position().toPoint()):
            self._point(None)

    def leaveEvent(self, event: QEvent) -> None:
        self._point(None)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._tiles is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ratio = self.devicePixelRatioF()
        if self._scale.isNull() or self._scale.devicePixelRatio() != ratio:
            self._scale = self._drawn(ratio)
        painter.drawPixmap(0, 0, self._scale)
        at = self._y(self._here())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().color(QPalette.ColorRole.Highlight))
        painter.drawRoundedRect(QRectF(1, at - 2.5, 7, 5), 2.5, 2.5)  # beside the years, so that all can be read
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._scale, self._drawn_label = QPixmap(), QPixmap()
        super().changeEvent(event)

    def _drawn(self, ratio: float) -> QPixmap:
        """The years and the ticks of the months, drawn once for every place that one scrolls to."""
        scale = QPixmap(self.size() * ratio)
        scale.setDevicePixelRatio(ratio)
        scale.fill(Qt.GlobalColor.transparent)
        painter = QPainter(scale)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette, role = self.palette(), QPalette.ColorRole
        font = QFont(self.font())
        font.setPixelSize(11)
        painter.setFont(font)
        painter.setPen(palette.color(role.PlaceholderText))
        for y, year in self._years:
            room = QRect(0, y - _YEAR // 2, self.width() - 8, _YEAR)
            painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, year)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.color(role.Mid))
        for y in self._ticks:
            painter.drawEllipse(QPointF(self.width() - 12, y), 1.5, 1.5)
        painter.end()
        return scale

    # Helpers

    def _here(self) -> float:
        bar = self._view.verticalScrollBar()
        return bar.value() / max(bar.maximum(), 1)

    def _y(self, fraction: float) -> int:
        return _PAD + round(fraction * max(self.height() - 2 * _PAD, 1))

    def _fraction(self, y: int) -> float:
        return min(max((y - _PAD) / max(self.height() - 2 * _PAD, 1), 0.0), 1.0)

    def _go(self, y: int) -> None:
        bar = self._view.verticalScrollBar()
        bar.setValue(round(self._fraction(y) * bar.maximum()))

    def _moved(self) -> None:
        if self.isVisible():
            self._timer.start()
            self.update()
            self._say()

    def _point(self, y: int | None) -> None:
        self._pointed = y
        self._say()

    def _say(self) -> None:
        """Tell the month of the pointer, or, while the photos move, of where one is."""
        y = self._pointed
        if y is None and self._timer.isActive():
            y = self._y(self._here())
        if y is None or self._tiles is None:
            self._tell("", QRect())
            return
        said = spoken_day(self.month_at(y))
        if said != self._label.text():
            self._label.setText(said)
            self._label.adjustSize()
            self._drawn_label = QPixmap()
        size = self._label.size()
        top = min(max(y - size.height() // 2, 4), self.height() - size.height() - 4)
        self._tell(said, QRect(QPoint(self.x() - size.width() - 2, top), size))

    def _tell(self, said: str, badge: QRect) -> None:
        viewport = self._view.viewport()
        for changed in (self.badge, badge):
            viewport.update(changed)
        self.told, self.badge = said, badge

    def paint_badge(self, painter: QPainter) -> None:
        """Paint the month, if any is to be told, over the photos of the view."""
        if self.badge.isEmpty():
            return
        if self._drawn_label.isNull():
            self._drawn_label = self._draw_label()
        painter.drawPixmap(self.badge.topLeft(), self._drawn_label)

    def _draw_label(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        drawn = QPixmap(self._label.size() * ratio)
        drawn.setDevicePixelRatio(ratio)
        drawn.fill(Qt.GlobalColor.transparent)
        # Without what lies behind it, which would fill its corners.
        self._label.render(drawn, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
        return drawn

    def _place(self) -> None:
        """Take the right edge of the view, and choose what to write: years first, months where there is room."""
        self.setGeometry(self._view.width() - WIDTH, 0, WIDTH, self._view.height())
        self._years, self._ticks, self._scale = [], [], QPixmap()
        if self._tiles is None:
            return
        year, free = "", -_YEAR
        for month, top in zip(self._months, self._tiles.tops, strict=True):
            y = self._y(top / self._tiles.height)
            if month[:4] != year and y - free >= _YEAR:
                self._years.append((y, month[:4]))
                year, free = month[:4], y
        taken = [y for y, _ in self._years]
        for top in self._tiles.tops:
            y = self._y(top / self._tiles.height)
            last = self._ticks[-1] if self._ticks else -_MONTH
            if y - last >= _MONTH and all(abs(y - at) >= _YEAR // 2 for at in taken):
                self._ticks.append(y)
        self.update()

"""Flag and stars of a photo as five stars to click."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from photoorg.core.marks import STARS, Mark
from photoorg.core.types import Flag
from photoorg.ui.icons import icon
from photoorg.ui.wording.spoken import spoken_mark

_ICON, _PITCH = 15, 19
_FLAG_ROOM = 24


class MarkView(QWidget):
    """``rated`` carries the number of stars that was clicked; the one that is there already takes them off."""

    rated = Signal(int)

    def __init__(self, parent: QWidget | None = None, *, with_flag: bool = True) -> None:
        super().__init__(parent)
        self._left = _FLAG_ROOM if with_flag else 0
        self.mark = Mark()
        self._hovered = 0
        self._text, self._quiet, self._star = "#ffffff", "#888888", "#ffd257"
        self.setFixedSize(self._left + STARS * _PITCH, 24)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Stars"))

    def colour(self, text: str, quiet: str, star: str) -> None:
        """Use these colours for the flag, for stars that are not given, and for those that are."""
        self._text, self._quiet, self._star = text, quiet, star
        self.update()

    def show_mark(self, mark: Mark) -> None:
        """Show the flag and the stars of a photo."""
        self.mark = mark
        self.setAccessibleDescription(spoken_mark(mark))
        self.update()

    def star_at(self, point: QPoint) -> int:
        """The star (1 to 5) that lies at ``point``, 0 if none does."""
        return (point.x() - self._left) // _PITCH + 1 if self._left <= point.x() < self.width() else 0

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        top = (self.height() - _ICON) // 2
        ratio = self.devicePixelRatioF()
        if self._left and self.mark.flag is not None:
            name = "pick" if self.mark.flag is Flag.PICK else "reject"
            painter.drawPixmap(0, top, icon(name, self._text).pixmap(QSize(_ICON, _ICON), ratio))
        for star in range(1, STARS + 1):
            given = star <= (self._hovered or self.mark.rating)
            drawn = icon("star", self._star if given else self._quiet).pixmap(QSize(_ICON, _ICON), ratio)
            painter.setOpacity(1.0 if given else 0.35)
            painter.drawPixmap(self._left + (star - 1) * _PITCH, top, drawn)
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.star_at(event.position().toPoint()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        star = self.star_at(event.position().toPoint())
        if star and event.button() is Qt.MouseButton.LeftButton:
            self.rated.emit(0 if star == self.mark.rating else star)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(0)

    def _hover(self, star: int) -> None:
        if star != self._hovered:
            self._hovered = star
            self.setCursor(Qt.CursorShape.PointingHandCursor if star else Qt.CursorShape.ArrowCursor)
            self.update()

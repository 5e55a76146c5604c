"""The month that is scrolled past, shown over the grid while it moves."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QEvent, QLocale, QObject, Qt, QTimer
from PySide6.QtWidgets import QLabel

from photoorg.core.types import Photo
from photoorg.ui.models.photo_model import Role
from photoorg.ui.views.grid import GridView

_LINGER = 900
_TOP = 12


def month(photo: Photo) -> str:
    """The month the photo was taken in, as ``May 2024`` in the system's language; empty when it is unknown."""
    try:
        taken = date.fromisoformat((photo.taken or "")[:10])
    except ValueError:
        return ""
    return QLocale().toString(QDate(taken.year, taken.month, taken.day), "MMMM yyyy")


class DateBadge(QLabel):
    """Appears when the grid is scrolled while ``active``, and goes when it rests."""

    def __init__(self, grid: GridView) -> None:
        super().__init__(grid)
        self.setObjectName("date_badge")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.active = True
        self._grid = grid
        self._timer = QTimer(self, singleShot=True, interval=_LINGER)
        self._timer.timeout.connect(self.hide)
        self.hide()
        grid.verticalScrollBar().valueChanged.connect(self._moved)
        grid.model().dataChanged.connect(self._update)
        grid.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _moved(self) -> None:
        self._timer.start()
        self._update()

    def _update(self) -> None:
        rows = self._grid.visible_rows()
        photo = self._grid.model().index(rows[len(rows) // 2], 0).data(Role.PHOTO) if rows else None
        if not self._timer.isActive() or photo is None:
            return
        text = month(photo)
        self.setText(text)
        self.setVisible(self.active and bool(text))
        self._place()

    def _place(self) -> None:
        self.adjustSize()
        self.move((self._grid.viewport().width() - self.width()) // 2, _TOP)

"""One photo shown large: its picture, or why there is none, and how sharp it has to be."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from photoorg.ui.models.photo_model import file_name
from photoorg.ui.models.pictures import Detail, Picture
from photoorg.ui.views.image_canvas import ImageCanvas
from photoorg.ui.views.styled import styled

if TYPE_CHECKING:
    from photoorg.ui.views.navigator import Navigator

#: Milliseconds of rest before a sharper version of what is in view is asked for.
_REST = 60
#: How wide the sentence is that stands in place of a photo, and how far it keeps from the edges.
_NOTICE, _EDGE = 420, 24

Quarters = Callable[["int | None"], int]


class PhotoPane(QWidget):
    """``blurred`` carries a ``Picture``: what is in view could be sharper. ``scaled`` says that the zoom changed."""

    blurred = Signal(object)
    scaled = Signal()

    def __init__(self, quarters: Quarters, parent: QWidget | None = None) -> None:
        """``quarters`` says by how many quarters clockwise a content is shown turned."""
        super().__init__(parent)
        self._quarters = quarters
        self.photo_id: int | None = None
        self.picture: Picture | None = None
        self.canvas = ImageCanvas()
        self.canvas.setAccessibleName(self.tr("Photo"))
        self.canvas.scaled.connect(self._scaled)
        for part in (self, self.canvas):
            part.setMouseTracking(True)
        self._notice = styled(QLabel(self.canvas, wordWrap=True), "notice")
        self._notice.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._notice.setTextFormat(Qt.TextFormat.PlainText)
        self._notice.hide()
        self._navigator: Navigator | None = None
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._ask)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.canvas)

    @property
    def complete(self) -> bool:
        """Whether the picture itself is shown, not only its thumbnail."""
        return self.picture is not None and self.picture.final

    @property
    def notice(self) -> str:
        """What it says in place of a photo, empty when there is one."""
        return "" if self._notice.isHidden() else self._notice.text()

    def show_photo(self, photo_id: int | None) -> None:
        """Wait for the picture of another photo, or for none."""
        self.photo_id = photo_id
        self.picture = None
        self._rest.stop()
        self._notice.hide()
        self.canvas.clear()

    def take(self, picture: Picture) -> bool:
        """Show ``picture`` if it is of this photo; whether it was."""
        if picture.photo.id != self.photo_id:
            return False
        fresh = self.picture is None
        self.picture = picture
        self._notice.hide()
        self.canvas.setAccessibleDescription(file_name(picture.photo))
        self.canvas.turn(self._quarters(picture.photo.content))
        self.canvas.show_image(picture.image, picture.full, fit=fresh)
        return True

    def turn_again(self) -> None:
        """Show the photo turned as it should be now."""
        if self.picture is not None:
            self.canvas.turn(self._quarters(self.picture.photo.content))

    def take_detail(self, detail: Detail) -> None:
        """Show a sharper part if it is of this photo."""
        if detail.photo.id == self.photo_id:
            self.canvas.show_detail(detail.image, detail.part)

    def fail(self, photo_id: int, reason: str) -> None:
        """Say in one sentence why this photo cannot be shown."""
        if photo_id == self.photo_id:
            self._notice.setText(self.tr("This photo cannot be shown.\n{reason}").format(reason=reason))
            self._place_notice()
            self._notice.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_notice()

    def _place_notice(self) -> None:
        width = min(_NOTICE, max(self.width() - 2 * _EDGE, 1))
        height = min(self._notice.heightForWidth(width), max(self.height() - 2 * _EDGE, 1))
        self._notice.resize(width, height)
        self._notice.move((self.width() - width) // 2, (self.height() - height) // 2)

    def _scaled(self) -> None:
        if self._navigator is None and not self.canvas.fitted:
            from photoorg.ui.views.navigator import Navigator

            self._navigator = Navigator(self.canvas)
        if self._navigator is not None:
            self._navigator.refresh()
        if self.complete and self.canvas.wanting:
            self._rest.start()
        self.scaled.emit()

    def _ask(self) -> None:
        if self.picture is not None and self.picture.final and self.canvas.wanting:
            self.blurred.emit(self.picture)

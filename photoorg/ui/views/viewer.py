"""The large view: one photo as large as the window, its neighbours a key away."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QColor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from photoorg.core.types import Photo
from photoorg.ui.models.photo_model import PhotoModel, Role, file_name
from photoorg.ui.models.pictures import FULL_SIDE, Picture, Pictures
from photoorg.ui.spoken import spoken_date
from photoorg.ui.theme import Colours
from photoorg.ui.views.image_canvas import ImageCanvas
from photoorg.ui.views.styled import styled


class Viewer(QWidget):
    """Shows the rows of ``model`` one at a time; ``moved`` carries the row it went to."""

    moved = Signal(int)

    def __init__(self, model: PhotoModel, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("viewer")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._model = model
        self._pictures = pictures
        self._photo_id: int | None = None
        self._direction = 1
        self._picture: Picture | None = None
        self.canvas = ImageCanvas()
        self.canvas.setAccessibleName(self.tr("Photo"))
        self.canvas.scaled.connect(self._scaled)
        self._name = styled(QLabel(), "file_name")
        self._facts = QLabel()
        self._zoom = QLabel()
        self._notice = styled(QLabel(self.canvas, wordWrap=True), "notice")
        self._notice.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._notice.hide()
        for label in (self._name, self._facts, self._zoom):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._left, self._right = QHBoxLayout(), QHBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar())
        column.addWidget(self.canvas, 1)
        pictures.arrived.connect(self._arrived)
        pictures.failed.connect(self._failed)

    def set_actions(self, left: list[QAction], right: list[QAction]) -> None:
        """Put buttons for actions at the left and the right of the bar."""
        for line, actions in ((self._left, left), (self._right, right)):
            for action in actions:
                button = QToolButton()
                button.setDefaultAction(action)
                button.setAccessibleName(action.text())
                button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
                line.addWidget(button)

    def colour(self, colours: Colours) -> None:
        """Use the colours of a theme."""
        self.canvas.background = QColor(colours.viewer)
        self.canvas.update()

    @property
    def photo_id(self) -> int | None:
        """The photo that is shown."""
        return self._photo_id

    @property
    def complete(self) -> bool:
        """Whether the picture itself is shown, not only its thumbnail."""
        return self._picture is not None and self._picture.final

    @property
    def notice(self) -> str:
        """What it says in place of a photo, empty when there is one."""
        return "" if self._notice.isHidden() else self._notice.text()

    def open(self, row: int) -> None:
        """Show the photo of ``row``."""
        self._photo_id = self._model.ids[row]
        self._picture = None
        self._notice.hide()
        self.canvas.clear()
        self._tell(self._model.index(row).data(Role.PHOTO))
        self._pictures.want(self._photo_id, self._side())

    def step(self, by: int) -> None:
        """Go ``by`` photos further, or back; stays where it is at either end."""
        row = self.row()
        self._direction = 1 if by > 0 else -1
        if row is not None and 0 <= row + by < self._model.rowCount():
            self.open(row + by)
            self.moved.emit(row + by)

    def row(self) -> int | None:
        """The row of the photo that is shown, None when it is no longer among the rows."""
        try:
            return None if self._photo_id is None else self._model.ids.index(self._photo_id)
        except ValueError:
            return None

    def close_photo(self) -> None:
        """Show nothing and load nothing."""
        self._pictures.stop()
        self._photo_id = None
        self._picture = None
        self.canvas.clear()

    def _arrived(self, picture: Picture) -> None:
        if picture.photo.id != self._photo_id:
            return
        fresh = self._picture is None
        self._picture = picture
        self._notice.hide()
        self.canvas.show_image(picture.image, picture.full, fit=fresh)
        self._tell(picture.photo)
        row = self.row()
        if picture.final and row is not None and 0 <= row + self._direction < self._model.rowCount():
            self._pictures.prepare(self._model.ids[row + self._direction], self._side())

    def _side(self) -> int:
        """Device pixels that a picture needs to fill the view."""
        return round(max(self.width(), self.height()) * self.devicePixelRatioF())

    def _failed(self, photo_id: int, message: str) -> None:
        if photo_id == self._photo_id:
            self._notice.setText(self.tr("This photo cannot be shown.\n{reason}").format(reason=message))
            self._notice.setGeometry(self.canvas.rect().adjusted(80, 80, -80, -80))
            self._notice.show()

    def _tell(self, photo: Photo | None) -> None:
        row = self.row()
        place = "" if row is None else f"{row + 1:,} / {self._model.rowCount():,}"
        facts = [place]
        if photo is not None:
            self._name.setText(file_name(photo))
            if photo.taken:
                facts.insert(0, spoken_date(photo.taken))
            if photo.width and photo.height:
                facts.insert(-1, f"{photo.width} × {photo.height}")
            self.canvas.setAccessibleDescription(file_name(photo))
        self._facts.setText("   ·   ".join(facts))

    def _scaled(self) -> None:
        shown = self._picture
        self._zoom.setText("" if shown is None else f"{self.canvas.scale:.0%}")
        if shown is None or not shown.final or self.canvas.fitted:
            return
        has = max(shown.image.width(), shown.image.height())
        if has < min(max(shown.full), FULL_SIDE) and self.canvas.scale > has / max(shown.full):
            self._pictures.enlarge(shown.photo, FULL_SIDE)

    def _bar(self) -> QFrame:
        bar = styled(QFrame(), "viewer_bar")
        titles = QVBoxLayout()
        titles.setSpacing(0)
        for label in (self._name, self._facts):
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            titles.addWidget(label)
        line = QHBoxLayout(bar)
        line.setContentsMargins(12, 8, 12, 8)
        line.setSpacing(8)
        line.addLayout(self._left)
        line.addSpacing(4)
        line.addLayout(titles, 1)
        line.addWidget(self._zoom)
        line.addLayout(self._right)
        return bar

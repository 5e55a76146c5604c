"""Two to four photos side by side, magnified and moved together."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from photoorg.core.marks import Mark
from photoorg.core.types import Photo
from photoorg.ui.models.photo_model import file_name
from photoorg.ui.models.pictures import Detail, Picture
from photoorg.ui.theme import Colours
from photoorg.ui.views.elided import ElidedLabel
from photoorg.ui.views.mark_view import MarkView
from photoorg.ui.views.photo_pane import PhotoPane, Quarters
from photoorg.ui.views.styled import styled
from photoorg.ui.wording.spoken import spoken_date, spoken_size

#: Four photos lie in two lines.
_COLUMNS = 3


class Candidate(QFrame):
    """One of the photos, with what tells it from the others. ``focused`` says that it has the keyboard now."""

    focused = Signal(object)

    def __init__(self, quarters: Quarters, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("candidate")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.pane = PhotoPane(quarters)
        self.pane.canvas.installEventFilter(self)
        self.caption = styled(ElidedLabel(), "caption")
        self.caption.setTextFormat(Qt.TextFormat.PlainText)
        self.caption.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.caption.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(3, 3, 3, 3)
        column.setSpacing(0)
        self.marks = MarkView()
        below = QHBoxLayout()
        below.addWidget(self.caption, 1)
        below.addWidget(self.marks)
        column.addWidget(self.pane, 1)
        column.addLayout(below)

    def tell(self, photo: Photo) -> None:
        """Say what tells this photo from the others."""
        facts = [file_name(photo)]
        if photo.taken:
            facts.append(spoken_date(photo.taken))
        if photo.width and photo.height:
            facts.append(f"{photo.width} × {photo.height}")
        self.caption.setText("   ·   ".join([*facts, spoken_size(photo.size)]))
        self.setAccessibleName(file_name(photo))

    def mark(self, on: bool) -> None:
        """Show, by a frame, whether keys act on this photo."""
        self.setProperty("focused", on)
        self.style().unpolish(self)
        self.style().polish(self)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonPress:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
        return super().eventFilter(watched, event)


class Comparison(QWidget):
    """``focus_changed`` says that keys act on another photo, ``blurred`` that a picture could be sharper; it carries
    the picture and its place among the others. ``scaled`` says that the zoom changed, ``rated`` carries the stars that
    were clicked for the photo that keys act on now.
    """

    focus_changed = Signal()
    blurred = Signal(object, int)
    scaled = Signal()
    rated = Signal(int)

    def __init__(self, colours: Colours, quarters: Quarters, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(8, 0, 8, 8)
        self._grid.setSpacing(6)
        self.setMouseTracking(True)
        self._quarters = quarters
        self._colours = colours
        self._focused = 0
        self.candidates: list[Candidate] = []

    @property
    def ids(self) -> list[int]:
        """The photos that are compared."""
        return [each.pane.photo_id for each in self.candidates if each.pane.photo_id is not None]

    @property
    def focused(self) -> Candidate | None:
        """The one that keys act on."""
        return self.candidates[self._focused] if self._focused < len(self.candidates) else None

    @property
    def complete(self) -> bool:
        """Whether every picture is there."""
        return all(each.pane.complete for each in self.candidates)

    def show_photos(self, ids: Sequence[int]) -> None:
        """Compare these photos."""
        self.clear()
        for place, photo_id in enumerate(ids):
            made = Candidate(self._quarters)
            made.pane.canvas.background = QColor(self._colours.viewer)
            made.pane.show_photo(photo_id)
            made.focused.connect(self._focus)
            made.marks.rated.connect(lambda stars, made=made: self._rate(made, stars))
            made.pane.blurred.connect(lambda picture, place=place: self.blurred.emit(picture, place))
            made.pane.scaled.connect(self.scaled)
            made.pane.canvas.navigated.connect(lambda made=made: self._link(made))
            self.candidates.append(made)
        self._lay_out()
        self._go(0)

    def leave_out(self, gone: Collection[int]) -> None:
        """Compare no longer what has been moved elsewhere."""
        for each in [each for each in self.candidates if each.pane.photo_id in gone]:
            self.candidates.remove(each)
            each.hide()
            each.deleteLater()
        self._lay_out()
        self._go(min(self._focused, len(self.candidates) - 1))

    def step(self, by: int) -> None:
        """Give the keyboard to the next photo, or the one before."""
        if self.candidates:
            self._go((self._focused + by) % len(self.candidates))

    def show_marks(self, marks: Mapping[int, Mark]) -> None:
        """Show the stars and flags of the photos."""
        for each in self.candidates:
            each.marks.show_mark(marks.get(each.pane.photo_id or 0, Mark()))

    def take(self, picture: Picture) -> None:
        """Show a picture that has arrived."""
        for each in self.candidates:
            if each.pane.take(picture):
                each.tell(picture.photo)

    def take_detail(self, detail: Detail) -> None:
        """Show a sharper part."""
        for each in self.candidates:
            each.pane.take_detail(detail)

    def fail(self, photo_id: int, reason: str) -> None:
        """Say why a photo cannot be shown."""
        for each in self.candidates:
            each.pane.fail(photo_id, reason)

    def clear(self) -> None:
        """Compare nothing."""
        for each in self.candidates:
            each.hide()
            each.deleteLater()
        self.candidates = []
        self._focused = 0

    def colour(self, colours: Colours) -> None:
        """Use the colours of a theme."""
        self._colours = colours
        for each in self.candidates:
            each.pane.canvas.background = QColor(colours.viewer)
            each.pane.canvas.update()

    def _lay_out(self) -> None:
        columns = 2 if len(self.candidates) > _COLUMNS else max(len(self.candidates), 1)
        for place, each in enumerate(self.candidates):
            self._grid.addWidget(each, place // columns, place % columns)
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, int(column < columns))
        for row in range(2):
            self._grid.setRowStretch(row, int(row * columns < len(self.candidates)))

    def _go(self, place: int) -> None:
        if place < 0:
            return
        self._focused = place
        self.candidates[place].setFocus(Qt.FocusReason.OtherFocusReason)
        self._marked()

    def _focus(self, candidate: Candidate) -> None:
        if candidate in self.candidates and self.candidates.index(candidate) != self._focused:
            self._focused = self.candidates.index(candidate)
            self._marked()

    def _rate(self, candidate: Candidate, stars: int) -> None:
        candidate.setFocus(Qt.FocusReason.MouseFocusReason)
        self._focus(candidate)
        self.rated.emit(stars)

    def _marked(self) -> None:
        for place, each in enumerate(self.candidates):
            each.mark(place == self._focused)
        self.focus_changed.emit()

    def _link(self, moved: Candidate) -> None:
        for each in self.candidates:
            if each is not moved:
                each.pane.canvas.follow(moved.pane.canvas)

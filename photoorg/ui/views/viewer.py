"""The large view: one photo as large as the window, its neighbours a key away, or a few side by side."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QColor, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from photoorg.core.marks import Mark
from photoorg.core.types import Photo
from photoorg.ui.models.photo_model import PhotoModel, Role
from photoorg.ui.models.pictures import WHOLE_PIXELS, Detail, Picture, Pictures
from photoorg.ui.models.thumbnails import Thumbnails
from photoorg.ui.photos.turning import Part
from photoorg.ui.theme import Colours
from photoorg.ui.views.chrome import Chrome
from photoorg.ui.views.flash import Flash
from photoorg.ui.views.image_canvas import ImageCanvas
from photoorg.ui.views.photo_pane import PhotoPane, Quarters
from photoorg.ui.views.side_steps import SideSteps
from photoorg.ui.views.viewer_bar import ViewerBar

if TYPE_CHECKING:
    from photoorg.ui.views.comparison import Comparison
    from photoorg.ui.views.crop_tool import CropTool
    from photoorg.ui.views.filmstrip import Filmstrip

#: How many photos ahead, and behind, are decoded before they are wanted.
_AHEAD, _BEHIND = 2, 1


class Viewer(QWidget):
    """Shows the rows of ``model`` one at a time; ``moved`` carries the row it went to.

    ``changed`` says that commands are about another photo, or that another way of looking is used, ``part_chosen``
    carries a photo and the part of it, as its file has it, that the person drew.
    """

    moved = Signal(int)
    changed = Signal()
    part_chosen = Signal(object, object)

    def __init__(
        self,
        model: PhotoModel,
        pictures: Pictures,
        make_thumbnails: Callable[[], Thumbnails],
        quarters: Quarters,
        parent: QWidget | None = None,
    ) -> None:
        """``make_thumbnails`` gives the filmstrip its pictures, once it is shown; ``quarters`` says what is turned."""
        super().__init__(parent)
        self.setObjectName("viewer")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._model = model
        self._pictures = pictures
        self._make_thumbnails = make_thumbnails
        self._colours: Colours | None = None
        self._direction = 1
        self._strip_wanted = False
        self._crop: CropTool | None = None
        self._quarters = quarters
        self.pane = PhotoPane(quarters)
        self.pane.blurred.connect(lambda picture: self._sharpen(picture, self.pane.canvas))
        self.pane.scaled.connect(self._scaled)
        self.comparison: Comparison | None = None
        self.strip: Filmstrip | None = None
        self.bar = ViewerBar()
        self._pages = QStackedWidget()
        self._pages.setMouseTracking(True)
        self._pages.addWidget(self.pane)
        self._flash = Flash(self._pages)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self._pages, 1)
        self._chrome = Chrome(self, column, self.bar)
        pictures.arrived.connect(self._arrived)
        pictures.detailed.connect(self._detailed)
        pictures.failed.connect(self._failed)

    def set_actions(
        self, left: list[QAction], right: list[QAction | None], previous: QAction, following: QAction
    ) -> None:
        """Put buttons for actions at the left and the right of the bar, and two at the sides of the photo."""
        self.bar.set_actions(left, right)
        self._steps = SideSteps(self.pane.canvas, previous, following)

    def colour(self, colours: Colours) -> None:
        """Use the colours of a theme."""
        self._colours = colours
        self.pane.canvas.background = QColor(colours.viewer)
        self.pane.canvas.update()
        for part in (self.strip, self.comparison):
            if part is not None:
                part.colour(colours)

    # What is shown

    @property
    def comparing(self) -> bool:
        """Whether photos lie side by side."""
        return self._beside is not None

    @property
    def _beside(self) -> Comparison | None:
        """The comparison, while photos lie side by side in it."""
        return self.comparison if self._pages.currentWidget() is self.comparison else None

    @property
    def current(self) -> PhotoPane:
        """Where the photo is shown that commands are about."""
        beside = self._beside
        return beside.focused.pane if beside is not None and beside.focused is not None else self.pane

    @property
    def canvas(self) -> ImageCanvas:
        """The picture that commands are about."""
        return self.current.canvas

    @property
    def photo_id(self) -> int | None:
        """The photo that commands are about."""
        return self.current.photo_id

    @property
    def complete(self) -> bool:
        """Whether the pictures themselves are shown, not only their thumbnails."""
        return self.pane.complete if self._beside is None else self._beside.complete

    @property
    def notice(self) -> str:
        """What it says in place of a photo, empty when there is one."""
        return self.current.notice

    def row(self) -> int | None:
        """The row of the photo that is shown, None when it is no longer among the rows."""
        try:
            return None if self.photo_id is None else self._model.ids.index(self.photo_id)
        except ValueError:
            return None

    def open(self, row: int) -> None:
        """Show the photo of ``row`` alone."""
        self.end_crop()
        self._end_comparison()
        photo_id = self._model.ids[row]
        self.pane.show_photo(photo_id)
        self._show_strip()
        if self.strip is not None:
            self.strip.go_to(row)
        self._want_marks()
        index = self._model.index(row)
        self.bar.tell(index.data(Role.PHOTO), row, self._model.rowCount())
        self.bar.marks.show_mark(index.data(Role.MARK) or Mark())
        self._pictures.want(photo_id, self._side())
        self.changed.emit()

    def step(self, by: int) -> None:
        """Go ``by`` photos further, or back; stays where it is at either end."""
        if (beside := self._beside) is not None:
            beside.step(by)
            return
        row = self.row()
        self._direction = 1 if by > 0 else -1
        if row is not None and 0 <= row + by < self._model.rowCount():
            self.open(row + by)
            self.moved.emit(row + by)

    def go_to_end(self, row: int) -> None:
        """Go to the first photo (0) or the last (-1)."""
        if not self.comparing and self._model.rowCount():
            self._chosen(row % self._model.rowCount())

    def compare(self, ids: Sequence[int]) -> None:
        """Show two to four photos side by side."""
        if self.comparison is None:
            from photoorg.ui.views.comparison import Comparison

            assert self._colours is not None
            self.comparison = Comparison(self._colours, self._quarters)
            self.comparison.blurred.connect(self._sharpen_candidate)
            self.comparison.scaled.connect(self._scaled)
            self.comparison.rated.connect(self.bar.marks.rated)
            self.comparison.focus_changed.connect(self._focused)
            self._pages.addWidget(self.comparison)
        self.pane.show_photo(None)
        self._pages.setCurrentWidget(self.comparison)
        self.comparison.show_photos(ids)
        self._show_strip()
        self._want_marks()
        self.comparison.show_marks(self._marks(self.comparison.ids))
        self._pictures.want_together(ids, self._side())

    def leave_out(self, gone: Collection[int], row: int) -> None:
        """Show no longer what has been moved elsewhere: ``row`` in its place, or those that are still compared."""
        if (beside := self._beside) is not None:
            beside.leave_out(gone)
            left = beside.ids
            if len(left) > 1:
                self._focused()
                return
            if left and left[0] in self._model.ids:
                row = self._model.ids.index(left[0])
        self.open(row)

    def refresh(self) -> None:
        """Say what is known of what is shown, after it has changed."""
        self._want_marks()
        self._tell()
        if (beside := self._beside) is not None:
            beside.show_marks(self._marks(beside.ids))

    def _marks(self, compared: Sequence[int]) -> dict[int, Mark]:
        """The stars and flags of the photos that are compared."""
        ids = self._model.ids
        found = {id: self._model.index(ids.index(id)).data(Role.MARK) for id in compared if id in ids}
        return {id: mark for id, mark in found.items() if mark is not None}

    def flash(self, text: str) -> None:
        """Say for a moment what a key has just done."""
        self._flash.tell(text)

    def close_photo(self) -> None:
        """Show nothing and load nothing."""
        self.end_crop()
        self._end_comparison()
        self._pictures.stop()
        self.pane.show_photo(None)
        self.changed.emit()

    # How it is shown

    @property
    def strip_wanted(self) -> bool:
        """Whether the person wants the filmstrip."""
        return self._strip_wanted

    def want_strip(self, wanted: bool) -> None:
        """Show the filmstrip, or do not."""
        self._strip_wanted = wanted
        self._show_strip()

    def show_alone(self, alone: bool) -> None:
        """Let the photo have all of the window; the bar and the filmstrip come when the mouse is near."""
        self._chrome.leave_alone(alone)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._chrome.reveal(event.position().y())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._chrome.float()

    # A part of the photo

    @property
    def cropping(self) -> bool:
        """Whether a part of the photo is being drawn."""
        return self._crop is not None

    def crop(self) -> None:
        """Let the person draw a part of the photo."""
        if self._crop is None and self.current.picture is not None:
            from photoorg.ui.views.crop_tool import CropTool

            self._crop = CropTool(self.canvas)
            self._crop.left.connect(self.end_crop)
            self._crop.chosen.connect(self._part_chosen)
            self.changed.emit()

    def end_crop(self) -> None:
        """Draw no part any more."""
        if self._crop is not None:
            tool, self._crop = self._crop, None
            tool.hide()
            tool.deleteLater()
            self.setFocus()
            self.changed.emit()

    def _part_chosen(self, part: Part) -> None:
        picture = self.current.picture
        self.end_crop()
        if picture is not None:
            self.part_chosen.emit(picture.photo, part)

    def turn_again(self) -> None:
        """Show what is shown turned as it should be now."""
        self.end_crop()
        panes = [each.pane for each in self.comparison.candidates] if self.comparison is not None else []
        for pane in (self.pane, *panes):
            pane.turn_again()

    # Wiring

    def _arrived(self, picture: Picture) -> None:
        if (beside := self._beside) is not None:
            beside.take(picture)
            self._focused()
            return
        if not self.pane.take(picture):
            return
        self._tell()
        row = self.row()
        if picture.final and row is not None:
            near = [row + self._direction * by for by in (*range(1, _AHEAD + 1), *range(-1, -_BEHIND - 1, -1))]
            ids = [self._model.ids[each] for each in near if 0 <= each < self._model.rowCount()]
            self._pictures.prepare(ids, self._side())

    def _detailed(self, detail: Detail) -> None:
        (self._beside or self.pane).take_detail(detail)

    def _failed(self, photo_id: int, message: str) -> None:
        (self._beside or self.pane).fail(photo_id, message)

    def _want_marks(self) -> None:
        """Have the stars and flags fetched of what is in sight."""
        if (beside := self._beside) is not None:
            ids = self._model.ids
            self._model.want([ids.index(each) for each in beside.ids if each in ids])
        elif self.strip is not None and self.strip.isVisible():
            self._model.want(self.strip.rows_in_sight())
        elif (row := self.row()) is not None:
            self._model.want([row])

    def _side(self) -> int:
        """Device pixels that a picture needs to fill the view."""
        return round(max(self.width(), self.height()) * self.devicePixelRatioF())

    def _sharpen(self, picture: Picture, canvas: ImageCanvas, place: int = 0, most: int = WHOLE_PIXELS) -> None:
        self._pictures.sharpen(picture, canvas.visible, canvas.scale, place, most)

    def _sharpen_candidate(self, picture: Picture, place: int) -> None:
        assert self.comparison is not None
        canvas = self.comparison.candidates[place].pane.canvas
        self._sharpen(picture, canvas, place, WHOLE_PIXELS // len(self.comparison.candidates))

    def _focused(self) -> None:
        self.end_crop()
        self._tell()
        self._scaled()
        self.changed.emit()

    def _tell(self) -> None:
        row = self.row()
        if row is not None:
            self.bar.marks.show_mark(self._model.index(row).data(Role.MARK) or Mark())
        picture = self.current.picture
        photo: Photo | None = None if picture is None else picture.photo
        if (beside := self._beside) is not None:
            self.bar.tell_several(len(beside.candidates), photo)
        elif picture is not None:
            self.bar.tell(photo, row, self._model.rowCount(), picture.companions)

    def _scaled(self) -> None:
        self.bar.show_scale(None if self.current.picture is None else self.canvas.scale)

    def _end_comparison(self) -> None:
        if (beside := self._beside) is not None:
            self._pages.setCurrentWidget(self.pane)
            beside.clear()
            self.setFocus()
            self._show_strip()

    def _show_strip(self) -> None:
        shown = self._strip_wanted and not self.comparing
        if self.strip is None and shown and self.photo_id is not None:
            from photoorg.ui.views.filmstrip import Filmstrip

            self.strip = Filmstrip(self._model, self._make_thumbnails(), self)
            self.strip.chosen.connect(self._chosen)
            if self._colours is not None:
                self.strip.colour(self._colours)
            self._chrome.add(self.strip)
            row = self.row()
            if row is not None:
                self.strip.go_to(row)
        self._chrome.show_strip(shown)

    def _chosen(self, row: int) -> None:
        self.open(row)
        self.moved.emit(row)

"""The bar over a photo that is shown large: what it is, where one is, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from photoorg.core.paths import display_path
from photoorg.core.types import Photo
from photoorg.ui.models.photo_model import file_name
from photoorg.ui.views.action_row import ActionRow
from photoorg.ui.views.elided import ElidedLabel
from photoorg.ui.views.mark_view import MarkView
from photoorg.ui.views.styled import styled
from photoorg.ui.wording.spoken import spoken_date, spoken_number

_SEPARATOR = "   ·   "
#: The least room for the name of the photo, in pixels.
_TITLES = 120


class ViewerBar(QFrame):
    """Name and facts at the left, buttons at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("viewer_bar")
        self._name = styled(ElidedLabel(), "file_name")
        self._facts = ElidedLabel()
        self._zoom = QLabel()
        self.marks = MarkView(with_flag=False)
        for label in (self._name, self._facts, self._zoom):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._left, self.row = QHBoxLayout(), ActionRow(icons=True)
        titles = QVBoxLayout()
        titles.setSpacing(0)
        for label in (self._name, self._facts):
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            label.setMinimumWidth(_TITLES)
            titles.addWidget(label)
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 8, 12, 8)
        line.setSpacing(8)
        line.addLayout(self._left)
        line.addSpacing(4)
        line.addLayout(titles, 1)
        line.addWidget(self._zoom)
        line.addSpacing(8)
        line.addWidget(self.marks)
        line.addWidget(self.row)
        self._left.setSpacing(2)

    @property
    def text(self) -> str:
        """What it says: the name, and what is known of the photo."""
        return f"{self._name.text()}\n{self._facts.text()}"

    def set_actions(self, left: list[QAction], right: list[QAction | None]) -> None:
        """Put buttons for actions at the left and the right, where the last give way first; None leaves a gap."""
        for action in left:
            button = QToolButton()
            button.setDefaultAction(action)
            button.setAccessibleName(action.text())
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._left.addWidget(button)
        self.row.show_actions(right)

    def tell(self, photo: Photo | None, row: int | None, count: int, companions: tuple[str, ...] = ()) -> None:
        """Say what is shown: ``photo``, the ``row`` of ``count``; ``companions`` are the files that belong to it."""
        facts = (
            []
            if row is None
            else [self.tr("{n} of {count}").format(n=spoken_number(row + 1), count=spoken_number(count))]
        )
        if photo is not None:
            self._name.setText(file_name(photo))
            if photo.taken:
                facts.append(spoken_date(photo.taken))
            if photo.width and photo.height:
                facts.append(f"{photo.width} × {photo.height}")
        if companions:
            names = ", ".join(display_path(path).replace("\\", "/").rpartition("/")[2] for path in companions)
            facts.append(self.tr("with {names}").format(names=names))
        self._facts.setText(_SEPARATOR.join(facts))

    def tell_several(self, count: int, focused: Photo | None) -> None:
        """Say that ``count`` photos lie beside each other, and which of them has the keyboard."""
        self._name.setText(self.tr("{n} photos side by side").format(n=count))
        name = "" if focused is None else file_name(focused)
        self._facts.setText(self.tr("{name}: keys act on this one. Tab or a click goes to another.").format(name=name))

    def show_scale(self, scale: float | None) -> None:
        """Show how far the photo is magnified."""
        self._zoom.setText("" if scale is None else f"{scale:.0%}")

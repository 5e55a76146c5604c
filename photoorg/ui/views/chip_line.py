"""The line below the header: what a search asks for beside its words, each part a chip that can be taken out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QImage, QKeyEvent, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from photoorg.ui.icons import icon
from photoorg.ui.views.flow_layout import FlowLayout
from photoorg.ui.views.styled import styled

if TYPE_CHECKING:
    from photoorg.ui.theme import Colours
    from photoorg.ui.wording.wish_words import Part

_TEXT_WIDTH = 240
_ICON = QSize(14, 14)


class Chip(QFrame):
    """One part of a wish. ``removed`` when its button is pressed, or Delete or Backspace on it."""

    removed = Signal()

    def __init__(self, part: Part, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.part = part
        self.setObjectName("chip")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setToolTip(part.tip or part.text)
        self._picture = QLabel()
        self._picture.hide()
        label = QLabel()
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setText(label.fontMetrics().elidedText(part.text, Qt.TextElideMode.ElideMiddle, _TEXT_WIDTH))
        remove = QToolButton()
        remove.setIcon(icon("close", colours.muted))
        remove.setIconSize(_ICON)
        remove.setAccessibleName(self.tr("Remove {part}").format(part=part.text))
        remove.setToolTip(self.tr("Remove {part}").format(part=part.text))
        remove.clicked.connect(self.removed)
        self.setFocusProxy(remove)
        line = QHBoxLayout(self)
        line.setContentsMargins(4, 2, 4, 2)
        line.setSpacing(4)
        for widget in (self._picture, label, remove):
            line.addWidget(widget)

    def show_picture(self, picture: QImage) -> None:
        """Show a small picture before the text; it has the size to show it at."""
        self._picture.setPixmap(QPixmap.fromImage(picture))
        self._picture.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        elif event.key() == Qt.Key.Key_Left:
            self.focusPreviousChild()
        elif event.key() == Qt.Key.Key_Right:
            self.focusNextChild()
        else:
            super().keyPressEvent(event)


class ChipLine(QFrame):
    """``removed`` carries the wish that is left without a part; ``left`` says that the person wants the grid."""

    removed = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chip_line")
        self.setAccessibleName(self.tr("What is searched for"))
        self._chips: list[Chip] = []
        self._flow = FlowLayout()
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(6)
        self._filter = self._button()
        self._flow.addWidget(self._filter)
        self._flow.tail = 1
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 6, 16, 6)
        line.setSpacing(8)
        line.addLayout(self._flow, 1)
        line.addLayout(self._buttons)
        line.setAlignment(self._buttons, Qt.AlignmentFlag.AlignTop)
        self.hide()

    @property
    def parts(self) -> list[Part]:
        """The parts that are shown."""
        return [chip.part for chip in self._chips]

    def set_actions(self, filter_action: QAction, others: Sequence[QAction]) -> None:
        """Offer what opens the filters behind the chips, and ``others`` at the end of the line."""
        self._filter.setDefaultAction(filter_action)
        for action in others:
            button = self._button()
            button.setDefaultAction(action)
            self._buttons.addWidget(button)  # first: without a parent it would be shown as a window of its own
            button.setVisible(action.isEnabled())
            action.enabledChanged.connect(button.setVisible)  # what cannot be done here is not offered here

    def show_parts(self, parts: Sequence[Part], colours: Colours) -> None:
        """Show chips for ``parts`` in place of those before."""
        had_focus = any(chip.isAncestorOf(self.focusWidget()) for chip in self._chips if self.focusWidget())
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [self._made(part, colours) for part in parts]
        if had_focus:
            (self._chips[-1] if self._chips else self._filter).setFocus()

    def show_picture(self, picture: QImage) -> None:
        """Show the picture of the example in its chip."""
        for chip in self._chips:
            if chip.part.example:
                chip.show_picture(picture)

    def remove_last(self) -> None:
        """Take the last part out."""
        if self._chips:
            self.removed.emit(self._chips[-1].part.rest)

    def menu_point(self) -> QPoint:
        """Where on the screen a menu of filters opens."""
        return self._filter.mapToGlobal(self._filter.rect().bottomLeft())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _made(self, part: Part, colours: Colours) -> Chip:
        chip = Chip(part, colours)
        chip.removed.connect(lambda: self.removed.emit(part.rest))
        self._flow.addWidget(chip)
        chip.show()  # now, not with the next event: the keyboard may go there
        return chip

    def _button(self) -> QToolButton:
        button = styled(QToolButton(), "labelled")
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setIconSize(_ICON)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

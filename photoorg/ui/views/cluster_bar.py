"""The bar over an open group, duplicates, the archive or a review: what can be done there; the line of a review."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QSlider, QWidget

from photoorg.core.types import State
from photoorg.ui.views.action_row import ActionRow
from photoorg.ui.views.elided import ElidedLabel
from photoorg.ui.views.styled import styled
from photoorg.ui.wording.spoken import spoken_number

_SLIDER_WIDTH = 220
#: A narrower bar has no room for numbers beside the slider.
_ROOM = 800
#: Milliseconds within which moves of the line count as one: each shows all photos anew.
_TOGETHER = 15


class ClusterBar(QFrame):
    """``line_moved`` carries how many photos, the surest first, lie above the line."""

    line_moved = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("cluster_bar")
        self._hint, self._sure, self._chosen = ElidedLabel(), QLabel(), styled(ElidedLabel(), "chosen")
        self._chosen.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)  # it says what will go
        self._chosen.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setMinimumWidth(_SLIDER_WIDTH // 3)
        self.slider.setMaximumWidth(_SLIDER_WIDTH)
        self.slider.setAccessibleName(self.tr("How many of the photos are sure, the surest first"))
        self.slider.setToolTip(
            self.tr("Move the line between the sure photos, which are chosen, and the doubtful ones")
        )
        self.slider.valueChanged.connect(self._moved)
        self._timer = QTimer(self, singleShot=True, interval=_TOGETHER)
        self._timer.timeout.connect(lambda: self.line_moved.emit(self.slider.value()))
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(20, 6, 16, 6)
        self._line.setSpacing(8)
        self._label = QLabel(self.tr("Sure"))
        for part in (self._hint, self._label, self.slider, self._sure):
            self._line.addWidget(part, 1 if part in (self.slider, self._hint) else 0)
        self._line.addWidget(self._chosen, 2)
        self._line.addSpacing(8)
        self._row = ActionRow()
        self._line.addWidget(self._row)
        self._actions: dict[str, Sequence[QAction]] = {}
        self._mode = ""
        self.turn_to("")

    def set_actions(self, mode: str, actions: Sequence[QAction]) -> None:
        """Show buttons at the right in a mode of the bar; see ``turn_to``."""
        self._actions[mode] = actions
        if mode == self._mode:
            self._row.show_actions(actions)

    @property
    def tells(self) -> bool:
        """Whether it says what is chosen."""
        return self._mode in ("review", "duplicates", "more")

    def turn_to(self, mode: str) -> None:
        """Be the bar of an open "group", of a "review", of "duplicates", of "more", or of photos that are put away (by
        their state); empty hides it.
        """
        if mode != self._mode:
            self._chosen.setText("")  # what was chosen elsewhere
            self._row.show_actions(self._actions.get(mode, ()))
        self._mode = mode
        self.slider.setVisible(mode == "review")
        self._show_numbers()
        self._chosen.setVisible(self.tells)
        hints = {
            "group": self.tr("Photos of one kind, the surest first"),
            "more": self.tr("They may belong to this group"),
            "duplicates": self.tr("A click on a heading chooses its copies"),
            State.ARCHIVED.value: self.tr("Out of the timeline, and still found by a search"),
            State.TRASHED.value: self.tr("They wait here until you empty the trash"),
        }
        self._hint.setVisible(mode in hints)
        self._line.setStretchFactor(self._chosen, 0 if mode in hints else 2)
        self._hint.setText(hints.get(mode, ""))
        self.setVisible(bool(mode))

    def show_line(self, total: int, sure: int) -> None:
        """Put the line under ``sure`` of ``total`` photos."""
        self.slider.blockSignals(True)
        self.slider.setRange(0, total)
        self.slider.setPageStep(max(1, total // 10))
        self.slider.setValue(sure)
        self.slider.blockSignals(False)
        self._say(sure)

    def show_chosen(self, text: str) -> None:
        """Say what is chosen: how many, how large, how many out of sight."""
        self._chosen.setText(text)

    @property
    def chosen(self) -> str:
        """What it says of what is chosen."""
        return self._chosen.text()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_numbers()

    def _show_numbers(self) -> None:
        """Say beside the slider what it stands at, unless what is chosen needs the room."""
        for part in (self._label, self._sure):
            part.setVisible(self._mode == "review" and self.width() >= _ROOM)

    def _moved(self, sure: int) -> None:
        self._say(sure)
        self._timer.start()

    def _say(self, sure: int) -> None:
        total = self.slider.maximum()
        self._sure.setText(self.tr("{n} of {total}").format(n=spoken_number(sure), total=spoken_number(total)))

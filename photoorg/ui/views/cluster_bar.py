"""The bar over an open group: what can be done with it, and the slider that trims its doubtful edge."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSlider, QToolButton, QWidget

from photoorg.ui.views.styled import styled

_SLIDER_WIDTH = 220


class ClusterBar(QFrame):
    """``trimmed`` carries how many photos of the group, the surest first, are to be shown."""

    trimmed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("cluster_bar")
        self._edge = QLabel()
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setFixedWidth(_SLIDER_WIDTH)
        self._slider.setAccessibleName(self.tr("How many of the photos to show, the surest first"))
        self._slider.setToolTip(self.tr("Hide the doubtful photos at the end"))
        self._slider.valueChanged.connect(self._moved)
        self._edge.setText("")
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(20, 6, 16, 6)
        self._line.setSpacing(8)
        self._line.addWidget(styled(QLabel(self.tr("Trim the doubtful")), "trim"))
        self._line.addWidget(self._slider)
        self._line.addWidget(self._edge)
        self._line.addStretch(1)

    def set_actions(self, actions: list[QAction]) -> None:
        """Show buttons for ``actions`` at the right."""
        for action in actions:
            button = styled(QToolButton(), "labelled")
            button.setDefaultAction(action)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            self._line.addWidget(button)

    def show_group(self, size: int, shown: int) -> None:
        """Set the slider for a group of ``size`` photos of which ``shown`` are shown."""
        self._slider.blockSignals(True)
        self._slider.setRange(min(1, size), size)
        self._slider.setPageStep(max(1, size // 10))
        self._slider.setValue(shown)
        self._slider.blockSignals(False)
        self._say(shown)

    def _moved(self, shown: int) -> None:
        self._say(shown)
        self.trimmed.emit(shown)

    def _say(self, shown: int) -> None:
        size = self._slider.maximum()
        hidden = size - shown
        self._edge.setText(
            self.tr("{n} hidden").format(n=f"{hidden:,}") if hidden else self.tr("all {n} shown").format(n=f"{size:,}")
        )

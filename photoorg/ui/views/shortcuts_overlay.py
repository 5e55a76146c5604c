"""All keys at a glance, by where they are heard; what the registry holds, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from photoorg.ui.commands import Command, Scope
from photoorg.ui.keys import shown_keys
from photoorg.ui.views.overlay import Overlay
from photoorg.ui.views.styled import styled

#: Sections are spread over so many columns.
_COLUMNS = 3


class ShortcutsOverlay(Overlay):
    """Lists ``commands`` that have keys, a section a scope."""

    def __init__(self, window: QWidget, commands: Iterable[Command]) -> None:
        super().__init__(window)
        self._titles = {
            Scope.WINDOW: self.tr("Everywhere"),
            Scope.GRID: self.tr("Among photos"),
            Scope.CLUSTERS: self.tr("Among groups"),
            Scope.VIEWER: self.tr("In the large view"),
        }
        self.setAccessibleName(self.tr("Keyboard shortcuts"))
        self.column.addWidget(styled(QLabel(self.tr("Keyboard shortcuts")), "headline"))
        inside = styled(QWidget(), "shortcuts")
        line = QHBoxLayout(inside)
        line.setContentsMargins(0, 0, 12, 0)
        line.setSpacing(36)
        for part in self._columns(list(commands)):
            line.addLayout(part)
        self._inside = inside
        self._area = styled(QScrollArea(), "shortcuts_area")
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setAccessibleName(self.tr("Keyboard shortcuts"))
        self._area.setWidget(inside)
        self._area.setMinimumSize(inside.sizeHint())
        self.column.addWidget(self._area)
        self.column.addWidget(styled(QLabel(self.tr("Esc, or a click beside this card, closes it.")), "subtitle"))
        self.setFocusProxy(self._area)

    def place(self) -> None:
        self._area.setMinimumSize(self._inside.sizeHint().boundedTo(self.size() * 0.78))
        super().place()

    def _columns(self, commands: list[Command]) -> list[QVBoxLayout]:
        """The sections, each as a whole in the column that is the shortest so far."""
        columns = [QVBoxLayout() for _ in range(_COLUMNS)]
        heights = [0] * _COLUMNS
        for scope in Scope:
            listed = [command for command in commands if command.scope is scope and command.shortcuts]
            if not listed:
                continue
            at = heights.index(min(heights))
            heights[at] += len(listed) + 3
            columns[at].addWidget(styled(QLabel(self._titles.get(scope, scope.value.capitalize())), "shortcuts_title"))
            columns[at].addLayout(self._section(listed))
            columns[at].addSpacing(12)
        for column in columns:
            column.addStretch(1)
        return columns

    def _section(self, commands: list[Command]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        for row, command in enumerate(commands):
            grid.addWidget(QLabel(command.text.rstrip("…")), row, 0)
            keys = QHBoxLayout()
            keys.setSpacing(4)
            keys.addStretch(1)
            for each in shown_keys(command):
                keys.addWidget(styled(QLabel(each), "key"))
            grid.addLayout(keys, row, 1)
        return grid

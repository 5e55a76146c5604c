"""All keys at a glance, by where they are heard; what the registry holds, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayout, QScrollArea, QVBoxLayout, QWidget

from photoorg.ui.commands import Command, Scope
from photoorg.ui.views.overlay import Overlay
from photoorg.ui.views.styled import styled
from photoorg.ui.wording.keys import shown_keys

#: The most columns, and how wide one is in pixels, with the room beside it.
_COLUMNS, _WIDTH, _BETWEEN = 3, 330, 30
#: Keys of one command that are shown: the others are for other keyboards.
_MOST = 2


class ShortcutsOverlay(Overlay):
    """Lists ``commands`` that have keys, a section a scope, in as many columns as there is room for."""

    def __init__(self, window: QWidget, commands: Iterable[Command]) -> None:
        super().__init__(window)
        self._titles = {
            Scope.WINDOW: self.tr("Everywhere"),
            Scope.GRID: self.tr("Among photos"),
            Scope.CLUSTERS: self.tr("Among groups"),
            Scope.VIEWER: self.tr("In the large view"),
        }
        self._commands = [command for command in commands if command.shortcuts]
        self._columns = 0
        self.setAccessibleName(self.tr("Keyboard shortcuts"))
        self.column.addWidget(styled(QLabel(self.tr("Keyboard shortcuts")), "headline"))
        self._area = styled(QScrollArea(), "shortcuts_area")
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setAccessibleName(self.tr("Keyboard shortcuts"))
        self.column.addWidget(self._area)
        self.column.addWidget(styled(QLabel(self.tr("Esc, or a click beside this card, closes it.")), "subtitle"))
        self.setFocusProxy(self._area)

    def place(self) -> None:
        room = self.size() * 0.92
        columns = max(1, min(_COLUMNS, (room.width() - 60) // (_WIDTH + _BETWEEN)))
        if columns != self._columns:
            self._columns = columns
            self._area.setWidget(self._filled(columns))
        inside = self._area.widget()
        layout = inside.layout() if inside is not None else None
        wide = columns * _WIDTH + (columns - 1) * _BETWEEN + 16
        needed = layout.totalHeightForWidth(wide) if layout is not None else 0
        self._area.setFixedSize(wide, min(needed, round(room.height() * 0.82)))
        super().place()

    def _filled(self, columns: int) -> QWidget:
        """All keys in so many columns of about the same length."""
        inside = styled(QWidget(), "shortcuts")
        line = QHBoxLayout(inside)
        line.setContentsMargins(0, 0, 16, 0)
        line.setSpacing(_BETWEEN)
        rows = list(self._rows())
        length = -(-len(rows) // columns)
        while rows:
            end = length
            while 0 < end < len(rows) and isinstance(rows[end - 1], str):
                end -= 1  # a title stands over something
            line.addLayout(self._column(rows[:end]), 1)
            rows = rows[end:]
        return inside

    def _rows(self) -> Iterator[str | Command]:
        """Titles, and below each its commands."""
        for scope in Scope:
            listed = [command for command in self._commands if command.scope is scope]
            if listed:
                yield self._titles.get(scope, scope.value.capitalize())
                yield from listed

    def _column(self, rows: list[str | Command]) -> QLayout:
        column = QVBoxLayout()
        column.setSpacing(3)
        for at, row in enumerate(rows):
            if isinstance(row, str):
                column.addSpacing(12 if at else 0)
                title = styled(QLabel(row), "shortcuts_title")
                title.setIndent(0)  # with a style of its own it would stand in a little
                column.addWidget(title)
            else:
                column.addLayout(self._row(row))
        column.addStretch(1)
        return column

    def _row(self, command: Command) -> QLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(QLabel(command.text.rstrip("… "), wordWrap=True), 1)
        for each in shown_keys(command)[:_MOST]:
            row.addWidget(styled(QLabel(each), "key"), 0, Qt.AlignmentFlag.AlignVCenter)
        return row

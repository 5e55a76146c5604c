"""Every command that can be given now, found by a few letters of its name."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QLabel, QLineEdit, QListView, QWidget

from photoorg.ui.commands import Command
from photoorg.ui.delegates.command_delegate import CommandDelegate, CommandRole
from photoorg.ui.fuzzy import fit
from photoorg.ui.theme import Colours
from photoorg.ui.views.overlay import Overlay
from photoorg.ui.views.styled import styled
from photoorg.ui.wording.keys import shown_keys

_SIZE = QSize(560, 460)
#: Where the card's upper edge lies, in parts of the window's height.
_TOP = 0.12
_Index = QModelIndex | QPersistentModelIndex


class CommandModel(QAbstractListModel):
    """The commands that fit what is typed, best first; all of them, in their own order, while nothing is."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._commands: Sequence[Command] = ()
        self._shown: list[tuple[Command, tuple[int, ...]]] = []

    def offer(self, commands: Sequence[Command]) -> None:
        """Choose among ``commands`` from now on."""
        self._commands = commands
        self.narrow("")

    def narrow(self, typed: str) -> None:
        """Keep the commands that ``typed`` fits."""
        fits = [(fit(typed, command.text), command) for command in self._commands]
        found = [(each, command) for each, command in fits if each is not None]
        if typed.strip():
            found.sort(key=lambda pair: -pair[0].score)
        self.beginResetModel()
        self._shown = [(command, each.places) for each, command in found]
        self.endResetModel()

    def command(self, row: int) -> Command:
        """The command of a row."""
        return self._shown[row][0]

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        command, places = self._shown[index.row()]
        keys = shown_keys(command)
        if role == Qt.ItemDataRole.DisplayRole:
            return command.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{command.text}, {keys[0]}" if keys else command.text
        if role == CommandRole.PLACES:
            return places
        if role == CommandRole.KEYS:
            return keys[0] if keys else ""
        if role == CommandRole.CHECKED:
            return command.checked is not None and command.checked()
        return None


class CommandPalette(Overlay):
    """``offers`` gives the commands that can be given at this moment, ``run`` gives one, by its id."""

    def __init__(
        self, window: QWidget, offers: Callable[[], Sequence[Command]], run: Callable[[str], object], colours: Colours
    ) -> None:
        super().__init__(window)
        self._offers = offers
        self._run = run
        self.model = CommandModel(self)
        self.field = styled(QLineEdit(), "palette_field")
        self.field.setPlaceholderText(self.tr("What would you like to do?"))
        self.field.setAccessibleName(self.tr("A part of a command's name"))
        self.field.textChanged.connect(self._narrow)
        self.field.installEventFilter(self)
        self.list = styled(QListView(), "palette_list")
        self.list.setAccessibleName(self.tr("Commands"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the arrows move in it while one types
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setUniformItemSizes(True)
        self.list.setModel(self.model)
        self._delegate = CommandDelegate(colours, self.list)
        self.list.setItemDelegate(self._delegate)
        self.list.clicked.connect(lambda index: self._choose(index.row()))
        self._nothing = styled(QLabel(self.tr("No command is called that.")), "subtitle")
        for part in (self.field, self.list, self._nothing):
            self.column.addWidget(part)
        self.setFocusProxy(self.field)

    def open(self) -> None:
        commands = list(self._offers())  # asked before the keyboard is here: some depend on who has it
        self.model.offer(commands)
        self.field.clear()
        self._narrow("")
        super().open()

    def place(self) -> None:
        size = _SIZE.boundedTo(self.size() * 0.92)
        self.card.resize(size)
        self.card.move(
            (self.width() - size.width()) // 2, min(round(self.height() * _TOP), self.height() - size.height())
        )

    def colour(self, colours: Colours) -> None:
        """Use the colours of a theme."""
        self._delegate.colours = colours
        self.list.viewport().update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
            key = Qt.Key(event.key())
            if key in steps:
                self._step(steps[key])
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._choose(self.list.currentIndex().row())
                return True
            if key == Qt.Key.Key_Escape:
                self.close_overlay()
                return True
        return super().eventFilter(watched, event)

    def _narrow(self, typed: str) -> None:
        self.model.narrow(typed)
        empty = self.model.rowCount() == 0
        self._nothing.setVisible(empty)
        self.list.setVisible(not empty)
        self.list.setCurrentIndex(self.model.index(0))
        self.list.scrollToTop()

    def _step(self, by: int) -> None:
        last = self.model.rowCount() - 1
        if last >= 0:
            self.list.setCurrentIndex(self.model.index(min(max(self.list.currentIndex().row() + by, 0), last)))

    def _choose(self, row: int) -> None:
        if row < 0:
            return
        command = self.model.command(row)
        self.close_overlay()  # first: the command is about what had the keyboard before
        self._run(command.id)

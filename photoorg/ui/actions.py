"""Turns commands into QActions: one for each command, used by every menu, button and key."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from photoorg.ui.commands import Command, CommandRegistry, Scope
from photoorg.ui.icons import icon
from photoorg.ui.theme import Colours


@dataclass(frozen=True, slots=True)
class SubMenu:
    """A menu within a menu; ``Actions`` knows the title of its ``name``."""

    name: str
    ids: tuple[str, ...]


#: The id of a command, empty for a line; or a menu within the menu.
Entry = str | SubMenu


class Actions(QObject):
    """The actions of a registry. A shortcut is heard in the widget of its command's scope."""

    def __init__(self, commands: CommandRegistry, scopes: dict[Scope, QWidget], parent: QObject) -> None:
        super().__init__(parent)
        self._commands = commands
        self._titles = {
            "kinds": self.tr("What it is"),
            "select": self.tr("Select"),
            "places": self.tr("Go to"),
            "view": self.tr("View"),
        }
        self._scopes = scopes
        self._actions: dict[str, QAction] = {}
        for command in commands:
            self._actions[command.id] = self._make(command, scopes[command.scope])

    def __getitem__(self, command_id: str) -> QAction:
        return self._actions[command_id]

    def in_force(self) -> list[Command]:
        """The commands that can be given at this moment: enabled, and heard by something that is in sight."""
        return [each for each in self._commands if self._scopes[each.scope].isVisible() and each.enabled()]

    def run(self, command_id: str) -> None:
        """Run a command as its menu would."""
        self._actions[command_id].trigger()

    def refresh(self) -> None:
        """Ask every command whether it is enabled, and chosen, now."""
        for command in self._commands:
            action = self._actions[command.id]
            action.setEnabled(command.enabled())
            if command.checked is not None:
                action.setChecked(command.checked())

    def colour(self, colours: Colours) -> None:
        """Draw all icons anew in the colours of a theme."""
        for command in self._commands:
            if command.icon:
                colour = colours.viewer_text if command.scope is Scope.VIEWER else colours.text
                self._actions[command.id].setIcon(icon(command.icon, colour))

    def menu(self, entries: Sequence[Entry], parent: QWidget) -> QMenu:
        """A menu of the named commands; an empty id draws a line."""
        menu = QMenu(parent)
        self._fill(menu, entries)
        menu.aboutToShow.connect(self.refresh)
        return menu

    def popup(self, entries: Sequence[Entry], parent: QWidget, point: QPoint) -> QMenu:
        """Show a menu at ``point`` of the screen, without what cannot be done now: a long list of what another photo,
        or another place, would allow helps nobody.
        """
        self.refresh()
        menu = QMenu(parent)
        self._fill(menu, entries, possible_only=True)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(point)
        return menu

    def _fill(self, menu: QMenu, entries: Sequence[Entry], *, possible_only: bool = False) -> None:
        line = False
        for entry in entries:
            if not entry:
                line = not menu.isEmpty()
                continue
            ids = entry.ids if isinstance(entry, SubMenu) else (entry,)
            if possible_only and not any(self._actions[name].isEnabled() for name in ids if name):
                continue
            if line:
                menu.addSeparator()
                line = False
            if isinstance(entry, SubMenu):
                self._fill(menu.addMenu(self._titles[entry.name]), entry.ids, possible_only=possible_only)
            else:
                menu.addAction(self._actions[entry])

    def _make(self, command: Command, where: QWidget) -> QAction:
        action = QAction(command.text, self)
        action.setCheckable(command.checked is not None)
        action.setShortcuts([QKeySequence(keys) for keys in command.shortcuts])
        if command.scope is Scope.WINDOW:
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        else:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{command.text.replace('&', '')} ({keys})" if keys else command.text)
        action.triggered.connect(lambda: self._commands.run(command.id))
        where.addAction(action)
        return action

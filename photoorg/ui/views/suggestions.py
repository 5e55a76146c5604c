"""What the last condition in a search field may be completed to: a list below it, chosen by arrow keys or the mouse."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView

#: Stands for "nothing to complete": no suggestion begins with it.
_NOTHING = "\n"


class Suggestions(QCompleter):
    """Completes the last word of a line, and nothing but words that are a condition on their way."""

    def __init__(self, field: QLineEdit) -> None:
        super().__init__(field)
        self._words = QStringListModel(self)
        self.setModel(self._words)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.setMaxVisibleItems(9)
        self._list = QListView()
        self.setPopup(self._list)
        self._list.setObjectName("suggestions")
        self._list.setAccessibleName(self.tr("What it may be"))

    def offer(self, words: Sequence[str]) -> None:
        """Complete to one of ``words`` from now on."""
        if list(words) != self._words.stringList():
            self._words.setStringList(list(words))

    @property
    def choosing(self) -> bool:
        """Whether one of the list is marked."""
        return self._list.isVisible() and self._list.currentIndex().isValid()

    def splitPath(self, path: str) -> list[str]:
        return [path[last_word(path) :] or _NOTHING if self._words.rowCount() else _NOTHING]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        field = self.widget()
        typed = field.text() if isinstance(field, QLineEdit) else ""
        return f"{typed[: last_word(typed)]}{index.data()} "


def last_word(typed: str) -> int:
    """Where the last word of a line begins; blanks within quotation marks part no words."""
    begin, quoted = 0, False
    for at, letter in enumerate(typed):
        if letter == '"':
            quoted = not quoted
        elif letter == " " and not quoted:
            begin = at + 1
    return begin

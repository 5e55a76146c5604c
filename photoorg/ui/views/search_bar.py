"""The search field: words as they are typed, files and photos dropped as examples, and the way back to everything."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from photoorg.ui.filing.dragged import PHOTOS, unpack
from photoorg.ui.icons import icon, pixmap
from photoorg.ui.theme import Colours

if TYPE_CHECKING:
    from photoorg.ui.views.suggestions import Suggestions

#: Milliseconds without a key before a search starts by itself.
TYPING_PAUSE = 300


class SearchBar(QFrame):
    """``searched`` carries the text once typing pauses, ``word_typed`` the last word with every letter.

    ``finished`` says that Enter was pressed, ``entered`` that the keyboard came into the field, ``left`` that the
    person is done and wants the grid, ``erased`` that Backspace was pressed where there was no text. ``file_dropped``
    carries the path of a file to search by, ``photo_dropped`` the id of a photo.
    """

    searched = Signal(str)
    finished = Signal()
    entered = Signal()
    word_typed = Signal(str)
    left = Signal()
    erased = Signal()
    file_dropped = Signal(str)
    photo_dropped = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("search_bar")
        self._glass = QLabel()
        self.setAcceptDrops(True)
        self._field = QLineEdit()
        self._field.setAccessibleName(self.tr("Search your photos"))
        self._field.setPlaceholderText(self.tr("Search: birthday, receipt, the sea…"))
        self._field.textEdited.connect(self._typed)
        self._field.returnPressed.connect(self._entered)
        self._field.setAcceptDrops(False)  # a file's path is not words: the bar around it takes what is dropped
        self._field.installEventFilter(self)
        self._clear = QToolButton()
        self._clear.setAccessibleName(self.tr("Clear the search"))
        self._clear.setToolTip(self.tr("Clear the search"))
        self._clear.clicked.connect(self._cleared)
        self._clear.hide()
        self._pause = QTimer(self, singleShot=True, interval=TYPING_PAUSE)
        self._pause.timeout.connect(self._search)
        self._edited = False
        self._suggestions: Suggestions | None = None
        #: How often the keyboard has come into the field.
        self.stay = 0
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 0, 8, 0)
        line.setSpacing(8)
        self._filter = QToolButton()
        self._filter.hide()
        for part in (self._glass, self._field, self._clear, self._filter):
            line.addWidget(part, 1 if part is self._field else 0)
        self.setFocusProxy(self._field)

    @property
    def typed(self) -> str:
        """What is typed."""
        return self._field.text()

    @property
    def text(self) -> str:
        """What is typed, without surrounding blanks."""
        return self.typed.strip()

    @property
    def typing(self) -> bool:
        """Whether the keyboard is in the field."""
        return self._field.hasFocus()

    def set_filter(self, action: QAction) -> None:
        """Offer ``action`` at the end of the field."""
        self._filter.setDefaultAction(action)
        self._filter.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self._filter.show()

    def suggest(self, words: Sequence[str]) -> None:
        """Offer ``words`` below the field, those that begin as the last one typed."""
        if self._suggestions is None:
            if not words:
                return
            from photoorg.ui.views.suggestions import Suggestions

            self._suggestions = Suggestions(self._field)
            self._suggestions.activated.connect(self._completed, Qt.ConnectionType.QueuedConnection)
            self._field.setCompleter(self._suggestions)
        self._suggestions.offer(words)

    def _completed(self) -> None:
        """What was chosen stands in the field by now."""
        self._typed()
        self._search()

    def set_text(self, text: str) -> None:
        """Show ``text`` as if it had been searched already."""
        self._pause.stop()
        self._field.setText(text)
        self._edited = False
        self._clear.setVisible(bool(text))

    def replace_text(self, text: str) -> None:
        """Show ``text``, a part of what was typed, under the hands of a person who types on."""
        at = self._field.cursorPosition()
        after = self.typed[at:].lstrip() if self.typed[:at].endswith(" ") else self.typed[at:]
        self.set_text(text)
        self._field.setCursorPosition(max(len(text) - len(after), 0))

    def menu_point(self) -> QPoint:
        """Where on the screen a menu below the field opens."""
        return self._filter.mapToGlobal(self._filter.rect().bottomLeft())

    def select_all(self) -> None:
        """Mark the text, so that typing replaces it."""
        self._field.selectAll()

    def colour(self, colours: Colours) -> None:
        """Use the colours of a theme."""
        ratio = self.devicePixelRatioF()
        glass = pixmap("search", colours.muted, round(18 * ratio))
        glass.setDevicePixelRatio(ratio)
        self._glass.setPixmap(glass)
        self._clear.setIcon(icon("close", colours.muted))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.setProperty("focused", event.type() is QEvent.Type.FocusIn)
            self.style().unpolish(self)
            self.style().polish(self)
            if event.type() is QEvent.Type.FocusIn:
                self.stay += 1
                self.entered.emit()
        elif isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self._cleared() if self._field.text() else self.left.emit()
                return True
            if event.key() == Qt.Key.Key_Backspace and not self.typed:
                self.erased.emit()
                return True
            if event.key() == Qt.Key.Key_Down:
                self.left.emit()
                return True
        return super().eventFilter(watched, event)

    def _typed(self) -> None:
        from photoorg.ui.views.suggestions import last_word  # Qt's lists are made when somebody types

        self._edited = True
        self.word_typed.emit(self.typed[last_word(self.typed) :])
        self._clear.setVisible(bool(self._field.text()))
        self._pause.start()

    def _entered(self) -> None:
        if self._suggestions is not None and self._suggestions.choosing:
            return  # it is the list that Enter is for
        self._search()
        self.finished.emit()
        self.left.emit()

    def _search(self) -> None:
        self._pause.stop()
        if self._edited:
            self._edited = False
            self.searched.emit(self.text)

    def _cleared(self) -> None:
        self._field.clear()
        self._typed()
        self._search()

    # Dropping

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped_photo(event.mimeData()) is not None or _dropped_file(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self._mark_drop(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._mark_drop(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._mark_drop(False)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        photo = _dropped_photo(event.mimeData())
        if photo is not None:
            self.photo_dropped.emit(photo)
        else:
            self.file_dropped.emit(_dropped_file(event.mimeData()))

    def _mark_drop(self, over: bool) -> None:
        """Say what dropping does while something hovers here."""
        usual = self.tr("Search: birthday, receipt, the sea…")
        self._field.setPlaceholderText(self.tr("Drop it to find photos like it") if over else usual)
        self.setProperty("focused", over or self.typing)
        self.style().unpolish(self)
        self.style().polish(self)


def _dropped_photo(mime: QMimeData) -> int | None:
    """The first of the library's photos that are dragged."""
    return next(iter(unpack(mime)), None) if mime.hasFormat(PHOTOS) else None


def _dropped_file(mime: QMimeData) -> str:
    """The first file that is dragged; empty where there is none."""
    paths = (url.toLocalFile() for url in mime.urls() if url.isLocalFile())
    return next((path for path in paths if os.path.isfile(path)), "")

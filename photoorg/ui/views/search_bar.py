"""The search field: words as they are typed, a photo as example, and the way back to everything."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from photoorg.ui.icons import icon, pixmap
from photoorg.ui.theme import Colours

#: Milliseconds without a key before a search starts by itself.
TYPING_PAUSE = 300
_CHIP_WIDTH = 220


class Chip(QFrame):
    """A part of a query that is not text, with a button that takes it out."""

    removed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chip")
        self._label = QLabel()
        self._remove = QToolButton()
        self._remove.setAccessibleName(self.tr("Remove the example photo"))
        self._remove.clicked.connect(self.removed)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 2, 4, 2)
        line.setSpacing(4)
        line.addWidget(self._label)
        line.addWidget(self._remove)
        self.hide()

    def show_text(self, text: str) -> None:
        """Show the chip with ``text``, shortened in the middle if it is long."""
        metrics = self._label.fontMetrics()
        self._label.setText(metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, _CHIP_WIDTH))
        self.setToolTip(text)
        self.show()

    def colour(self, colours: Colours) -> None:
        """Use the colours of a theme."""
        self._remove.setIcon(icon("close", colours.muted))


class SearchBar(QFrame):
    """``searched`` carries the text once typing pauses; ``entered`` says that the keyboard came into the field.

    ``left`` says that the person is done and wants the grid.
    """

    searched = Signal(str)
    entered = Signal()
    example_removed = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("search_bar")
        self._glass = QLabel()
        self._chip = Chip()
        self._chip.removed.connect(self.example_removed)
        self._field = QLineEdit()
        self._field.setAccessibleName(self.tr("Search your photos"))
        self._field.setPlaceholderText(self.tr("Search your photos: birthday, receipt, the sea…"))
        self._field.textEdited.connect(self._typed)
        self._field.returnPressed.connect(self._entered)
        self._field.installEventFilter(self)
        self._clear = QToolButton()
        self._clear.setAccessibleName(self.tr("Clear the search"))
        self._clear.setToolTip(self.tr("Clear the search"))
        self._clear.clicked.connect(self._cleared)
        self._clear.hide()
        self._pause = QTimer(self, singleShot=True, interval=TYPING_PAUSE)
        self._pause.timeout.connect(self._search)
        self._searched = ""
        #: How often the keyboard has come into the field.
        self.stay = 0
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 0, 8, 0)
        line.setSpacing(8)
        for part in (self._glass, self._chip, self._field, self._clear):
            line.addWidget(part, 1 if part is self._field else 0)
        self.setFocusProxy(self._field)

    @property
    def text(self) -> str:
        """What is typed, without surrounding blanks."""
        return self._field.text().strip()

    @property
    def typing(self) -> bool:
        """Whether the keyboard is in the field."""
        return self._field.hasFocus()

    def set_text(self, text: str) -> None:
        """Show ``text`` as if it had been searched already."""
        self._pause.stop()
        self._field.setText(text)
        self._searched = self.text
        self._clear.setVisible(bool(text))

    def show_example(self, words: str | None) -> None:
        """Show the chip for an example with ``words``, or none."""
        if words is None:
            self._chip.hide()
        else:
            self._chip.show_text(words)

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
        self._chip.colour(colours)

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
            if event.key() == Qt.Key.Key_Down:
                self.left.emit()
                return True
        return super().eventFilter(watched, event)

    def _typed(self) -> None:
        self._clear.setVisible(bool(self._field.text()))
        self._pause.start()

    def _entered(self) -> None:
        self._search()
        self.left.emit()

    def _search(self) -> None:
        self._pause.stop()
        if self.text != self._searched:
            self._searched = self.text
            self.searched.emit(self.text)

    def _cleared(self) -> None:
        self._field.clear()
        self._clear.hide()
        self._search()

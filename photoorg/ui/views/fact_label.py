"""A label whose text can be marked and copied, and may be broken anywhere: paths and names are long words."""

from __future__ import annotations

import re
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLabel, QMenu, QSizePolicy, QWidget

#: Where a line may end though there is no space: it takes no room, and is left out of what is copied.
_BREAK = "\u200b"
#: After marks that part words (not within a time), and within words as long as this.
_PLACES = re.compile(r"([/\\_.-]|:(?!\d\d)|[^\W_]{12}(?=[^\W_]))")


def breakable(text: str) -> str:
    """``text`` with places where a line may end."""
    return _PLACES.sub(rf"\1{_BREAK}", text)


class FactLabel(QLabel):
    """Shows a text, as a link where it leads somewhere; ``linkActivated`` carries where to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        flags = Qt.TextInteractionFlag
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.setTextInteractionFlags(
            flags.TextSelectableByMouse | flags.LinksAccessibleByMouse | flags.LinksAccessibleByKeyboard
        )
        self.fact = ""

    def show_fact(self, text: str, link: str = "") -> None:
        """Show ``text``, which leads to ``link`` unless that is empty."""
        self.fact = text
        if link:
            self.setTextFormat(Qt.TextFormat.RichText)
            self.setText(f'<a href="{escape(link)}" style="text-decoration: none">{escape(breakable(text))}</a>')
        else:
            self.setTextFormat(Qt.TextFormat.PlainText)
            self.setText(breakable(text))

    def copy(self) -> None:
        """Put what is marked, or else everything, on the clipboard."""
        marked = self.selectedText().replace(_BREAK, "")
        QGuiApplication.clipboard().setText(marked or self.fact)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.addAction(self.tr("Copy"), self.copy)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())

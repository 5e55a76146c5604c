"""A card over the window that has the keyboard until it is closed: no window of its own, so it needs no place."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from photoorg.ui.views.styled import styled

_SHADE = QColor(0, 0, 0, 110)


class Overlay(QWidget):
    """Covers ``window`` with a shade; what it shows goes into ``card``. Escape or a click beside the card closes it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._before: QWidget | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.card = styled(QFrame(self), "overlay_card")
        self.card.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.column = QVBoxLayout(self.card)
        self.column.setContentsMargins(20, 18, 20, 18)
        self.column.setSpacing(10)
        window.installEventFilter(self)
        self.hide()

    def open(self) -> None:
        """Show it over everything else; the widget that has the keyboard now gets it back."""
        self._before = QApplication.focusWidget()
        self.setGeometry(self._window.rect())
        self.place()
        self.show()
        self.raise_()
        self.setFocus()

    def close_overlay(self) -> None:
        """Hide it, and give the keyboard back."""
        self.hide()
        if self._before is not None:
            self._before.setFocus()
            self._before = None

    def place(self) -> None:
        """Put the card where it belongs in the window as it is now: here into its middle."""
        size = self.card.sizeHint().boundedTo(self.size() * 0.92)
        self.card.resize(size)
        self.card.move((self.width() - size.width()) // 2, (self.height() - size.height()) // 2)

    # Events

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self.setGeometry(self._window.rect())
            self.place()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # keys pressed here are no commands for what lies below
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_overlay()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.card.geometry().contains(event.position().toPoint()):
            self.close_overlay()

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes round within the card."""
        inside = [
            widget
            for widget in self.card.findChildren(QWidget)
            if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        focused = QApplication.focusWidget()
        if inside:
            at = inside.index(focused) if focused in inside else -1 if next else 0
            inside[(at + (1 if next else -1)) % len(inside)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), _SHADE)
        painter.end()

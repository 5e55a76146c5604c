"""What a person does with a window before all of it is there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from photoorg.ui.views.scrubber import Scrubber

_INPUT = frozenset(
    [
        QEvent.Type.ShortcutOverride,  # which comes before the key itself, and before shortcuts are looked for
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.TouchBegin,
        QEvent.Type.DragEnter,
    ]
)


class FirstInput(QObject):
    """Calls ``heard`` when a key, a click or the like comes to a window that is shown, before anything else hears it.

    The wheel, and presses on what scrolls photos, need nothing that is not there, and pass. It listens to the system's
    window, which gets nothing else but a few events; delete it when the window is complete.
    """

    def __init__(self, window: QWidget, heard: Callable[[], None]) -> None:
        super().__init__(window)
        self._window = window
        self._heard = heard
        window.windowHandle().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _INPUT and not self._scrolls(event):
            self._heard()
        return False

    def _scrolls(self, event: QEvent) -> bool:
        if not isinstance(event, QMouseEvent):
            return False
        from PySide6.QtWidgets import QScrollBar

        return isinstance(self._window.childAt(event.position().toPoint()), QScrollBar | Scrubber)

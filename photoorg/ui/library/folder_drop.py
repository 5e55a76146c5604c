"""Folders dropped onto the window from outside: their photos are added."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QUrl
from PySide6.QtGui import QDropEvent

from photoorg.ui.views.drop_hint import DropHint

if TYPE_CHECKING:
    from photoorg.ui.views.main_window import MainWindow


class FolderDrop(QObject):
    """Says over the whole window what dropping does while folders are dragged across it, and does it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._hint = DropHint(window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.DragLeave:
            self._hint.hide()
            return True
        if isinstance(event, QDropEvent):  # which drags are too, all the way
            found = folders(event.mimeData().urls())
            if event.type() is QEvent.Type.Drop:
                self._hint.hide()
                self._window.add_folders(found)
            elif event.type() is QEvent.Type.DragEnter and found:
                self._hint.cover()
            event.setAccepted(bool(found))
            if found:
                event.acceptProposedAction()
            return True
        return super().eventFilter(watched, event)


def folders(urls: Sequence[QUrl]) -> list[str]:
    """The local folders among ``urls``."""
    paths = [url.toLocalFile() for url in urls if url.isLocalFile()]
    return [path for path in paths if os.path.isdir(path)]

"""Draws the window's main pages, light and dark, over the demonstration library: `make screenshots`.

Usage: packaging/screenshots.py CATALOG FOLDER. Each page is drawn when it has come to rest, so that the same library
gives the same pictures. WebP, because these are photos: a page takes about 100 KB.
"""

from __future__ import annotations

import io
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PIL import Image
from PySide6.QtCore import QBuffer, QEventLoop, QIODevice, QLocale
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QDialog

import photoorg.services
from photoorg.services import Services
from photoorg.ui.app import application
from photoorg.ui.job_runner import JobRunner
from photoorg.ui.portrait import SIZE
from photoorg.ui.search.browsing import Wish
from photoorg.ui.theme import Appearance, Theme
from photoorg.ui.views.main_window import MainWindow
from photoorg.ui.views.overlay import Overlay

_PATIENCE = 600.0
_QUALITY = 80
#: The mean confidence of a group from which on hardly any of its photos is doubtful.
_CLEAR = 0.8
#: Seconds in which nothing may move before a page counts as resting: toasts and search pauses are shorter.
_REST = 0.6


class Photographer:
    """Brings a window to its pages, and draws them into ``folder``."""

    def __init__(self, window: MainWindow, services: Services, runner: JobRunner, folder: Path) -> None:
        self._window = window
        self._services = services
        self._runner = runner
        self._folder = folder

    def draw_all(self, suffix: str) -> None:
        """Draw every page; ``suffix`` names the theme."""
        for name, go in self._pages().items():
            go()
            self.settle()
            shown = QApplication.activeModalWidget()
            self._save(f"{name}-{suffix}", self._over(shown) if isinstance(shown, QDialog) else self._window.grab())
            if isinstance(shown, QDialog):
                shown.reject()
            for overlay in self._window.findChildren(Overlay):
                if overlay.isVisible():
                    overlay.close_overlay()
            self.settle()

    def _pages(self) -> dict[str, Callable[[], object]]:
        window, commands = self._window, self._window.commands
        cards = [card for shelf in self._services.clusters.shelves() for card in shelf.cards]
        # The biggest that a review would not choose all of.
        shown = max(cards, key=lambda card: (card.confidence < _CLEAR, card.size))

        def review() -> None:
            window.cluster_actions.open(shown.id)
            self.settle()
            commands.run("review")

        def view() -> None:
            window.search(Wish())
            self.settle()
            window.open_viewer(1)

        return {
            "photos": lambda: window.search(Wish()),
            "groups": lambda: commands.run("show_clusters"),
            "group": lambda: window.cluster_actions.open(shown.id),
            "review": review,
            "search": lambda: window.search(Wish(text="flowers")),
            "viewer": view,
            "duplicates": lambda: window.search(Wish(page="duplicates")),
            "settings": lambda: (window.search(Wish()), self.settle(), commands.run("settings")),
            "palette": lambda: (window.search(Wish()), self.settle(), commands.run("palette")),
        }

    def settle(self) -> None:
        """Wait until nothing is loaded, computed or awaited.

        Raises:
            TimeoutError: it never comes to rest.
        """
        window, end, since = self._window, time.monotonic() + _PATIENCE, time.monotonic()
        while time.monotonic() - since < _REST:
            if time.monotonic() > end:
                raise TimeoutError("The window does not come to rest.")
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 20)
            covers = window.page.clusters.covers
            moving = self._runner.busy or window.thumbnails.loading or (covers is not None and covers.loading)
            if moving or not window.known:
                since = time.monotonic()

    def _over(self, dialog: QDialog) -> QPixmap:
        """The window with ``dialog`` in its middle, as a person sees both."""
        from PySide6.QtGui import QColor, QPainter

        drawn, front = self._window.grab(), dialog.grab()
        painter = QPainter(drawn)
        painter.fillRect(drawn.rect(), QColor(0, 0, 0, 70))
        painter.drawPixmap((drawn.width() - front.width()) // 2, (drawn.height() - front.height()) // 2, front)
        painter.end()
        return drawn

    def _save(self, name: str, drawn: QPixmap) -> None:
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        drawn.save(buffer, "PNG")
        picture = Image.open(io.BytesIO(bytes(buffer.data().data()))).convert("RGB")
        picture.save(self._folder / f"{name}.webp", quality=_QUALITY, method=6)
        print(self._folder / f"{name}.webp", (self._folder / f"{name}.webp").stat().st_size // 1024, "KB")


def main(catalog: Path, folder: Path) -> int:
    """Draw all pages of the library in ``catalog`` into ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    application(offscreen=True)
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    with photoorg.services.open(catalog) as services:
        runner = JobRunner()
        theme = Theme()
        for appearance in (Appearance.LIGHT, Appearance.DARK):
            theme.choose(appearance)
            window = MainWindow(services, runner, theme)
            window.resize(SIZE)
            window.show()
            window.complete()
            photographer = Photographer(window, services, runner, folder)
            photographer.settle()
            photographer.draw_all(str(appearance))
            window.hide()
        runner.close()
    return 0


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as home:
        os.environ["HOME"] = home
        sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))

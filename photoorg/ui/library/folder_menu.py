"""What can be done with a folder of the side bar: shown, looked through, left out, or removed from the library."""

from __future__ import annotations

import os
from glob import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMenu

from photoorg.core.paths import display_path
from photoorg.core.types import Root
from photoorg.ui.wording.spoken import spoken_number

if TYPE_CHECKING:
    from photoorg.ui.library.library import Snapshot
    from photoorg.ui.library.settings import SettingsState
    from photoorg.ui.views.main_window import MainWindow

_FOLDER = "folder:"


class FolderMenu(QObject):
    """Opens over an entry of the side bar that is a folder."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._roots: tuple[Root, ...] = ()
        window.page.sidebar.menu_wanted.connect(self._show)
        window.library.changed.connect(self._note)

    def _note(self, snapshot: Snapshot) -> None:
        self._roots = snapshot.roots

    def _show(self, entry_id: str, point: QPoint) -> None:
        if not entry_id.startswith(_FOLDER):
            return
        path = entry_id.removeprefix(_FOLDER)
        root = self._root_of(path)
        menu = QMenu(self._window)
        menu.addAction(self.tr("Show in file manager")).triggered.connect(lambda: self._reveal(path))
        if root is not None:
            look = menu.addAction(self.tr("Look for new photos"))
            look.triggered.connect(lambda: self._window.indexing.start([root.path]))
            menu.addSeparator()
            if path == root.path:
                remove = menu.addAction(self.tr("Remove from the library…"))
                remove.triggered.connect(lambda: self._remove(root))
            else:
                out = menu.addAction(self.tr("Leave this folder out…"))
                out.triggered.connect(lambda: self._leave_out(root, path))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(point)

    def _root_of(self, path: str) -> Root | None:
        """The folder of the library that holds ``path``."""
        return next((root for root in self._roots if (path + os.sep).startswith(os.path.join(root.path, ""))), None)

    def _reveal(self, path: str) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(path)):
            self._window.page.status_line.show_message(display_path(path))

    def _leave_out(self, root: Root, path: str) -> None:
        from photoorg.ui.dialogs.confirm import confirm

        inside = escape(os.path.relpath(path, root.path))  # a name may hold what means something in a pattern
        entry = self._window.page.sidebar.entry(f"{_FOLDER}{path}")
        confirm(
            self._window,
            self.tr("Leave out {folder}?").format(folder=display_path(path)),
            self.tr(
                "Its photos ({n}) are no longer shown, and nothing new in it is read. The files stay where they are. "
                "The settings can take it in again."
            ).format(n=spoken_number(entry.count if entry else 0)),
            self.tr("Leave out"),
            lambda: self._window.setting_up.settings.exclude(root, [*root.exclude, inside]),
        )

    def _remove(self, root: Root) -> None:
        from photoorg.ui.dialogs.settings.folders_page import confirm_removal

        settings = self._window.setting_up.settings

        def ask(state: SettingsState) -> None:
            # Those too that are put away or missing: the side bar does not count them, and they are forgotten as well.
            confirm_removal(self._window, root, state.counts.get(root.id, 0), lambda: settings.remove_folder(root))

        settings.told.connect(ask, Qt.ConnectionType.SingleShotConnection)
        settings.look()

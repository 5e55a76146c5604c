"""Which folders belong to the library, and what is left out of them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from photoorg.core.paths import display_path
from photoorg.core.types import Root
from photoorg.ui.dialogs.confirm import confirm
from photoorg.ui.dialogs.settings.page import Page, button, card
from photoorg.ui.library.settings import Settings, SettingsState
from photoorg.ui.views.fact_label import FactLabel
from photoorg.ui.views.styled import styled
from photoorg.ui.wording.spoken import spoken_number


class FoldersPage(Page):
    """A card for each folder."""

    def __init__(self, settings: Settings, choose_folder: Callable[[QWidget], str]) -> None:
        super().__init__("")
        self.title = self.tr("Folders")
        self._settings = settings
        self._choose_folder = choose_folder
        self._shown: tuple[object, ...] | None = None
        self.block(
            self.tr("Folders with photos"),
            self.tr("Photos stay where they are. What you leave out is not looked at: names such as cache or *.gif."),
        )
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self.column.addLayout(self._list)
        add = button(self.tr("Add a folder…"), self._add)
        line = QHBoxLayout()
        line.addWidget(add)
        line.addStretch(1)
        self.column.addLayout(line)
        self.column.addStretch(1)

    def show_state(self, state: SettingsState) -> None:
        """Show the folders as they are now."""
        wanted = (state.roots, state.counts)
        if wanted == self._shown:
            return
        self._shown = wanted
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for root in state.roots:
            self._list.addWidget(self._card(root, state.counts.get(root.id, 0)))

    def _card(self, root: Root, count: int) -> QFrame:
        frame, column = card()
        path = display_path(root.path)
        number = self.tr("1 photo") if count == 1 else self.tr("{n} photos").format(n=spoken_number(count))
        name = FactLabel()
        name.show_fact(path)
        exclude = QLineEdit(", ".join(root.exclude))
        exclude.setPlaceholderText(self.tr("Leave nothing out"))
        exclude.setAccessibleName(self.tr("What is left out of {folder}").format(folder=path))
        exclude.editingFinished.connect(partial(self._exclude, root, exclude))
        remove = button(
            self.tr("Remove…"),
            partial(self._remove, root, count),
            means=self.tr("Remove {folder}").format(folder=path),
        )
        top, bottom = QHBoxLayout(), QHBoxLayout()
        top.addWidget(name, 1)
        top.addWidget(styled(QLabel(number), "subtitle"))
        top.addWidget(remove)
        bottom.addWidget(styled(QLabel(self.tr("Leave out")), "subtitle"))
        bottom.addWidget(exclude, 1)
        column.addLayout(top)
        column.addLayout(bottom)
        return frame

    def _add(self) -> None:
        folder = self._choose_folder(self)
        if folder:
            self._settings.add_folder(folder)

    def _exclude(self, root: Root, field: QLineEdit) -> None:
        if not field.isModified():
            return  # it was only passed through
        patterns = [part.strip() for part in field.text().split(",")]
        self._settings.exclude(root, list(dict.fromkeys(part for part in patterns if part)))

    def _remove(self, root: Root, count: int) -> None:
        confirm_removal(self, root, count, lambda: self._settings.remove_folder(root))


def confirm_removal(parent: QWidget, root: Root, count: int, then: Callable[[], None]) -> None:
    """Ask whether a folder and so many photos should be forgotten."""

    def tr(text: str) -> str:
        return QCoreApplication.translate("FoldersPage", text)

    number = tr("1 photo is forgotten") if count == 1 else tr("{n} photos are forgotten").format(n=spoken_number(count))
    confirm(
        parent,
        tr("Remove the folder {folder}?").format(folder=display_path(root.path)),
        tr("{photos}, with stars, names and groups. The files stay where they are. No undo takes that back.").format(
            photos=number
        ),
        tr("Remove"),
        then,
    )

"""How the window looks, what it says, and how hard it works."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel

from photoorg.ui.dialogs.settings.page import Page, button
from photoorg.ui.library.settings import SettingsState
from photoorg.ui.theme import Appearance
from photoorg.ui.wording.language import LANGUAGES

if TYPE_CHECKING:
    from photoorg.ui.library.battery import Battery
    from photoorg.ui.remembered import Remembered
    from photoorg.ui.theme import Theme

#: How wide a list of choices is.
_WIDE = 280


class WindowPage(Page):
    """``models_wanted`` asks for the page of models."""

    models_wanted = Signal()

    def __init__(self, theme: Theme, remembered: Remembered, battery: Battery) -> None:
        super().__init__("")
        self.title = self.tr("General")
        self._theme = theme
        self._remembered = remembered
        self._add_look()
        self.block(
            self.tr("Search and groups"),
            self.tr("A model looks at your photos, on this computer. Better ones can be downloaded."),
        )
        self._profile = QLabel()
        self.row(self._profile, button(self.tr("Models…"), self.models_wanted.emit))
        if battery.present:
            self.block(self.tr("Background work"))
            pause = QCheckBox(self.tr("Pause while this computer runs on its battery"))
            pause.setChecked(battery.pausing)
            pause.toggled.connect(battery.set_pausing)
            self.row(pause)
        self.column.addStretch(1)

    def show_state(self, state: SettingsState) -> None:
        """Show which model is in use."""
        from photoorg.ui.dialogs.encoders import title_of_name

        self._profile.setText(self.tr("In use: {name}").format(name=title_of_name(state.profile)))

    def _add_look(self) -> None:
        self.block(self.tr("Colours"))
        self._look = QComboBox()
        self._look.setAccessibleName(self.tr("Colours"))
        for appearance, text in (
            (Appearance.SYSTEM, self.tr("As the system")),
            (Appearance.LIGHT, self.tr("Light")),
            (Appearance.DARK, self.tr("Dark")),
        ):
            self._look.addItem(text, appearance)
        self._look.setCurrentIndex(self._look.findData(self._theme.appearance))
        self._look.currentIndexChanged.connect(
            lambda: self._theme.choose(Appearance(self._look.currentData()))  # a string enum comes back as a string
        )
        self._look.setMaximumWidth(_WIDE)
        self.column.addWidget(self._look)
        self.block(self.tr("Language"), self.tr("Takes effect when photoorg is opened the next time."))
        self._language = QComboBox()
        self._language.setAccessibleName(self.tr("Language"))
        self._language.addItem(self.tr("As the system"), "")
        for code, name in LANGUAGES.items():
            self._language.addItem(name, code)
        self._language.setCurrentIndex(max(self._language.findData(self._remembered.get("language", "")), 0))
        self._language.currentIndexChanged.connect(
            lambda: self._remembered.put("language", str(self._language.currentData()))
        )
        self._language.setMaximumWidth(_WIDE)
        self.column.addWidget(self._language)

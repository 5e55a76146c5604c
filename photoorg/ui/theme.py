"""Light and dark: colours as data, one style sheet for both, following the system unless told otherwise."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, fields
from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from photoorg.core.paths import resource

#: Qt's style that the style sheet builds on.
STYLE = "fusion"
#: The property of the application that says that it was started with that style.
STYLED = "photoorg_styled"
#: The lightness between dark and light colours.
_MIDDLE = 128
#: Corner radius of a photo's tile, in pixels.
RADIUS = 6


class Appearance(StrEnum):
    """Which theme the person wants."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of a theme, each #rrggbb; the names are used as @name in the style sheet."""

    window: str
    surface: str
    raised: str
    hover: str
    pressed: str
    border: str
    text: str
    muted: str
    accent: str
    accent_text: str
    tile: str
    warning: str
    viewer: str
    viewer_text: str
    viewer_muted: str


def colours(name: str) -> Colours:
    """The colours of the theme ``light`` or ``dark``."""
    return Colours(**json.loads(resource(f"styles/{name}.json").read_text("utf-8")))


def style_sheet(chosen: Colours) -> str:
    """The style sheet with its @names replaced: colours, the folder of its drawings, the tick that can be seen.

    Raises:
        KeyError: it uses a name that is none of these.
    """
    values = {field.name: getattr(chosen, field.name) for field in fields(chosen)}
    sheet = resource("styles/photoorg.qss")
    values["styles"] = sheet.parent.as_posix()
    values["tick"] = "tick-light.svg" if QColor(chosen.accent_text).lightness() > _MIDDLE else "tick-dark.svg"
    template = sheet.read_text("utf-8")
    return re.sub(r"@(\w+)", lambda match: values[match[1]], template)


def palette(chosen: Colours) -> QPalette:
    """The palette for whatever the style sheet leaves to Qt."""
    made = QPalette(QColor(chosen.raised), QColor(chosen.window))
    role = QPalette.ColorRole
    for target, colour in {
        role.Window: chosen.window,
        role.Base: chosen.surface,
        role.AlternateBase: chosen.tile,
        role.Text: chosen.text,
        role.WindowText: chosen.text,
        role.ButtonText: chosen.text,
        role.ToolTipBase: chosen.raised,
        role.ToolTipText: chosen.text,
        role.PlaceholderText: chosen.muted,
        role.Highlight: chosen.accent,
        role.HighlightedText: chosen.accent_text,
        role.Link: chosen.accent,
        role.Mid: chosen.border,
    }.items():
        made.setColor(target, QColor(colour))
    disabled = QPalette.ColorGroup.Disabled
    for target in (role.Text, role.WindowText, role.ButtonText):
        made.setColor(disabled, target, QColor(chosen.muted))
    return made


class Theme(QObject):
    """Applies a theme to the application and tells when its colours change.

    One that is not ``applied`` at once waits for ``apply``, when the window has been put together: a style sheet that
    is there before is worked out anew for all parts of a part, each time it is put into another.
    """

    changed = Signal(object)

    def __init__(
        self, parent: QObject | None = None, *, appearance: Appearance = Appearance.SYSTEM, applied: bool = True
    ) -> None:
        super().__init__(parent)
        self.appearance = appearance
        self.colours = self._wanted()
        application = QApplication.instance()
        assert application is not None
        if not application.property(STYLED):
            QApplication.setStyle(STYLE)
        self._applied = False
        if applied:
            self.apply()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._update)

    def choose(self, appearance: Appearance) -> None:
        """Use ``appearance`` from now on."""
        self.appearance = appearance
        self._update()

    def apply(self) -> None:
        """Give the application the colours, and new ones from now on."""
        self._applied = True
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.setPalette(palette(self.colours))
        application.setStyleSheet(style_sheet(self.colours))

    def _update(self) -> None:
        wanted = self._wanted()
        if wanted != self.colours:
            self.colours = wanted
            if self._applied:
                self.apply()
            self.changed.emit(wanted)

    def _wanted(self) -> Colours:
        if self.appearance is Appearance.SYSTEM:
            dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
            return colours(Appearance.DARK if dark else Appearance.LIGHT)
        return colours(self.appearance)

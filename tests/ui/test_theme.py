from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

import photoorg.ui
from photoorg.core.paths import resource
from photoorg.ui.icons import pixmap
from photoorg.ui.theme import Appearance, Theme, colours, style_sheet


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it."""

    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    parsed = QColor(colour)
    return 0.2126 * linear(parsed.redF()) + 0.7152 * linear(parsed.greenF()) + 0.0722 * linear(parsed.blueF())


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", ["light", "dark"])
def test_text_can_be_read_in_every_theme(name: str) -> None:
    theme = colours(name)
    for text, ground in (
        (theme.text, theme.window),
        (theme.text, theme.surface),
        (theme.muted, theme.surface),
        (theme.muted, theme.window),
        (theme.warning, theme.surface),
        (theme.accent_text, theme.accent),
        (theme.viewer_text, theme.viewer),
        (theme.viewer_muted, theme.viewer),
    ):
        assert contrast(text, ground) >= 4.5, (text, ground)


def test_the_style_sheet_uses_only_colours_there_are() -> None:
    assert "@" not in style_sheet(colours("light"))


def test_choosing_a_theme_changes_the_colours_and_says_so(qtbot: QtBot) -> None:
    theme = Theme()
    theme.choose(Appearance.LIGHT)
    with qtbot.waitSignal(theme.changed) as changed:
        theme.choose(Appearance.DARK)
    assert changed.args == [colours("dark")]


def test_icons_take_the_colour_asked_for(qtbot: QtBot) -> None:
    image = pixmap("close", "#ff0000", 24).toImage()
    middle = image.pixelColor(12, 12)
    assert (middle.red(), middle.green(), middle.blue()) == (255, 0, 0)


def test_every_icon_named_in_the_code_is_drawn(qtbot: QtBot) -> None:
    code = "\n".join(path.read_text() for path in Path(photoorg.ui.__file__).parent.rglob("*.py"))
    named = set(re.findall(r"icon=\"([\w-]+)\"|(?:icon|pixmap)\(\"([\w-]+)\"", code))
    names = {name for pair in named for name in pair if name}
    assert len(names) > 10
    for name in names:
        assert not pixmap(name, "#000000", 24).isNull(), name


def test_every_drawing_is_used() -> None:
    code = "\n".join(path.read_text() for path in Path(photoorg.ui.__file__).parent.rglob("*.py"))
    unused = [
        file.stem
        for file in resource("icons").glob("*.svg")
        if f'"{file.stem}"' not in code and f"{file.stem}.svg" not in code
    ]
    assert unused == []

"""Everything can be named, reached by the keyboard, and read: in both themes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from photoorg.ui.job_runner import JobRunner
from photoorg.ui.search.browsing import Wish
from photoorg.ui.theme import Appearance, Theme
from photoorg.ui.views.main_window import MainWindow
from photoorg.ui.views.overlay import Overlay
from tests.ui.fake_services import FakeServices

#: Web Content Accessibility Guidelines 2.2, criterion 1.4.3.
LEAST = 4.5
_INTERACTIVE = (QAbstractButton, QLineEdit, QAbstractSlider, QAbstractItemView, QComboBox)


@pytest.fixture(params=[Appearance.LIGHT, Appearance.DARK])
def window(request: pytest.FixtureRequest, qtbot: QtBot, runner: JobRunner) -> Iterator[MainWindow]:
    theme = Theme()
    theme.choose(request.param)
    made = MainWindow(FakeServices(40), runner, theme)  # type: ignore[arg-type]
    made.resize(1280, 820)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    qtbot.waitUntil(lambda: made.known and not runner.busy and not made.thumbnails.loading)
    yield made
    theme.choose(Appearance.LIGHT)


def pages(window: MainWindow) -> dict[str, Callable[[], object]]:
    return {
        "all photos": lambda: window.search(Wish()),
        "groups": lambda: window.commands.run("show_clusters"),
        "trash": lambda: window.commands.run("show_trash"),
        "large view": lambda: (window.search(Wish()), window.open_viewer(0)),
        "palette": lambda: (window.close_viewer(), window.commands.run("palette")),
        "shortcuts": lambda: (window.guides.palette.close_overlay(), window.commands.run("shortcuts")),
    }


def each_page(qtbot: QtBot, window: MainWindow, runner: JobRunner) -> Iterator[str]:
    for name, go in pages(window).items():
        go()
        qtbot.waitUntil(lambda: not runner.busy)
        QApplication.processEvents()
        yield name


def visible(window: MainWindow) -> list[QWidget]:
    return [widget for widget in window.findChildren(QWidget) if widget.isVisible()]


def test_everything_that_can_be_used_has_a_name(qtbot: QtBot, window: MainWindow, runner: JobRunner) -> None:
    nameless = set()
    for page in each_page(qtbot, window, runner):
        for widget in visible(window):
            if not isinstance(widget, _INTERACTIVE) or isinstance(widget, QScrollBar):
                continue
            interface = QAccessible.queryAccessibleInterface(widget)
            if not interface.text(QAccessible.Text.Name).strip():
                nameless.add(
                    f"{page}: {type(widget).__name__} #{widget.objectName()} in {type(widget.parent()).__name__}"
                )
    assert not nameless


def luminance(colour: QColor) -> float:
    """Relative luminance after WCAG 2.2."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())


def contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def painted_contrast(window: MainWindow, widget: QWidget) -> float:
    """Between the ground of a widget, the colour it has most of, and what stands out most from it, as painted."""
    image = window.grab(widget.rect().translated(widget.mapTo(window, widget.rect().topLeft()))).toImage()
    pixels = Counter(image.pixel(x, y) for x in range(image.width()) for y in range(image.height()))
    ground = QColor(pixels.most_common(1)[0][0])
    return max(contrast(ground, QColor(pixel)) for pixel in pixels)


def test_texts_stand_out_from_their_ground(qtbot: QtBot, window: MainWindow, runner: JobRunner) -> None:
    faint = {}
    for page in each_page(qtbot, window, runner):
        over = next((each for each in window.findChildren(Overlay) if each.isVisible()), window)
        for widget in (each for each in visible(window) if over.isAncestorOf(each)):  # what lies below is shaded
            written = widget.text().strip() if isinstance(widget, (QLabel, QAbstractButton)) else ""
            if not written or not widget.isEnabled() or widget.width() * widget.height() > 60_000:
                continue
            if isinstance(widget, QAbstractButton) and widget.size().width() < 40:
                continue  # an icon: what it says is not painted
            if widget.visibleRegion().boundingRect() != widget.rect():
                continue  # cut off by what lies over it
            found = painted_contrast(window, widget)
            if found < LEAST:
                faint[f"{page}: {written!r}"] = round(found, 2)
    assert not faint


def test_tab_goes_round_and_misses_nothing(qtbot: QtBot, window: MainWindow, runner: JobRunner) -> None:
    window.search(Wish())
    window.grid.setFocus()
    wanted = {
        widget
        for widget in visible(window)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isEnabled() and widget.focusProxy() is None
    }
    reached: list[QWidget] = []
    for _ in range(3 * len(wanted)):
        focused = QApplication.focusWidget()
        assert focused is not None
        if focused in reached:
            break
        reached.append(focused)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert window.isAncestorOf(reached[-1])
    left = {f"{type(widget).__name__} #{widget.objectName()}" for widget in wanted - set(reached)}
    assert not left

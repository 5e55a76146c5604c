"""The information panel: what it says of what is selected, and what is corrected there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu, QToolButton
from pytestqt.qtbot import QtBot

from photoorg.core.conditions import Conditions
from photoorg.core.marks import Judgement, Mark
from photoorg.core.types import Flag, Kind, Metadata
from photoorg.ui.job_runner import JobRunner
from photoorg.ui.remembered import Remembered
from photoorg.ui.search.browsing import Wish
from photoorg.ui.theme import Theme
from photoorg.ui.views.fact_label import FactLabel, breakable
from photoorg.ui.views.info_panel import InfoPanel
from photoorg.ui.views.main_window import MainWindow
from photoorg.ui.wording.photo_facts import _exposed
from tests.ui.fake_services import FakeServices


@pytest.fixture
def services() -> FakeServices:
    return FakeServices(40)


@pytest.fixture
def window(services: FakeServices, open_window: Callable[[FakeServices], MainWindow], qtbot: QtBot) -> MainWindow:
    shown = open_window(services)
    qtbot.waitUntil(lambda: shown.model.rowCount() == 40 and not shown.indexing.running)
    shown.grid.setFocus()
    return shown


def panel(window: MainWindow) -> InfoPanel:
    found = window.info.panel
    assert found is not None
    return found


def button(window: MainWindow, name: str) -> QToolButton:
    return next(each for each in panel(window).findChildren(QToolButton) if each.accessibleName() == name)


def test_it_is_made_when_it_is_first_asked_for(window: MainWindow, qtbot: QtBot) -> None:
    assert window.info.panel is None
    qtbot.keyClick(window.grid, Qt.Key.Key_I)
    assert panel(window).isVisible()
    assert panel(window).text == "Select a photo to see what is known of it."
    assert window.command_actions["info"].isChecked()
    qtbot.keyClick(window.grid, Qt.Key.Key_I)
    assert not panel(window).isVisible()


def test_it_tells_all_that_is_known_of_a_photo(window: MainWindow, services: FakeServices, qtbot: QtBot) -> None:
    services.photos.companions[3] = ("/photos/IMG_3.cr3",)
    window.commands.run("info")
    window.grid.go_to(2)
    qtbot.waitUntil(lambda: "IMG_3.jpg" in panel(window).text)
    assert panel(window).text.splitlines() == [
        "IMG_3.jpg",
        "Date: Friday, 17 May 2024, 10:30",
        "Kind: Photo · 92% sure",
        "Group: Cats · 87% sure",
        "Place: Vienna, Austria",
        "Camera: Canon EOS R6",
        "Lens: RF 35mm",
        "Exposure: 1/200 s · f/2.8 · ISO 400 · 35 mm",
        "Coordinates: 48.20820, 16.37380",
        "Folder: /photos",
        "Pixels: 4000 × 3000 · 12.0 megapixels",
        "Size: 2.5 MB · JPEG",
        "Changed: Saturday, 18 May 2024, 09:00",
        "Belongs to it: IMG_3.cr3",
    ]
    window.grid.selectAll()
    qtbot.waitUntil(lambda: "40 photos" in panel(window).text)
    assert panel(window).text.splitlines() == ["40 photos", "Size: 100.0 MB", "Taken: Friday, 17 May 2024"]
    window.grid.clearSelection()
    qtbot.waitUntil(lambda: panel(window).text.startswith("Select a photo"))


def test_only_the_last_of_many_steps_is_read(window: MainWindow, services: FakeServices, qtbot: QtBot) -> None:
    window.commands.run("info")
    asked: list[int] = []
    details = services.photos.details
    services.photos.details = lambda id: (asked.append(id), details(id))[1]  # type: ignore[method-assign]
    for row in range(20):
        window.grid.go_to(row)
    qtbot.waitUntil(lambda: "IMG_20.jpg" in panel(window).text)
    assert asked[-1] == 20
    assert len(asked) < 5


def test_stars_and_flags_are_given_and_taken_back(window: MainWindow, services: FakeServices, qtbot: QtBot) -> None:
    def settles(mark: Mark) -> None:
        qtbot.waitUntil(lambda: services.marks.marks.get(1, Mark()) == mark)
        services.photos.commits += 1
        window.library.look()
        qtbot.waitUntil(lambda: panel(window)._mark == mark)

    window.commands.run("info")
    window.grid.go_to(0)
    qtbot.waitUntil(lambda: "IMG_1.jpg" in panel(window).text)
    qtbot.mouseClick(button(window, "4 stars"), Qt.MouseButton.LeftButton)
    settles(Mark(4))
    qtbot.mouseClick(button(window, "4 stars"), Qt.MouseButton.LeftButton)
    settles(Mark())
    qtbot.mouseClick(button(window, "Reject"), Qt.MouseButton.LeftButton)
    settles(Mark(0, Flag.REJECT))
    assert button(window, "Reject").isChecked()


def test_several_photos_show_the_marks_they_share(window: MainWindow, services: FakeServices, qtbot: QtBot) -> None:
    services.marks.marks = {1: Mark(3, Flag.PICK), 2: Mark(3), 3: Mark(3)}
    window.commands.run("info")
    window.grid.select_rows([0, 1])
    qtbot.waitUntil(lambda: "2 photos" in panel(window).text)
    assert panel(window)._mark == Mark(3)
    qtbot.mouseClick(button(window, "5 stars"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: [services.marks.marks[id] for id in (1, 2, 3)] == [Mark(5, Flag.PICK), Mark(5), Mark(3)])


def test_a_kind_is_corrected(window: MainWindow, services: FakeServices, qtbot: QtBot) -> None:
    window.commands.run("info")
    window.grid.go_to(0)
    qtbot.waitUntil(lambda: "Kind: Photo" in panel(window).text)
    panel(window).followed.emit("kind:")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == [
        "This is a photo",
        "This is a screenshot",
        "This is a document or receipt",
        "This is a drawing",
    ]
    menu.actions()[2].trigger()
    menu.close()
    qtbot.waitUntil(lambda: services.photos.kinds == {1: Judgement(Kind.DOCUMENT, 1.0, True)})
    qtbot.waitUntil(lambda: "Kind: Document · your word" in panel(window).text)


@pytest.mark.parametrize(
    ("link", "wish"),
    [
        ("group:2", Wish(cluster=2)),
        ("folder:/photos/a:b", Wish(where=Conditions(folder="/photos/a:b"))),
        ("camera:Canon", Wish(where=Conditions(camera="Canon"))),
        ("place:Vienna", Wish(where=Conditions(place="Vienna"))),
        ("month:2024-05", Wish(where=Conditions(date_from="2024-05", date_to="2024-05"))),
    ],
)
def test_facts_lead_to_photos_that_share_them(window: MainWindow, link: str, wish: Wish) -> None:
    window.commands.run("info")
    panel(window).followed.emit(link)
    assert window.browsing.wish == wish


def test_it_is_found_again_as_it_was_left(qtbot: QtBot, runner: JobRunner, tmp_path: Path) -> None:
    theme = Theme()

    def start() -> MainWindow:
        made = MainWindow(FakeServices(3), runner, theme, remembered=Remembered(tmp_path / "window.json"))
        qtbot.addWidget(made)
        with qtbot.waitExposed(made):
            made.show()
        qtbot.waitUntil(lambda: made.known)
        return made

    first = start()
    first.commands.run("info")
    first.frame.setSizes([500, 310])
    first.panels.remember()
    width = panel(first).width()
    again = start()
    qtbot.waitUntil(lambda: again.info.shown)
    assert panel(again).width() == width


def test_the_open_photo_is_told_of_in_the_large_view(window: MainWindow, qtbot: QtBot) -> None:
    window.commands.run("info")
    window.open_viewer(3)
    qtbot.waitUntil(lambda: "IMG_4.jpg" in panel(window).text)
    window.viewer.step(1)
    qtbot.waitUntil(lambda: "IMG_5.jpg" in panel(window).text)
    assert panel(window).isVisible()


def test_exposures_are_told_as_cameras_do() -> None:
    def told(**exposed: float) -> str:
        return _exposed(Metadata(4, 3, "JPEG", **exposed))  # type: ignore[arg-type]

    assert told() == ""
    assert told(exposure=1 / 3) == "1/3 s"
    assert told(exposure=2.5, iso=100) == "2.5 s · ISO 100"
    assert told(exposure=30, aperture=16, focal=4.25) == "30 s · f/16 · 4.25 mm"


def test_a_time_is_not_broken() -> None:
    assert breakable("Friday, 14:32") == "Friday, 14:32"
    assert breakable("a:b/c") == "a:\u200bb/\u200bc"


def test_a_path_may_be_broken_anywhere_and_is_copied_whole(qtbot: QtBot) -> None:
    path = "/home/ada/Pictures/n04525305_vending_machine_0123456789abcdef0123456789.jpg"
    label = FactLabel()
    qtbot.addWidget(label)
    for link in ("", "folder:/home/<ada>"):
        label.show_fact(path, link)
        label.resize(120, 10)
        assert label.minimumSizeHint().width() < 140
        label.copy()
        assert QGuiApplication.clipboard().text() == path
        start, length = label.text().index("ada") if not link else 0, 20
        if not link:
            label.setSelection(start, length)
            qtbot.keyClick(label, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
            assert QGuiApplication.clipboard().text() in path
            assert QGuiApplication.clipboard().text().startswith("ada/Pictures/")

"""The settings: every one acts, and what cannot be is said."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QListWidget,
    QMenu,
    QMessageBox,
    QPushButton,
)
from pytestqt.qtbot import QtBot

import photoorg.services
from photoorg.core.types import Root
from photoorg.services import Services
from photoorg.ui.dialogs.settings.archive_page import example
from photoorg.ui.dialogs.settings.catalog_page import CatalogPage
from photoorg.ui.dialogs.settings.dialog import SettingsDialog
from photoorg.ui.job_runner import JobRunner
from photoorg.ui.library.indexing import Indexing
from photoorg.ui.library.settings import Settings, SettingsState
from photoorg.ui.theme import Appearance
from photoorg.ui.views.main_window import MainWindow
from tests.ui.fake_services import FakeServices

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with photoorg.services.open(tmp_path / "catalog") as opened:
        for name in ("trips", "home"):
            (tmp_path / name).mkdir()
            opened.roots.add(str(tmp_path / name))
        yield opened


class Recorded(Indexing):
    """Notes what should be read instead of reading it."""

    runs: list[tuple[str, ...]]

    def start(self, folders: object = (), profile: str | None = None) -> None:
        self.runs.append(tuple(folders))  # type: ignore[arg-type]


@pytest.fixture
def settings(qtbot: QtBot, runner: JobRunner, services: Services) -> Settings:
    indexing = Recorded(services, runner)
    indexing.runs = []
    made = Settings(services, runner, indexing)
    indexing.setParent(made)
    made.indexing = indexing  # type: ignore[attr-defined]
    return made


def state(qtbot: QtBot, settings: Settings) -> SettingsState:
    """What is set when everything has come to rest."""
    qtbot.waitUntil(lambda: not settings._runner.busy)
    with qtbot.waitSignal(settings.told) as told:
        settings.look()
    assert told.args is not None
    found = told.args[0]
    assert isinstance(found, SettingsState)
    return found


def runs(settings: Settings) -> list[tuple[str, ...]]:
    return settings.indexing.runs  # type: ignore[attr-defined,no-any-return]


def test_what_is_set_is_told(qtbot: QtBot, settings: Settings, tmp_path: Path) -> None:
    found = state(qtbot, settings)
    assert [root.path for root in found.roots] == [str(tmp_path / "trips"), str(tmp_path / "home")]
    assert (found.archive, found.pattern, found.profile) == ("", "{year}/{month}", "embedded")
    assert found.catalog == str(tmp_path / "catalog")
    assert found.bytes > 0


def test_the_archive_is_set_for_every_archiving(
    qtbot: QtBot, settings: Settings, services: Services, tmp_path: Path
) -> None:
    settings.set("archive", str(tmp_path / "put away"))
    settings.set("archive_pattern", "{year}")
    found = state(qtbot, settings)
    assert (found.archive, found.pattern) == (str(tmp_path / "put away"), "{year}")
    assert services.settings.get("archive") == str(tmp_path / "put away")
    with qtbot.waitSignal(settings.failed) as failed:
        settings.set("archive_pattern", "{weather}")
    assert failed.args is not None
    assert "makes no folder" in failed.args[0]
    assert state(qtbot, settings).pattern == "{year}"


def test_folders_are_added_narrowed_and_forgotten(qtbot: QtBot, settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "more").mkdir()
    settings.add_folder(str(tmp_path / "more"))
    found = state(qtbot, settings)
    assert [root.path for root in found.roots][2:] == [str(tmp_path / "more")]
    trips = found.roots[0]
    settings.exclude(trips, ["cache", "*.gif"])
    assert state(qtbot, settings).roots[0].exclude == ("cache", "*.gif")
    settings.remove_folder(trips)
    assert [Path(root.path).name for root in state(qtbot, settings).roots] == ["home", "more"]
    assert runs(settings) == [(str(tmp_path / "more"),), (trips.path,)]


def test_a_run_gives_way_to_the_removal_of_a_folder(
    qtbot: QtBot, open_window: Callable[[FakeServices], MainWindow]
) -> None:
    services = FakeServices(40)
    services.ingest.gate.clear()
    window = open_window(services)
    qtbot.waitUntil(lambda: services.ingest.runs == [()])
    window.setting_up.settings.remove_folder(Root(1, "/photos"))
    qtbot.waitUntil(lambda: services.roots.paths == [])
    qtbot.waitUntil(lambda: services.ingest.runs == [(), ()])
    services.ingest.gate.set()


def test_the_backup_says_when_it_is_written(qtbot: QtBot, settings: Settings, tmp_path: Path) -> None:
    page = CatalogPage(settings, choose_file=lambda parent: str(tmp_path / "backup.db"))
    qtbot.addWidget(page)
    page.show_state(state(qtbot, settings))
    with qtbot.waitSignal(settings.done):
        page._back_up()
    assert page._told.text() == "The backup is written."
    assert (tmp_path / "backup.db").stat().st_size > 0


def test_the_pattern_is_shown_with_an_example() -> None:
    assert example("{year}/{month}") == "2024/05"
    assert example("{folder}/{day}") == "Lisbon/17"
    assert example("{weather}") == "{weather}"


# The dialog in the window


@pytest.fixture
def fake() -> FakeServices:
    return FakeServices(40, roots=("/photos", "/more"))


@pytest.fixture
def dialog(qtbot: QtBot, fake: FakeServices, open_window: Callable[[FakeServices, str], MainWindow]) -> SettingsDialog:
    window = open_window(fake, "/chosen")
    qtbot.waitUntil(lambda: not window.indexing.running)
    qtbot.keyClick(window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    found = window.findChild(SettingsDialog)
    assert isinstance(found, SettingsDialog)
    qtbot.waitUntil(lambda: len(fields(found, "What is left out")) == 2)
    return found


def fields(dialog: SettingsDialog, name: str) -> list[QLineEdit]:
    return [each for each in dialog.findChildren(QLineEdit) if each.accessibleName().startswith(name)]


def press(qtbot: QtBot, dialog: SettingsDialog, name: str) -> None:
    found = next(each for each in dialog.findChildren(QPushButton) if name in (each.text(), each.accessibleName()))
    qtbot.mouseClick(found, LEFT)


def test_folders_in_the_dialog(qtbot: QtBot, fake: FakeServices, dialog: SettingsDialog) -> None:
    field = fields(dialog, "What is left out of /photos")[0]
    qtbot.keyClicks(field, "cache, *.gif, cache")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: fake.roots.excluded == {1: ["cache", "*.gif"]})
    qtbot.waitUntil(lambda: fake.ingest.runs[-1] == ("/photos",))
    assert dialog.isVisible(), "Enter ends the typing, and closes nothing"
    press(qtbot, dialog, "Add a folder…")
    qtbot.waitUntil(lambda: fake.ingest.runs[-1] == ("/chosen",))
    press(qtbot, dialog, "Remove /more")
    box = dialog.findChild(QMessageBox)
    assert "files stay where they are" in box.informativeText()
    assert "2 photos are forgotten" in box.informativeText()
    qtbot.mouseClick(next(each for each in box.buttons() if each.text() == "Remove"), LEFT)
    qtbot.waitUntil(lambda: "/more" not in fake.roots.paths)


def test_a_field_that_is_only_passed_through_changes_nothing(
    qtbot: QtBot, fake: FakeServices, dialog: SettingsDialog
) -> None:
    fake.roots.excluded = {1: ["a, b"]}
    window = dialog.parent()
    assert isinstance(window, MainWindow)
    window.setting_up.settings.look()
    qtbot.waitUntil(lambda: fields(dialog, "What is left out of /photos")[0].text() == "a, b")
    fields(dialog, "What is left out of /photos")[0].editingFinished.emit()
    qtbot.waitUntil(lambda: not window._runner.busy)
    assert fake.roots.excluded == {1: ["a, b"]}


def folder_menu(window: MainWindow, folder: str) -> dict[str, QAction]:
    window.page.sidebar.menu_wanted.emit(f"folder:{folder}", QPoint(10, 10))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.close()
    return {action.text(): action for action in menu.actions() if action.text()}


def test_a_folder_of_the_side_bar_has_a_menu(
    qtbot: QtBot, fake: FakeServices, open_window: Callable[[FakeServices], MainWindow]
) -> None:
    window = open_window(fake)
    qtbot.waitUntil(lambda: not window.indexing.running)
    actions = folder_menu(window, "/photos")
    assert list(actions) == ["Show in file manager", "Look for new photos", "Remove from the library…"]
    actions["Look for new photos"].trigger()
    qtbot.waitUntil(lambda: fake.ingest.runs[-1] == ("/photos",))
    folder_menu(window, "/photos/2019 [old]")["Leave this folder out…"].trigger()
    box = window.findChild(QMessageBox)
    qtbot.mouseClick(next(each for each in box.buttons() if each.text() == "Leave out"), LEFT)
    qtbot.waitUntil(lambda: fake.roots.excluded == {1: ["2019 [[]old]"]})
    qtbot.waitUntil(lambda: window.findChild(QMessageBox) is None)
    folder_menu(window, "/more")["Remove from the library…"].trigger()
    qtbot.waitUntil(lambda: window.findChild(QMessageBox) is not None)
    box = window.findChild(QMessageBox)
    assert box.informativeText().startswith("2 photos are forgotten")
    qtbot.mouseClick(next(each for each in box.buttons() if each.text() == "Remove"), LEFT)
    qtbot.waitUntil(lambda: "/more" not in fake.roots.paths)


def test_the_archive_in_the_dialog(qtbot: QtBot, fake: FakeServices, dialog: SettingsDialog) -> None:
    dialog.findChild(QListWidget).setCurrentRow(1)
    press(qtbot, dialog, "Choose…")
    qtbot.waitUntil(lambda: fake.settings.values["archive"] == "/chosen")
    field = fields(dialog, "Pattern")[0]
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "bad")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.problem == "The pattern bad makes no folder below the archive.")


def test_colours_language_and_models_in_the_dialog(qtbot: QtBot, fake: FakeServices, dialog: SettingsDialog) -> None:
    dialog.findChild(QListWidget).setCurrentRow(2)
    window = dialog.parent()
    assert isinstance(window, MainWindow)
    look, language = dialog.findChildren(QComboBox)
    look.setCurrentIndex(look.findData(Appearance.DARK))
    assert window.theme.appearance is Appearance.DARK
    language.setCurrentIndex(language.findText("English"))
    assert window.remembered.get("language", "") == "en"
    with qtbot.waitSignal(dialog.models_wanted):
        press(qtbot, dialog, "Models…")


def test_every_control_of_the_dialog_has_a_name(dialog: SettingsDialog) -> None:
    for kind in (QAbstractButton, QLineEdit, QComboBox, QListWidget):
        for control in dialog.findChildren(kind):
            if not control.objectName().startswith("qt_"):
                assert control.accessibleName() or (isinstance(control, QAbstractButton) and control.text()), control


def test_the_battery_holds_the_work_until_mains_comes(
    qtbot: QtBot, fake: FakeServices, open_window: Callable[[FakeServices], MainWindow]
) -> None:
    fake.ingest.gate.clear()
    window = open_window(fake)
    qtbot.waitUntil(lambda: window.indexing.running)
    battery, drained = window.setting_up.battery, True
    battery._feeds = lambda: drained
    battery.look()
    assert not window.indexing.paused, "nobody asked for it"
    battery.set_pausing(True)
    assert window.indexing.paused
    assert window.page.status_line.info == "Paused while this computer runs on its battery."
    drained = False
    battery.look()
    assert not window.indexing.paused
    drained = True
    battery.look()
    window.page.status_line.resume_wanted.emit()
    battery.look()
    assert not window.indexing.paused, "the person let it go on"
    drained = False
    battery.look()
    drained = True
    battery.look()
    assert window.indexing.paused, "it came from mains anew"
    battery.set_pausing(False)
    assert not window.indexing.paused
    fake.ingest.gate.set()


def test_the_battery_is_asked_about_only_where_there_is_one(
    qtbot: QtBot, fake: FakeServices, open_window: Callable[[FakeServices], MainWindow]
) -> None:
    window = open_window(fake)
    for feeds, boxes in ((None, 0), (False, 1)):
        window.setting_up.battery._feeds = lambda feeds=feeds: feeds
        window.commands.run("settings")
        dialog = window.findChildren(SettingsDialog)[-1]
        assert len(dialog.findChildren(QCheckBox)) == boxes
        dialog.reject()

"""A person's word about what pictures are: by the menu, for one and for many, and taken back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from photoorg.core.errors import CannotError
from photoorg.core.marks import Judgement
from photoorg.core.types import Kind
from photoorg.ui.command_sets.menus import CONTEXT_MENU
from photoorg.ui.job_runner import JobRunner
from photoorg.ui.views.main_window import MainWindow
from tests.ui.fake_services import FakeServices


@pytest.fixture
def services() -> FakeServices:
    return FakeServices(12)


@pytest.fixture
def window(qtbot: QtBot, open_window: Callable[[FakeServices], MainWindow], services: FakeServices) -> MainWindow:
    made = open_window(services)
    qtbot.waitUntil(lambda: made.model.rowCount() == 12)
    return made


def test_the_selected_photos_are_filed_under_a_kind_and_that_can_be_taken_back(
    qtbot: QtBot, window: MainWindow, services: FakeServices, runner: JobRunner
) -> None:
    window.grid.setFocus()
    window.grid.selectAll()
    window.command_actions["kind_screenshot"].trigger()
    qtbot.waitUntil(lambda: window.file_actions.toast.text == "Did kind.")
    assert {id: told.kind for id, told in services.photos.kinds.items()} == dict.fromkeys(range(1, 13), Kind.SCREENSHOT)
    assert len(services.clusters.edits) == 1
    window.file_actions.toast.button.click()
    qtbot.waitUntil(lambda: services.clusters.edits[-1] == ("undo",))


def test_the_open_photo_is_filed_by_the_same_command(
    qtbot: QtBot, window: MainWindow, services: FakeServices, runner: JobRunner
) -> None:
    window.open_viewer(4)
    window.commands.run("kind_drawing")
    qtbot.waitUntil(lambda: services.photos.kinds.get(5) == Judgement(Kind.DRAWING, 1.0, True))


def test_with_no_photo_in_hand_there_is_nothing_to_file(
    qtbot: QtBot, open_window: Callable[[FakeServices], MainWindow]
) -> None:
    empty = open_window(FakeServices(0))
    assert not any(empty.commands[f"kind_{kind}"].enabled() for kind in Kind)


def test_what_went_wrong_is_said(qtbot: QtBot, window: MainWindow, services: FakeServices, runner: JobRunner) -> None:
    services.kinds.error = CannotError("Photo 1 has not been read.")
    window.grid.go_to(0)
    window.commands.run("kind_photo")
    qtbot.waitUntil(lambda: "has not been read" in window.page.status_line.info)


def test_the_context_menu_has_a_menu_of_all_kinds(window: MainWindow, qtbot: QtBot) -> None:
    window.grid.go_to(0)
    menu = window.command_actions.popup(CONTEXT_MENU, window, QPoint(9, 9))
    (inner,) = [action.menu() for action in menu.actions() if action.menu() is not None]
    assert inner.title() == "What it is"
    assert [action.text() for action in inner.actions()] == [
        "This is a photo",
        "This is a screenshot",
        "This is a document or receipt",
        "This is a drawing",
    ]
    menu.close()

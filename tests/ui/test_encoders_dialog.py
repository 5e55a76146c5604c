"""The page of models: listed, downloaded, stopped, used, removed; a download outlives the page."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from photoorg.core.errors import CannotError
from photoorg.ui.dialogs.encoders import EncodersDialog
from photoorg.ui.views.main_window import MainWindow
from tests.ui.fake_services import FakeServices


@pytest.fixture
def services() -> FakeServices:
    return FakeServices(5)


@pytest.fixture
def window(services: FakeServices, open_window: Callable[[FakeServices], MainWindow]) -> MainWindow:
    return open_window(services)


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow) -> EncodersDialog:
    window.setting_up.show_encoders()
    (dialog,) = window.findChildren(EncodersDialog)
    qtbot.waitUntil(lambda: len(dialog.cards) == 3)
    return dialog


def press(qtbot: QtBot, button: object) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)  # type: ignore[arg-type]


def test_each_model_offers_what_can_be_done_with_it(page: EncodersDialog) -> None:
    shown = {
        name: [button.text() for button in (card.pull, card.stop, card.use, card.remove) if not button.isHidden()]
        for name, card in page.cards.items()
    }
    assert shown == {"embedded": [], "clip": ["Download"], "siglip2": ["Use", "Remove…"]}
    assert page.cards["clip"].pull.accessibleName() == "Download CLIP"


def test_a_download_shows_how_far_it_is_and_can_then_be_used(
    qtbot: QtBot, page: EncodersDialog, services: FakeServices, window: MainWindow
) -> None:
    card = page.cards["clip"]
    press(qtbot, card.pull)
    qtbot.waitUntil(lambda: card._bar.value() == 250)
    assert not card.stop.isHidden()
    services.profiles.gate.set()
    qtbot.waitUntil(lambda: not card.use.isHidden())
    press(qtbot, card.use)
    qtbot.waitUntil(lambda: "clip" in services.ingest.profiles)
    qtbot.waitUntil(lambda: not window.indexing.running)


def test_a_download_can_be_stopped(qtbot: QtBot, page: EncodersDialog) -> None:
    card = page.cards["clip"]
    press(qtbot, card.pull)
    qtbot.waitUntil(lambda: not card.stop.isHidden())
    press(qtbot, card.stop)
    qtbot.waitUntil(lambda: not card.pull.isHidden())
    assert card.problem == ""


def test_what_goes_wrong_is_said_beside_the_model(qtbot: QtBot, page: EncodersDialog, services: FakeServices) -> None:
    services.profiles.error = CannotError("There is no connection.", "Try again.")
    services.profiles.gate.set()
    press(qtbot, page.cards["clip"].pull)
    qtbot.waitUntil(lambda: "There is no connection." in page.cards["clip"].problem)
    assert not page.cards["clip"].pull.isHidden()


def test_a_download_outlives_the_page(
    qtbot: QtBot, page: EncodersDialog, services: FakeServices, window: MainWindow
) -> None:
    press(qtbot, page.cards["clip"].pull)
    qtbot.waitUntil(lambda: window.encoders.pulling == "clip")
    page.reject()
    services.profiles.gate.set()
    qtbot.waitUntil(lambda: window.encoders.pulling == "")
    assert services.profiles.infos["clip"].installed


def test_removing_asks_first(qtbot: QtBot, page: EncodersDialog, services: FakeServices) -> None:
    press(qtbot, page.cards["siglip2"].remove)
    (box,) = page.findChildren(QMessageBox)
    assert services.profiles.dropped == []
    next(button for button in box.buttons() if button.text() == "Remove").click()
    qtbot.waitUntil(lambda: not page.cards["siglip2"].pull.isHidden())
    assert services.profiles.dropped == ["siglip2"]


def test_a_switch_waits_for_the_indexing_that_goes_on(
    qtbot: QtBot, page: EncodersDialog, services: FakeServices, window: MainWindow
) -> None:
    qtbot.waitUntil(lambda: not window.indexing.running)
    services.ingest.gate.clear()
    window.indexing.start()
    press(qtbot, page.cards["siglip2"].use)
    services.ingest.gate.set()
    qtbot.waitUntil(lambda: services.ingest.profiles[-1] == "siglip2")
    qtbot.waitUntil(lambda: not window.indexing.running)

from __future__ import annotations

import itertools
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QLineEdit, QProgressBar, QPushButton, QSlider
from pytestqt.qtbot import QtBot

from photoorg.core.errors import CannotError
from photoorg.core.jobs import Courtesy
from photoorg.core.types import Failure
from photoorg.ui.dialogs.failed import FailedDialog
from photoorg.ui.job_runner import JobRunner
from photoorg.ui.library.setting_up import suggestions
from photoorg.ui.search.browsing import Wish
from photoorg.ui.stages import Stages
from photoorg.ui.theme import Theme
from photoorg.ui.views.drop_hint import DropHint
from photoorg.ui.views.main_window import MainWindow
from photoorg.ui.views.welcome import WelcomePage
from tests.ui.fake_services import FakeServices

OpenWindow = Callable[..., MainWindow]


def settle(qtbot: QtBot, window: MainWindow, runner: JobRunner) -> None:
    qtbot.waitUntil(lambda: not runner.busy and not window.thumbnails.loading)


def test_it_shows_all_photos_and_indexes_by_itself(qtbot: QtBot, open_window: OpenWindow, runner: JobRunner) -> None:
    services = FakeServices(40)
    window = open_window(services)
    settle(qtbot, window, runner)
    assert window.page.header.title == "All photos"
    assert window.model.rowCount() == 40
    assert services.ingest.runs == [()]
    qtbot.waitUntil(window.grid.hasFocus)


def test_the_library_is_read_before_the_first_paint_and_shown_after_it(qtbot: QtBot, runner: JobRunner) -> None:
    window = MainWindow(FakeServices(7), runner, Theme())  # type: ignore[arg-type]
    qtbot.addWidget(window)
    qtbot.waitUntil(lambda: not runner.busy)
    assert not window.known
    with qtbot.waitSignals([window.painted, window.completed], order="strict"):
        window.show()
    assert window.model.rowCount() == 7
    qtbot.waitUntil(lambda: window.known)


@pytest.fixture
def unfinished(qtbot: QtBot, runner: JobRunner, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    """A window that was painted and is not complete: what would complete it now is held back."""
    monkeypatch.setattr(Stages, "go_on", lambda stages: stages.parent().painted.emit())
    window = MainWindow(FakeServices(), runner, Theme(), choose_folder=lambda parent: "/chosen")  # type: ignore[arg-type]
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.painted), qtbot.waitActive(window):
        window.show()
    assert not hasattr(window, "commands")
    return window


def test_a_key_that_comes_before_the_window_is_complete_is_heard(qtbot: QtBot, unfinished: MainWindow) -> None:
    QTest.keyClick(unfinished.windowHandle(), Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert unfinished.page.header.search.typing
    commands = unfinished.commands
    unfinished.complete()
    assert unfinished.commands is commands, "it is made once"
    qtbot.waitUntil(lambda: unfinished.known)


def test_so_is_a_click(qtbot: QtBot, unfinished: MainWindow) -> None:
    button = unfinished.page.header.add_folder
    added: list[list[str]] = []
    unfinished.completed.connect(
        lambda: setattr(unfinished.indexing, "start", lambda folders=(): added.append(folders))
    )
    middle = button.mapTo(unfinished, button.rect().center())
    QTest.mouseClick(unfinished.windowHandle(), Qt.MouseButton.LeftButton, pos=middle)
    assert ["/chosen"] in added


def test_a_first_run_asks_for_folders_and_indexes_them(
    qtbot: QtBot, open_window: OpenWindow, runner: JobRunner
) -> None:
    services = FakeServices(0, roots=())
    window = open_window(services, folder="/photos/2024")
    page = window.findChild(WelcomePage)
    start = page.findChild(QPushButton, "primary")
    assert QApplication.focusWidget() is start
    assert start.text() == "Choose a folder…"
    assert services.ingest.runs == []
    qtbot.mouseClick(start, Qt.MouseButton.LeftButton)
    assert page.chosen == ["/photos/2024"]
    page.add_folder("/photos/old")
    page.findChild(QCheckBox).click()
    assert page.chosen == ["/photos/old"]
    page.findChild(QCheckBox).click()
    services.ingest.gate.clear()
    qtbot.keyClick(start, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: services.ingest.runs == [("/photos/2024", "/photos/old")])
    services.photos.ids.extend(range(1, 6))
    services.ingest.gate.set()
    qtbot.waitUntil(lambda: window.model.rowCount() == 5)
    qtbot.waitUntil(window.grid.hasFocus)


def test_a_search_before_there_is_any_folder_leads_back_to_the_first_question(
    qtbot: QtBot, open_window: OpenWindow, runner: JobRunner
) -> None:
    window = open_window(FakeServices(0, roots=()))
    page = window.findChild(WelcomePage)
    window.search(Wish(text="birthday"))
    qtbot.waitUntil(lambda: not runner.busy and window.page.header.title != "“birthday”")
    assert page.isVisible()
    assert "photoorg index" not in window.page.status_line.info


def test_a_search_that_fails_is_not_awaited_any_longer(
    qtbot: QtBot, open_window: OpenWindow, runner: JobRunner
) -> None:
    services = FakeServices(40)
    window = open_window(services)
    settle(qtbot, window, runner)

    def fail(query: object, cancel: object) -> None:
        raise CannotError("The encoder is not installed.", "Download it first: photoorg profiles pull clip")

    services.search.search = fail  # type: ignore[assignment, method-assign]
    window.search(Wish(text="birthday"))
    qtbot.waitUntil(lambda: window.page.status_line.info == "The encoder is not installed.")
    assert window.page.header.subtitle == ""


def test_a_first_run_suggests_the_folder_of_pictures(own_home: Path) -> None:
    assert suggestions() == []
    (own_home / "Pictures").mkdir()
    assert suggestions() == [], "there is nothing in it"
    (own_home / "Pictures" / "a.jpg").write_bytes(b"")
    assert suggestions() == [str(own_home / "Pictures")]


def test_it_is_usable_while_indexing_and_can_pause(qtbot: QtBot, open_window: OpenWindow, runner: JobRunner) -> None:
    services = FakeServices(40)
    services.ingest.gate.clear()
    window = open_window(services)
    line = window.page.status_line
    qtbot.waitUntil(lambda: line.findChild(QProgressBar).isVisible())
    window.grid.selectAll()
    line.pause_wanted.emit()
    assert window.indexing.paused
    line.resume_wanted.emit()
    assert not window.indexing.paused
    services.photos.ids.extend(range(41, 51))
    services.photos.commits += 1
    qtbot.waitUntil(lambda: window.model.rowCount() == 50)
    assert window.grid.selected_count() == 40
    services.ingest.gate.set()
    qtbot.waitUntil(lambda: not line.findChild(QProgressBar).isVisible())


def test_indexing_and_looking_wait_while_the_person_scrolls(
    qtbot: QtBot, open_window: OpenWindow, runner: JobRunner
) -> None:
    runner.courtesy = Courtesy(moment=60.0, longest=60.0)
    services = FakeServices(400)
    services.ingest.gate.clear()
    window = open_window(services)
    qtbot.waitUntil(lambda: window.model.rowCount() == 400)
    qtbot.waitUntil(window.library._timer.isActive)  # the look that indexing begins with is over
    bar = window.grid.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    assert runner.courtesy.left > 0
    services.photos.ids.append(401)
    services.photos.commits += 1
    qtbot.wait(50)  # in which indexing asks twice whether it may go on
    services.ingest.gate.set()
    qtbot.wait(300)  # and a look would have been due
    assert window.indexing.running
    assert window.model.rowCount() == 400
    ended: list[bool] = []
    window.indexing.stop(lambda: ended.append(True))
    qtbot.waitUntil(lambda: bool(ended))


def test_folders_added_while_indexing_come_next(qtbot: QtBot, open_window: OpenWindow) -> None:
    services = FakeServices(40)
    services.ingest.gate.clear()
    window = open_window(services)
    qtbot.waitUntil(lambda: services.ingest.runs == [()])
    window.add_folders(["/more"])
    services.ingest.gate.set()
    qtbot.waitUntil(lambda: services.ingest.runs == [(), ("/more",)])


def test_dropped_folders_are_added_and_files_are_not(qtbot: QtBot, open_window: OpenWindow, tmp_path: Path) -> None:
    services = FakeServices(40)
    window = open_window(services)
    qtbot.waitUntil(lambda: not window.indexing.running)
    (tmp_path / "trip").mkdir()
    (tmp_path / "a.jpg").write_bytes(b"")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in ("trip", "a.jpg")])
    how = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(QPoint(300, 300), *how)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    assert window.findChild(DropHint).isVisible()
    QApplication.sendEvent(window, QDropEvent(QPointF(300, 300), *how))
    assert not window.findChild(DropHint).isVisible()
    qtbot.waitUntil(lambda: services.ingest.runs[-1] == (str(tmp_path / "trip"),))


def test_typing_searches_and_escape_returns(qtbot: QtBot, open_window: OpenWindow, runner: JobRunner) -> None:
    services = FakeServices(40)
    window = open_window(services)
    settle(qtbot, window, runner)
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    field = window.page.header.search.findChild(QLineEdit)
    assert QApplication.focusWidget() is field
    qtbot.keyClicks(field, "sea")
    qtbot.waitUntil(lambda: window.model.rowCount() == 5)
    assert window.page.header.title == "“sea”"
    assert window.model.showing.certainties == pytest.approx((1.0, 0.8, 0.6, 0.4, 0.2))
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.model.rowCount() == 40)
    assert window.page.header.title == "All photos"


def test_more_like_this_shows_a_chip_and_joins_with_words(
    qtbot: QtBot, open_window: OpenWindow, runner: JobRunner
) -> None:
    services = FakeServices(40)
    window = open_window(services)
    settle(qtbot, window, runner)
    window.grid.go_to(1)
    qtbot.waitUntil(lambda: window.subject() is not None)
    qtbot.keyClick(window.grid, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: list(window.model.ids) == [3, 4, 5, 6, 7])
    assert window.page.header.title == "More like IMG_2.jpg"
    qtbot.keyClicks(window.page.header.search.findChild(QLineEdit), "sea")
    qtbot.waitUntil(lambda: len(services.search.queries) == 2)
    assert (services.search.queries[1].text, services.search.queries[1].like) == ("sea", 2)
    window.page.chip_line.remove_last()
    qtbot.waitUntil(lambda: len(services.search.queries) == 3)
    assert services.search.queries[2].like is None


def test_no_results_say_what_to_do_next(qtbot: QtBot, open_window: OpenWindow, runner: JobRunner) -> None:
    window = open_window(FakeServices(40))
    settle(qtbot, window, runner)
    qtbot.keyClicks(window.page.header.search.findChild(QLineEdit), "nothing")
    qtbot.waitUntil(window.page.empty.isVisible)
    assert window.page.empty.headline == "Nothing found"
    qtbot.mouseClick(window.page.empty.findChild(QPushButton), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.model.rowCount() == 40)
    assert window.grid.isVisible()


def test_an_error_is_told_in_the_status_line(qtbot: QtBot, open_window: OpenWindow, runner: JobRunner) -> None:
    services = FakeServices(40)
    services.ingest.error = CannotError("The disk is full.", "Make room.")
    window = open_window(services)
    qtbot.waitUntil(lambda: window.page.status_line.info == "The disk is full. Make room.")
    qtbot.keyClicks(window.page.header.search.findChild(QLineEdit), "broken")
    qtbot.waitUntil(lambda: window.page.status_line.info == "The search is out of order. Try again later.")


def test_the_large_view_opens_steps_and_returns_to_the_photo_seen_last(
    qtbot: QtBot, open_window: OpenWindow, runner: JobRunner
) -> None:
    window = open_window(FakeServices(40))
    settle(qtbot, window, runner)
    window.grid.go_to(3)
    qtbot.keyClick(window.grid, Qt.Key.Key_Return)
    assert window.viewing
    qtbot.waitUntil(lambda: window.viewer.complete)
    assert window.viewer.photo_id == 4
    assert window.viewer.canvas.image.width() == window.viewer.width()
    qtbot.keyClick(window.viewer, Qt.Key.Key_Right)
    qtbot.keyClick(window.viewer, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: window.viewer.complete)
    assert window.viewer.photo_id == 6
    qtbot.keyClick(window.viewer, Qt.Key.Key_Escape)
    assert not window.viewing
    assert window.grid.current_id() == 6
    assert window.grid.selected_rows() == [5]


def test_the_large_view_stops_at_both_ends(qtbot: QtBot, open_window: OpenWindow, runner: JobRunner) -> None:
    window = open_window(FakeServices(2))
    settle(qtbot, window, runner)
    window.open_viewer(1)
    qtbot.keyClick(window.viewer, Qt.Key.Key_Right)
    assert window.viewer.photo_id == 2
    qtbot.keyClick(window.viewer, Qt.Key.Key_Left)
    qtbot.keyClick(window.viewer, Qt.Key.Key_Left)
    assert window.viewer.photo_id == 1


def test_a_photo_that_cannot_be_read_says_why(qtbot: QtBot, open_window: OpenWindow, runner: JobRunner) -> None:
    window = open_window(FakeServices(40))
    settle(qtbot, window, runner)
    window.open_viewer(2)
    qtbot.waitUntil(lambda: "The file is damaged." in window.viewer.notice)
    qtbot.keyClick(window.viewer, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: window.viewer.complete)
    assert window.viewer.notice == ""


def test_magnifying_loads_the_photo_itself(qtbot: QtBot, open_window: OpenWindow, runner: JobRunner) -> None:
    window = open_window(FakeServices(40))
    settle(qtbot, window, runner)
    window.open_viewer(0)
    qtbot.waitUntil(lambda: window.viewer.complete)
    qtbot.keyClick(window.viewer, Qt.Key.Key_Z)
    qtbot.waitUntil(lambda: window.viewer.canvas.detail is not None, timeout=20_000)
    assert window.viewer.canvas.detail is not None
    assert window.viewer.canvas.detail[0].width() == 4000
    assert not window.viewer.canvas.wanting
    assert window.viewer.canvas.scale == 1.0


def test_failed_files_are_counted_and_listed(qtbot: QtBot, open_window: OpenWindow, runner: JobRunner) -> None:
    services = FakeServices(40)
    services.photos.failed = [Failure("/photos/bad.jpg", "The file is empty.")]
    window = open_window(services)
    link = window.page.status_line.findChild(QPushButton, "failed")
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    dialog = window.findChild(FailedDialog)
    assert dialog.isVisible()
    assert dialog.model.rowCount() == 1
    dialog.reject()


def test_the_path_of_the_current_photo_can_be_copied(qtbot: QtBot, open_window: OpenWindow, runner: JobRunner) -> None:
    window = open_window(FakeServices(40))
    settle(qtbot, window, runner)
    window.grid.go_to(4)
    window.commands.run("copy_path")
    assert QGuiApplication.clipboard().text() == "/photos/IMG_5.jpg"


def test_every_command_is_an_action_with_text_and_every_control_has_a_name(
    qtbot: QtBot, open_window: OpenWindow, runner: JobRunner
) -> None:
    window = open_window(FakeServices(40))
    settle(qtbot, window, runner)
    for command in window.commands:
        action = window.command_actions[command.id]
        assert isinstance(action, QAction)
        assert action.text()
        assert len(action.shortcuts()) == len(command.shortcuts)
    for kind in (QAbstractButton, QLineEdit, QSlider, QProgressBar):
        for control in window.findChildren(kind):
            if not control.isHidden() and not control.objectName().startswith("qt_"):
                assert control.accessibleName() or (isinstance(control, QAbstractButton) and control.text()), control


def test_the_context_menu_offers_more_like_this(qtbot: QtBot, open_window: OpenWindow, runner: JobRunner) -> None:
    window = open_window(FakeServices(40))
    settle(qtbot, window, runner)
    window.grid.go_to(0)
    centre = window.grid.visualRect(window.model.index(0)).center()
    window.grid.customContextMenuRequested.emit(centre)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    texts = [action.text() for action in menu.actions()]
    assert "More like this" in texts
    assert not {"Put back", "Keep this one", "Not in this group"} & set(texts), "only what can be done is offered"
    assert all(action.isEnabled() or action.isSeparator() for action in menu.actions())
    assert not any(one.isSeparator() and other.isSeparator() for one, other in itertools.pairwise(menu.actions()))
    menu.close()
    window.grid.customContextMenuRequested.emit(QPoint(3, 3))
    assert QApplication.activePopupWidget() is None


def test_closing_while_indexing_ends_everything(qtbot: QtBot, open_window: OpenWindow, runner: JobRunner) -> None:
    services = FakeServices(40)
    services.ingest.gate.clear()
    window = open_window(services)
    qtbot.waitUntil(lambda: services.ingest.runs == [()])
    window.close()
    assert runner.close(0)


def test_coming_back_from_a_search_finds_the_place_again(
    qtbot: QtBot, open_window: OpenWindow, runner: JobRunner
) -> None:
    window = open_window(FakeServices(400))
    settle(qtbot, window, runner)
    window.grid.go_to(100)
    place = window.grid.place()
    assert place.first is not None
    window.search(Wish(text="sea"))
    qtbot.waitUntil(lambda: window.model.rowCount() == 5)
    window.search(Wish(text="other"))
    qtbot.waitUntil(lambda: window.page.header.title == "“other”")
    settle(qtbot, window, runner)
    window.search(Wish())
    assert window.grid.place() == place


def test_folders_named_at_the_start_are_followed_by_all_others(qtbot: QtBot, open_window: OpenWindow) -> None:
    services = FakeServices(40)
    services.ingest.gate.clear()
    window = open_window(services)
    window.indexing.start()
    window.add_folders(["/a"])
    services.ingest.gate.set()
    qtbot.waitUntil(lambda: not window.indexing.running)
    services.ingest.gate.clear()
    window.add_folders(["/b"])
    window.indexing.start()
    window.indexing.start()
    services.ingest.gate.set()
    qtbot.waitUntil(lambda: not window.indexing.running)
    assert services.ingest.runs == [(), ("/a",), ("/b",), ()]


def test_a_refresh_waits_for_the_end_of_a_rubber_band(qtbot: QtBot, open_window: OpenWindow, runner: JobRunner) -> None:
    services = FakeServices(40)
    window = open_window(services)
    settle(qtbot, window, runner)
    viewport = window.grid.viewport()
    qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    for point in (QPoint(30, 30), QPoint(260, 60)):
        qtbot.mouseMove(viewport, point)
    qtbot.waitUntil(lambda: window.grid.selected_rows() == [0, 1])
    services.photos.ids.extend(range(41, 51))
    services.photos.commits += 1
    window.library.look()
    qtbot.wait(300)
    assert window.model.rowCount() == 40
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=QPoint(260, 60))
    qtbot.waitUntil(lambda: window.model.rowCount() == 50)
    assert window.grid.selected_rows() == [0, 1]


def test_after_more_like_this_the_photo_is_current_again(
    qtbot: QtBot, open_window: OpenWindow, runner: JobRunner
) -> None:
    window = open_window(FakeServices(40))
    settle(qtbot, window, runner)
    qtbot.mouseClick(window.grid.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(300, 100))
    photo = window.grid.current_id()
    qtbot.waitUntil(lambda: window.subject() is not None)
    qtbot.keyClick(window.grid, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: window.model.rowCount() == 5)
    qtbot.keyClick(window.grid, Qt.Key.Key_Escape)
    assert window.model.rowCount() == 40
    assert window.grid.current_id() == photo
    qtbot.keyClick(window.grid, Qt.Key.Key_Return)
    assert window.viewer.photo_id == photo


def test_what_is_known_of_a_photo_is_fetched_anew_after_a_change(
    qtbot: QtBot, open_window: OpenWindow, runner: JobRunner
) -> None:
    services = FakeServices(40)
    window = open_window(services)
    settle(qtbot, window, runner)
    window.grid.go_to(2)
    services.photos.commits += 1
    with qtbot.waitSignal(window.library.changed):
        window.library.look()
    qtbot.waitUntil(lambda: window.subject() is not None)


def test_a_photo_opens_in_another_program(
    qtbot: QtBot, open_window: OpenWindow, runner: JobRunner, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    there = True
    monkeypatch.setattr("photoorg.ui.photos.locating.open_in_other_program", lambda path: asked.append(path) or there)
    window = open_window(FakeServices(40))
    settle(qtbot, window, runner)
    window.grid.go_to(2)
    window.grid.setFocus()
    photo = window.subject()
    assert photo is not None
    qtbot.keyClick(window.grid, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert asked == [photo.path]
    assert not window.viewing
    there = False
    window.commands.run("open_outside")
    assert window.page.status_line.info == "No other program opens this file."

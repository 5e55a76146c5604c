"""Photos dragged out of the grid: what is said before they are let go, and what happens then."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QImage
from PySide6.QtWidgets import QAbstractScrollArea, QApplication
from pytestqt.qtbot import QtBot

from photoorg.core.types import Photo, State
from photoorg.ui.dialogs.choose_group import ChooseGroupDialog
from photoorg.ui.filing.dragged import PhotoMime, pack, unpack
from photoorg.ui.search.browsing import Wish
from photoorg.ui.theme import colours
from photoorg.ui.views.drag_picture import drag_picture
from photoorg.ui.views.main_window import MainWindow
from tests.ui.fake_services import FakeServices

Open = Callable[..., MainWindow]


@pytest.fixture
def services() -> FakeServices:
    return FakeServices(count=500)


@pytest.fixture
def window(services: FakeServices, open_window: Open, qtbot: QtBot) -> Iterator[MainWindow]:
    shown = open_window(services)
    qtbot.waitUntil(lambda: len(shown.model.ids) == 500 and not shown.indexing.running)
    yield shown
    shown.dragging.let_go()


def drag_to(window: MainWindow, area: QAbstractScrollArea, point: QPoint) -> tuple[str, Callable[[], None]]:
    """Drag the selection to a point of ``area`` as Qt does; what the hint says there, and how to let go."""
    mime = PhotoMime(list(window.grid.selected_ids()), lambda: [])
    copy, left, plain = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(area.viewport(), QDragEnterEvent(QPoint(2, 2), copy, mime, left, plain))
    QApplication.sendEvent(area.viewport(), QDragMoveEvent(point, copy, mime, left, plain))

    def let_go() -> None:
        QApplication.sendEvent(area.viewport(), QDropEvent(QPointF(point), copy, mime, left, plain))

    hint = window.dragging.hint
    return "" if hint.isHidden() else hint.text(), let_go


def to_place(window: MainWindow, name: str) -> tuple[str, Callable[[], None]]:
    sidebar = window.page.sidebar
    index = sidebar._model.index_of(name)
    return drag_to(window, sidebar, sidebar.visualRect(index).center())


def test_photos_dragged_to_the_archive_and_the_trash(window: MainWindow, services: FakeServices, qtbot: QtBot) -> None:
    window.grid.select_rows(list(range(400)))
    assert window.dragging.take_up()
    said, let_go = to_place(window, "archive")
    hidden = 400 - len(window.grid.visible_rows())
    assert said == f"Archive 400 photos ({hidden} out of sight)"
    let_go()
    qtbot.waitUntil(lambda: [(what, len(ids)) for what, ids in services.archive.done] == [("archive", 400)])
    qtbot.waitUntil(lambda: len(window.model.ids) == 100)
    window.grid.select_rows([0, 1])
    window.dragging.take_up()
    said, let_go = to_place(window, "trash")
    assert said == "Move 2 photos to the trash"
    let_go()
    qtbot.waitUntil(lambda: services.archive.done[1:] == [("trash", [401, 402])])


def test_photos_dragged_out_of_the_trash_are_put_back(window: MainWindow, services: FakeServices, qtbot: QtBot) -> None:
    services.photos.away[State.TRASHED] = [7001, 7002]
    window.search(Wish(put_away=State.TRASHED))
    qtbot.waitUntil(lambda: len(window.model.ids) == 2)
    window.grid.select_rows([1])
    window.dragging.take_up()
    assert to_place(window, "trash")[0] == "", "they are there"
    assert to_place(window, "archive")[0] == ""
    said, let_go = to_place(window, "photos")
    assert said == "Put 1 photo back"
    let_go()
    qtbot.waitUntil(lambda: services.archive.done == [("restore", [7002])])


def test_photos_dragged_onto_a_group(window: MainWindow, services: FakeServices, qtbot: QtBot) -> None:
    window.clusters.refresh(covers=True)
    qtbot.waitUntil(lambda: window.clusters.known)
    window.grid.select_rows([1, 2, 3])
    window.dragging.take_up()
    assert to_place(window, "clusters")[0] == "Put 3 photos into a group…"
    qtbot.waitUntil(lambda: window.cluster_actions.overview, timeout=3000)  # the entry springs open
    view = window.page.clusters.view
    assert view is not None
    qtbot.waitUntil(view.isVisible)
    said, let_go = drag_to(window, view, view.visualRect(window.clusters.model.index(1)).center())
    assert said == "Put 3 photos into “dogs”"
    let_go()
    qtbot.waitUntil(lambda: services.clusters.edits == [("move", 2, 2, 3, 4)])
    window.dragging.let_go()
    qtbot.waitUntil(lambda: window.grid.isVisible() and window.grid.selected_rows() == [1, 2, 3])


def test_photos_dragged_onto_a_group_in_the_side_bar(window: MainWindow, services: FakeServices, qtbot: QtBot) -> None:
    sidebar = window.page.sidebar
    qtbot.waitUntil(lambda: sidebar.entry("group:4") is not None)
    sidebar.toggle("clusters")
    window.grid.select_rows([0, 1])
    ids = list(window.grid.selected_ids())
    assert window.dragging.take_up()
    said, let_go = to_place(window, "group:4")
    assert said == "Put 2 photos into “Boats”"
    let_go()
    qtbot.waitUntil(lambda: services.clusters.edits == [("move", 4, *ids)])


def test_the_entry_of_groups_asks_for_one(window: MainWindow, services: FakeServices, qtbot: QtBot) -> None:
    window.grid.select_rows([5])
    window.dragging.take_up()
    _, let_go = to_place(window, "clusters")
    let_go()
    qtbot.waitUntil(lambda: window.findChild(ChooseGroupDialog) is not None)
    window.findChild(ChooseGroupDialog).reject()


def test_photos_of_another_window_are_not_taken_for_ours(
    window: MainWindow, services: FakeServices, qtbot: QtBot
) -> None:
    window.grid.select_rows([5])
    said, let_go = to_place(window, "archive")  # the drag began elsewhere
    assert said == ""
    let_go()
    qtbot.wait(30)
    assert services.archive.done == []


def test_what_leaves_the_window_are_files_to_copy() -> None:
    mime = PhotoMime([4, 5], lambda: ["/photos/a b.jpg", "/photos/caf\udce9.jpg"])
    assert list(unpack(mime)) == [4, 5]
    assert mime.hasUrls()
    assert bytes(mime.data("text/uri-list").data()) == b"file:///photos/a%20b.jpg\r\nfile:///photos/caf%E9.jpg\r\n"
    assert mime.urls()[0].toLocalFile() == "/photos/a b.jpg"
    assert list(unpack(pack([9], QMimeData()))) == [9]
    assert not unpack(QMimeData())


def test_a_drag_begins_with_the_mouse_and_offers_only_copies(
    window: MainWindow, services: FakeServices, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = []

    def execute(drag: object, actions: Qt.DropAction) -> Qt.DropAction:
        mime = drag.mimeData()  # type: ignore[attr-defined]
        begun.append((list(unpack(mime)), [url.toLocalFile() for url in mime.urls()], actions))
        return Qt.DropAction.IgnoreAction

    monkeypatch.setattr("photoorg.ui.filing.dragging.QDrag.exec", execute)
    window.grid.select_rows([1, 2])
    window.grid.dragged.emit()
    assert begun == [([2, 3], ["/photos/IMG_2.jpg", "/photos/IMG_3.jpg"], Qt.DropAction.CopyAction)]


def test_a_broken_wait_for_files_ends(
    window: MainWindow, services: FakeServices, monkeypatch: pytest.MonkeyPatch
) -> None:
    def many(ids: list[int]) -> list[Photo]:
        raise OSError("the disk is gone")

    monkeypatch.setattr(services.photos, "many", many)
    monkeypatch.setattr("photoorg.ui.filing.dragging._PATIENCE", 50)
    window.grid.select_rows([1])
    window.dragging.take_up()
    assert window.dragging._files() == []


def test_the_picture_shows_a_stack_and_a_number(qtbot: QtBot) -> None:
    picture = QImage(64, 64, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.darkGreen)
    one = drag_picture([picture], 1, colours("light"), 1.0).toImage()
    many = drag_picture([picture, picture, None], 1234, colours("light"), 2.0)
    assert many.devicePixelRatio() == 2.0
    inked = sum(one.pixelColor(x, y).alpha() > 0 for x in range(one.width()) for y in range(one.height()))
    stacked = many.toImage().scaled(one.size())
    more = sum(stacked.pixelColor(x, y).alpha() > 0 for x in range(one.width()) for y in range(one.height()))
    assert more > inked + 500

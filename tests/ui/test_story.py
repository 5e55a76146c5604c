"""What a person does in the first ten minutes, from the folder to the restart, with the real services."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

import photoorg.services
from photoorg.services import Services
from photoorg.ui.dialogs.rename import RenameDialog
from photoorg.ui.filing.dragged import PhotoMime
from photoorg.ui.job_runner import JobRunner
from photoorg.ui.theme import Theme
from photoorg.ui.views.main_window import MainWindow

PHOTOS, CHOSEN = 510, 500
_PATIENCE = 600_000


@pytest.fixture
def folder(tmp_path: Path, draw_photo: Callable[..., Path]) -> Path:
    for seed in range(PHOTOS):
        draw_photo(tmp_path / "photos" / f"IMG_{seed:03}.jpg", seed, (96, 72))
    return tmp_path / "photos"


@contextmanager
def opened(qtbot: QtBot, catalog: Path) -> Iterator[tuple[MainWindow, Services, Callable[[], None]]]:
    """The window over a catalog as the program opens it; the third waits until nothing is done in the background."""
    with photoorg.services.open(catalog, device="cpu") as services:
        runner = JobRunner()
        window = MainWindow(services, runner, Theme())
        window.resize(1200, 800)
        with qtbot.waitExposed(window):
            window.show()

        def settle() -> None:
            qtbot.waitUntil(lambda: window.known and not window.indexing.running and not runner.busy, timeout=_PATIENCE)

        settle()
        yield window, services, settle
        window.close()
        assert runner.close()
        window.deleteLater()


def drag_to(window: MainWindow, entry: str) -> None:
    """Drag the selection onto an entry of the side bar, and let go there."""
    assert window.dragging.take_up()
    sidebar = window.page.sidebar
    index = next(
        sidebar.model().index(row, 0)
        for row in range(sidebar.model().rowCount())
        if sidebar.entry_at(sidebar.visualRect(sidebar.model().index(row, 0)).center()).id == entry
    )
    point = sidebar.visualRect(index).center()
    mime = PhotoMime(list(window.grid.selected_ids()), lambda: [])
    how = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    for event in (
        QDragEnterEvent(QPoint(2, 2), *how),
        QDragMoveEvent(point, *how),
        QDropEvent(QPointF(point), *how),
    ):
        QApplication.sendEvent(sidebar.viewport(), event)


def click(qtbot: QtBot, window: MainWindow, row: int, modifier: Qt.KeyboardModifier) -> None:
    grid = window.grid
    index = window.model.index(row)
    grid.scrollTo(index)
    qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, modifier, grid.visualRect(index).center())


def test_the_whole_story(qtbot: QtBot, folder: Path, tmp_path: Path) -> None:
    plain, shift, ctrl = (
        Qt.KeyboardModifier.NoModifier,
        Qt.KeyboardModifier.ShiftModifier,
        Qt.KeyboardModifier.ControlModifier,
    )
    with opened(qtbot, tmp_path / "catalog") as (window, services, settle):
        # A folder is added, and its photos appear.
        window.add_folders([str(folder)])
        qtbot.waitUntil(lambda: window.model.rowCount() == PHOTOS, timeout=_PATIENCE)
        settle()

        # A search by words, and back.
        window.commands.run("find")
        field = window.page.header.search.findChild(QLineEdit)
        qtbot.keyClicks(field, "coloured circles")
        qtbot.keyClick(field, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: window.browsing.showing.certainties is not None, timeout=_PATIENCE)
        assert 0 < window.model.rowCount() <= PHOTOS
        settle()
        window.search(type(window.browsing.wish)())
        qtbot.waitUntil(lambda: window.model.rowCount() == PHOTOS)

        # 500 of them are selected with Shift, and dragged to the archive.
        click(qtbot, window, 0, plain)
        click(qtbot, window, CHOSEN - 1, shift)
        chosen = list(window.grid.selected_ids())
        assert len(chosen) == CHOSEN
        names = {Path(photo.path).name for photo in services.photos.many(chosen)}
        drag_to(window, "archive")
        qtbot.waitUntil(lambda: services.status().photos["archived"] == CHOSEN, timeout=_PATIENCE)
        settle()
        assert window.model.rowCount() == PHOTOS - CHOSEN
        assert len(list(folder.glob("*.jpg"))) == PHOTOS - CHOSEN
        assert window.file_actions.toast.text.startswith(f"{CHOSEN} photos archived")

        # Ctrl+Z brings all of them back, where they were.
        qtbot.keyClick(window.grid, Qt.Key.Key_Z, ctrl)
        qtbot.waitUntil(lambda: services.status().photos["present"] == PHOTOS, timeout=_PATIENCE)
        qtbot.waitUntil(lambda: window.model.rowCount() == PHOTOS, timeout=_PATIENCE)
        settle()
        assert names <= {file.name for file in folder.glob("*.jpg")}

        # A group is made of some, and given a name.
        click(qtbot, window, 0, plain)
        click(qtbot, window, 4, shift)
        grouped = sorted(window.grid.selected_ids())
        qtbot.keyClick(window.grid, Qt.Key.Key_G, ctrl)
        settle()
        made = next(
            card.id
            for shelf in services.clusters.shelves()
            for card in shelf.cards
            if sorted(services.clusters.photos(card.id).ids) == grouped
        )
        window.cluster_actions.open(made)
        qtbot.waitUntil(lambda: window.cluster_actions.opened == made and window.model.rowCount() == 5)
        window.commands.run("rename_cluster")
        dialog = window.findChild(RenameDialog)
        dialog.field.setText("Holidays")
        dialog.accept()
        qtbot.waitUntil(lambda: services.clusters.photos(made).name == "Holidays")
        settle()
        window.commands.run("quit")

    # After a restart all of it is still there.
    with opened(qtbot, tmp_path / "catalog") as (window, services, settle):
        assert window.model.rowCount() == PHOTOS
        assert services.clusters.photos(made).name == "Holidays"
        assert sorted(services.clusters.photos(made).ids) == grouped
        window.commands.run("show_clusters")
        settle()
        qtbot.waitUntil(lambda: any(card.name == "Holidays" for card in window.clusters.model.cards))
        assert services.history.list(1)[0].what.startswith("Renamed")

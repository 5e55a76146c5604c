"""Groups in the window: the page of covers, an open group, and the edits."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from photoorg.core.clusters import Card
from photoorg.core.errors import CannotError
from photoorg.ui.dialogs.choose_group import ChooseGroupDialog
from photoorg.ui.dialogs.rename import RenameDialog
from photoorg.ui.job_runner import JobRunner
from photoorg.ui.models.cluster_model import card_title
from photoorg.ui.search.browsing import Wish
from photoorg.ui.views.main_window import MainWindow
from photoorg.ui.views.shelf_geometry import HEADING
from tests.ui.fake_services import FakeServices

OpenWindow = Callable[[FakeServices], MainWindow]
CONTROL = Qt.KeyboardModifier.ControlModifier


def settle(qtbot: QtBot, window: MainWindow, runner: JobRunner) -> None:
    def at_rest() -> bool:
        covers = window.page.clusters.covers
        return not runner.busy and not window.thumbnails.loading and not (covers is not None and covers.loading)

    qtbot.waitUntil(at_rest)
    qtbot.wait(20)
    qtbot.waitUntil(at_rest)


def open_overview(qtbot: QtBot, window: MainWindow, runner: JobRunner) -> None:
    settle(qtbot, window, runner)
    qtbot.keyClick(window, Qt.Key.Key_2, CONTROL)
    qtbot.waitUntil(lambda: window.page.clusters.view is not None and window.page.clusters.view.isVisible())
    settle(qtbot, window, runner)


def test_the_sidebar_says_where_one_is_and_how_much_is_there(
    qtbot: QtBot, open_window: OpenWindow, runner: JobRunner
) -> None:
    window = open_window(FakeServices(40))
    settle(qtbot, window, runner)
    bar = window.page.sidebar
    qtbot.waitUntil(lambda: bar.entry("clusters").count == 4)
    assert bar.entry("photos").count == 40
    assert bar.marked == "photos"
    place = bar.visualRect(bar.model().index_of("clusters")).center()
    qtbot.mouseClick(bar.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: window.page.header.title == "Groups")
    assert bar.marked == "clusters"
    qtbot.keyClick(window, Qt.Key.Key_1, CONTROL)
    qtbot.waitUntil(lambda: window.model.rowCount() == 40 and window.grid.isVisible())
    qtbot.keyClick(window, Qt.Key.Key_B, CONTROL)
    assert not window.page.sidebar.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_B, CONTROL)
    assert window.page.sidebar.isVisible()


def test_covers_lie_under_their_themes_and_show_their_pictures(
    qtbot: QtBot, open_window: OpenWindow, runner: JobRunner
) -> None:
    window = open_window(FakeServices(40))
    open_overview(qtbot, window, runner)
    model, view = window.clusters.model, window.page.clusters.view
    assert view is not None
    assert [shelf.name for shelf in model.shelves] == ["animals", ""]
    index = model.index(0)
    assert index.data() == "Cats"
    assert card_title(Card(9, "sea, coast · Lisbon, May 2019", 3, 0.5, (1,), False)) == (
        "Sea, coast",
        "Lisbon, May 2019",
    )
    assert card_title(Card(9, "a · b", 3, 0.5, (1,), True)) == ("a · b", "")
    assert index.data(Qt.ItemDataRole.AccessibleDescriptionRole) == "8 photos  ·  80% sure"
    assert view.tiles.position(3)[1] > view.tiles.position(0)[1], "boats are alone in their theme"
    picture: QImage = view.grab().toImage()
    x, y = view.tiles.position(0)
    colours = {picture.pixelColor(x + across, y + 40).name() for across in (40, view.tiles.size[0] - 30)}
    assert len(colours) == 2, "a large picture and small ones beside it"


def test_a_group_opens_by_keyboard_and_escape_leads_back(
    qtbot: QtBot, open_window: OpenWindow, runner: JobRunner
) -> None:
    window = open_window(FakeServices(40))
    open_overview(qtbot, window, runner)
    view = window.page.clusters.view
    assert view is not None
    view.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Return):
        qtbot.keyClick(view, key)
    qtbot.waitUntil(lambda: list(window.model.ids) == [9, 10, 11, 12, 13, 14])
    assert window.page.header.title == "Dogs"
    assert window.page.cluster_bar.isVisible()
    qtbot.keyClick(window.grid, Qt.Key.Key_Escape)
    qtbot.waitUntil(view.isVisible)
    assert view.selected_clusters() == [2]
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.model.rowCount() == 40)


def test_searching_in_a_group_stays_in_it(qtbot: QtBot, open_window: OpenWindow, runner: JobRunner) -> None:
    services = FakeServices(40)
    window = open_window(services)
    settle(qtbot, window, runner)
    window.cluster_actions.open(1)
    qtbot.waitUntil(lambda: window.model.rowCount() == 8)
    window.search(Wish(text="sea", cluster=1))
    qtbot.waitUntil(lambda: window.model.rowCount() == 5)
    assert services.search.queries[-1].where.cluster == 1
    assert window.cluster_actions.subject() is None, "the group itself is not what is shown"
    window.step_back()
    qtbot.waitUntil(lambda: window.model.rowCount() == 8)


def test_a_group_is_renamed_with_f2(qtbot: QtBot, open_window: OpenWindow, runner: JobRunner) -> None:
    services = FakeServices(40)
    window = open_window(services)
    settle(qtbot, window, runner)
    window.cluster_actions.open(1)
    qtbot.waitUntil(lambda: window.model.rowCount() == 8)
    qtbot.keyClick(window, Qt.Key.Key_F2)
    dialog = window.findChild(RenameDialog)
    dialog.field.setText("my Cats")
    dialog.accept()
    qtbot.waitUntil(lambda: services.clusters.edits == [("rename", 1, "my Cats")])
    services.photos.commits += 1
    window.library.look()
    qtbot.waitUntil(lambda: window.page.header.title == "my Cats")
    qtbot.waitUntil(lambda: window.page.status_line.info == "Did rename. Ctrl+Z takes it back.")


def test_a_theme_is_renamed_by_its_heading_or_by_its_groups(
    qtbot: QtBot, open_window: OpenWindow, runner: JobRunner
) -> None:
    services = FakeServices(40)
    window = open_window(services)
    open_overview(qtbot, window, runner)
    view = window.page.clusters.view
    assert view is not None
    heading = QPoint(view.visualRect(window.clusters.model.index(0)).left() + 8, 24 + HEADING // 2)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=heading)
    assert view.selected_clusters() == [1, 2, 3], "a heading stands for its groups"
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=heading)
    dialog = window.findChild(RenameDialog)
    assert dialog.field.text() == "Animals"
    dialog.field.setText("my Pets")
    dialog.accept()
    qtbot.waitUntil(lambda: services.clusters.edits == [("rename", 10, "my Pets")])
    services.photos.commits += 1
    window.library.look()
    qtbot.waitUntil(lambda: [shelf.name for shelf in window.clusters.model.shelves] == ["my Pets", ""])
    view.select_rows([3])
    assert not window.commands.run("rename_theme"), "boats have no theme"
    view.select_rows([0, 3])
    assert not window.commands.run("rename_theme")
    view.select_rows([1])
    assert window.commands.run("rename_theme")
    qtbot.waitUntil(lambda: any(each.field.text() == "my Pets" for each in window.findChildren(RenameDialog)))


def test_selected_groups_are_merged(qtbot: QtBot, open_window: OpenWindow, runner: JobRunner) -> None:
    services = FakeServices(40)
    window = open_window(services)
    open_overview(qtbot, window, runner)
    view = window.page.clusters.view
    assert view is not None
    view.select_rows([0])
    assert not window.command_actions["merge_clusters"].isEnabled()
    view.select_rows([0, 2])
    assert window.command_actions["merge_clusters"].isEnabled()
    assert not window.command_actions["rename_cluster"].isEnabled()
    qtbot.keyClick(window, Qt.Key.Key_M, CONTROL)
    qtbot.waitUntil(lambda: services.clusters.edits == [("merge", 1, 3)])
    services.photos.commits += 1
    window.library.look()
    qtbot.waitUntil(lambda: [card.id for card in window.clusters.model.cards] == [1, 2, 4])
    qtbot.waitUntil(lambda: view.selected_clusters() == [1])


def test_photos_are_split_off_and_removed(qtbot: QtBot, open_window: OpenWindow, runner: JobRunner) -> None:
    services = FakeServices(40)
    window = open_window(services)
    settle(qtbot, window, runner)
    assert not window.command_actions["split_cluster"].isEnabled()
    window.cluster_actions.open(1)
    qtbot.waitUntil(lambda: window.model.rowCount() == 8)
    window.grid.selectAll()
    assert not window.command_actions["split_cluster"].isEnabled(), "nothing would be left"
    window.grid.select_rows([1, 2])
    window.commands.run("split_cluster")
    qtbot.waitUntil(lambda: services.clusters.edits == [("split", 1, 2, 3)])
    window.grid.select_rows([0])
    qtbot.keyClick(window.grid, Qt.Key.Key_N)
    qtbot.waitUntil(lambda: services.clusters.edits[1:] == [("remove", 1, 1)])


def test_a_group_is_split_further_and_that_can_be_stopped(
    qtbot: QtBot, open_window: OpenWindow, runner: JobRunner
) -> None:
    services = FakeServices(40)
    window = open_window(services)
    settle(qtbot, window, runner)
    action = window.command_actions["split_further"]
    assert not action.isEnabled()
    window.cluster_actions.open(1)
    qtbot.waitUntil(lambda: window.model.rowCount() == 8)
    services.clusters.slow = True
    window.commands.run("split_further")
    qtbot.waitUntil(action.isChecked)
    window.commands.run("split_further")
    qtbot.waitUntil(lambda: not action.isChecked())
    assert 5 not in services.clusters.groups, "it was stopped before anything changed"
    services.clusters.slow = False
    with qtbot.waitSignal(window.clusters.edited) as done:
        window.commands.run("split_further")
    assert done.args[1] == [1, 5]
    with qtbot.waitSignal(window.clusters.failed) as told:
        window.commands.run("split_further")
    assert told.args == ["These photos are all of one kind."]


def test_a_new_group_is_made_of_any_selection(qtbot: QtBot, open_window: OpenWindow, runner: JobRunner) -> None:
    services = FakeServices(40)
    window = open_window(services)
    settle(qtbot, window, runner)
    window.grid.select_rows([3, 4])
    qtbot.keyClick(window, Qt.Key.Key_G, CONTROL)
    qtbot.waitUntil(lambda: services.clusters.edits == [("make", 4, 5)])


def test_photos_are_put_into_a_group_that_is_chosen(qtbot: QtBot, open_window: OpenWindow, runner: JobRunner) -> None:
    services = FakeServices(40)
    window = open_window(services)
    settle(qtbot, window, runner)
    window.grid.select_rows([30, 31])
    window.commands.run("move_to_cluster")
    qtbot.waitUntil(lambda: window.findChild(ChooseGroupDialog) is not None)
    dialog = window.findChild(ChooseGroupDialog)
    assert [dialog.groups.item(row).text().split()[0] for row in range(4)] == ["Boats", "Cats", "Dogs", "Horses"]
    dialog.field.setText("nothing like it")
    dialog.accept()
    assert dialog.isVisible()
    dialog.field.setText("OR")
    dialog.accept()
    qtbot.waitUntil(lambda: services.clusters.edits == [("move", 3, 31, 32)])


def test_undo_takes_back_the_last_action_whatever_it_was(
    qtbot: QtBot, open_window: OpenWindow, runner: JobRunner
) -> None:
    services = FakeServices(40)
    window = open_window(services)
    settle(qtbot, window, runner)
    window.clusters.make([1, 2])
    qtbot.waitUntil(lambda: len(services.clusters.edits) == 1)
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: window.page.status_line.info == "Undone: Did make")
    qtbot.keyClick(window, Qt.Key.Key_Y, CONTROL)
    qtbot.waitUntil(lambda: window.page.status_line.info == "There is nothing to redo.")


def test_a_refused_edit_is_told(qtbot: QtBot, open_window: OpenWindow, runner: JobRunner) -> None:
    services = FakeServices(40)
    window = open_window(services)
    settle(qtbot, window, runner)
    services.clusters.error = CannotError("Not now.", "Later.")
    window.clusters.merge([1, 2])
    qtbot.waitUntil(lambda: window.page.status_line.info == "Not now. Later.")


def test_an_open_group_that_is_gone_leads_to_the_others(
    qtbot: QtBot, open_window: OpenWindow, runner: JobRunner
) -> None:
    services = FakeServices(40)
    window = open_window(services)
    settle(qtbot, window, runner)
    window.cluster_actions.open(3)
    qtbot.waitUntil(lambda: window.model.rowCount() == 6)
    del services.clusters.groups[3]
    services.photos.commits += 1
    window.library.look()
    qtbot.waitUntil(lambda: window.page.header.title == "Groups")


def test_without_groups_the_page_says_why(qtbot: QtBot, open_window: OpenWindow, runner: JobRunner) -> None:
    services = FakeServices(40)
    services.clusters.groups.clear()
    window = open_window(services)
    settle(qtbot, window, runner)
    window.cluster_actions.show_overview()
    settle(qtbot, window, runner)
    empty = window.page.clusters.empty
    assert empty is not None
    assert empty.isVisible()
    assert empty.headline == "No groups yet"


def test_the_menu_of_a_group_offers_what_can_be_done(qtbot: QtBot, open_window: OpenWindow, runner: JobRunner) -> None:
    window = open_window(FakeServices(40))
    open_overview(qtbot, window, runner)
    view = window.page.clusters.view
    assert view is not None
    view.select_rows([1])
    view.customContextMenuRequested.emit(view.visualRect(window.clusters.model.index(1)).center())
    menu = QApplication.activePopupWidget()
    assert menu is not None
    enabled = [action.text() for action in menu.actions() if action.isEnabled()]
    menu.close()
    assert enabled == ["Open", "Rename the group…", "Rename the theme…", "Find more", "Split further"]

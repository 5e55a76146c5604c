"""The search field, its chips and filters, driven in the window."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLineEdit, QMenu, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from photoorg.core.conditions import Conditions
from photoorg.core.types import Flag, Kind, Photo, State
from photoorg.ui.dialogs.dates import DatesDialog
from photoorg.ui.dialogs.name_search import NameSearchDialog
from photoorg.ui.filing.dragged import pack
from photoorg.ui.job_runner import JobRunner
from photoorg.ui.search.browsing import Wish
from photoorg.ui.search.filter_menu import below, toggled
from photoorg.ui.views.chip_line import Chip
from photoorg.ui.views.main_window import MainWindow
from tests.ui.fake_services import FakeServices


class Driver:
    """The window with its search field, as a person uses them."""

    def __init__(self, qtbot: QtBot, window: MainWindow, services: FakeServices, runner: JobRunner) -> None:
        self.qtbot, self.window, self.services, self.runner = qtbot, window, services, runner
        self.field = window.page.header.search.findChild(QLineEdit)

    def type(self, text: str) -> None:
        self.field.setFocus()
        self.qtbot.keyClicks(self.field, text)

    def press(self, key: Qt.Key) -> None:
        self.qtbot.keyClick(self.field, key)

    def settle(self) -> None:
        """Wait until what was typed has been searched."""
        pause = self.window.page.header.search._pause
        self.qtbot.waitUntil(lambda: not pause.isActive() and not self.runner.busy)

    @property
    def chips(self) -> list[str]:
        return [part.text for part in self.window.page.chip_line.parts]

    def chip(self, text: str) -> Chip:
        """The chip that says ``text``; those that are on their way out are hidden."""
        chips = self.window.page.chip_line.findChildren(Chip)
        return next(chip for chip in chips if chip.part.text == text and chip.isVisible())

    @property
    def wish(self) -> Wish:
        return self.window.browsing.wish


@pytest.fixture
def driver(qtbot: QtBot, open_window: Callable[[FakeServices], MainWindow], runner: JobRunner) -> Driver:
    services = FakeServices(60)
    services.photos.months = [("2024-05", 50), ("2023-12", 10)]
    facets = services.facets
    facets.kinds, facets.cameras = [(Kind.PHOTO, 55), (Kind.SCREENSHOT, 5)], [("Canon EOS 5D", 50), ("Pixel 7", 10)]
    facets.folders, facets.ratings = [("/photos", 45), ("/photos/Trips", 15)], [(5, 2), (3, 4)]
    facets.flags, facets.towns = [(Flag.PICK, 3)], [("Italy", "Rome", 8), ("Italy", "Genoa", 4)]
    facets.countries = [("Italy", 12)]
    made = Driver(qtbot, open_window(services), services, runner)
    made.settle()
    return made


def test_what_is_recognised_becomes_a_chip_once_it_is_finished(driver: Driver) -> None:
    driver.type("beach -do")
    driver.settle()
    assert (driver.wish.text, driver.wish.without, driver.chips) == ("beach", "do", [])
    assert driver.field.text() == "beach -do"
    driver.type("g kind:screenshot ")
    driver.settle()
    assert driver.chips == ["Screenshots", "not dog"]
    assert driver.field.text() == "beach "
    assert driver.wish == Wish("beach", without="dog", where=Conditions(kind=Kind.SCREENSHOT))
    query = driver.services.search.queries[-1]
    assert (query.text, query.without, query.where.kind) == ("beach", "dog", Kind.SCREENSHOT)


def test_enter_finishes_what_is_typed(driver: Driver) -> None:
    driver.type("-dog in:trips")
    driver.press(Qt.Key.Key_Return)
    driver.settle()
    assert driver.chips == ["Trips", "not dog"]
    assert driver.field.text() == ""
    assert driver.wish == Wish(without="dog", where=Conditions(folder="/photos/Trips"))
    assert driver.window.grid.hasFocus()


def test_typing_goes_on_where_a_chip_was_taken_out(driver: Driver) -> None:
    driver.type("sea shore")
    driver.field.setCursorPosition(3)
    driver.type(" -dog ")
    driver.settle()
    driver.type("x")
    assert driver.field.text() == "sea xshore"


def test_names_that_are_on_their_way_are_waited_for(driver: Driver) -> None:
    assert driver.window.searching._known is None
    driver.window.searching.type("group:dogs cat")
    driver.settle()
    assert driver.wish == Wish("cat", where=Conditions(cluster=2))
    assert driver.chips == ["Dogs"]
    driver.window.searching.type("cat in:nowhere")
    assert driver.wish.unknown == ("in:nowhere",)
    driver.settle()
    assert driver.window.page.header.subtitle == "Nothing here is called in:nowhere."
    driver.window.searching.type("kind:nonsense")
    assert driver.window.page.header.title == "All photos"
    assert driver.window.page.header.subtitle == "Nothing here is called kind:nonsense."


def test_a_group_is_called_by_its_name_once_that_is_known(driver: Driver) -> None:
    driver.window.search(Wish(where=Conditions(cluster=2)))
    driver.settle()
    assert driver.chips == ["Dogs"]
    assert driver.window.page.header.title == "Dogs"


def test_a_group_that_is_no_more_is_not_searched_within(driver: Driver, qtbot: QtBot) -> None:
    driver.window.search(Wish(cluster=1))
    driver.settle()
    del driver.services.clusters.groups[1]
    driver.services.photos.commits += 1
    driver.window.library.look()
    qtbot.waitUntil(lambda: driver.wish.overview)
    driver.type("sea")
    driver.settle()
    assert driver.wish == Wish("sea")


def test_conditions_are_completed_from_a_list(driver: Driver, qtbot: QtBot) -> None:
    driver.type("a cat")
    driver.settle()
    assert driver.field.completer() is None, "words are not guessed at"
    driver.type(" kind:s")
    popup = driver.field.completer().popup()
    qtbot.waitUntil(popup.isVisible)
    assert [popup.model().index(row, 0).data() for row in range(popup.model().rowCount())] == ["kind:screenshot"]
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: driver.chips == ["Screenshots"])
    assert driver.field.text() == "a cat "
    assert driver.wish == Wish("a cat", where=Conditions(kind=Kind.SCREENSHOT))
    assert not driver.window.grid.hasFocus(), "the person types on"
    driver.type("dog")
    assert not popup.isVisible()


def test_chips_are_removed_by_mouse_and_by_keyboard(driver: Driver, qtbot: QtBot) -> None:
    driver.window.search(Wish("sea", without="dog, cat", where=Conditions(rating=2, flag=Flag.PICK)))
    driver.settle()
    assert driver.chips == ["★★", "Picked", "not dog", "not cat"]
    line = driver.window.page.chip_line
    qtbot.mouseClick(driver.chip("not dog").findChild(QToolButton), Qt.MouseButton.LeftButton)
    driver.settle()
    assert (driver.wish.without, driver.wish.text) == ("cat", "sea")
    driver.field.clear()
    driver.field.setFocus()
    driver.press(Qt.Key.Key_Backspace)
    assert driver.chips == ["★★", "Picked"]
    driver.chip("★★").setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Delete)
    driver.settle()
    assert driver.chips == ["Picked"]
    assert line.isAncestorOf(QApplication.focusWidget())
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backspace)
    driver.settle()
    assert driver.wish.everything
    assert not line.isVisible()
    assert driver.window.page.header.title == "All photos"


def test_backspace_in_words_takes_letters_only(driver: Driver) -> None:
    driver.window.search(Wish("sea", where=Conditions(rating=2)))
    driver.field.setFocus()
    driver.press(Qt.Key.Key_Backspace)
    driver.settle()
    assert (driver.field.text(), driver.chips) == ("se", ["★★"])


def menu(driver: Driver) -> QMenu:
    """The menu of filters, opened by its command."""
    driver.window.commands.run("filter")
    driver.qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    found = QApplication.activePopupWidget()
    assert isinstance(found, QMenu)
    return found


def choose(driver: Driver, *path: str) -> None:
    """Choose an entry of the menu of filters by the beginnings of the names on the way to it."""
    here = menu(driver)
    top = here
    for name in path:
        action = next(action for action in here.actions() if action.text().startswith(name))
        here = action.menu()
    action.trigger()
    top.close()
    driver.settle()


def test_the_filters_say_what_there_is_and_narrow_by_it(driver: Driver) -> None:
    driver.window.search(Wish(where=Conditions(rating=1)))
    driver.settle()
    buttons = driver.window.page.chip_line.findChildren(QToolButton, "labelled")
    assert [button.text() for button in buttons if button.isVisible()] == ["Filter", "Save the search"]
    driver.window.search(Wish())
    choose(driver, "Kind", "Screenshots\t5")
    assert driver.wish == Wish(where=Conditions(kind=Kind.SCREENSHOT))
    assert driver.window.page.header.title == "Screenshots"
    choose(driver, "Date", "2023\t10")
    choose(driver, "Camera", "Pixel 7\t10")
    choose(driver, "Group", "Dogs\t6")
    choose(driver, "Folder", "    Trips\t15")
    choose(driver, "Stars", "★★★ or more\t6")
    choose(driver, "Picked\t3")
    choose(driver, "Place", "With a place\t12")
    choose(driver, "Place", "Italy", "Rome\t8")
    assert driver.wish.where == Conditions(
        Kind.SCREENSHOT, "2023", "2023", "/photos/Trips", 2, "Pixel 7", 3, Flag.PICK, True, "Rome"
    )
    choose(driver, "Only archived")
    assert driver.wish.where.state is State.ARCHIVED
    choose(driver, "Kind", "Screenshots")
    assert driver.wish.where.kind is None


def test_dates_are_asked_for(driver: Driver, qtbot: QtBot) -> None:
    choose(driver, "Date", "Between")
    dialog = driver.window.findChild(DatesDialog)
    assert (dialog.first.date().toString("yyyy-MM-dd"), dialog.last.date().toString("yyyy-MM-dd")) == (
        "2023-12-01",
        "2024-05-31",
    )
    dialog.first.setDate(dialog.last.date().addDays(1))
    dialog.accept()
    driver.settle()
    assert driver.wish.where == Conditions(date_from="2024-05-31", date_to="2024-06-01")


def test_not_is_offered_by_its_sign(driver: Driver) -> None:
    driver.window.search(Wish("sea"))
    choose(driver, "Leave out", "Something else…")
    driver.type("dog ")
    driver.settle()
    assert (driver.wish.text, driver.wish.without) == ("sea", "dog")


def test_a_kind_is_left_out_by_the_menu_and_taken_in_again_by_its_chip(driver: Driver) -> None:
    driver.window.search(Wish("sea"))
    choose(driver, "Leave out", "Screenshots")
    driver.settle()
    assert driver.wish.where == Conditions(outside=(Conditions(kind=Kind.SCREENSHOT),))
    (chip,) = driver.window.page.words.parts(driver.wish)
    assert chip.text == "not Screenshots"
    driver.window.searching._take_out(chip.rest)
    driver.settle()
    assert driver.wish.where == Conditions()


def test_leaving_out_is_chosen_beside_what_is_left_out_and_ends_alone() -> None:
    screenshots, documents = (Conditions(outside=(Conditions(kind=kind),)) for kind in (Kind.SCREENSHOT, Kind.DOCUMENT))
    both = toggled(screenshots, documents)
    assert (both.already, both.then) == (False, Conditions(outside=screenshots.outside + documents.outside))
    ended = toggled(both.then, screenshots)
    assert (ended.already, ended.then) == (True, documents)


def test_folders_count_what_lies_below_them() -> None:
    known = ("/p", "/p/a", "/p/a/b", "/p/empty", "/q")
    assert below([("/p/a", 3), ("/p/a/b", 4), ("/q", 1)], known) == {"/p": 7, "/p/a": 7, "/p/a/b": 4, "/q": 1}


def test_choosing_a_condition_replaces_another_of_its_kind() -> None:
    year = Conditions(date_from="2023", date_to="2023")
    open_end = Conditions(date_from="2020", rating=3)
    assert toggled(open_end, year).then == Conditions(date_from="2023", date_to="2023", rating=3)
    assert not toggled(open_end, year).already
    assert toggled(Conditions(date_from="2023", date_to="2023", rating=3), year).then == Conditions(rating=3)


def test_a_file_dropped_on_the_field_is_an_example(driver: Driver, tmp_path: Path) -> None:
    file = tmp_path / "Like me.jpg"
    file.write_bytes(b"")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path)), QUrl.fromLocalFile(str(file))])
    drop(driver, mime)
    assert driver.services.search.queries[-1].like == str(file)
    assert driver.chips == ["More like Like me.jpg"]
    assert driver.window.page.header.title == "More like Like me.jpg"


def test_a_photo_dropped_on_the_field_is_an_example(driver: Driver) -> None:
    driver.qtbot.waitUntil(lambda: driver.window.photos.get(4) is not None)
    drop(driver, pack([4, 5]))
    assert driver.services.search.queries[-1].like == 4


def drop(driver: Driver, mime: QMimeData) -> None:
    bar = driver.window.page.header.search
    how = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    hint = driver.field.placeholderText()
    enter = QDragEnterEvent(QPoint(30, 10), *how)
    QApplication.sendEvent(bar, enter)
    assert enter.isAccepted()
    assert driver.field.placeholderText() == "Drop it to find photos like it"
    QApplication.sendEvent(bar, QDropEvent(QPointF(30, 10), *how))
    assert driver.field.placeholderText() == hint != "Drop it to find photos like it"
    driver.settle()


def test_the_part_of_an_example_is_named_and_shown(driver: Driver) -> None:
    photo = Photo(3, "/photos/IMG_3.jpg", State.PRESENT, 1003, 1)
    driver.window.search(Wish(example=photo, crop=(0.5, 0.0, 0.5, 1.0)))
    driver.settle()
    assert driver.chips == ["Like a part of IMG_3.jpg"]
    assert driver.services.search.queries[-1].crop == (0.5, 0.0, 0.5, 1.0)
    picture = driver.window.searching._picture
    assert picture is not None
    assert picture.width() < picture.height()  # half of a picture three times as wide as two


def test_an_empty_result_says_what_to_loosen(driver: Driver, qtbot: QtBot) -> None:
    driver.window.search(Wish(where=Conditions(rating=5, state=State.ARCHIVED)))
    driver.settle()
    empty = driver.window.page.empty
    qtbot.waitUntil(empty.isVisible)
    assert "Without “Archive” there would be 2." in empty.advice
    assert "★★★★★" not in empty.advice  # nothing is archived, whatever its stars
    qtbot.mouseClick(empty.findChild(QPushButton), Qt.MouseButton.LeftButton)
    driver.settle()
    assert driver.wish == Wish(where=Conditions(rating=5))
    assert list(driver.window.model.ids) == [50, 60]


def test_where_one_condition_less_is_not_enough_all_are_taken_out(driver: Driver, qtbot: QtBot) -> None:
    driver.services.search.found = []
    wish = Wish("sea", where=Conditions(rating=5, state=State.TRASHED, place="Rome"))
    driver.services.photos.ids = array("q", [1, 2])
    driver.window.search(wish)
    driver.settle()
    empty = driver.window.page.empty
    qtbot.waitUntil(lambda: "is not enough" in empty.advice)
    driver.services.search.found = None
    qtbot.mouseClick(empty.findChild(QPushButton), Qt.MouseButton.LeftButton)
    driver.settle()
    assert driver.wish == Wish("sea")


def test_a_search_that_failed_can_be_asked_for_again(driver: Driver) -> None:
    driver.type("broken")
    driver.settle()
    assert driver.window.page.status_line.info == "The search is out of order. Try again later."
    driver.press(Qt.Key.Key_Return)
    driver.settle()
    assert [query.text for query in driver.services.search.queries] == ["broken", "broken"]


def test_words_are_not_blamed_on_conditions(driver: Driver, qtbot: QtBot) -> None:
    driver.window.search(Wish("nothing", where=Conditions(rating=1)))
    driver.settle()
    empty = driver.window.page.empty
    qtbot.waitUntil(empty.isVisible)
    assert "No photo fits these words" in empty.advice
    qtbot.mouseClick(empty.findChild(QPushButton), Qt.MouseButton.LeftButton)
    driver.settle()
    assert driver.wish.everything


def test_results_are_parted_by_how_sure_they_are(driver: Driver) -> None:
    driver.window.search(Wish("sea"))
    driver.settle()
    assert driver.window.page.header.subtitle == "3 sure, 2 possible"
    sections = driver.window.model.showing.sections
    assert [(section.title, section.count) for section in sections] == [("Sure", 3), ("Possible", 2)]
    driver.window.search(Wish("vague"))
    driver.settle()
    assert driver.window.model.showing.sections == ()


def test_a_search_is_saved_found_again_renamed_and_removed(driver: Driver, qtbot: QtBot) -> None:
    saved, sidebar = driver.window.saved, driver.window.page.sidebar
    assert not saved.can_save()
    wish = Wish("sea", Photo(3, "/photos/IMG_3.jpg", State.PRESENT, 1003, 1), "", (0.1, 0.1, 0.5, 0.5), "dog")
    wish = replace(wish, where=Conditions(rating=2), example=driver.services.photos.get(3))
    driver.window.search(wish)
    driver.settle()
    driver.window.commands.run("save_search")
    dialog = driver.window.findChild(NameSearchDialog)
    assert dialog.field.text() == "sea"
    dialog.field.clear()
    assert not dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok).isEnabled()
    dialog.field.setText("By the sea")
    dialog.accept()
    driver.settle()
    assert [search.query for search in driver.services.searches.all()] == [wish.query()]
    qtbot.waitUntil(lambda: sidebar.entry("search:1") is not None)
    assert sidebar.entry("search:1").text == "By the sea"
    driver.window.search(Wish())
    driver.window.places.go("search:1")
    driver.settle()
    assert driver.wish == wish
    assert sidebar.marked == "search:1"
    driver.window.commands.run("rename_search")
    dialog = driver.window.findChildren(NameSearchDialog)[-1]
    dialog.field.setText("Shore")
    dialog.accept()
    qtbot.waitUntil(lambda: sidebar.entry("search:1").text == "Shore")
    driver.window.commands.run("remove_search")
    qtbot.waitUntil(lambda: sidebar.entry("search:1") is None)

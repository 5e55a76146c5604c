"""Bulk review: the sure core is chosen, the doubtful edge lies apart, and the line between them moves."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from photoorg.core.conditions import Conditions
from photoorg.core.marks import Judgement
from photoorg.core.types import Kind
from photoorg.ui.groups.reviewing import above, by_certainty, parted
from photoorg.ui.models.photo_model import Section, Showing
from photoorg.ui.search.browsing import Wish, may_review
from photoorg.ui.views.main_window import MainWindow
from tests.ui.fake_services import FakeServices

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def services() -> FakeServices:
    return FakeServices(40)


@pytest.fixture
def window(services: FakeServices, open_window: Callable[..., MainWindow], qtbot: QtBot) -> MainWindow:
    shown = open_window(services)
    qtbot.waitUntil(lambda: len(shown.model.ids) == 40 and not shown.indexing.running)
    return shown


@pytest.fixture
def reviewed(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """The window with a review of the cats, who are less and less certain: 1, .9, .8, .7, .6, .5, .4, .3."""
    window.cluster_actions.open(1)
    qtbot.waitUntil(lambda: len(window.model.ids) == 8)
    qtbot.keyClick(window, Qt.Key.Key_R, CONTROL)
    return window


def sections(window: MainWindow) -> list[tuple[str, int]]:
    return [(section.title, section.count) for section in window.model.showing.sections]


def chosen(window: MainWindow) -> list[int]:
    return list(window.grid.selected_ids())


def test_the_sure_core_is_chosen_and_the_doubtful_lie_apart(reviewed: MainWindow, qtbot: QtBot) -> None:
    assert reviewed.reviewing.active
    assert sections(reviewed) == [("Sure", 4), ("Look at these", 4)]
    assert chosen(reviewed) == [1, 2, 3, 4]
    bar = reviewed.page.cluster_bar
    assert (bar.slider.minimum(), bar.slider.value(), bar.slider.maximum()) == (0, 4, 8)
    qtbot.waitUntil(lambda: bar.chosen == "4 photos chosen  ·  10.0 MB")


def test_the_line_moves_what_is_chosen_and_leaves_the_persons_own_choices(reviewed: MainWindow, qtbot: QtBot) -> None:
    grid, slider = reviewed.grid, reviewed.page.cluster_bar.slider
    grid.select_rows([0, 2, 3, 7])  # one left out, and one of the doubtful taken in
    slider.setValue(6)
    qtbot.waitUntil(lambda: sections(reviewed) == [("Sure", 6), ("Look at these", 2)])
    assert chosen(reviewed) == [1, 3, 4, 5, 6, 8]
    slider.setValue(3)
    qtbot.waitUntil(lambda: sections(reviewed) == [("Sure", 3), ("Look at these", 5)])
    assert chosen(reviewed) == [1, 3, 8]
    slider.setValue(0)
    qtbot.waitUntil(lambda: sections(reviewed) == [("Look at these", 8)])
    slider.setValue(8)
    qtbot.waitUntil(lambda: sections(reviewed) == [("Sure", 8)])


def test_what_is_chosen_goes_in_one_action_and_the_rest_stays_to_be_looked_at(
    reviewed: MainWindow, services: FakeServices, qtbot: QtBot
) -> None:
    qtbot.keyClick(reviewed.grid, Qt.Key.Key_A)
    qtbot.waitUntil(lambda: services.archive.done == [("archive", [1, 2, 3, 4])])
    services.clusters.groups[1] = ("cats", range(5, 9))
    qtbot.waitUntil(lambda: sections(reviewed) == [("Look at these", 4)])
    assert reviewed.reviewing.active
    assert chosen(reviewed) == [], "the next one was not chosen by anybody"
    assert reviewed.file_actions.toast.text == "4 photos archived (10.0 MB)."
    qtbot.waitUntil(lambda: reviewed.page.cluster_bar.chosen == "nothing chosen")


def test_a_review_survives_a_refresh_and_ends_with_the_place(
    reviewed: MainWindow, services: FakeServices, qtbot: QtBot
) -> None:
    services.clusters.groups[1] = ("cats", range(1, 8))
    services.photos.commits += 1
    reviewed.library.look()
    qtbot.waitUntil(lambda: sections(reviewed) == [("Sure", 4), ("Look at these", 3)])
    assert chosen(reviewed) == [1, 2, 3, 4]
    reviewed.search(Wish(text="sea"))
    qtbot.waitUntil(lambda: reviewed.page.header.title == "“sea”" and len(reviewed.model.ids) == 5)
    assert not reviewed.reviewing.active
    assert sections(reviewed) == [("Sure", 3), ("Possible", 2)], "the headings of a search, not of a review"


def test_escape_and_done_end_a_review(reviewed: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(reviewed.grid, Qt.Key.Key_Escape)
    assert not reviewed.reviewing.active
    assert reviewed.browsing.wish.cluster == 1, "it is the review that ends, not the visit"
    assert (sections(reviewed), chosen(reviewed)) == ([], [])
    reviewed.commands.run("review")
    assert sections(reviewed)
    assert reviewed.commands.run("end_review")
    assert not reviewed.commands.run("end_review")
    assert sections(reviewed) == []


def test_results_are_reviewed_by_their_certainty_without_being_asked_twice(
    window: MainWindow, services: FakeServices, qtbot: QtBot
) -> None:
    window.search(Wish(text="cat"))
    qtbot.waitUntil(lambda: len(window.model.ids) == 5)
    window.resize(700, 300)  # so that most is out of sight
    window.commands.run("review")
    assert sections(window) == [("Sure", 3), ("Look at these", 2)]
    window.grid.selectAll()
    window.grid.verticalScrollBar().setValue(0)
    bar = window.page.cluster_bar
    hidden = window.file_actions.foretelling.out_of_sight()
    assert hidden
    qtbot.waitUntil(lambda: bar.chosen == f"5 photos chosen  ·  12.5 MB  ·  {hidden} out of sight")
    window.commands.run("trash")
    qtbot.waitUntil(lambda: services.archive.done == [("trash", [1, 2, 3, 4, 5])])


def test_a_kind_is_reviewed_by_how_sure_that_is(window: MainWindow, services: FakeServices, qtbot: QtBot) -> None:
    certainties = {1000 + id: 1 - id / 50 for id in range(1, 41)}

    def of(contents: list[int]) -> dict[int, Judgement]:
        return {content: Judgement(Kind.SCREENSHOT, certainties[content]) for content in contents}

    services.kinds = SimpleNamespace(of=of)
    services.photos.ids = array("q", reversed(services.photos.ids))
    window.search(Wish(where=Conditions(kind=Kind.SCREENSHOT)))
    qtbot.waitUntil(lambda: list(window.model.ids[:2]) == [40, 39])
    window.commands.run("review")
    qtbot.waitUntil(lambda: window.reviewing.active)
    assert sections(window) == [("Sure", 5), ("Look at these", 35)]
    assert chosen(window) == [1, 2, 3, 4, 5], "the surest first, whenever they were taken"
    window.commands.run("end_review")
    assert list(window.model.ids[:2]) == [40, 39]


def test_what_comes_without_certainties_is_not_reviewed(window: MainWindow) -> None:
    assert not window.commands.run("review")
    for wish, can in (
        (Wish(), False),
        (Wish(where=Conditions(rating=3)), False),
        (Wish(overview=True), False),
        (Wish(where=Conditions(kind=Kind.DOCUMENT)), True),
        (Wish(text="x", where=Conditions(rating=3)), True),
        (Wish(cluster=3), True),
    ):
        assert may_review(wish) is can


def test_a_line_in_certainties() -> None:
    assert [above((0.9, 0.7, 0.7, 0.2), least) for least in (1.0, 0.9, 0.7, 0.1)] == [0, 1, 3, 4]
    ids = array("q", [1, 2, 3])
    ordered = by_certainty(Showing(ids, ids), {1: 0.2, 3: 0.8})
    assert (list(ordered.ids), ordered.certainties) == ([3, 1, 2], (0.8, 0.2, 0.0))
    both = parted(ordered, 0.5, ("a", "{n} here"), ("b", "{n} there"))
    assert both.sections == (Section("a", 1, "1 here"), Section("b", 2, "2 there"))


def test_a_group_is_not_reviewed_before_its_photos_are_there(window: MainWindow, qtbot: QtBot) -> None:
    window.search(Wish())
    window.cluster_actions.open(1)
    assert not window.browsing.answered
    assert not window.commands.run("review"), "what is shown is still something else"
    qtbot.waitUntil(lambda: window.browsing.answered)
    assert window.commands.run("review")
    assert len(window.browsing.showing.certainties) == len(window.model.ids)


def test_a_search_leaves_nothing_said_of_what_was_chosen(reviewed: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: reviewed.page.status_line.info == "4 photos selected")
    reviewed.search(Wish(text="flowers"))
    qtbot.waitUntil(lambda: reviewed.browsing.answered and not reviewed.reviewing.active)
    assert chosen(reviewed) == []
    assert reviewed.page.status_line.info == ""

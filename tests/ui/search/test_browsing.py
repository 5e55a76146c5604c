from __future__ import annotations

from array import array
from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from photoorg.core.conditions import Conditions
from photoorg.core.types import Hit, Photo, Query, State
from photoorg.ui.models.photo_model import Section, Showing
from photoorg.ui.search.browsing import DOUBTFUL, FOR_EXAMPLE, FOR_WORDS, Wish, without, worthwhile
from photoorg.ui.views.main_window import MainWindow
from tests.ui.fake_services import FakeServices


def hits(certainties: list[float]) -> list[Hit]:
    return [Hit(number, "x.jpg", 0.2, certainty, State.PRESENT) for number, certainty in enumerate(certainties)]


def test_the_doubtful_tail_is_left_out() -> None:
    found = hits([0.9] * 60 + [DOUBTFUL / 2] * 50)
    for by_example in (False, True):
        assert worthwhile(found, by_example=by_example) == found[:60]
    assert worthwhile(hits([0.9, 0.0]), by_example=False) == hits([0.9])


def test_some_doubtful_ones_are_shown_where_words_find_nothing_better() -> None:
    found = hits([0.0] * 50)
    assert worthwhile(found, by_example=False) == found[:FOR_WORDS]
    assert worthwhile([], by_example=False) == []


def test_an_example_always_has_its_nearest() -> None:
    found = hits([0.9] + [0.0] * 50)
    assert worthwhile(found, by_example=True) == found[:FOR_EXAMPLE]


def test_the_window_says_when_nothing_fits(qtbot: QtBot, open_window: Callable[[FakeServices], MainWindow]) -> None:
    window = open_window(FakeServices(40))
    for text, said in (("vague", True), ("plain", False)):
        window.search(Wish(text=text))
        qtbot.waitUntil(lambda said=said: ("Nothing fits" in window.page.header.subtitle) == said)


def test_the_window_says_what_was_searched_instead_and_what_is_not_known(
    qtbot: QtBot, open_window: Callable[[FakeServices], MainWindow]
) -> None:
    window = open_window(FakeServices(40))
    window.search(Wish(text="reciept"))
    qtbot.waitUntil(lambda: window.page.header.subtitle.startswith("Showing results for “receipt” · "))
    window.search(Wish(text="cat xqzzyvw"))
    qtbot.waitUntil(lambda: window.page.header.subtitle.startswith("Not known: xqzzyvw · "))
    window.search(Wish(text="cat"))
    qtbot.waitUntil(lambda: " · " not in window.page.header.subtitle)


def test_words_are_prepared_for_when_the_keyboard_comes_into_the_field(
    qtbot: QtBot, open_window: Callable[[FakeServices], MainWindow]
) -> None:
    services = FakeServices(40)
    window = open_window(services)
    for _ in range(2):
        window.page.header.search.entered.emit()
    qtbot.waitUntil(lambda: services.search.warmed == 1)
    window.browsing._rest.timeout.emit()
    qtbot.waitUntil(lambda: services.search.warmed == 0)


def test_conditions_alone_show_a_part_of_the_timeline(
    qtbot: QtBot, open_window: Callable[[FakeServices], MainWindow]
) -> None:
    services = FakeServices(60)
    window = open_window(services)
    window.search(Wish(where=Conditions(rating=3)))
    qtbot.waitUntil(lambda: list(window.model.ids) == [30, 40, 50, 60])
    assert (window.page.header.title, window.page.header.subtitle) == ("★★★", "4 photos")
    assert window.model.showing.certainties is None
    services.photos.ids.pop()
    services.photos.commits += 1
    window.library.look()
    qtbot.waitUntil(lambda: list(window.model.ids) == [30, 40, 50])


def test_a_wish_is_handed_on_whole() -> None:
    photo = Photo(7, "/p/7.jpg", State.PRESENT, 1007, 1)
    crop = (0.1, 0.2, 0.3, 0.4)
    wish = Wish("sea", photo, "", crop, "dog", Conditions(rating=2), cluster=5, put_away=State.ARCHIVED)
    where = Conditions(rating=2, cluster=5, state=State.ARCHIVED)
    assert wish.query(9) == Query("sea", 7, crop, "dog", where, 9)
    assert Wish(example_path="/x.jpg").query().like == "/x.jpg"
    assert Wish("sea", crop=crop).query().crop is None


def test_what_a_wish_asks_for() -> None:
    assert Wish().everything
    for wish in (Wish("x"), Wish(without="x"), Wish(example_path="/x.jpg"), Wish("x", where=Conditions(rating=1))):
        assert wish.searched
        assert (wish.everything, wish.narrowed, wish.place) == (False, False, False)
    for wish in (Wish(where=Conditions(rating=1)), Wish(where=Conditions(rating=1), cluster=3)):
        assert wish.narrowed
        assert (wish.everything, wish.searched, wish.place) == (False, False, False)
    assert Wish(cluster=3).place
    assert not Wish(cluster=3).everything


def test_a_search_that_is_superseded_is_stopped(
    qtbot: QtBot, open_window: Callable[[FakeServices], MainWindow]
) -> None:
    services = FakeServices(40)
    window = open_window(services)
    services.search.gate.clear()
    window.search(Wish(text="first"))
    qtbot.waitUntil(lambda: len(services.search.queries) == 1)
    for text in ("second", "third"):
        window.search(Wish(text=text))
    services.search.gate.set()
    qtbot.waitUntil(lambda: window.page.header.title == "“third”" and window.model.rowCount() == 5)
    assert [query.text for query in services.search.queries] == ["first", "third"]
    assert services.search.stopped == ["first"]


def test_what_is_left_out_leaves_its_section() -> None:
    ids = array("q", range(1, 7))
    parted = Showing(ids, ids, (0.9, 0.8, 0.7, 0.6, 0.5, 0.4), (Section("a", 2), Section("b", 1), Section("c", 3)))
    left = without(parted, {2, 3, 99})
    assert list(left.ids) == [1, 4, 5, 6]
    assert left.certainties == (0.9, 0.6, 0.5, 0.4)
    assert left.sections == (Section("a", 1), Section("c", 3))


def test_results_fill_while_photos_are_read_until_somebody_has_hands_on_them(
    qtbot: QtBot, open_window: Callable[[FakeServices], MainWindow], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("photoorg.ui.search.renewing._REST", 0)
    services = FakeServices(40)
    window = open_window(services)
    qtbot.waitUntil(lambda: window.known and not window.indexing.running)
    window.search(Wish(text="plain"))
    qtbot.waitUntil(lambda: window.browsing.answered)
    asked = len(services.search.queries)

    def grow() -> None:
        services.photos.ids.append(len(services.photos.ids) + 1)
        services.photos.commits += 1
        window.library.look()
        qtbot.waitUntil(lambda: window.page.sidebar.entry("photos").count == len(services.photos.ids))

    grow()
    qtbot.waitUntil(lambda: len(services.search.queries) == asked + 1)
    assert window.page.header.title == "“plain”"
    window.grid.select_rows([0, 1])
    grow()
    qtbot.wait(20)
    assert len(services.search.queries) == asked + 1, "what is selected stays as it is"
    assert window.grid.selected_count() == 2


def test_going_elsewhere_takes_the_keyboard_out_of_the_search(
    qtbot: QtBot, open_window: Callable[[FakeServices], MainWindow]
) -> None:
    window = open_window(FakeServices(40))
    qtbot.waitUntil(lambda: window.known)
    window.focus_search()
    qtbot.keyClicks(window.page.header.search._field, "plain")
    qtbot.waitUntil(lambda: window.browsing.wish.text == "plain" and window.browsing.answered)
    assert window.page.header.search.typing, "results leave the person typing"
    window.commands.run("show_clusters")
    qtbot.waitUntil(window.page.clusters.isVisible)
    assert not window.page.header.search.typing

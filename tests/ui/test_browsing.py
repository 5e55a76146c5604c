from __future__ import annotations

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from photoorg.core.types import Hit, State
from photoorg.ui.browsing import DOUBTFUL, FOR_EXAMPLE, FOR_WORDS, Wish, worthwhile
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

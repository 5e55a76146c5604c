"""What the library holds, as entries of the side bar, and where they lead."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from photoorg.core.clusters import BREAK
from photoorg.core.conditions import Conditions
from photoorg.core.marks import Judgement
from photoorg.core.named_places import NamedGroup
from photoorg.core.types import Kind
from photoorg.ui.job_runner import JobRunner
from photoorg.ui.library.place_entries import countries, folders, groups, kinds, years
from photoorg.ui.models.place_model import Entry
from photoorg.ui.remembered import Remembered
from photoorg.ui.search.browsing import Wish
from photoorg.ui.views.main_window import MainWindow
from tests.ui.fake_services import FakeServices


def told(entries: list[Entry] | tuple[Entry, ...]) -> list[object]:
    return [
        (each.text, each.count, told(each.children)) if each.children else (each.text, each.count) for each in entries
    ]


def test_months_lie_below_their_years() -> None:
    found = years([("2024-05", 3), ("2024-01", 2), ("2023-12", 7)])
    assert told(found) == [("2024", 5, [("May", 3), ("January", 2)]), ("2023", 7, [("December", 7)])]
    assert found[0].wish == Wish(where=Conditions(date_from="2024", date_to="2024"))
    assert found[0].children[1].wish == Wish(where=Conditions(date_from="2024-01", date_to="2024-01"))


def test_a_date_that_is_none_keeps_its_name() -> None:
    assert told(years([("0000-00", 1)])) == [("0000", 1, [("0000-00", 1)])]


def test_folders_are_trees_that_count_what_lies_below() -> None:
    top, other = os.path.abspath("/home/ada/Pictures"), os.path.abspath("/mnt/Pictures")
    trip = os.path.join(top, "2019", "Trip")
    found = folders(
        [(top, 4), (trip, 5), (os.path.join(top, "2019", "home"), 1), (os.path.abspath("/elsewhere"), 9)], [top, other]
    )
    assert told(found) == [
        ("Pictures (ada)", 10, [("2019", 6, [("home", 1), ("Trip", 5)])]),
        ("Pictures (mnt)", 0),
    ]
    assert found[0].children[0].children[1].wish == Wish(where=Conditions(folder=trip))
    assert found[0].children[0].children[1].tip == trip


def test_towns_lie_below_their_countries() -> None:
    found = countries([("Austria", 5), ("Peru", 1)], [("Austria", "Vienna", 4), ("Peru", "Lima", 1)])
    assert told(found) == [("Austria", 5, [("Vienna", 4)]), ("Peru", 1, [("Lima", 1)])]
    assert found[1].wish == Wish(where=Conditions(place="Peru"))
    assert found[0].children[0].wish == Wish(where=Conditions(place="Vienna"))


def test_kinds_are_named() -> None:
    found = kinds([(Kind.SCREENSHOT, 12)], {Kind.SCREENSHOT: "Screenshots"})
    assert told(found) == [("Screenshots", 12)]
    assert found[0].wish == Wish(where=Conditions(kind=Kind.SCREENSHOT))


def test_groups_are_listed_a_person_s_own_first_then_the_largest() -> None:
    named = [NamedGroup(id, f"thing {id}{BREAK}2024", 90 - id) for id in range(1, 40)]
    own = [NamedGroup(50, "the wedding", 3, own=True), NamedGroup(51, "Ada", 2, own=True)]
    found = groups([*named, *own])
    assert told(found)[:3] == [("Ada", 2), ("the wedding", 3), ("Thing 1", 89)]
    assert len(found) == 22
    assert found[0].wish == Wish(cluster=51)


def test_an_open_group_is_marked_where_it_is_listed(
    qtbot: QtBot, open_window: Callable[[FakeServices], MainWindow]
) -> None:
    window = open_window(FakeServices(40))
    bar = window.page.sidebar
    qtbot.waitUntil(lambda: bar.entry("group:2") is not None)
    assert (bar.entry("clusters").count, bar.entry("group:2").text) == (4, "Dogs")
    window.cluster_actions.open(2)
    qtbot.waitUntil(lambda: bar.marked == "clusters")
    bar.toggle("clusters")
    assert bar.marked == "group:2"
    qtbot.mouseClick(
        bar.viewport(), Qt.MouseButton.LeftButton, pos=bar.visualRect(bar.model().index_of("group:1")).center()
    )
    qtbot.waitUntil(lambda: window.browsing.wish == Wish(cluster=1) and bar.marked == "group:1")


def test_screenshots_and_documents_are_left_out_of_all_photos_where_that_is_wanted(
    qtbot: QtBot, open_window: Callable[[FakeServices], MainWindow], runner: JobRunner, tmp_path: Path
) -> None:
    services = FakeServices(40)
    services.photos.kinds = {3: Judgement(Kind.SCREENSHOT, 0.9), 4: Judgement(Kind.DOCUMENT, 0.9)}
    services.photos.kinds[5] = Judgement(Kind.DRAWING, 0.9)
    window = open_window(services)
    assert len(window.model.ids) == 40
    window.commands.run("photos_only")
    qtbot.waitUntil(lambda: len(window.model.ids) == 38)
    assert {3, 4}.isdisjoint(window.model.ids)
    assert window.page.header.subtitle == "38 photos, without screenshots and documents"
    assert window.page.sidebar.entry("photos").count == 38
    window.search(Wish(where=Conditions(kind=Kind.SCREENSHOT)))
    window.search(Wish())
    assert len(window.model.ids) == 38
    file = tmp_path / "window.json"
    remembered = Remembered(file)
    remembered.put("photos_only", True)
    again = MainWindow(services, runner, window.theme, remembered=remembered)
    qtbot.addWidget(again)
    again.show()
    qtbot.waitUntil(lambda: again.known)
    assert len(again.model.ids) == 38
    again.commands.run("photos_only")
    qtbot.waitUntil(lambda: len(again.model.ids) == 40)
    assert remembered.get("photos_only", True) is False


def test_the_side_bar_leads_to_a_month(qtbot: QtBot, open_window: Callable[[FakeServices], MainWindow]) -> None:
    services = FakeServices(40)
    services.facets.kinds = [(Kind.DRAWING, 2)]
    window = open_window(services)
    bar = window.page.sidebar
    qtbot.waitUntil(lambda: bar.entry("month:2024-05") is not None)
    assert bar.entry("year:2024").count == 40
    assert bar.entry("folder:/photos").count == 40
    assert bar.entry("kind:drawing").text == "Drawings"
    bar.toggle("timeline")
    bar.toggle("year:2024")
    qtbot.mouseClick(
        bar.viewport(), Qt.MouseButton.LeftButton, pos=bar.visualRect(bar.model().index_of("month:2024-05")).center()
    )
    qtbot.waitUntil(lambda: window.page.header.title == "May 2024")
    assert bar.marked == "month:2024-05"
    assert window.grid.hasFocus()

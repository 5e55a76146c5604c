"""Names: words against the rest of the library, feasts and spans of time, and places."""

from __future__ import annotations

import pytest

from photoorg.core.jobs import Job, run
from photoorg.services.grouping.dates import library_span, spoken_span
from photoorg.services.grouping.folders import spoken_folder, telling_folder
from photoorg.services.grouping.places import Coordinates, Origin, Place, spoken_places
from tests.services.grouping.conftest import Album

TEN_YEARS = library_span([f"{year}-06-01T12:00:00" for year in range(2010, 2021)])


@pytest.mark.parametrize(
    ("dates", "spoken"),
    [
        (["2019-12-24T18:00:00", "2019-12-25T10:00:00", "2019-12-26T09:00:00"], "Christmas 2019"),
        (["2019-12-31T22:00:00", "2020-01-01T00:10:00"], "New Year 2020"),
        (["2019-05-14T08:00:00", "2019-05-14T20:00:00"], "14 May 2019"),
        (["2019-05-14T08:00:00", "2019-05-17T20:00:00"], "14–17 May 2019"),
        (["2019-05-02T08:00:00", "2019-05-29T20:00:00"], "May 2019"),
        (["2019-05-20T08:00:00", "2019-06-03T20:00:00"], "May–June 2019"),
        (["2019-12-20T08:00:00", "2020-01-10T20:00:00"], "December 2019 – January 2020"),
        (["2019-02-20T08:00:00", "2019-11-03T20:00:00"], "2019"),
        (["2018-11-20T08:00:00", "2019-11-03T20:00:00"], ""),
        (["2011-02-20T08:00:00", "2019-11-03T20:00:00"], ""),
        (["2019-05-14T08:00:00", None, None], ""),
        ([], ""),
    ],
)
def test_spans_in_words(dates: list[str | None], spoken: str) -> None:
    assert spoken_span(dates, TEN_YEARS) == spoken


def test_a_time_that_is_that_of_the_whole_library_is_not_worth_saying() -> None:
    dates = ["2019-05-14T08:00:00", "2019-05-17T20:00:00"]
    assert spoken_span(dates, library_span(dates)) == ""


def test_places_are_said_where_they_tell_something() -> None:
    def places(points: list[Coordinates]) -> Job[list[Place]]:
        yield from ()
        return [
            Place("Lisbon" if point[0] < 40 else f"Town {point[1]}", "Portugal" if point[0] < 42 else "France")
            for point in points
        ]

    lisbon = [Origin(None, (38.7, -9.0 - step / 100)) for step in range(5)]
    porto = [Origin(None, (41.1, -8.0 - step / 100)) for step in range(5)]
    france = [Origin(None, (48.0, step / 10)) for step in range(20)]
    unknown = [Origin(None, None)] * 30
    everything = lisbon + porto + france + unknown
    groups = {1: lisbon, 2: porto, 3: france, 4: lisbon + unknown, 5: unknown}
    assert run(spoken_places(groups, everything, places)) == {1: "Lisbon", 2: "Portugal"}


def test_towns_come_from_the_list_that_ships(album: Album) -> None:
    album.add("dog", 12, where=(38.72, -9.14), taken="2019-08-03T10:00:00")
    album.add("car", 14, where=(48.2, 16.37), taken="2015-03-01T10:00:00")
    album.add("pizza", 14, taken="2021-01-01T10:00:00")
    album.background()
    album.cluster()
    names = sorted(group.name for group in album.services.clusters.all().clusters)
    assert "dogs · Lisbon, 3 August 2019" in names
    assert "cars · Vienna, 1 March 2015" in names


@pytest.mark.parametrize(
    ("folder", "spoken"),
    [
        ("2019/yin_yang", "yin yang"),
        ("2019-05-03 Oma wird 80", "Oma wird 80"),
        ("Trips/Rome", "Rome"),
        ("Grüße", "Grüße"),
        ("2019-05", ""),
        ("DCIM/100CANON", ""),
        ("101_PANA", ""),
        ("Camera Roll", ""),
        ("My Pictures", ""),
        ("WhatsApp Images", ""),
        ("export 3", ""),
        ("a1", ""),
        ("", ""),
    ],
)
def test_folders_in_words(folder: str, spoken: str) -> None:
    assert spoken_folder(folder) == spoken


def test_a_folder_names_the_group_that_it_is() -> None:
    assert telling_folder(["Rome"] * 8 + ["Bern"] * 2, 20, lambda folder: 20) == "Rome"
    assert telling_folder(["Rome"] * 6 + ["Bern"] * 4, 20, lambda folder: 12) == "", "it lies in several"
    assert telling_folder(["Rome"] * 10, 20, lambda folder: 60) == "", "it is a part of what lies there"
    assert telling_folder(["DCIM"] * 10, 10, lambda folder: 10) == ""
    assert telling_folder([], 10, lambda folder: 10) == ""


def test_a_folder_is_better_than_words_that_hardly_fit(album: Album) -> None:
    thing = album.add("thing", 14, folder="Sorted/yin_yang")  # nothing in particular: no word fits
    album.add("dog", 12, folder="Sorted/Bello")
    album.background()
    album.cluster()
    assert album.of(thing).name == "yin yang"
    assert "dogs" in {group.name for group in album.services.clusters.all().clusters}, "a word that fits well stays"


def test_no_two_groups_have_one_name(album: Album) -> None:
    first = album.add("dog", 12)
    album.background()
    album.cluster()
    clusters = album.services.clusters
    made, left = clusters.split(album.of(first).id, first[:5])
    second, _ = clusters.split(left.id, first[5:8])
    assert len({made.name, left.name, second.name}) == 3

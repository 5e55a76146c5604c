"""Counts that narrow a library down, and all that is told of one photo."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from photoorg.core.conditions import Conditions
from photoorg.core.facets import Facets
from photoorg.core.jobs import CancelToken, run
from photoorg.core.marks import Judgement, Mark
from photoorg.core.types import Flag, Kind, State
from photoorg.services.photos import towns
from photoorg.services.photos.details import InCluster
from tests.made_library import MadeLibrary


@pytest.fixture
def library(tmp_path: Path) -> Iterator[MadeLibrary]:
    made = MadeLibrary(tmp_path)
    made.add("home/2024/a.jpg", "2024-05-01", camera="Canon", where=(48.2, 16.4), kind=Kind.PHOTO, rating=5)
    made.add("home/2024/b.jpg", "2024-05-02", camera="Apple", kind=Kind.SCREENSHOT, rating=2, flag=Flag.PICK)
    made.add("disk/c.jpg", "2023-01-01", camera="Apple", kind=Kind.SCREENSHOT, rating=2)
    made.add("disk/d.jpg", "2022-01-01", content="home/2024/a.jpg")
    made.add("disk/e.jpg", "2022-01-01", camera="Canon", rating=1, flag=Flag.REJECT, state=State.TRASHED)
    yield made
    made.services.close()


def test_facets_count_what_the_timeline_shows(library: MadeLibrary) -> None:
    facets = library.services.facets.all()
    assert facets == Facets(
        photos=4,
        months=[("2024-05", 3), ("2023-01", 1)],
        folders=[(library.path("disk"), 2), (library.path("home/2024"), 2)],
        cameras=[("Apple", 2), ("Canon", 2)],
        kinds=[(Kind.PHOTO, 2), (Kind.SCREENSHOT, 2)],
        ratings=[(5, 1), (2, 2)],
        flags=[(Flag.PICK, 1)],
        placed=2,
        countries=[],
        towns=[],
    )
    timeline = library.services.photos.timeline
    for kind, count in facets.kinds:
        assert len(timeline(Conditions(kind=kind)).ids) == count
    for camera, count in facets.cameras:
        assert len(timeline(Conditions(camera=camera)).ids) == count
    for month, count in facets.months:
        assert len(timeline(Conditions(date_from=month, date_to=month)).ids) == count
    assert len(timeline(Conditions(has_place=True)).ids) == facets.placed


def test_facets_follow_the_library(library: MadeLibrary) -> None:
    facets = library.services.facets
    before = facets.all()
    assert facets.all() is before
    library.services.marks.rate([1], 4)
    assert facets.all().ratings == [(4, 1), (2, 2)]


def test_places_are_named(library: MadeLibrary) -> None:
    sea = library.add("home/sea.jpg", "2019-01-01", where=(40.0, -40.0))
    fiji = library.add("home/fiji.jpg", "2018-01-01", where=(-18.14, 178.44))
    assert library.services.photos.details(1).place == ""
    run(towns.update(library.catalog, None, CancelToken()))
    assert library.services.photos.details(1).place == "Landstraße, Vienna, Austria"
    assert library.services.photos.details(fiji).place == "Suva, Central, Fiji"
    assert library.services.photos.details(sea).place == "", "nothing is near"
    facets = library.services.facets.all()
    assert facets.countries == [("Austria", 2), ("Fiji", 1)]
    assert facets.towns == [("Austria", "Landstraße", 2), ("Fiji", "Suva", 1)]
    timeline = library.services.photos.timeline
    assert list(timeline(Conditions(place="Austria")).ids) == list(timeline(Conditions(place="Vienna")).ids) == [4, 1]
    assert list(timeline(Conditions(place="Central")).ids) == [fiji]
    assert list(timeline(Conditions(place="LANDSTRASSE")).ids) == [4, 1], "whatever its case"
    assert list(timeline(Conditions(place="fíji")).ids) == [fiji], "and its accents"
    assert list(timeline(Conditions(place="Fij")).ids) == []
    with pytest.raises(StopIteration):
        next(towns.update(library.catalog, None, CancelToken()))  # all are named: no process is started


def test_an_empty_library_has_no_facets(tmp_path: Path) -> None:
    library = MadeLibrary(tmp_path)
    assert library.services.facets.all() == Facets(0, [], [], [], [], [], [], 0, [], [])
    library.services.close()


def test_all_that_is_known_of_a_photo(library: MadeLibrary) -> None:
    group = library.group(1, 2, 3)
    library.services.clusters.rename(group, "Walks")
    library.services.marks.flag([1], Flag.REJECT)
    told = library.services.photos.details(1)
    assert told.photo == library.photo(1)
    assert told.metadata is not None
    assert (told.metadata.camera, told.metadata.latitude) == ("Canon", 48.2)
    assert told.mark == Mark(5, Flag.REJECT)
    assert told.kind == Judgement(Kind.PHOTO, 0.9)
    assert told.cluster == InCluster(group, "Walks", True, 0.75, group - 1, "")
    assert told.copies == (4,)
    assert told.modified.startswith("19")
    alone = library.services.photos.details(5)
    assert (alone.cluster, alone.kind, alone.copies) == (None, None, ())

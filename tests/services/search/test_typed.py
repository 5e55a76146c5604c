"""Typed queries over a library whose folders, groups and places have names."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from photoorg.core.conditions import Conditions
from photoorg.core.errors import UsageError
from photoorg.core.types import Kind, Query
from tests.made_library import MadeLibrary


@pytest.fixture
def library(tmp_path: Path) -> Iterator[MadeLibrary]:
    """Photos in nested folders, of three cameras, some in a group."""
    made = MadeLibrary(tmp_path)
    for number, (path, camera) in enumerate(
        [
            ("home/2019/Trips/Rome/a.jpg", "Canon EOS 5D"),
            ("home/2019/Trips/Rome/b.jpg", "Canon EOS 5D Mark II"),
            ("disk/c.jpg", "CANON PowerShot"),
            ("disk/d.jpg", "Pixel 7"),
        ]
    ):
        made.add(path, camera=camera, rating=number, kind=Kind.PHOTO)
    yield made
    made.services.close()


def asked(library: MadeLibrary, typed: str, **parts: object) -> Query:
    return library.services.typed.refine(Query(typed, **parts))  # type: ignore[arg-type]


def test_folders_are_known_from_the_roots_down(library: MadeLibrary) -> None:
    names = library.services.typed.names()
    assert set(names.folders) == {
        library.path(path) for path in ("home", "disk", "home/2019", "home/2019/Trips", "home/2019/Trips/Rome")
    }
    assert asked(library, "in:trips").where.folder == library.path("home/2019/Trips")
    assert asked(library, f"in:{library.path('disk')}").where.folder == library.path("disk")


def test_groups_come_by_name_and_before_their_themes(library: MadeLibrary) -> None:
    group = library.group(1, 2, 3)
    library.services.clusters.rename(group, "Holidays")
    theme = library.catalog.clusters.rows()[group].theme
    assert theme is not None
    library.services.clusters.rename(theme, "Holidays and more")
    names = library.services.typed.names().groups
    assert [(each.id, each.name, each.size, each.own) for each in names] == [
        (group, "Holidays", 3, True),
        (theme, "Holidays and more", 3, True),
    ]
    assert asked(library, "group:holi").where.cluster == group
    assert asked(library, 'group:"and more"').where.cluster == theme


def test_what_is_typed_joins_what_was_asked_for_otherwise(library: MadeLibrary) -> None:
    given = Conditions(rating=2, date_from="2010")
    query = asked(library, "sea -dog after:2015 kind:photo", without="cat", where=given, limit=7)
    where = Conditions(kind=Kind.PHOTO, rating=2, date_from="2015")
    assert query == Query("sea", without="cat, dog", where=where, limit=7)


def test_what_names_nothing_is_told(library: MadeLibrary) -> None:
    with pytest.raises(UsageError, match="in:nowhere"):
        asked(library, "sea in:nowhere")


def test_a_camera_is_named_whole_or_in_part(library: MadeLibrary) -> None:
    def found(camera: str) -> list[int]:
        return sorted(library.services.photos.timeline(Conditions(camera=camera)).ids)

    assert found("Canon EOS 5D") == [1], "the whole name of a camera is no part of another's"
    assert found("canon") == [1, 2, 3]
    assert found("pixel") == [4]
    assert found("Leica") == []

"""Which photos meet which conditions, and that no library is too large to ask."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from photoorg.catalog.conditions import clause
from photoorg.core.conditions import ALL, Conditions
from photoorg.core.types import Flag, Kind, State
from tests.made_library import MadeLibrary


@pytest.fixture
def library(tmp_path: Path) -> Iterator[MadeLibrary]:
    """Seven photos; the comment is their number."""
    made = MadeLibrary(tmp_path)
    made.add(
        "home/2024/a.jpg", "2024-05-31T23:59:59", camera="Canon", where=(48.2, 16.4), kind=Kind.PHOTO, rating=5
    )  # 1
    made.add("home/2024/b.png", "2024-06-01T00:00:00", kind=Kind.SCREENSHOT, flag=Flag.REJECT)  # 2
    made.add("home/2024 b/c.jpg", "2023-01-01T12:00:00", camera="Apple", kind=Kind.PHOTO, rating=3)  # 3
    made.add("disk/d.jpg", "2022-01-01T12:00:00", camera="Canon", kind=Kind.DOCUMENT, rating=4, flag=Flag.PICK)  # 4
    made.add("disk/x/e.jpg", "2021-01-01T12:00:00", content="home/2024/b.png")  # 5, a copy of 2, with its date
    made.add("disk/x/f.jpg", "2020-01-01T12:00:00", camera="Canon", rating=1, state=State.ARCHIVED)  # 6
    made.add("home/g.jpg", "2019-01-01T12:00:00")  # 7
    made.group(1, 3, 4)
    yield made
    made.services.close()


CASES = [
    (ALL, [5, 2, 1, 3, 4, 7]),
    (Conditions(kind=Kind.PHOTO), [1, 3]),
    (Conditions(kind=Kind.SCREENSHOT), [5, 2]),
    (Conditions(kind=Kind.DRAWING), []),
    (Conditions(date_from="2023"), [5, 2, 1, 3]),
    (Conditions(date_to="2024-05"), [1, 3, 4, 7]),
    (Conditions(date_from="2024-05-31", date_to="2024-05-31"), [1]),
    (Conditions(camera="Canon"), [1, 4]),
    (Conditions(rating=3), [1, 3, 4]),
    (Conditions(rating=5), [1]),
    (Conditions(flag=Flag.PICK), [4]),
    (Conditions(flag=Flag.REJECT), [2]),
    (Conditions(has_place=True), [1]),
    (Conditions(has_place=False), [5, 2, 3, 4, 7]),
    (Conditions(place="Vienna"), []),
    (Conditions(cluster=2), [1, 3, 4]),
    (Conditions(cluster=1), [1, 3, 4]),
    (Conditions(cluster=9), []),
    (Conditions(state=State.ARCHIVED), [6]),
    (Conditions(state=State.ARCHIVED, rating=2), []),
    (Conditions(kind=Kind.PHOTO, camera="Canon", rating=4, date_from="2024", cluster=2, has_place=True), [1]),
    (Conditions(camera="Canon", flag=Flag.REJECT), []),
    (Conditions(outside=(Conditions(kind=Kind.SCREENSHOT),)), [1, 3, 4, 7]),
    (Conditions(outside=(Conditions(kind=Kind.SCREENSHOT), Conditions(date_from="2022", date_to="2023"))), [1, 7]),
    (Conditions(outside=(Conditions(kind=Kind.PHOTO, camera="Canon"),)), [5, 2, 3, 4, 7]),
    (Conditions(outside=(Conditions(rating=3),), kind=Kind.PHOTO), []),
    (Conditions(outside=(Conditions(flag=Flag.REJECT), Conditions(cluster=2))), [5, 7]),
    (Conditions(outside=(Conditions(has_place=True), Conditions(camera="Apple"))), [5, 2, 4, 7]),
    (Conditions(outside=(Conditions(state=State.ARCHIVED),)), [5, 2, 1, 3, 4, 7]),
    (Conditions(outside=(Conditions(state=State.PRESENT),)), []),
    (Conditions(outside=(ALL,)), [5, 2, 1, 3, 4, 7]),
]


@pytest.mark.parametrize(("where", "expected"), CASES)
def test_each_condition(library: MadeLibrary, where: Conditions, expected: list[int]) -> None:
    assert list(library.services.photos.timeline(where).ids) == expected
    assert photos_in_hand(library, where) == set(expected)


def photos_in_hand(library: MadeLibrary, where: Conditions) -> set[int]:
    """The same question, asked of some contents."""
    found = library.catalog.photos.of_contents(range(1, 10), (State.PRESENT,), where)
    return {photo.id for photos in found.values() for photo in photos}


@pytest.mark.parametrize(
    ("folder", "expected"),
    [
        ("home", [2, 1, 3, 7]),
        ("home/", [2, 1, 3, 7]),
        ("home/2024", [2, 1]),
        ("disk/x", [5]),
        ("", [5, 2, 1, 3, 4, 7]),
        ("hom", []),
        ("home/2024/a.jpg", []),
    ],
)
def test_folders(library: MadeLibrary, folder: str, expected: list[int]) -> None:
    where = Conditions(folder=library.path(folder))
    assert list(library.services.photos.timeline(where).ids) == expected
    assert photos_in_hand(library, where) == set(expected)
    assert where.empty is False


def test_what_lies_in_a_folder_can_be_left_out(library: MadeLibrary) -> None:
    for folder, left in (("home/2024", [5, 3, 4, 7]), ("", []), ("nowhere", [5, 2, 1, 3, 4, 7])):
        where = Conditions(outside=(Conditions(folder=library.path(folder)),))
        assert list(library.services.photos.timeline(where).ids) == left
        assert photos_in_hand(library, where) == set(left)


def test_a_file_name_of_any_bytes_is_below_its_folder(library: MadeLibrary) -> None:
    odd = library.add("home/caf\udce9\udcff/z.jpg", "2030")
    assert list(library.services.photos.timeline(Conditions(folder=library.path("home/caf\udce9\udcff"))).ids) == [odd]
    assert library.services.facets.all().folders[-1] == (library.path("home/caf\udce9\udcff"), 1)


def test_no_row_of_photos_is_looked_at(library: MadeLibrary) -> None:
    folders = [Conditions(folder=library.path(folder)) for folder in ("home", "home/2024", "nowhere")]
    for where in [*(where for where, _ in CASES), *folders]:
        chosen = clause(library.catalog.database, where, (State.PRESENT,))
        plan = library.catalog.database.connection.execute(
            f"""EXPLAIN QUERY PLAN SELECT p.id, ifnull(p.content, 0) FROM photos p INDEXED BY photos_timeline
                WHERE {chosen.sql} ORDER BY p.taken DESC, p.id DESC""",
            chosen.values,
        ).fetchall()
        assert plan[0][3].startswith("SEARCH p USING COVERING INDEX photos_timeline"), where
        assert not any("TEMP B-TREE" in row[3] for row in plan), where
        for row in plan[1:]:
            assert not row[3].startswith("SCAN") or "COVERING INDEX" in row[3], (where, row[3])


def test_photos_in_hand_are_not_looked_for_among_all(library: MadeLibrary) -> None:
    asked: list[str] = []
    connection = library.catalog.database.connection
    connection.set_trace_callback(asked.append)
    for where, _ in CASES:
        photos_in_hand(library, where)
    connection.set_trace_callback(None)
    for statement in {each for each in asked if "photos_content" in each}:
        plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {statement}")]
        assert plan[0].startswith("SEARCH p USING INDEX photos_content (content=?"), statement
        assert not any(step.startswith("SCAN") for step in plan), (statement, plan)
        assert statement.count("IN (SELECT") == statement.count("cluster IN (SELECT"), "groups of a theme are few"

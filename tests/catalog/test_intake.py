"""Additions, edits, moves and failures as the catalog records them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from photoorg.catalog.intake import ReadFile, Taken
from photoorg.catalog.store import Catalog
from photoorg.core.conditions import Conditions
from photoorg.core.types import FoundFile, Metadata, Root, State

SPACE = "test@1/visual"


@pytest.fixture
def catalog(tmp_path: Path) -> Iterator[Catalog]:
    catalog = Catalog(tmp_path / "catalog")
    yield catalog
    catalog.close()


@pytest.fixture
def root(catalog: Catalog, tmp_path: Path) -> Root:
    (tmp_path / "photos").mkdir()
    return catalog.roots.add(str(tmp_path / "photos"))


def note(catalog: Catalog, root: Root, rel: str, id: int | None = None, companions: tuple[str, ...] = ()) -> None:
    with catalog.database.write():
        catalog.intake.found(FoundFile(root.id, rel, 3, 5, companions), "2020-01-01T00:00:00", id)


def take(catalog: Catalog, id: int, content: bytes, taken: str | None = None, failure: str | None = None) -> Taken:
    reading = ReadFile(
        id,
        3,
        5,
        "2020-01-01T00:00:00",
        hash=content.ljust(16),
        metadata=Metadata(4, 3, "JPEG", taken=taken),
        vectors={SPACE: b"\x00\x3c" * 2},
        failure=failure,
    )
    with catalog.database.write():
        return catalog.intake.take(reading)


def pending(catalog: Catalog, root: Root) -> list[int]:
    return [photo.id for photo in catalog.intake.pending([root], [SPACE])]


def test_a_found_file_waits_until_it_is_read(catalog: Catalog, root: Root) -> None:
    note(catalog, root, "a.jpg")
    (id,) = pending(catalog, root)
    assert list(catalog.photos.timeline().contents) == [0]
    assert take(catalog, id, b"A", "2019-05-06T07:08:09") == Taken(id, "added", 1)
    assert pending(catalog, root) == []
    photo = catalog.photos.get(id)
    assert photo is not None
    assert (photo.path, photo.taken, photo.width) == (os.path.join(root.path, "a.jpg"), "2019-05-06T07:08:09", 4)


def test_a_timeline_tells_its_months(catalog: Catalog, root: Root) -> None:
    assert catalog.photos.timeline().months == ()
    for number, day in enumerate(("2019-05-06", "2019-05-31", "2019-04-30", "2018-05-01"), 1):
        note(catalog, root, f"{number}.jpg")
        take(catalog, number, b"%d" % number, f"{day}T07:08:09")
    found = catalog.photos.timeline()
    assert list(found.ids) == [2, 1, 3, 4]
    assert found.months == (("2019-05", 2), ("2019-04", 1), ("2018-05", 1))
    narrowed = catalog.photos.timeline(Conditions(date_to="2019-05-06"))
    assert narrowed.months == (("2019-05", 1), ("2019-04", 1), ("2018-05", 1))


def test_a_long_timeline_is_read_in_pieces(catalog: Catalog, root: Root, monkeypatch: pytest.MonkeyPatch) -> None:
    days = ("2020-03-04", "2020-03-05", "2020-01-02", "2019-12-31", "2019-12-01", "2017-07-07")
    for number, day in enumerate(days, 1):
        note(catalog, root, f"{number}.jpg")
        take(catalog, number, b"%d" % number, f"{day}T07:08:09")
    note(catalog, root, "unread.jpg")
    whole = catalog.photos.timeline()
    read = [id for id in whole.ids if id <= len(days)]
    assert read == [2, 1, 3, 4, 5, 6]
    assert len(whole.ids) == len(days) + 1
    for piece in (1, 2, 3, 4):
        monkeypatch.setattr("photoorg.catalog.photos._PIECE", piece)
        assert catalog.photos.timeline() == whole
    assert list(catalog.photos.timeline(Conditions(date_to="9999")).ids) == list(whole.ids)


def test_an_edit_in_place_keeps_the_id(catalog: Catalog, root: Root) -> None:
    note(catalog, root, "a.jpg")
    take(catalog, 1, b"A")
    note(catalog, root, "a.jpg", id=1)
    assert take(catalog, 1, b"B") == Taken(1, "changed", 2)


def test_a_touched_file_is_the_same(catalog: Catalog, root: Root) -> None:
    note(catalog, root, "a.jpg")
    take(catalog, 1, b"A")
    note(catalog, root, "a.jpg", id=1)
    assert take(catalog, 1, b"A") == Taken(1, "same", 1)


def test_a_move_keeps_the_oldest_missing_id_and_takes_the_new_companions(catalog: Catalog, root: Root) -> None:
    for rel in ("a.jpg", "copy.jpg", "new/a.jpg"):
        note(catalog, root, rel, companions=(rel + ".xmp",))
    take(catalog, 1, b"A")
    take(catalog, 2, b"A")
    with catalog.database.write():
        catalog.intake.missing(1)
        catalog.intake.missing(2)
    assert take(catalog, 3, b"A") == Taken(1, "moved", 1)
    photo = catalog.photos.get(1)
    assert photo is not None
    assert photo.path.endswith("new/a.jpg")
    assert photo.state is State.PRESENT
    assert catalog.photos.companions(1) == [os.path.join(root.path, "new/a.jpg.xmp")]
    assert catalog.photos.get(3) is None
    assert catalog.photos.counts()["missing"] == 1


def test_copies_are_two_photos_of_one_content(catalog: Catalog, root: Root) -> None:
    note(catalog, root, "a.jpg")
    note(catalog, root, "b.jpg")
    assert take(catalog, 1, b"A").content == take(catalog, 2, b"A").content
    assert [len(photos) for photos in catalog.photos.of_contents([1]).values()] == [2]


def test_a_failure_is_listed_and_not_shown(catalog: Catalog, root: Root) -> None:
    note(catalog, root, "bad.jpg")
    take(catalog, 1, b"", failure="The file is empty.")
    assert [(failure.reason) for failure in catalog.photos.failures()] == ["The file is empty."]
    assert len(catalog.photos.timeline().ids) == 0
    assert catalog.photos.counts()["present"] == 0
    assert pending(catalog, root) == []


def test_only_complete_contents_of_the_same_size_are_known(catalog: Catalog, root: Root) -> None:
    note(catalog, root, "a.jpg")
    take(catalog, 1, b"A")
    note(catalog, root, "b.jpg")
    (photo,) = catalog.intake.pending([root], [SPACE])
    assert photo.known == (b"A".ljust(16),)
    (photo,) = catalog.intake.pending([root], [SPACE, "other@1/visual"])
    assert photo.known == ()


def test_names_that_are_no_text_survive(catalog: Catalog, root: Root) -> None:
    rel = os.fsdecode(b"caf\xe9\xff.jpg")
    note(catalog, root, rel)
    photo = catalog.photos.at(os.path.join(root.path, rel))
    assert photo is not None
    assert os.fsencode(photo.path).endswith(b"caf\xe9\xff.jpg")


def test_conditions_of_a_search(catalog: Catalog, root: Root) -> None:
    for id, (rel, taken) in enumerate({"x/a.jpg": "2019-05-31T23:00:00", "y/b.jpg": "2020-01-01T00:00:00"}.items(), 1):
        note(catalog, root, rel)
        take(catalog, id, rel.encode(), taken)
    searchable = catalog.photos.searchable
    assert list(searchable()) == [1, 2]
    assert list(searchable(where=Conditions(date_from="2019-05", date_to="2019-05"))) == [1]
    assert list(searchable(where=Conditions(date_to="2019-05-30"))) == []
    assert list(searchable(where=Conditions(folder=os.path.join(root.path, "y")))) == [2]
    assert list(searchable(where=Conditions(folder=root.path))) == [1, 2]
    assert list(searchable(states=(State.TRASHED,))) == []


def test_a_parent_takes_over_its_children(catalog: Catalog, root: Root) -> None:
    note(catalog, root, "a.jpg", companions=("a.xmp",))
    parent = catalog.roots.add(os.path.dirname(root.path))
    assert [r.id for r in catalog.roots.all()] == [parent.id]
    assert [rel for rel, *_ in catalog.intake.known(parent.id)] == [os.path.join("photos", "a.jpg")]
    assert catalog.photos.companions(1) == [os.path.join(root.path, "a.xmp")]
    assert catalog.roots.add(root.path) == parent


def test_removing_a_root_forgets_its_photos(catalog: Catalog, root: Root) -> None:
    note(catalog, root, "a.jpg", companions=("a.xmp",))
    assert catalog.roots.remove(root.id) == 1
    assert catalog.photos.get(1) is None
    assert catalog.roots.all() == []


def test_the_stamp_of_a_space_follows_its_vectors(catalog: Catalog, root: Root) -> None:
    assert catalog.vectors.stamp(SPACE) == (0, 0)
    for id, rel in enumerate(("a.jpg", "b.jpg"), 1):
        note(catalog, root, rel)
        take(catalog, id, rel.encode())
    assert catalog.vectors.stamp(SPACE) == (2, 2)
    with catalog.database.write() as connection:
        connection.execute("DELETE FROM vectors WHERE content = 2")
    assert catalog.vectors.stamp(SPACE) == (1, 1)
    with catalog.database.write() as connection:
        connection.execute("DELETE FROM vectors")
    assert catalog.vectors.stamp(SPACE) == (0, 0)

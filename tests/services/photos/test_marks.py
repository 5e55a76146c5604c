"""Stars, flags, kinds and saved searches: each change is one action, and undo takes it back."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest

from photoorg.core.conditions import Conditions
from photoorg.core.errors import CannotError, UsageError
from photoorg.core.jobs import run
from photoorg.core.marks import Judgement, Mark
from photoorg.core.searches import dumps, loads
from photoorg.core.types import Flag, Kind, Query, State
from tests.made_library import MadeLibrary


@pytest.fixture
def library(tmp_path: Path) -> Iterator[MadeLibrary]:
    made = MadeLibrary(tmp_path)
    for number in range(1, 6):
        made.add(f"home/{number}.jpg", f"202{number}-01-01T00:00:00")
    yield made
    made.services.close()


def history(library: MadeLibrary) -> list[tuple[str, int, str]]:
    return [(action.what, action.photos, action.state) for action in library.services.history.list()]


def undo(library: MadeLibrary, count: int = 1) -> None:
    run(library.services.history.undo(count))


def redo(library: MadeLibrary, count: int = 1) -> None:
    run(library.services.history.redo(count))


def test_marks_are_set_and_taken_back(library: MadeLibrary) -> None:
    marks = library.services.marks
    assert marks.rate([1, 2, 2], 4).photos == [1, 2]
    assert marks.flag([2, 3], Flag.PICK).photos == [2, 3]
    done = {1: Mark(4), 2: Mark(4, Flag.PICK), 3: Mark(0, Flag.PICK)}
    assert marks.of([1, 2, 3, 4]) == done
    assert marks.rate([2, 3], 0).photos == [2], "3 has no stars to take off"
    assert marks.flag([1, 2, 3], None).photos == [2, 3]
    assert marks.of([1, 2, 3]) == {1: Mark(4)}
    assert [row[:2] for row in history(library)] == [
        ("Took the flags off 2 photos", 2),
        ("Took the stars off 1 photo", 1),
        ("Picked 2 photos", 2),
        ("Gave 2 photos 4 stars", 2),
    ]
    undo(library, 2)
    assert marks.of([1, 2, 3]) == done
    undo(library, 2)
    assert marks.of([1, 2, 3]) == {}
    redo(library, 4)
    assert marks.of([1, 2, 3]) == {1: Mark(4)}


def test_what_changes_nothing_is_no_action(library: MadeLibrary) -> None:
    marks = library.services.marks
    first = marks.rate([1], 1)
    again = marks.rate([1], 1)
    assert (again.action, again.photos) == (None, [])
    undo(library)
    redo_possible = library.services.history.next_redo
    assert redo_possible is not None
    assert redo_possible.id == first.action
    assert marks.rate([1], 0).action is None
    assert library.services.history.next_redo == redo_possible, "nothing was done, so redo is still there"


def test_who_marks_what_is_not_there_hears_of_it(library: MadeLibrary) -> None:
    with pytest.raises(CannotError, match="no photo 77"):
        library.services.marks.rate([1, 77], 3)
    assert library.services.marks.of([1]) == {}
    with pytest.raises(UsageError, match="from 0 to 5"):
        library.services.marks.rate([1], 6)
    with pytest.raises(UsageError, match="Name the photos"):
        library.services.marks.flag([], None)


def test_marks_of_a_photo_that_was_forgotten_do_not_stop_undo(library: MadeLibrary) -> None:
    library.services.marks.rate([1, 2], 3)
    library.services.marks.rate([1, 2], 5)
    with library.catalog.database.write() as connection:
        connection.execute("DELETE FROM photos WHERE id = 1")
    undo(library)
    assert library.services.marks.of([1, 2]) == {2: Mark(3)}


def test_copies_are_marked_apart_and_judged_together(library: MadeLibrary) -> None:
    copy = library.add("disk/copy.jpg", content="home/1.jpg")
    library.services.marks.rate([copy], 2)
    assert library.services.marks.of([1, copy]) == {copy: Mark(2)}
    assert library.services.kinds.set([copy], Kind.DRAWING).photos == [copy]
    assert list(library.services.photos.timeline(Conditions(kind=Kind.DRAWING)).ids) == [copy, 1]


def test_a_person_wins_over_the_classifier(library: MadeLibrary) -> None:
    kinds, kept, database = library.services.kinds, library.catalog.kinds, library.catalog.database
    contents = {id: library.photo(id).content or 0 for id in range(1, 6)}
    assert list(kept.unknown()) == list(contents.values())
    with database.write():
        kept.store([(contents[1], Kind.PHOTO, 0.8), (contents[2], Kind.SCREENSHOT, 0.6), (999, Kind.PHOTO, 0.9)])
    assert list(kept.unknown()) == [contents[id] for id in (3, 4, 5)]
    kinds.set([1, 3], Kind.DOCUMENT)
    with database.write():
        kept.store([(contents[1], Kind.DRAWING, 1.0), (contents[2], Kind.DRAWING, 0.7)])
    document = Judgement(Kind.DOCUMENT, 1.0, by_person=True)
    assert kinds.of(list(contents.values())) == {
        contents[1]: document,
        contents[2]: Judgement(Kind.DRAWING, 0.7),
        contents[3]: document,
    }
    assert kinds.set([1], Kind.DOCUMENT).action is None
    assert history(library) == [("Filed 2 photos under documents", 2, "done")]
    undo(library)
    assert kinds.of([contents[1], contents[3]]) == {contents[1]: Judgement(Kind.PHOTO, 0.8)}
    redo(library)
    assert kinds.of([contents[1], contents[3]]) == {contents[1]: document, contents[3]: document}


def test_an_edit_in_place_keeps_marks_and_the_word_of_a_person(library: MadeLibrary) -> None:
    library.services.marks.rate([1], 3)
    library.services.kinds.set([1], Kind.DOCUMENT)
    with library.catalog.database.write():
        library.catalog.kinds.store([(library.photo(2).content or 0, Kind.PHOTO, 0.9)])
    fresh = library.photo(3).content, library.photo(4).content
    with library.catalog.database.write() as connection:
        for id, content in zip((1, 2), fresh, strict=True):
            connection.execute("UPDATE photos SET content = ? WHERE id = ?", (content, id))
    assert library.services.marks.of([1]) == {1: Mark(3)}
    assert library.services.kinds.of([content or 0 for content in fresh]) == {
        fresh[0]: Judgement(Kind.DOCUMENT, 1.0, by_person=True)
    }, "what a classifier thought of the old content says nothing of the new one"


def test_saved_searches(library: MadeLibrary) -> None:
    searches = library.services.searches
    sea = Query(text="sea", where=Conditions(rating=3, kind=Kind.PHOTO))
    first = searches.save("  Best   of the sea ", sea)
    second = searches.save("Picked", Query(where=Conditions(flag=Flag.PICK)))
    assert searches.all() == [first, second]
    assert (first.name, searches.named("Best of the sea").query) == ("Best of the sea", sea)
    changed = searches.save("Picked", Query(where=Conditions(flag=Flag.REJECT)))
    assert changed.id == second.id
    searches.rename(first.id, "Sea")
    searches.remove(second.id)
    assert [search.name for search in searches.all()] == ["Sea"]
    undo(library, 2)
    assert searches.all() == [first, changed]
    undo(library, 3)
    assert searches.all() == []
    redo(library, 5)
    assert [(search.id, search.name, search.query) for search in searches.all()] == [(first.id, "Sea", sea)]
    with pytest.raises(UsageError, match="needs a name"):
        searches.save(" ", sea)
    with pytest.raises(UsageError, match="nothing to save"):
        searches.save("x", Query())
    with pytest.raises(CannotError, match="no saved search 9"):
        searches.remove(9)
    other = searches.save("Other", sea)
    with pytest.raises(UsageError, match="already"):
        searches.rename(other.id, "Sea")


def test_every_part_of_a_query_can_be_written_down() -> None:
    where = Conditions(
        Kind.DRAWING,
        "2020",
        "2021-02",
        "/a",
        3,
        "Canon",
        4,
        Flag.PICK,
        has_place=False,
        place="Vienna",
        state=State.ARCHIVED,
        outside=(Conditions(kind=Kind.PHOTO, date_from="2019"), Conditions(state=State.TRASHED)),
    )
    query = Query("sea", 7, (0.1, 0.2, 0.3, 0.4), "sand", where, 20)
    plain = (Query(), Conditions())
    for whole, empty in zip((query, where), plain, strict=True):
        for field in dataclasses.fields(whole):
            assert getattr(whole, field.name) != getattr(empty, field.name), f"{field.name} is not tried here"
    assert loads(dumps(query)) == query
    assert dumps(Query()) == "{}"
    assert loads('{"text": "a", "later": 1, "where": {"later": 2, "outside": [{"later": 3}]}}') == Query("a")

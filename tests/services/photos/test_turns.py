"""Turned pictures: kept, journaled, of a content and not of a file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from photoorg.core.errors import CannotError, UsageError
from photoorg.core.jobs import run
from tests.made_library import MadeLibrary


@pytest.fixture
def library(tmp_path: Path) -> Iterator[MadeLibrary]:
    made = MadeLibrary(tmp_path)
    yield made
    made.services.close()


def content(library: MadeLibrary, id: int) -> int:
    found = library.services.photos.get(id).content
    assert found is not None
    return found


def test_turns_add_up_and_are_taken_back(library: MadeLibrary) -> None:
    turns, one, two = library.services.turns, library.add("home/1.jpg"), library.add("home/2.jpg")
    first, second = content(library, one), content(library, two)
    turns.turn([one], 1)
    assert turns.turn([one, two], 1).photos == [one, two]
    assert turns.all() == {first: 2, second: 1}
    turns.turn([two], -1)
    assert turns.all() == {first: 2}
    turns.turn([two], -1)
    assert turns.all() == {first: 2, second: 3}
    assert [action.what for action in library.services.history.list()][:2] == ["Turned 1 photo", "Turned 1 photo"]
    run(library.services.history.undo(3))
    assert turns.all() == {first: 1}
    run(library.services.history.redo(1))
    assert turns.all() == {first: 2, second: 1}


def test_a_copy_is_turned_with_its_photo(library: MadeLibrary) -> None:
    one, copy = library.add("home/1.jpg", content="same"), library.add("home/2.jpg", content="same")
    assert library.services.turns.turn([one, copy], 1).photos == [one, copy]
    assert library.services.turns.all() == {content(library, one): 1}, "once, not twice"
    library.services.turns.turn([copy], 1)
    assert library.services.turns.all() == {content(library, one): 2}


def test_what_cannot_be_turned_is_said(library: MadeLibrary) -> None:
    one = library.add("home/1.jpg")
    with pytest.raises(CannotError):
        library.services.turns.turn([99], 1)
    with pytest.raises(UsageError):
        library.services.turns.turn([], 1)
    assert library.services.turns.turn([one], 4).action is None
    assert library.services.history.list() == []

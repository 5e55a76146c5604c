"""The journal: its order, its handlers, and what one transaction keeps together."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from photoorg.catalog.journal import Data
from photoorg.catalog.store import Catalog
from photoorg.core.errors import CannotError


@pytest.fixture
def catalog(tmp_path: Path) -> Iterator[Catalog]:
    catalog = Catalog(tmp_path / "catalog")
    catalog.journal.handle("setting", apply)
    yield catalog
    catalog.close()


def apply(connection: sqlite3.Connection, data: Data) -> None:
    """Sets a setting to a value, or removes it where the value is None."""
    key, value = data
    if value == "impossible":
        raise CannotError("That value is gone for good.")
    connection.execute("DELETE FROM settings WHERE key = ?", (key,))
    if value is not None:
        connection.execute("INSERT INTO settings VALUES (?, ?)", (key, value))


def choose(catalog: Catalog, value: str, before: str | None = None) -> int:
    with catalog.database.write() as connection:
        apply(connection, ("colour", value))
        return catalog.journal.record(
            connection, "setting", f"Chose {value}", undo=("colour", before), redo=("colour", value), photos=3
        )


def test_back_and_forth(catalog: Catalog) -> None:
    choose(catalog, "red")
    choose(catalog, "blue", before="red")
    journal = catalog.journal
    seen = []
    for step, pick in ((journal.take_back, journal.next_undo), (journal.do_again, journal.next_redo)):
        while (action := pick()) is not None:
            step(action)
            seen.append((action.what, catalog.setting("colour", "none")))
    assert seen == [("Chose blue", "red"), ("Chose red", "none"), ("Chose red", "red"), ("Chose blue", "blue")]


def test_a_new_action_drops_what_was_undone(catalog: Catalog) -> None:
    choose(catalog, "red")
    first = catalog.journal.next_undo()
    assert first is not None
    catalog.journal.take_back(first)
    choose(catalog, "green")
    assert catalog.journal.next_redo() is None
    assert [(action.what, action.state) for action in catalog.journal.history()] == [
        ("Chose green", "done"),
        ("Chose red", "dropped"),
    ]
    assert len(catalog.journal.history(1)) == 1


def test_what_cannot_be_taken_back_says_so_and_stays(catalog: Catalog) -> None:
    action_id = choose(catalog, "red", before="impossible")
    action = catalog.journal.next_undo()
    assert action is not None
    with pytest.raises(CannotError, match="gone for good"):
        catalog.journal.take_back(action)
    after = catalog.journal.get(action_id)
    assert after == action
    assert catalog.setting("colour", "") == "red"


def test_irreversible_and_unknown_actions(catalog: Catalog) -> None:
    with catalog.database.write() as connection:
        catalog.journal.record(connection, "empty", "Emptied the trash", reversible=False)
        unknown = catalog.journal.record(connection, "future", "Did something new")
    action = catalog.journal.next_undo()
    assert action is not None
    assert action.id == unknown
    with pytest.raises(CannotError, match="does not know how to undo"):
        catalog.journal.take_back(action)


def test_a_failed_change_leaves_no_action(catalog: Catalog) -> None:
    def fail() -> None:
        with catalog.database.write() as connection:
            catalog.journal.record(connection, "setting", "Chose nothing")
            raise RuntimeError("torn")

    with pytest.raises(RuntimeError):
        fail()
    assert catalog.journal.history() == []


def test_the_journal_survives_and_unfinished_actions_are_found(catalog: Catalog, tmp_path: Path) -> None:
    choose(catalog, "red")
    with catalog.database.write(durable=True) as connection:
        catalog.journal.record(connection, "archive", "Archived 2 photos", photos=2, state="doing")
    again = Catalog(tmp_path / "catalog")
    assert [action.what for action in again.journal.unfinished()] == ["Archived 2 photos"]
    assert [action.photos for action in again.journal.history()] == [2, 3]
    assert again.journal.history()[0].when.endswith("Z")
    again.close()


def test_a_kind_has_one_handler(catalog: Catalog) -> None:
    assert catalog.journal.handles("setting")
    assert not catalog.journal.handles("archive")
    with pytest.raises(ValueError, match="two handlers"):
        catalog.journal.handle("setting", apply)

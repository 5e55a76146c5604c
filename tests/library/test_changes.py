"""What counts as new, changed, returned and missing."""

from __future__ import annotations

from photoorg.core.types import FoundFile, State
from photoorg.library.changes import Kind, KnownFile, compare
from photoorg.library.walk import UnreadableFolder


def file(rel: str, size: int = 1, mtime_ns: int = 1, companions: tuple[str, ...] = ()) -> FoundFile:
    return FoundFile(1, rel, size, mtime_ns, companions)


def known(size: int = 1, mtime_ns: int = 1, state: State = State.PRESENT) -> KnownFile:
    return KnownFile(7, size, mtime_ns, state)


def kinds(found: list[FoundFile | UnreadableFolder], before: dict[str, KnownFile]) -> list[Kind]:
    return [change.kind for change in compare(found, before)]


def test_each_kind_of_change() -> None:
    assert kinds([file("a")], {}) == [Kind.NEW]
    assert kinds([file("a")], {"a": known()}) == [Kind.SAME]
    assert kinds([file("a", size=2)], {"a": known()}) == [Kind.CHANGED]
    assert kinds([file("a", mtime_ns=2)], {"a": known()}) == [Kind.CHANGED]
    assert kinds([file("a", companions=("a.xmp",))], {"a": known()}) == [Kind.COMPANIONS]
    assert kinds([], {"a": known()}) == [Kind.MISSING]


def test_missing_and_offline_photos_return() -> None:
    for state in (State.MISSING, State.OFFLINE):
        assert kinds([file("a")], {"a": known(state=state)}) == [Kind.RETURNED]


def test_a_missing_photo_is_missed_once() -> None:
    assert kinds([], {"a": known(state=State.MISSING)}) == []
    assert kinds([], {"a": known(state=State.OFFLINE)}) == [Kind.MISSING]


def test_nothing_below_a_closed_folder_is_missing() -> None:
    closed = UnreadableFolder(1, "trip", "The folder cannot be opened: Permission denied.")
    before = {"trip/a": known(), "trips/b": known()}
    changes = list(compare([closed], before))
    assert [change.kind for change in changes] == [Kind.UNREADABLE, Kind.MISSING]
    assert changes[1].known is before["trips/b"]

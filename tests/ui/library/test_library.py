from __future__ import annotations

from array import array

from pytestqt.qtbot import QtBot

from photoorg.core.errors import CannotError
from photoorg.services.photos.browse import Timeline
from photoorg.ui.job_runner import JobRunner
from photoorg.ui.library.library import Library, Snapshot, read_photos
from tests.ui.fake_services import FakeServices


def test_photos_that_have_not_been_read_are_not_shown() -> None:
    showing = read_photos(Timeline(array("q", [5, 4, 3]), array("q", [50, 0, 30])))
    assert (list(showing.ids), list(showing.contents)) == ([5, 3], [50, 30])


def test_it_tells_of_changes_and_only_of_changes(qtbot: QtBot, runner: JobRunner) -> None:
    services = FakeServices(3)
    library = Library(services, runner)  # type: ignore[arg-type]
    snapshots: list[Snapshot] = []
    library.changed.connect(snapshots.append)
    for _ in range(2):
        library.look()
        qtbot.waitUntil(lambda: not runner.busy)
    assert [len(snapshot.timeline.ids) for snapshot in snapshots] == [3]
    services.photos.ids.append(4)
    services.photos.commits += 1
    library.watch_closely(True)
    qtbot.waitUntil(lambda: len(snapshots) == 2)
    assert len(snapshots[1].timeline.ids) == 4
    assert [root.path for root in snapshots[1].roots] == ["/photos"]


def test_what_it_found_ahead_it_tells_when_it_is_asked_to_look(qtbot: QtBot, runner: JobRunner) -> None:
    services = FakeServices(3)
    library = Library(services, runner)  # type: ignore[arg-type]
    snapshots: list[Snapshot] = []
    library.changed.connect(snapshots.append)
    library.look_ahead()
    qtbot.waitUntil(lambda: not runner.busy)
    assert snapshots == []
    library.look()
    assert [len(snapshot.timeline.ids) for snapshot in snapshots] == [3], "at once"
    library.look()
    qtbot.waitUntil(lambda: not runner.busy)
    assert len(snapshots) == 1
    services.photos.commits += 1
    library.look()
    qtbot.waitUntil(lambda: len(snapshots) == 2)


def test_a_look_ahead_that_failed_is_told_by_the_next(qtbot: QtBot, runner: JobRunner) -> None:
    services = FakeServices(3)

    def broken() -> int:
        raise CannotError("The disk is gone.")

    services.photos.version = broken  # type: ignore[method-assign]
    library = Library(services, runner)  # type: ignore[arg-type]
    told: list[str] = []
    library.failed.connect(told.append)
    library.look_ahead()
    qtbot.waitUntil(lambda: not runner.busy)
    assert told == []
    library.look()
    qtbot.waitUntil(lambda: told == ["The disk is gone."])


def test_while_a_job_runs_it_looks_by_itself(qtbot: QtBot, runner: JobRunner) -> None:
    services = FakeServices(3)
    library = Library(services, runner)  # type: ignore[arg-type]
    with qtbot.waitSignal(library.changed):
        library.watch_closely(True)
    with qtbot.waitSignal(library.changed, timeout=2_000):
        services.photos.commits += 1

"""Jobs: progress, time left, pause and cancel."""

from __future__ import annotations

import threading

import pytest

from photoorg.core.errors import Cancelled
from photoorg.core.jobs import CancelToken, Job, Pace, Progress, run


def count(to: int, cancel: CancelToken) -> Job[int]:
    pace = Pace("counting", to)
    for number in range(to):
        cancel.checkpoint()
        yield pace.at(number + 1)
    return to


def test_run_gives_the_result() -> None:
    assert run(count(3, CancelToken())) == 3


def test_a_cancelled_job_stops_at_its_next_checkpoint() -> None:
    cancel = CancelToken()
    job = count(3, cancel)
    assert next(job).done == 1
    cancel.cancel()
    with pytest.raises(Cancelled):
        next(job)


def test_a_paused_job_waits_and_can_still_be_cancelled() -> None:
    cancel = CancelToken()
    cancel.pause()
    ended: list[str] = []

    def work() -> None:
        try:
            run(count(3, cancel))
            ended.append("finished")
        except Cancelled:
            ended.append("cancelled")

    for ask, expected in ((cancel.resume, "finished"), (cancel.cancel, "cancelled")):
        cancel.pause()
        thread = threading.Thread(target=work)
        thread.start()
        thread.join(0.05)
        assert thread.is_alive()
        ask()
        thread.join(10)
        assert ended[-1] == expected


def test_time_left_is_known_once_some_were_watched(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter((100.0, 130.0, 130.5, 134.0))
    monkeypatch.setattr("photoorg.core.jobs.time.monotonic", lambda: next(clock))
    pace = Pace("reading", 10)
    assert [pace.at(done).seconds_left for done in (0, 2, 3, 6)] == [None, None, None, 4.0]


def test_time_left_needs_a_total(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter((100.0, 130.0))
    monkeypatch.setattr("photoorg.core.jobs.time.monotonic", lambda: next(clock))
    pace = Pace("walking")
    assert [pace.at(done) for done in (1, 5)] == [Progress("walking", 1), Progress("walking", 5)]

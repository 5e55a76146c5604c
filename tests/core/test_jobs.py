"""Jobs: progress, time left, pause and cancel."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from photoorg.core.errors import Cancelled
from photoorg.core.jobs import CancelToken, Courtesy, Job, Pace, Progress, run


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


class Clock(threading.Event):
    """A clock that only waiting moves on; ``waited`` is every wait, in seconds."""

    def __init__(self) -> None:
        super().__init__()
        self.now = 100.0
        self.waited: list[float] = []
        self.then: Callable[[], None] = lambda: None

    def wait(self, timeout: float | None = None) -> bool:
        assert timeout is not None
        self.waited.append(round(timeout, 6))
        self.now += timeout
        self.then()
        return self.is_set()


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr("photoorg.core.jobs.time.monotonic", lambda: made.now)
    return made


def test_work_that_can_wait_waits_until_the_person_rests(clock: Clock) -> None:
    courtesy = Courtesy(moment=0.5, longest=3.0, turn=1.0)
    assert courtesy.wait(0.0, clock) == 0.0
    assert not clock.waited, "nobody does anything"
    courtesy.stir()
    clock.now += 0.2
    courtesy.wait(0.0, clock)
    assert clock.waited == [0.3]


def test_it_takes_turns_with_a_person_who_never_rests(clock: Clock) -> None:
    courtesy = Courtesy(moment=0.5, longest=3.0, turn=1.0)
    clock.then = courtesy.stir
    courtesy.stir()
    free_until = courtesy.wait(0.0, clock)
    assert (clock.now, free_until) == (103.0, 104.0)
    clock.waited.clear()
    clock.now = 103.9
    assert courtesy.wait(free_until, clock) == free_until
    assert not clock.waited, "it is its turn"
    clock.now = 104.0
    courtesy.stir()
    assert courtesy.wait(free_until, clock) == 108.0


def test_work_that_waits_can_be_stopped_at_once(clock: Clock) -> None:
    courtesy = Courtesy(moment=0.5, longest=3.0)
    clock.then = clock.set
    courtesy.stir()
    courtesy.wait(0.0, clock)
    assert clock.waited == [0.5]


def test_a_checkpoint_makes_room_where_courtesy_is_asked_of_it() -> None:
    courtesy = Courtesy(moment=60.0, longest=60.0)
    courtesy.stir()
    CancelToken().checkpoint()
    token = CancelToken(courtesy)
    reached = threading.Event()

    def work() -> None:
        with pytest.raises(Cancelled):
            token.checkpoint()
        reached.set()

    thread = threading.Thread(target=work)
    thread.start()
    assert not reached.wait(0.05)
    token.cancel()
    thread.join(10)
    assert reached.is_set()


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

from __future__ import annotations

import threading
import weakref

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from photoorg.core.errors import CannotError
from photoorg.core.jobs import CancelToken, Courtesy, Job, Progress
from photoorg.ui.job_runner import JobHandle, JobRunner


def counting(steps: int, gate: threading.Event | None = None) -> Job[int]:
    for done in range(steps):
        yield Progress("counting", done, steps)
        if gate is not None and done == 0:
            gate.wait(10)
    return steps


def endless(cancel: CancelToken) -> Job[None]:
    done = 0
    while True:
        done += 1
        yield Progress("counting", done)


def test_a_job_reports_its_last_progress_and_its_result(qtbot: QtBot, runner: JobRunner) -> None:
    job = runner.start(lambda cancel: counting(1000))
    reports: list[Progress] = []
    job.progressed.connect(reports.append)
    with qtbot.waitSignal(job.finished) as finished:
        pass
    assert finished.args == [1000]
    assert reports[-1].done == 999
    assert not job.running


def test_fast_progress_is_reported_rarely(qtbot: QtBot, runner: JobRunner) -> None:
    job = runner.start(lambda cancel: counting(50_000))
    reports: list[Progress] = []
    job.progressed.connect(reports.append)
    with qtbot.waitSignal(job.finished, timeout=20_000):
        pass
    assert 1 <= len(reports) < 1000


def test_a_cancelled_job_says_so_even_while_paused(qtbot: QtBot, runner: JobRunner) -> None:
    job = runner.start(endless)
    with qtbot.waitSignal(job.progressed):
        pass
    job.pause()
    assert job.paused
    with qtbot.waitSignal(job.cancelled):
        job.cancel()
    assert not job.running


def test_a_paused_job_stands_still_and_goes_on(qtbot: QtBot, runner: JobRunner) -> None:
    job = runner.start(endless)
    reports: list[Progress] = []
    job.progressed.connect(reports.append)
    qtbot.waitUntil(lambda: bool(reports))
    job.pause()
    qtbot.wait(150)
    held = reports[-1].done
    qtbot.wait(150)
    assert reports[-1].done == held
    job.resume()
    qtbot.waitUntil(lambda: reports[-1].done > held)


def test_only_jobs_that_can_wait_do_so_while_the_person_is_at_it(qtbot: QtBot, runner: JobRunner) -> None:
    runner.courtesy = Courtesy(moment=60.0, longest=60.0)
    runner.courtesy.stir()
    patient, other = runner.start(endless, can_wait=True), runner.start(endless)
    reports: list[Progress] = []
    patient.progressed.connect(reports.append)
    with qtbot.waitSignal(other.progressed):
        pass
    assert not reports
    with qtbot.waitSignal(patient.cancelled):
        patient.cancel()
    assert not reports


class Held:
    """Something that a job has in hand."""


def test_a_stopped_job_lets_go_of_what_it_had_in_hand(qtbot: QtBot, runner: JobRunner) -> None:
    in_hand: list[weakref.ref[Held]] = []

    def job(cancel: CancelToken) -> Job[None]:
        held = Held()
        in_hand.append(weakref.ref(held))
        while True:
            cancel.checkpoint()
            yield Progress("counting", 0)

    handle = runner.start(job)
    qtbot.waitUntil(lambda: bool(in_hand))
    with qtbot.waitSignal(handle.cancelled):
        handle.cancel()
    assert in_hand[0]() is None


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (CannotError("The disk is full.", "Make room."), "The disk is full. Make room."),
        (KeyError("x"), "Something went wrong inside photoorg (KeyError: 'x')."),
    ],
)
def test_an_error_arrives_as_a_sentence(qtbot: QtBot, runner: JobRunner, error: Exception, told: str) -> None:
    def failing(cancel: CancelToken) -> Job[None]:
        yield Progress("counting", 0)
        raise error

    job = runner.start(failing)
    with qtbot.waitSignal(job.failed) as failed:
        pass
    assert failed.args == [told]


def test_a_call_answers_on_the_thread_of_the_window(qtbot: QtBot, runner: JobRunner) -> None:
    threads: list[threading.Thread] = []

    def work() -> int:
        threads.append(threading.current_thread())
        return 7

    answers: list[int] = []

    def done(answer: int) -> None:
        threads.append(threading.current_thread())
        answers.append(answer)

    runner.call("search", work, done)
    qtbot.waitUntil(lambda: answers == [7])
    assert threads[0] is not threading.main_thread()
    assert threads[1] is threading.main_thread()
    assert not runner.busy


def test_only_the_latest_call_of_a_lane_counts(qtbot: QtBot, runner: JobRunner) -> None:
    started, gate = threading.Event(), threading.Event()
    ran: list[int] = []
    answers: list[int] = []

    def slow() -> int:
        started.set()
        gate.wait(10)
        return 0

    def quick(number: int) -> int:
        ran.append(number)
        return number

    runner.call("search", slow, answers.append)
    assert started.wait(10)
    for number in (1, 2, 3):
        runner.call("search", lambda number=number: quick(number), answers.append)
    gate.set()
    qtbot.waitUntil(lambda: answers == [3])
    assert ran == [3]


def test_lanes_do_not_wait_for_each_other(qtbot: QtBot, runner: JobRunner) -> None:
    gate = threading.Event()
    answers: list[str] = []
    runner.call("search", lambda: gate.wait(10), lambda answer: answers.append("slow"))
    runner.call("photos", lambda: None, lambda answer: answers.append("quick"))
    qtbot.waitUntil(lambda: answers == ["quick"])
    gate.set()
    qtbot.waitUntil(lambda: answers == ["quick", "slow"])


def test_a_dropped_call_is_silent(qtbot: QtBot, runner: JobRunner) -> None:
    gate = threading.Event()
    answers: list[object] = []
    runner.call("search", lambda: gate.wait(10), answers.append)
    runner.drop("search")
    gate.set()
    runner.call("photos", lambda: 1, answers.append)
    qtbot.waitUntil(lambda: 1 in answers)
    qtbot.wait(50)
    assert answers == [1]


def test_a_failing_call_tells_why(qtbot: QtBot, runner: JobRunner) -> None:
    told: list[str] = []

    def work() -> None:
        raise CannotError("No.", "Yes.")

    runner.call("search", work, lambda answer: None, told.append)
    qtbot.waitUntil(lambda: told == ["No. Yes."])


def test_closing_cancels_jobs_and_ends_all_threads(qtbot: QtBot) -> None:
    runner = JobRunner()
    job: JobHandle = runner.start(endless)
    answers: list[object] = []
    runner.call("search", lambda: None, answers.append)
    assert runner.close()
    assert job.wait(0)
    runner.call("search", lambda: None, answers.append)
    qtbot.wait(50)
    assert answers == []


def test_what_a_call_refers_to_ends_in_the_windows_thread(qtbot: QtBot, runner: JobRunner) -> None:
    ended: list[int] = []
    gate = threading.Event()

    class Witness:
        def __del__(self) -> None:
            ended.append(threading.get_ident())

    def ask() -> None:
        witness = Witness()
        runner.call("disk", lambda: witness, lambda answer: None)

    # The lane is held up with the call in its hands, as on a busy machine.
    runner._lane("disk").answered.connect(lambda call: gate.wait(10), Qt.ConnectionType.DirectConnection)
    ask()
    qtbot.waitUntil(lambda: not runner.busy)
    assert ended == [threading.get_ident()]
    gate.set()

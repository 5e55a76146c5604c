from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from photoorg.core.errors import Cancelled, CannotError, UnreadableError
from photoorg.core.jobs import CancelToken
from photoorg.services.worker.dispatch import LOOK_AHEAD
from photoorg.services.worker.host import Worker
from photoorg.services.worker.messages import ReadResult, ReadTask

Make = Callable[..., Worker]
_HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def worker() -> Iterator[Make]:
    """Makes workers that run an entry of ``worker_entries``; the same request gets the same worker again."""
    made: dict[object, Worker] = {}
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(_HERE))  # the child imports the entry by its name
        import worker_entries

        def make(entry: str = "good", profile: str | None = "mean", **options: object) -> Worker:
            key = (entry, profile, *options.items())
            if key not in made:
                made[key] = Worker(profile, entry=getattr(worker_entries, entry), **options)
            return made[key]

        yield make
        for one in made.values():
            one.close()


@pytest.fixture
def photos(tmp_path: Path, draw_photo: Callable[..., Path]) -> Callable[..., list[ReadTask]]:
    """Draws one photo a name and gives the tasks to read them."""

    def draw(*names: str) -> list[ReadTask]:
        paths = [draw_photo(tmp_path / f"{name}.jpg", seed) for seed, name in enumerate(names)]
        return [ReadTask(100 + key, str(path)) for key, path in enumerate(paths)]

    return draw


def _failures(results: list[ReadResult]) -> dict[str, str]:
    return {Path(result.path).stem: result.failure for result in results if result.failure is not None}


def _names(prefix: str, count: int) -> list[str]:
    return [f"{prefix}{number}" for number in range(count)]


def test_every_file_comes_back_once_with_all_of_it(worker: Make, photos: Callable[..., list[ReadTask]]) -> None:
    tasks = photos(*_names("ok", 50))
    results = list(worker().read(tasks))
    assert sorted(result.key for result in results) == [task.key for task in tasks]
    for result in results:
        assert result.failure is None
        assert result.metadata is not None
        assert sorted(result.thumbs) == [128, 384]
        vector = np.frombuffer(result.vectors["mean@1/visual"], "<f2").astype(np.float32)
        assert np.linalg.norm(vector) == pytest.approx(1, abs=1e-3)
        assert result.size == os.path.getsize(result.path)


def test_without_a_profile_there_are_no_vectors(worker: Make, photos: Callable[..., list[ReadTask]]) -> None:
    (result,) = worker(profile=None).read(photos("a"))
    assert result.vectors == {}
    assert result.thumbs


def test_a_known_content_comes_back_hashed(worker: Make, photos: Callable[..., list[ReadTask]]) -> None:
    (task,) = photos("a")
    (first,) = worker().read([task])
    assert first.content is not None
    (again,) = worker().read([ReadTask(task.key, task.path, known=(first.content,))])
    assert (again.content, again.thumbs, again.vectors, again.metadata) == (first.content, {}, {}, None)


@pytest.mark.parametrize(
    ("culprit", "reason"),
    [
        ("abort", "The reader crashed on this file (signal 6)."),
        ("exit", "The reader crashed on this file (exit code 3)."),
        ("hang", "Reading took longer than 1 seconds."),
        ("stuck", "Reading took longer than 1 seconds."),
        ("memory", "There was not enough memory to open this picture."),
        ("bug", "The picture could not be read (KeyError: 'oops')."),
    ],
)
def test_a_crash_or_a_hang_costs_one_file(
    worker: Make, photos: Callable[..., list[ReadTask]], culprit: str, reason: str
) -> None:
    tasks = photos(*_names("a", 20), culprit, *_names("b", 20))
    results = list(worker(file_limit_s=1).read(tasks))
    assert sorted(result.key for result in results) == [task.key for task in tasks]
    assert _failures(results) == {culprit: reason}
    (failed,) = (result for result in results if result.failure)
    assert (failed.content, failed.size > 0, failed.mtime_ns > 0) == (None, True, True)


def test_a_hang_is_noticed_while_others_go_on(worker: Make, photos: Callable[..., list[ReadTask]]) -> None:
    hang, good = photos("hang", "ok")
    failures: dict[str, str] = {}
    drawn = 0

    def draw() -> Iterator[ReadTask]:
        nonlocal drawn
        yield hang
        while not failures and drawn < 20_000:
            drawn += 1
            yield ReadTask(-drawn, good.path)

    for result in worker(file_limit_s=1).read(draw()):
        failures.update(_failures([result]))
    assert failures == {"hang": "Reading took longer than 1 seconds."}
    assert drawn < 20_000


def test_culprits_side_by_side_are_each_named(worker: Make, photos: Callable[..., list[ReadTask]]) -> None:
    tasks = photos("abort0", "exit0", "ok", "abort1")
    results = list(worker().read(tasks))
    assert sorted(result.key for result in results) == [task.key for task in tasks]
    assert sorted(_failures(results)) == ["abort0", "abort1", "exit0"]


def test_a_slow_file_within_the_limit_is_read(worker: Make, photos: Callable[..., list[ReadTask]]) -> None:
    assert _failures(list(worker(file_limit_s=20).read(photos("slow0", "slow1", "slow2")))) == {}


def test_time_that_the_caller_takes_makes_no_file_late(worker: Make, photos: Callable[..., list[ReadTask]]) -> None:
    tasks = photos("ok0", "slow0", "slow1", "slow2")
    results = []
    for result in worker(file_limit_s=0.9).read(tasks):
        results.append(result)
        time.sleep(1)
    assert _failures(results) == {}


def test_a_picture_that_crashes_the_encoder_costs_one_file(
    worker: Make, photos: Callable[..., list[ReadTask]], tmp_path: Path
) -> None:
    from PIL import Image

    Image.new("RGB", (64, 64), "red").save(tmp_path / "red.png")
    tasks = [*photos(*_names("ok", 12)), ReadTask(1, str(tmp_path / "red.png"))]
    results = list(worker("encoder_crashes").read(tasks))
    assert len(results) == 13
    assert _failures(results) == {"red": "The reader crashed on this file (signal 6)."}


def test_an_encoder_that_never_works_is_told_once(worker: Make, photos: Callable[..., list[ReadTask]]) -> None:
    with pytest.raises(CannotError, match=r"The encoder stopped working .*no such instruction"):
        list(worker("encoder_raises").read(photos(*_names("ok", 3))))


def test_a_worker_that_cannot_start_says_why(worker: Make, photos: Callable[..., list[ReadTask]]) -> None:
    with pytest.raises(CannotError, match=r"^The weights are missing\.$") as caught:
        list(worker("no_encoder").read(photos("a")))
    assert caught.value.hint == "Install photoorg again."


def test_a_worker_that_dies_at_its_start_is_not_started_for_ever(
    worker: Make, photos: Callable[..., list[ReadTask]], tmp_path: Path
) -> None:
    with pytest.raises(CannotError, match=r"cannot start \(exit code 7\)") as caught:
        list(worker("dies_at_once", log=tmp_path / "worker.log").read(photos("a")))
    assert "worker.log" in caught.value.hint


def test_tasks_are_drawn_a_little_ahead_only(worker: Make, photos: Callable[..., list[ReadTask]]) -> None:
    tasks = photos(*_names("ok", 90))
    drawn = 0

    def draw() -> Iterator[ReadTask]:
        nonlocal drawn
        for task in tasks:
            drawn += 1
            yield task

    for taken, _ in enumerate(worker().read(draw()), start=1):
        assert drawn <= taken + LOOK_AHEAD


def test_cancelling_stops_between_results_and_the_worker_goes_on_with_the_next(
    worker: Make, photos: Callable[..., list[ReadTask]]
) -> None:
    tasks = photos(*_names("ok", 60))
    cancel = CancelToken()
    one = worker()
    reading = one.read(tasks, cancel)
    next(reading)
    cancel.cancel()
    with pytest.raises(Cancelled):
        list(reading)
    assert len(list(one.read(tasks[:5]))) == 5


def test_a_reading_left_half_way_leaves_nothing_behind(worker: Make, photos: Callable[..., list[ReadTask]]) -> None:
    one = worker()
    reading = one.read(photos("ok0", "hang", "ok1"))
    next(reading)
    reading.close()
    assert sorted(result.key for result in one.read(photos("b0", "b1"))) == [100, 101]


def test_two_uses_at_once_are_refused(worker: Make, photos: Callable[..., list[ReadTask]]) -> None:
    one = worker()
    tasks = photos("a", "b")
    reading = one.read(tasks)
    next(reading)
    with pytest.raises(RuntimeError, match="one caller at a time"):
        one.preview(tasks[0].path, 100)
    assert len(list(reading)) == 1


def test_a_picture_to_show(worker: Make, photos: Callable[..., list[ReadTask]]) -> None:
    (task,) = photos("a")
    one = worker(profile=None)
    shown = one.preview(task.path, 200)
    assert (shown.width, shown.height, len(shown.rgb)) == (200, 150, 200 * 150 * 3)
    assert one.preview(task.path, 5000, (0.0, 0.0, 0.5, 0.5)).width == 160
    with pytest.raises(UnreadableError, match="no longer there"):
        one.preview(task.path + "x", 200)


def test_an_example_to_search_by(worker: Make, photos: Callable[..., list[ReadTask]]) -> None:
    (task,) = photos("a")
    one = worker()
    (read,) = one.read([task])
    (space,) = read.vectors
    assert one.embed_file(task.path)[space] == pytest.approx(np.frombuffer(read.vectors[space], "<f2"))
    assert one.embed_file(task.path, (0.0, 0.0, 0.2, 0.2))[space].shape == (3,)
    with pytest.raises(UnreadableError, match="without an encoder"):
        worker(profile=None).embed_file(task.path)


@pytest.mark.skipif(not hasattr(os, "getpriority"), reason="Windows has no such numbers")
def test_reading_a_library_steps_back_behind_what_a_person_waits_for(
    worker: Make, photos: Callable[..., list[ReadTask]]
) -> None:
    own = os.getpriority(os.PRIO_PROCESS, 0)
    behind = {}
    for profile in ("mean", None):
        one = worker(profile=profile)
        assert len(list(one.read(photos("a")))) == 1
        assert one.pid is not None
        behind[profile] = os.getpriority(os.PRIO_PROCESS, one.pid) - own
    assert behind["mean"] > behind[None] == 0


def test_noise_of_decoders_goes_to_the_log(
    worker: Make, photos: Callable[..., list[ReadTask]], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    log = tmp_path / "worker.log"
    with worker(log=log) as one:
        assert _failures(list(one.read(photos("noise")))) == {}
    assert capfd.readouterr() == ("", "")
    assert log.read_text().split("\n")[:2] == ["on standard output", "on descriptor 2"]


@pytest.mark.skipif(sys.platform == "win32", reason="this system has no SIGKILL")
@pytest.mark.parametrize("name", ["hang", "stuck"])
def test_the_process_ends_with_its_parent(photos: Callable[..., list[ReadTask]], name: str) -> None:
    (task,) = photos(name)
    script = (
        "import sys, worker_entries as entries\n"
        "from photoorg.services.worker.host import Worker\n"
        "from photoorg.services.worker.messages import ReadTask\n"
        "if __name__ == '__main__':\n"
        "    worker = Worker('mean', entry=entries.good)\n"
        "    list(worker.read([ReadTask(0, entries.__file__)]))\n"
        "    print(worker.pid, flush=True)\n"
        "    list(worker.read([ReadTask(1, sys.argv[1])]))\n"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(_HERE), str(_HERE.parents[1])])}
    with subprocess.Popen([sys.executable, "-c", script, task.path], stdout=subprocess.PIPE, env=environment) as parent:
        assert parent.stdout is not None
        child = int(parent.stdout.readline())
        time.sleep(0.3)  # until the file is in hand
        parent.kill()
    for _ in range(200):
        if not _runs(child):
            return
        time.sleep(0.05)
    pytest.fail(f"process {child} outlived its parent by ten seconds")


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    # A process that nobody has waited for yet is dead all the same.
    status = Path(f"/proc/{pid}/stat")
    return not status.exists() or status.read_text().rpartition(")")[2].split()[0] != "Z"


def test_the_program_s_side_imports_nothing_heavy() -> None:
    script = (
        "import sys, photoorg.services.worker.host, photoorg.media.dates\n"
        "print(sorted({'numpy', 'PIL', 'torch', 'pillow_heif'} & set(sys.modules)))"
    )
    environment = {**os.environ, "PYTHONPATH": str(_HERE.parents[1])}
    shown = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, check=True)
    assert shown.stdout.strip() == b"[]"

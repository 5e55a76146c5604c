"""Damaged files through the real worker process; and that the bench would notice one that is never answered."""

from __future__ import annotations

import os
import random
import time
from pathlib import Path
from typing import Any

import pytest

from photoorg.bench import mutations
from photoorg.services.worker.host import Worker
from photoorg.services.worker.messages import ReadTask


def test_every_damaged_file_is_answered() -> None:
    result: dict[str, Any] = mutations.run(files=500, seed=11)
    assert result["read"] > 50
    assert result["refused"] > 100
    assert (result["crashed_the_worker"], result["over_limit"]) == (0, 0)
    assert (result["without_a_reason"], result["unaccounted"]) == (0, 0)
    assert 0 < result["worker_peak_mb"] < 1_000
    assert "500 damaged files" in mutations.describe(result)


def test_made_files_are_good_and_mutations_break_them(tmp_path: Path) -> None:
    good = mutations.made()
    with Worker(None) as worker:
        for number, (suffix, data) in enumerate(good):
            (tmp_path / f"{number}{suffix}").write_bytes(data)
        tasks = [ReadTask(number, str(tmp_path / f"{number}{suffix}")) for number, (suffix, _) in enumerate(good)]
        assert [result.failure for result in worker.read(tasks)] == [None] * len(good)
    chance = random.Random(1)
    broken = [mutations.mutated(data, chance, [data]) for _, data in good for _ in range(20)]
    assert sum(data not in {bytes(data) for _, data in good} for data in broken) > 0.9 * len(broken)


def test_a_file_that_is_not_answered_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    real = Worker.read

    def losing(self: Worker, tasks: Any, cancel: Any = None) -> Any:
        results = list(real(self, tasks, cancel))
        return iter(results[:-3])

    monkeypatch.setattr(Worker, "read", losing)
    result: dict[str, Any] = mutations.run(files=40)
    assert result["unaccounted"] == 3


@pytest.mark.photos
def test_the_collected_bad_files_are_answered_in_time(development_photos: Path) -> None:
    files = sorted(path for path in (development_photos / "bad").rglob("*") if path.is_file())
    assert len(files) > 50
    tasks = [ReadTask(number, os.fspath(path)) for number, path in enumerate(files)]
    with Worker(None, file_limit_s=mutations.LIMIT) as worker:
        began = time.monotonic()
        results = {result.key: result for result in worker.read(tasks)}
        assert time.monotonic() - began < mutations.LIMIT * len(files)
    assert set(results) == set(range(len(files)))
    for result in results.values():
        assert result.failure is None or result.failure.endswith(".")
        assert "took longer" not in (result.failure or "")

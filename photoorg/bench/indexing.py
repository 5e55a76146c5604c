"""One run of the product's indexing, watched from outside: how long it took, and how much memory it held."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from photoorg.bench.processes import Sampler
from photoorg.core.errors import CannotError


@dataclass(frozen=True, slots=True)
class Indexed:
    """One run of the product. ``steps`` are (photos done, time), ``memory`` (time, bytes of all its processes)."""

    began: float
    ended: float
    steps: list[tuple[int, float]]
    memory: list[tuple[float, int]]
    failed: int

    @property
    def seconds(self) -> float:
        """From the start of the process to its end: imports, worker, scan, thumbnails, commits."""
        return self.ended - self.began

    @property
    def start(self) -> float:
        """Seconds before the first photos were committed."""
        return self._warm[0][1] - self.began

    @property
    def warm_rate(self) -> float:
        """Photos a second between the first commit and the last."""
        (first, since), (last, until) = self._warm[0], self._warm[-1]
        return (last - first) / (until - since) if until > since else float("nan")

    @property
    def peak(self) -> int | None:
        """The most bytes that all processes held at once."""
        return max((bytes_ for _, bytes_ in self.memory), default=None)

    @property
    def _warm(self) -> list[tuple[int, float]]:
        return [step for step in self.steps if step[0]]

    def series(self, stride: int) -> list[dict[str, int]]:
        """The memory when each further ``stride`` photos were done."""
        points: list[dict[str, int]] = []
        times = np.array([at for at, _ in self.memory])
        for done, at in self._warm:
            if len(times) and done >= stride * (len(points) + 1):
                # The sample before: after the last photo the processes end.
                sample = self.memory[max(int(np.searchsorted(times, at)) - 1, 0)][1]
                points.append({"files": done, "mb": round(sample / 1e6)})
        return points


def index(catalog: Path, folder: Path) -> Indexed:
    """Index ``folder`` into a new ``catalog`` in processes of its own.

    Raises:
        CannotError: it failed.
    """
    command = [sys.executable, "-m", "photoorg.bench.product", str(catalog), str(folder)]
    began = time.monotonic()
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        with Sampler(process.pid) as sampler:
            lines = [json.loads(text) for text in process.stdout]
            process.wait()
    ended = time.monotonic()
    if process.returncode or not lines:
        raise CannotError(f"Indexing ended with code {process.returncode}.", "Its messages are above.")
    steps = [(step["done"], step["at"]) for step in lines[:-1]]
    return Indexed(began, ended, steps, sampler.samples, lines[-1]["failed"])

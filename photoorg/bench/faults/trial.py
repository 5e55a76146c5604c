"""One run: copy the library, begin the operation in a process of its own, strike, recover, and look at everything."""

from __future__ import annotations

import errno
import os
import random
import signal
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from photoorg.bench.faults.ground import Home
from photoorg.bench.faults.scenes import Scene, clean
from photoorg.bench.faults.verify import owners, verify
from photoorg.core import disk
from photoorg.core.errors import CannotError, PhotoorgError

#: What a failing disk answers.
_ERRORS = {
    "disk full": errno.ENOSPC,
    "write-protected": errno.EROFS,
    "forbidden": errno.EACCES,
    "failing disk": errno.EIO,
    "vanished": errno.ENOENT,
}
#: How often in a row the recovery is struck as well.
_MOST_STRIKES = 3
_CRASHED = 70
#: So many runs of a scene are rehearsed without a fault, to learn how many fault points it passes.
_REHEARSED = 12


@dataclass(slots=True)
class Outcome:
    """What came of one run. ``broken`` are the promises that did not hold."""

    faults: int = 0
    lost: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    broken: list[str] = field(default_factory=list)


class Ground:
    """Two places to work in, and the libraries that runs begin with."""

    def __init__(self, first: Path, second: Path) -> None:
        self.home = Home(first / "run", second / "run")
        self._kept = first / "kept"
        self.two_volumes = first.stat().st_dev != second.stat().st_dev
        #: The fault points that each scene passed so far.
        self.points: dict[str, set[str]] = {}
        #: How many fault points the first runs of each scene passed.
        self.lengths: dict[str, list[int]] = {}
        self.originals: dict[str, dict[str, tuple[bytes, int]]] = {}

    def prepare(self, scenes: Sequence[Scene]) -> None:
        """Make the library of every scene, and rehearse each without a fault.

        Raises:
            CannotError: a scene does not even work undisturbed.
        """
        for scene in scenes:
            clean(self.home)
            scene.prepare(self.home)
            self.home.save(self._kept / scene.name)
            rehearsals = [self._rehearse(scene, seed) for seed in range(_REHEARSED)]
            self.points[scene.name] = set().union(*rehearsals)
            self.lengths[scene.name] = [max(len(points), 1) for points in rehearsals]

    def _rehearse(self, scene: Scene, seed: int) -> list[str]:
        """The fault points that an operation passes when nothing happens."""
        self.begin(scene, random.Random(seed))
        reading, writing = os.pipe()

        def act() -> None:
            points: list[str] = []
            disk.watch = points.append
            scene.act(self.home, random.Random(seed))
            os.write(writing, "\n".join(points).encode()[:60_000])

        child = _fork(act)
        os.close(writing)
        with os.fdopen(reading, "rb") as pipe:
            points = pipe.read().decode().splitlines()
        code = _wait(child)
        if code:
            raise CannotError(f"{scene.name} with seed {seed} ends with {code} undisturbed.")
        return points

    def begin(self, scene: Scene, chance: random.Random) -> None:
        """Put the library of ``scene`` in place."""
        self.home.restore(self._kept / scene.name)
        if scene.vary is not None:
            scene.vary(self.home, chance)


class Trial:
    """One seed of one scene."""

    def __init__(self, ground: Ground, scene: Scene, seed: int) -> None:
        self._ground = ground
        self._scene = scene
        self._seed = seed
        self._chance = random.Random(f"{scene.name} {seed}")
        self._outcome = Outcome()

    def run(self) -> Outcome:
        """Strike once or more, then let a start of the program put it right, and verify."""
        home, scene = self._ground.home, self._scene
        self._ground.begin(scene, random.Random(self._seed))
        before, owned = home.tree(), owners(home) if scene.spares is not None else {}

        def act() -> None:
            scene.act(home, random.Random(self._seed))

        def start() -> None:
            home.open().close()

        struck = self._strike(act, self._chance.choice(self._ground.lengths[scene.name]))
        while struck and self._outcome.faults < _MOST_STRIKES and self._chance.random() < 0.4:
            struck = self._strike(start, self._chance.choice([4, 10, 30]))
        try:
            self._outcome.lost, found = verify(home, before, owned, scene, self._seed)
            self._outcome.broken += found
        except Exception as error:  # what cannot even be looked at is the worst outcome, not the end of the bench
            self._outcome.broken.append(f"{type(error).__name__}: {error}")
        return self._outcome

    def _strike(self, work: Callable[[], None], passed: int) -> bool:
        """Do ``work`` in a process of its own, with a fault; whether one happened."""
        kind = self._chance.choice(["kill"] * 12 + ["kill at any moment"] * 3 + list(_ERRORS) + ["disk full"])
        if kind == "kill at any moment":
            return self._kill_later(work)
        at = self._chance.randrange(passed)
        lasting = self._chance.random() < 0.5
        child = _fork(lambda: _with_fault(work, kind, at, lasting))
        code = _wait(child)
        happened = code != 0
        if code not in (0, -signal.SIGKILL, _STRUCK):
            self._outcome.broken.append(f"{kind} at point {at}: the process ended with {code}")
        self._count(kind, happened)
        return happened

    def _kill_later(self, work: Callable[[], None]) -> bool:
        child = _fork(work)
        time.sleep(self._chance.random() ** 2 * 0.1)
        os.kill(child, signal.SIGKILL)
        happened = _wait(child) != 0
        self._count("kill at any moment", happened)
        return happened

    def _count(self, kind: str, happened: bool) -> None:
        if happened:
            self._outcome.faults += 1
            self._outcome.kinds[kind] += 1


#: The exit code of a process that met a fault and went on.
_STRUCK = 71


def _with_fault(work: Callable[[], None], kind: str, at: int, lasting: bool) -> None:
    """``work``, with the fault point number ``at`` (and, ``lasting``, all later ones) failing. Ends the process."""
    seen = 0

    def watch(point: str) -> None:
        nonlocal seen
        number, seen = seen, seen + 1
        if number < at or (number > at and not lasting):
            return
        if kind == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        raise OSError(_ERRORS[kind], os.strerror(_ERRORS[kind]), point)

    disk.watch = watch
    try:
        work()
    except (PhotoorgError, OSError):
        pass  # told to the person in a sentence, or by the operating system's own
    os._exit(_STRUCK if seen > at else 0)


def _fork(work: Callable[[], None]) -> int:
    """A process that does ``work``; its exit code is 0 where that succeeds."""
    child = os.fork()
    if child:
        return child
    code = _CRASHED
    try:
        work()
        code = 0
    except PhotoorgError:
        code = 0  # refused, in a sentence: a clash of seeds, such as nothing to restore
    except BaseException:
        import traceback

        traceback.print_exc()
    finally:
        os._exit(code)


def _wait(child: int) -> int:
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)
